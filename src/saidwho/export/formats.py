"""Which formats can a record be written in, and what does each take?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, BinaryIO

from saidwho.export.acled import write_acled
from saidwho.export.annotations import write_annotations
from saidwho.export.bibtex import write_bibtex
from saidwho.export.cells import Shape
from saidwho.export.claim_table import write_claim_table
from saidwho.export.csv import write_csv
from saidwho.export.ftm import write_ftm
from saidwho.export.ged import write_ged
from saidwho.export.geojson import write_geojson
from saidwho.export.jsonl import write_jsonl
from saidwho.export.jsonld import write_jsonld
from saidwho.export.parquet import write_parquet
from saidwho.export.prov import write_prov


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to write reports. write(reports, stream, **options).

    is_whole: takes documents as they are; else only the statements that filters let through. options: those it knows.
    """

    write: Callable[..., None]
    about: str
    is_bytes: bool = False
    is_whole: bool = False
    options: frozenset[str] = frozenset()


_TABLE = frozenset(("spreadsheet",))
_EVENTS = frozenset(("spreadsheet", "vague_numbers"))

# WACZ is not among them: it is made of originals, not of reports.
FORMATS: dict[str, Format] = {
    "jsonl": Format(write=write_jsonl, about="JSON Lines, as read --json prints them", is_whole=True),
    "csv": Format(write=write_csv, about="CSV, a row a proposition", options=_TABLE),
    "parquet": Format(write=write_parquet, about="Parquet, the table of csv with types", is_bytes=True),
    "geojson": Format(write=write_geojson, about="GeoJSON, a point a placed proposition"),
    "acled": Format(write=write_acled, about="CSV in the columns of ACLED", options=_EVENTS),
    "ged": Format(write=write_ged, about="CSV in the columns of UCDP GED", options=_EVENTS),
    "ftm": Format(write=write_ftm, about="entities of FollowTheMoney"),
    "jsonld": Format(write=write_jsonld, about="Claims of schema.org, JSON-LD"),
    "prov": Format(write=write_prov, about="PROV-JSON, a bundle a document"),
    "annotations": Format(write=write_annotations, about="Web Annotations, JSON-LD"),
    "bibtex": Format(write=write_bibtex, about="BibTeX, an entry a document", is_whole=True),
}

# What takes claims in the shape of the contract, and no reports.
CLAIM_FORMATS: dict[str, Format] = {
    "claims": Format(write=write_jsonl, about="claims as JSON Lines, as claims --json prints them"),
    "claims-csv": Format(write=write_claim_table, about="CSV, a row a claim", options=_TABLE),
}


def write_format(name: str, found: Iterable[Shape], stream: BinaryIO, **options: Any) -> None:
    """Write reports in one of FORMATS, or claims in one of CLAIM_FORMATS, to a stream of bytes.

    Text is UTF-8 with its line ends as the format has them.
    """
    form = (FORMATS | CLAIM_FORMATS)[name]
    if form.is_bytes:
        form.write(found, stream, **options)
        return
    form.write(found, _Text(stream), **options)


class _Text:
    """The text side of a stream of bytes. Unlike a TextIOWrapper it does not close the stream when it is forgotten."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        self._stream.write(text.encode("utf-8", "replace"))
        return len(text)
