"""Generated reports as a record keeps readings, in the order of time, on disk: a million statements are gigabytes as values."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.linking.generated import reports
from saidwho.record.bodies import body_of, report_in
from saidwho.types.contract import report_shape
from saidwho.types.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """ids: of documents, in the order of time. places: where the reading of each stands in the file, and how long it is."""

    file: Path
    ids: tuple[str, ...]
    places: Mapping[str, tuple[int, int]]

    def bodies(self, ids: Iterable[str]) -> list[bytes]:
        """The readings of documents, as a record keeps them."""
        found = []
        with self.file.open("rb") as file:
            for identity in ids:
                start, length = self.places[identity]
                file.seek(start)
                found.append(file.read(length))
        return found

    def documents(self, ids: Iterable[str]) -> dict[str, Document]:
        """Those documents of some ids that there are."""
        known = [identity for identity in ids if identity in self.places]
        return {identity: Document(**report_in(body)["document"]) for identity, body in zip(known, self.bodies(known), strict=True)}


def write_readings(file: Path, statements: int, *, one_speaker: bool, days: int) -> Readings:
    """Make so many statements, and keep them in a file."""
    published: dict[str, str] = {}
    places: dict[str, tuple[int, int]] = {}
    with file.open("wb") as kept:
        for report in reports(statements, one_speaker=one_speaker, days=days):
            document, body = report.document, body_of(report_shape(report)).deflated
            published[document.id] = document.published or ""
            places[document.id] = (kept.tell(), len(body))
            kept.write(body)
    return Readings(file=file, ids=tuple(sorted(places, key=lambda identity: (published[identity], identity))), places=places)


def parted(readings: Readings, *, singles: int, there: Collection[str]) -> tuple[list[str], Sequence[str]]:
    """The ids of documents to link in a batch, without those that are there, and of those to add one at a time afterwards."""
    single = readings.ids[:: len(readings.ids) // singles][:singles]
    left_out = {*there, *single}
    return [identity for identity in readings.ids if identity not in left_out], single
