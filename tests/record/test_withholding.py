"""What is withheld is in no view, and the record still proves that it was there."""

import json
import zlib

import pytest
import sqlalchemy as sa

from saidwho.errors import RecordError
from saidwho.record import tables
from saidwho.record.archive.members import SHORTEST, read_member, target_of, tombstone_member
from saidwho.record.archive.writing import archive_files
from saidwho.record.bodies import report_in
from saidwho.record.record import Record, open_record
from saidwho.record.redaction import BLOCK, redact
from saidwho.record.verification.verifying import verify
from saidwho.record.withholding import finish_erasures, withhold
from saidwho.record.writer import RecordWriter
from saidwho.types.ids import content_id
from tests.record.made import keep, original_of, shape_of

FIRST = "Ada Vale said that 17 people were struck at Ilven.\nPell Orsk denied that Ada Vale was there."
SECOND = "Pell Orsk said that 40 trucks were pledged to Corvane."
REASON = "asked for by the person named"


def everything_shown(record: Record) -> str:
    """All text in the tables that views are made of, and in the readings as they are shown."""
    words = []
    with record.reading() as connection:
        for table in tables.metadata.sorted_tables:
            if table not in (tables.withholdings, tables.log_entries, tables.originals, tables.readings):
                words += [str(tuple(row)) for row in connection.execute(sa.select(table))]
        shown = sa.func.coalesce(tables.readings.c.shown, tables.readings.c.body)
        words += [json.dumps(report_in(body), ensure_ascii=False) for body in connection.execute(sa.select(shown)).scalars()]
    return "\n".join(words)


def on_disk(record: Record) -> bytes:
    """All bytes of a record's folder, and those of the members of its archive."""
    record.engine.dispose()
    files = [path for path in record.location.folder.rglob("*") if path.is_file()]
    data = b"".join(path.read_bytes() for path in files)
    for path in archive_files(record.location.archive):
        rest = path.read_bytes()
        while rest:
            decoder = zlib.decompressobj(zlib.MAX_WBITS | 16)
            data += decoder.decompress(rest)
            rest = decoder.unused_data
    return data


def test_a_withheld_document_is_in_no_view(record: Record) -> None:
    """None of its words, and the record is sound."""
    (first, _) = keep(record, shape_of(FIRST, key="1"), shape_of(SECOND, key="2"))
    done = withhold(record, first.document, reason=REASON)
    shown = everything_shown(record)
    assert ("document", 1, False, True) == (done.kind, done.documents, "Ada Vale" in shown, "Corvane" in shown)
    assert [] == [str(fault) for fault in verify(record)]


def test_a_document_is_named_by_a_statement_too(record: Record) -> None:
    """Whoever sees a statement has its id at hand."""
    report = shape_of(FIRST)
    keep(record, report)
    done = withhold(record, report["statements"][0]["id"][:12], reason=REASON)
    assert ("document", report["document"]["id"]) == (done.kind, done.item)


def test_a_withheld_document_stays_withheld(record: Record) -> None:
    """Adding it again shows nothing of it, and archives nothing."""
    (saved,) = keep(record, shape_of(FIRST))
    withhold(record, saved.document, reason=REASON, erase=True)
    assert ["withheld"] == [again.outcome for again in keep(record, shape_of(FIRST))]
    assert b"17 people" not in on_disk(record)


def test_a_person_is_taken_out_of_every_document(record: Record) -> None:
    """Their statements go, their name becomes blocks, and all else stays where it was."""
    keep(record, shape_of(FIRST, key="1"), shape_of(SECOND, key="2"))
    done = withhold(record, content_id("Ada Vale"), reason=REASON)
    shown = everything_shown(record)
    assert ("actor", 1, False, True) == (done.kind, done.documents, "Vale" in shown, f"{BLOCK * 8} was there" in shown)
    assert [] == [str(fault) for fault in verify(record)]


def test_a_withheld_person_stays_out_of_what_comes(record: Record) -> None:
    """Documents that are added later are shown without the name as well."""
    keep(record, shape_of(FIRST, key="1"))
    withhold(record, content_id("Ada Vale"), reason=REASON)
    keep(record, shape_of(FIRST, key="3"))
    assert "Vale" not in everything_shown(record)
    assert [] == [str(fault) for fault in verify(record)]


def test_erasing_leaves_no_byte(record: Record) -> None:
    """Neither in the archive nor in the database; hash, date and reason stay, and verify holds."""
    (first, _) = keep(record, shape_of(FIRST, key="1"), shape_of(SECOND, key="2"))
    assert b"Ada Vale" in on_disk(record)
    done = withhold(record, first.document, reason=REASON, erase=True)
    left = on_disk(record)
    assert (1, False, False) == (done.originals, b"Ada Vale" in left, b"17 people" in left)
    assert [True, True] == [words in left for words in (REASON.encode(), original_of(shape_of(FIRST, key="1")).digest.encode())]
    assert [] == [str(fault) for fault in verify(record)]


def test_erasing_a_person_erases_what_names_them(record: Record) -> None:
    """The originals that hold the name go; the readings stay without it."""
    keep(record, shape_of(FIRST, key="1"), shape_of(SECOND, key="2"))
    done = withhold(record, content_id("Ada Vale"), reason=REASON, erase=True)
    assert (1, False, True) == (done.originals, b"Ada Vale" in on_disk(record), b"40 trucks" in on_disk(record))
    assert [] == [str(fault) for fault in verify(record)]


def test_a_stopped_erasure_is_finished(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next writer overwrites what is due."""
    (saved,) = keep(record, shape_of(FIRST))
    monkeypatch.setattr("saidwho.record.withholding.finish_erasures", lambda _: 0)
    withhold(record, saved.document, reason=REASON, erase=True)
    assert ["altered"] == [fault.kind for fault in verify(record)]
    assert 1 == finish_erasures(record)
    assert [] == list(verify(record))


def test_withholding_twice_is_once(record: Record) -> None:
    """The second time nothing is left to do."""
    (saved,) = keep(record, shape_of(FIRST))
    for _ in range(2):
        withhold(record, saved.document, reason=REASON)
    with record.reading() as connection:
        assert 1 == connection.execute(sa.select(sa.func.count()).select_from(tables.withholdings)).scalar_one()


@pytest.mark.parametrize(("identity", "told"), [("xyz", "Give at least 8"), ("00" * 32, "No document, statement or actor has the id")])
def test_what_is_not_there_cannot_be_withheld(record: Record, identity: str, told: str) -> None:
    """The message says what is wrong with the id."""
    keep(record, shape_of(FIRST))
    with pytest.raises(RecordError, match=told):
        withhold(record, identity, reason=REASON)


def test_a_reason_is_asked_for(record: Record) -> None:
    """It is all that is left of what was erased."""
    (saved,) = keep(record, shape_of(FIRST))
    with pytest.raises(RecordError, match="--reason"):
        withhold(record, saved.document, reason=" ")


def test_a_redacted_report_keeps_every_span() -> None:
    """What is left quotes the same words as before."""
    report = shape_of(FIRST)
    shown = redact(report, frozenset((content_id("Ada Vale"),)))
    old, new = report["document"]["text"], shown["document"]["text"]
    assert len(old) == len(new)
    (left,) = shown["statements"]
    assert ["Pell Orsk", "denied"] == [new[start:end] for part in ("source", "cue") for start, end in left[part]]


def test_a_tombstone_has_the_length_of_what_it_replaces() -> None:
    """However short that was; a reason that does not fit is in the log."""
    original = original_of(shape_of("Ada Vale said so."))
    for length in (SHORTEST, 1000, 100_000):
        tomb = tombstone_member(digest=original.digest, target=target_of(original), at="2024-03-05T08:00:00.000000Z",
                                reason=REASON * 10, length=length)  # fmt: skip
        member = read_member(tomb)
        assert (length, "erased", original.digest) == (len(tomb), member.kind, member.digest)


def test_every_original_is_long_enough_for_a_tombstone(record: Record) -> None:
    """Even one without a byte."""
    report = shape_of("", key="k")
    with RecordWriter(record) as writer:
        (kept,) = writer.archive([original_of(report)])
    member = tombstone_member(digest=kept.digest, target=kept.target, at="2024-03-05T08:00:00.000000Z", reason=REASON, length=kept.length)
    assert kept.length == len(member)


def test_what_was_withheld_is_so_when_the_record_is_opened_again(record: Record) -> None:
    """It is in the tables, not in the process."""
    (saved,) = keep(record, shape_of(FIRST))
    withhold(record, saved.document, reason=REASON)
    with open_record(record.location) as again:
        assert "Vale" not in everything_shown(again)


def test_what_quotes_a_withheld_document_goes_too(record: Record) -> None:
    """What a revision changed, and the claims that it is part of."""
    (old,) = keep(record, shape_of("Ada Vale said that 17 people were struck at Ilven.", key="page"))
    new = shape_of("Ada Vale said that 19 people were struck at Ilven.", key="page")
    keep(record, new)
    empty = {column.name: 0 if isinstance(column.type, sa.Integer) else "" for column in tables.claims.columns if not column.nullable}
    claim = empty | {"id": "c1", "text": "19 people"}
    statement = new["statements"][0]
    with record.reading() as connection:
        number = connection.execute(sa.select(tables.statements.c.n).where(tables.statements.c.id == statement["id"])).scalar_one()
    member = {"proposition": statement["propositions"][0]["id"], "claim": "c1", "statement": number}
    record.write(lambda connection: connection.execute(sa.insert(tables.claims), claim))
    record.write(lambda connection: connection.execute(sa.insert(tables.claim_members), member))
    withhold(record, old.document, reason=REASON)
    assert (False, True) == ("17 people" in everything_shown(record), "19 people" in everything_shown(record))
    withhold(record, new["document"]["id"], reason=REASON)
    assert "19 people" not in everything_shown(record)
    assert [] == [str(fault) for fault in verify(record)]


def test_an_actor_of_the_register_is_named_by_the_whole_id(record: Record) -> None:
    """Such ids are names, not hashes."""
    report = shape_of(FIRST)
    text = json.dumps(report).replace(content_id("Ada Vale"), "gov-arland")
    keep(record, json.loads(text))
    done = withhold(record, "gov-arland", reason=REASON)
    assert ("actor", 1) == (done.kind, done.documents)
    assert "Vale" not in everything_shown(record)


def test_a_person_is_withheld_by_name(record: Record) -> None:
    """Each document has ids of its own for those in it; the name leads to all of them, and does not stay in the record."""
    for key, identity in (("1", "aa" * 32), ("2", "bb" * 32)):
        text = json.dumps(shape_of(FIRST, key=key)).replace(content_id("Ada Vale"), identity)
        keep(record, json.loads(text))
    assert 2 == withhold(record, "ada vale", reason=REASON).documents
    assert "Vale" not in everything_shown(record)
    done = withhold(record, "Ada Vale", reason=REASON, erase=True)
    assert (2, False) == (done.originals, b"Vale" in on_disk(record))
    assert [] == [str(fault) for fault in verify(record)]
