"""What do the corpora of toponyms say?"""

from dataclasses import dataclass
from pathlib import Path

from saidwho.types.document import Span
from training.corpora import read_lines

# Half of TR-News and half of GeoVirus were looked at while the weights were set; of the errors
# in the other halves only counts were seen: by kind of place, by country, by report.
LOOKED_AT = {"tr_news": 59, "geovirus": 115}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldToponym:
    """A labelled toponym. lat, lon: None where the corpus gives no point. country: in words, as GeoNames writes it."""

    span: Span
    name: str
    lat: float | None
    lon: float | None
    geonameid: int | None
    country: str | None
    page: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A labelled text. domain: of its outlet. is_unseen: nobody looked at its text or errors."""

    corpus: str
    key: str
    text: str
    domain: str | None
    is_unseen: bool
    toponyms: tuple[GoldToponym, ...]


def gold_documents(data: Path, corpus: str) -> list[GoldDocument]:
    """All documents of a corpus, in its order."""
    return [
        GoldDocument(
            corpus=corpus,
            key=line["id"],
            text=line["text"],
            domain=line.get("domain"),
            is_unseen=number >= LOOKED_AT[corpus],
            toponyms=tuple(_toponym(toponym) for toponym in line["toponyms"]),
        )
        for number, line in enumerate(read_lines(data / corpus / "all.jsonl"))
    ]


def _toponym(fields: dict[str, object]) -> GoldToponym:
    page = fields.get("page")
    return GoldToponym(
        span=Span(start=int(str(fields["begin"])), end=int(str(fields["end"]))),
        name=str(fields["name"]),
        lat=_number(fields.get("lat")),
        lon=_number(fields.get("lon")),
        geonameid=int(str(fields["geonameid"])) if "geonameid" in fields else None,
        country=str(fields["country"]) if "country" in fields else None,
        page=str(page).rpartition("/")[2].replace("_", " ") if page else None,
    )


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))
