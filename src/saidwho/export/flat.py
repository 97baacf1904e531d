"""What is one row of a table: one proposition, with who says it, where it was printed, and what it tells of?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from saidwho.export.cells import Shape, names_of, plain, words_of

Kind = Literal["text", "whole", "number", "truth"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column of the table. meaning: one sentence for whoever uses it."""

    name: str
    kind: Kind
    meaning: str


def fields_of(*rows: tuple[str, Kind, str]) -> tuple[Field, ...]:
    """Columns from their names, kinds and meanings."""
    return tuple(Field(name=name, kind=kind, meaning=meaning) for name, kind, meaning in rows)


FIELDS = fields_of(
    ("document_id", "text", "The document's id: SHA-256 of its content."),
    ("document_key", "text", "The id that the document was given with."),
    ("outlet", "text", "Who printed it."),
    ("url", "text", "Its address."),
    ("title", "text", "Its title."),
    ("published", "text", "When it was published: a date, or RFC 3339 with its offset, as given."),
    ("statement_id", "text", "The statement's id."),
    ("within", "text", "The id of the statement that it stands in."),
    ("form", "text", "Whose words: direct, indirect, mixed, own voice (the outlet's)."),
    ("act", "text", "What is done by saying it: assert, deny, confirm, doubt, admit ..."),
    ("quote", "text", "The statement's words; … stands for what the text has between them."),
    ("quote_spans", "text", "Where they stand: start-end in code points of the document's text, joined by blanks."),
    ("cue", "text", "The words that say that something is said."),
    ("source", "text", "The words that name who says it."),
    ("speaker_id", "text", "The id of the actor whom the words are finally attributed to."),
    ("speaker", "text", "That actor's name."),
    ("speaker_side", "text", "The party to the conflict whose side the speaker is on."),
    ("chain", "text", "Through whom the words came, from the outlet to the speaker, joined by ' > '."),
    ("basis", "text", "What the speaker rests them on."),
    ("spoken", "text", "When they were said, EDTF."),
    ("first_hand", "truth", "The text says that the outlet saw or verified it itself."),
    ("denies", "text", "What is denied: occurrence, responsibility, figure or intent."),
    ("caveats", "text", "The outlet's own reservations, joined by '; '."),
    ("score", "number", "How sure the reader is that this is a statement, 0 to 1."),
    ("proposition_id", "text", "The proposition's id."),
    ("words", "text", "The proposition's words."),
    ("spans", "text", "Where they stand, as in quote_spans."),
    ("negated", "truth", "The proposition is said not to be so."),
    ("modality", "text", "actual, ongoing, planned, possible, conditional, ordered, past habit."),
    ("event", "text", "What happens, a PLOVER root type."),
    ("mode", "text", "How it happens, a PLOVER mode."),
    ("actors", "text", "Who does it, names joined by '; '."),
    ("recipients", "text", "To whom it is done, names joined by '; '."),
    ("conduct", "text", "What is alleged, joined by '; '. Never a legal finding."),
    ("place", "text", "The first place that is meant literally."),
    ("geonameid", "whole", "Its number in GeoNames."),
    ("country", "text", "Its country, ISO 3166-1 alpha-3."),
    ("admin1", "text", "Its region."),
    ("lat", "number", "Latitude, degrees, WGS 84."),
    ("lon", "number", "Longitude, degrees, WGS 84."),
    ("where_prec", "whole", "UCDP GED: 1 exact, 2 near, 3 district, 4 region, 5 area or line, 6 country, 7 wider."),
    ("more_places", "text", "Further places, joined by '; '."),
    ("when", "text", "When it happens, the first time told, EDTF."),
    ("date_prec", "whole", "UCDP GED: 1 a day to 5 longer than a month."),
    ("figure", "text", "The words of the first figure."),
    ("low", "number", "What the words allow at least."),
    ("high", "number", "What the words allow at most."),
    ("qualifier", "text", "As written: at least, more than ..."),
    ("unit", "text", "What is counted."),
    ("counts", "text", "What befell those counted: killed, wounded ..."),
    ("of", "text", "Whose they are, the actor's name."),
    ("victims", "text", "Who they are, as written: civilians."),
    ("per", "text", "The figure is a rate: day, week, month, year."),
    ("over", "text", "The time it was reached in, ISO 8601."),
    ("currency", "text", "ISO 4217."),
    ("more_figures", "text", "The words of further figures, joined by '; '."),
    ("aid_id", "text", "The id of the package of aid that it tells of."),
)  # fmt: skip


def rows(reports: Iterable[Shape]) -> Iterator[dict[str, Any]]:
    """One row a proposition; a statement without any has a row of its own. None where nothing is known."""
    for report in reports:
        names = names_of(report)
        for statement in report["statements"]:
            shared = _document(report) | _statement(statement, report["document"]["text"], names)
            for part in statement["propositions"] or (None,):
                found = _proposition(part, report["document"]["text"], names) if part else {}
                row = shared | found
                yield {field.name: _stored(row.get(field.name)) for field in FIELDS}


def _stored(value: Any) -> Any:
    return plain(value) if isinstance(value, str) else value


def _document(report: Shape) -> dict[str, Any]:
    document = report["document"]
    row = {"document_id": document["id"], "document_key": document["key"]}
    return row | {name: document[name] for name in ("outlet", "url", "title", "published")}


def _statement(found: Shape, text: str, names: dict[str, str]) -> dict[str, Any]:
    row = {name: found[name] for name in ("within", "form", "act", "speaker_side", "first_hand", "score")}
    return row | {
        "statement_id": found["id"],
        "quote": words_of(text, found["content"]),
        "quote_spans": _told(found["content"]),
        "cue": words_of(text, found["cue"]) or None,
        "source": words_of(text, found["source"]) or None,
        "speaker_id": found["speaker"],
        "speaker": names.get(found["speaker"]),
        "chain": " > ".join(link["name"] for link in found["chain"]) or None,
        "basis": found["basis"]["kind"] if found["basis"] else None,
        "spoken": found["spoken"]["edtf"] if found["spoken"] else None,
        "denies": found["denies"]["target"] if found["denies"] else None,
        "caveats": "; ".join(text[start:end] for start, end in found["caveats"]) or None,
    }


def _proposition(part: Shape, text: str, names: dict[str, str]) -> dict[str, Any]:
    event = part["event"] or {"type": None, "mode": None}
    places = sorted(part["places"], key=lambda place: place["use"] != "literal")
    times = [time for time in part["times"] if time["edtf"]]
    row = {
        "proposition_id": part["id"],
        "words": words_of(text, part["spans"]),
        "spans": _told(part["spans"]),
        "negated": part["negated"],
        "modality": part["modality"],
        "event": event["type"],
        "mode": event["mode"],
        "actors": _names(part["actor"], names),
        "recipients": _names(part["recipient"], names),
        "conduct": "; ".join(found["tag"] for found in part["conduct"]) or None,
        "when": times[0]["edtf"] if times else None,
        "date_prec": times[0]["date_prec"] if times else None,
        "aid_id": part["aid"],
        "more_places": "; ".join(place["name"] for place in places[1:]) or None,
    }
    if places:
        row |= {"place": places[0]["name"]}
        row |= {name: places[0][name] for name in ("geonameid", "country", "admin1", "lat", "lon", "where_prec")}
    return row | _figures(part["figures"], text, names)


def _figures(figures: list[Shape], text: str, names: dict[str, str]) -> dict[str, Any]:
    if not figures:
        return {}
    first, *more = figures
    row = {name: first[name] for name in ("low", "high", "qualifier", "unit", "counts", "victims", "per", "over", "currency")}
    row |= {"figure": words_of(text, [first["span"]]), "of": names.get(first["of"])}
    return row | {"more_figures": "; ".join(words_of(text, [figure["span"]]) for figure in more) or None}


def _names(actors: list[str], names: dict[str, str]) -> str | None:
    return "; ".join(names.get(actor, actor) for actor in actors) or None


def _told(spans: list[list[int]]) -> str:
    return " ".join(f"{start}-{end}" for start, end in spans)
