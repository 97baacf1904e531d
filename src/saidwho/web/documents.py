"""The page of one document: its text with what was found in it, its revisions, its originals."""

from collections.abc import Sequence
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from saidwho.api.routes import shown
from saidwho.api.views import Shape
from saidwho.export.meanings import Actors, actors_by_id
from saidwho.export.spans import NOBODY, joined, on_one_line
from saidwho.record.find.claims import claims_of_document
from saidwho.record.find.originals import original_of, originals_of
from saidwho.record.find.showing import Shown, show
from saidwho.record.find.stories import copies_of, heads_of_documents
from saidwho.record.record import Record
from saidwho.record.revisions import compare_statements
from saidwho.types.contract import report_from
from saidwho.types.statement import Report, Statement
from saidwho.web.answering import page_answer
from saidwho.web.claims import statement_address
from saidwho.web.ids import page_of
from saidwho.web.marking import Meaning, marked_lines, meanings_of

_COPIES = 8  # that are named above the text, which a wire report's hundreds would push off the page
_HEADS = {"place": "Where", "time": "When", "figure": "How many"}


def documents_router(record: Record) -> APIRouter:
    """/documents/{id}, its originals, and /statements/{id}, which leads to the words."""
    router = APIRouter()

    @router.get(page_of("documents"))
    def _document(request: Request, identity: str, show: Annotated[str | None, Query(max_length=64)] = None) -> Response:
        given = record.read(lambda connection: _page(connection, identity, show))
        if given["document"].id != identity:
            return RedirectResponse(f"/documents/{given['document'].id}", 302)
        return page_answer(request, "document.html", given)

    @router.get("/documents/{identity}/originals/{digest}")
    def _original(identity: str, digest: str) -> Response:
        found = original_of(record, identity, digest)
        # Whatever a page of a stranger holds, it is given as bytes to keep, and a browser that opens it all the same may
        # run nothing and reach nothing.
        headers = {
            "Content-Disposition": f'attachment; filename="{digest[:16]}.bin"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "X-Archived-Content-Type": (found.media_type or "").encode("ascii", "replace").decode().replace("\n", " ").replace("\r", " "),
        }
        return Response(found.data, media_type="application/octet-stream", headers=headers)

    @router.get(page_of("statements"))
    def _statement(identity: str) -> Response:
        address = record.read(lambda connection: statement_address(connection, identity))
        if address is None:
            raise HTTPException(404, f"The record has no statement of the id {identity!r}.")
        return RedirectResponse(address, 302)

    return router


def _page(connection: sa.Connection, identity: str, wanted: str | None) -> Shape:
    found = shown(connection, identity, "document")
    report = _report(found.shape)
    number = next((at for at, one in enumerate(report.statements) if wanted and one.id.startswith(wanted)), None)
    copies, more_copies = copies_of(connection, found.id, most=_COPIES)
    own = next((one for one in found.revisions if one.id == found.id), None)
    claims = claims_of_document(connection, own.n) if own else {}
    meanings, actors = meanings_of(report), actors_by_id(report.grounding)
    revision = own.revision if own else 1
    return {
        "document": report.document,
        "withheld": own is None,
        "lines": list(marked_lines(report, meanings, shown=number)),
        "notes": [_note(at + 1, one, report, actors, claims.get(one.id, [])) for at, one in enumerate(report.statements)],
        "shown": None if number is None else number + 1,
        "meanings": _meanings(report, meanings),
        "originals": originals_of(connection, found.id),
        "revisions": found.revisions,
        "revision": revision,
        "newer": found.revisions[-1] if found.revisions and found.revisions[-1].revision > revision else None,
        "changed": _changed(connection, found, revision),
        "copies": copies,
        "more_copies": more_copies,
        "titles": {
            one: head["outlet"] or head["title"]
            for one, head in heads_of_documents(connection, {other for copy in copies for other in (copy["document"], copy["of"])}).items()
        },
    }


def _report(shape: Shape) -> Report:
    """A report as far as the page shows it: propositions and packages of aid, which are half of the work, are left out."""
    return report_from(shape | {"statements": [one | {"propositions": []} for one in shape["statements"]], "aid": []})


def _note(number: int, statement: Statement, report: Report, actors: Actors, claims: list[str]) -> Shape:
    text = report.document.text
    actor = actors.get(statement.speaker.actor or "") if statement.speaker else None
    named = on_one_line(joined(statement.source, text))
    return {
        "number": number,
        "who": (actor.name if actor else None) or named or (report.document.outlet if statement.form == "own voice" else None) or NOBODY,
        "cue": on_one_line(joined(statement.cue, text)),
        "content": on_one_line(joined(statement.content, text)),
        "act": statement.act,
        "form": statement.form,
        "chain": [link.name for link in statement.chain],
        "basis": statement.basis.kind if statement.basis else None,
        "first_hand": statement.first_hand,
        "side": statement.speaker_side,
        "claims": claims,
    }


def _meanings(report: Report, meanings: Sequence[Meaning]) -> list[tuple[str, list[tuple[str, str]]]]:
    text = report.document.text
    found: dict[str, dict[tuple[str, str], None]] = {kind: {} for kind in _HEADS}
    for meaning in meanings:
        found[meaning.kind][meaning.span.of(text), meaning.told] = None
    return [(_HEADS[kind], list(rows)) for kind, rows in found.items() if rows]


def _changed(connection: sa.Connection, found: Shown, revision: int) -> list[Shape]:
    """What became of each statement of the revision before; nothing of those that were kept."""
    before = next((one for one in found.revisions if one.revision == revision - 1), None)
    if before is None:
        return []
    earlier = show(connection, before.id).shape
    words: dict[str, Any] = {}
    for report in (earlier, found.shape):
        text = report["document"]["text"]
        words |= {one["id"]: " … ".join(text[start:end] for start, end in one["content"]) for one in report["statements"]}
    return [
        {"fate": one.fate, "words": on_one_line(words.get(one.after or one.before or "", "")), "note": one.note}
        for one in compare_statements(earlier, found.shape)
        if one.fate != "kept"
    ]
