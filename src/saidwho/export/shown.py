"""How does a person see one thing of a record?"""

from collections.abc import Iterator
from typing import Any

from rich.console import Console

from saidwho.export.claims import print_provenance
from saidwho.export.spans import NOBODY, on_one_line, printable
from saidwho.export.table import print_report
from saidwho.record.find.documents import FoundDocument
from saidwho.record.find.showing import Shown
from saidwho.types.claims import claim_from
from saidwho.types.contract import report_from


def print_shown(shown: Shown, console: Console) -> None:
    """Print what has an id: a claim as a tree, a document as a table, all else as lines."""
    if shown.kind == "claim":
        print_provenance(claim_from(shown.shape), console, denials=shown.denials)
        return
    if shown.kind == "document":
        print_report(report_from(shown.shape), console)
        for revision in shown.revisions if len(shown.revisions) > 1 else ():
            console.out(_revision(revision, shown.id), highlight=False)
        return
    lines = {"actor": _actor, "aid": _aid}.get(shown.kind, _statement)(shown.shape)
    for name, value in lines:
        if value:
            console.print(f"{name:>12}  {printable(on_one_line(value))}", soft_wrap=True)


def _revision(revision: FoundDocument, shown: str) -> str:
    this = ", this one" if revision.id == shown else ""
    return f"Revision {revision.revision} of {revision.taken[:10]}: {revision.id}{this}"


def _statement(shape: dict[str, Any]) -> Iterator[tuple[str, str]]:
    document, names = shape["document"], {actor["id"]: actor["name"] for actor in shape["actors"]}
    yield "statement", shape["id"]
    yield "what", shape["quote"]
    yield "who", " ‹ ".join(reversed([link["name"] for link in shape["chain"]])) or NOBODY
    yield "how", ", ".join(part for part in (shape["act"], shape["form"], shape["spoken"] and shape["spoken"]["edtf"]) if part)
    yield "side", shape["speaker_side"] or ""
    yield "basis", shape["basis"]["kind"] if shape["basis"] else ""
    for part in shape["propositions"]:
        event = part["event"]["type"] if part["event"] else ""
        sides = [", ".join(names.get(one, one[:12]) for one in part[role]) for role in ("actor", "recipient")]
        where = ", ".join(dict.fromkeys(place["name"] for place in part["places"]))
        when = ", ".join(time["edtf"] for time in part["times"] if time["edtf"])
        yield "tells of", "; ".join(word for word in (event, " → ".join(side for side in sides if side), where, when) if word)
        yield "", f"proposition {part['id']}"
    yield "within", shape["within"] or ""
    yield "printed", ", ".join(str(document[name]) for name in ("title", "outlet", "published", "url") if document[name])
    yield "document", document["id"]


def _actor(shape: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "actor", shape["id"]
    for name in ("name", "kind", "role", "country", "wikidata"):
        yield name, shape[name] or ""
    yield "speaks for", f"{shape['of_name'] or ''} {shape['of'] or ''}".strip()
    yield "record", f"{_counted(shape['statements'], 'statement')}, named in {_counted(shape['documents'], 'document')}"


def _aid(shape: dict[str, Any]) -> Iterator[tuple[str, str]]:
    amount = shape["amount"]
    yield "aid", shape["id"]
    yield "from", shape["donor_name"] or ""
    yield "to", shape["recipient_name"] or ""
    yield "kind", shape["kind"] or ""
    yield "amount", f"{amount['low']} to {amount['high']} {amount['currency'] or amount['unit'] or ''}" if amount else ""
    yield "items", ", ".join(f"{item['count']} {item['name']}" if item["count"] else item["name"] for item in shape["items"])
    for stage in shape["history"]:
        yield stage["stage"], f"{stage['date'] or 'undated'}, by statement {stage['statement']}"
    yield "document", shape["document"]["id"]


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
