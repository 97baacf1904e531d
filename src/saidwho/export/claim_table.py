"""What is one row of the table of claims: one claim, with how often and by how many it is said?"""

from collections.abc import Iterable
from typing import TextIO

from saidwho.export.cells import Shape, plain
from saidwho.export.csv import write_table
from saidwho.export.flat import Field, fields_of

CLAIM_FIELDS: tuple[Field, ...] = fields_of(
    ("claim_id", "text", "The claim's id: the smallest id among its propositions."),
    ("text", "text", "The words of its clearest statement."),
    ("event", "text", "What happens, a PLOVER root type."),
    ("actors", "text", "Who does it, names joined by '; '."),
    ("recipients", "text", "To whom it is done, names joined by '; '."),
    ("place", "text", "The first place."),
    ("country", "text", "That place's country, ISO 3166-1 alpha-3."),
    ("lat", "number", "That place's latitude, degrees, WGS 84."),
    ("lon", "number", "That place's longitude, degrees, WGS 84."),
    ("where_prec", "whole", "How precise that place is, UCDP GED codebook, 1 to 7."),
    ("when", "text", "When it happened, EDTF."),
    ("first_seen", "text", "When it was first published."),
    ("last_seen", "text", "When it was last published."),
    ("documents", "whole", "How many documents tell of it."),
    ("outlets", "whole", "How many outlets tell of it."),
    ("copies", "whole", "How many of the documents copy another."),
    ("independent_origins", "whole", "How many independent origins the texts support, the lower bound."),
    ("possible_origins", "whole", "How many there may be, with unnamed sources."),
    ("origins", "text", "The names of the independent origins, joined by '; '."),
    ("denied_by", "text", "Who denies it, names joined by '; '."),
    ("contradicts", "text", "The ids of the claims that it is at odds with, joined by blanks."),
    ("disputed_figures", "whole", "How many disputes there are about a figure in it."),
    ("statements", "text", "The ids of the statements that make it, joined by blanks."),
    ("review", "text", "What a person last decided about it: same, different, reject ..."),
)


def write_claim_table(claims: Iterable[Shape], stream: TextIO, *, spreadsheet: bool = False) -> None:
    """Write claims in the shape of the contract as CSV. spreadsheet: see write_csv."""
    write_table(map(_row, claims), [field.name for field in CLAIM_FIELDS], stream, spreadsheet=spreadsheet)


def _row(claim: Shape) -> Shape:
    place = claim["places"][0] if claim["places"] else {}
    row = {name: claim[name] for name in ("event", "when", "first_seen", "last_seen", "documents", "outlets")}
    row |= {name: claim[name] for name in ("independent_origins", "possible_origins")}
    row |= {name: place.get(name) for name in ("country", "lat", "lon", "where_prec")}
    row |= {"claim_id": claim["id"], "text": plain(claim["text"]), "place": place.get("name"), "copies": len(claim["copies"])}
    row |= {"actors": _joined(claim["actor"]), "recipients": _joined(claim["recipient"])}
    row |= {"origins": _joined(origin["name"] for origin in claim["origins"])}
    row |= {"denied_by": _joined(denier["name"] for denier in claim["denied_by"])}
    row |= {"contradicts": " ".join(other["claim"] for other in claim["contradicts"]) or None}
    row |= {"disputed_figures": len(claim["disputed"]), "review": claim["review"]["verdict"] if claim["review"] else None}
    return row | {"statements": " ".join(dict.fromkeys(told["id"] for told in claim["statements"]))}


def _joined(names: Iterable[str]) -> str | None:
    return "; ".join(map(plain, dict.fromkeys(names))) or None
