"""What the log proves holds without the record, and nothing that was altered does."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.errors import LogError
from saidwho.record.location import locate
from saidwho.record.log.checking import check_proof
from saidwho.record.log.entries import Appended
from saidwho.record.log.mirror import mirror_log, mirrored
from saidwho.record.log.tree import entries_about, prove_entry, prove_growth, root_of
from saidwho.record.record import Record, open_record
from tests.record.made import keep, shape_of

TEXT = "Ada Vale said that 17 people were struck at Ilven."


def filled(record: Record, count: int = 3) -> Record:
    keep(record, *(shape_of(f"{TEXT}\nIt was day {number}.", key=str(number)) for number in range(count)))
    return record


def test_the_root_is_that_of_rfc_6962(record: Record) -> None:
    """Of no entry it is the hash of nothing; of one, that of the leaf."""
    empty = record.read(root_of)
    assert (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855") == empty
    filled(record, 1)
    size, root = record.read(root_of)
    assert (2, 64) == (size, len(root))


def test_every_entry_can_be_proved(record: Record) -> None:
    """With nothing but the proof and a root."""
    size, root = filled(record).read(root_of)
    for number in range(1, size + 1):
        line = json.dumps(record.read(lambda connection: prove_entry(connection, number)))  # noqa: B023
        assert check_proof(line, root=root).startswith("holds: ")


def test_growth_can_be_proved(record: Record) -> None:
    """From each size to the present one."""
    before, root = filled(record).read(root_of)
    keep(record, shape_of(TEXT, key="later"))
    line = json.dumps(record.read(lambda connection: prove_growth(connection, before)))
    assert f"the log of {before} entries with root {root} is the beginning" in check_proof(line, root=root)


def test_the_entries_of_a_document_are_found(record: Record) -> None:
    """Its original and its reading, by the beginning of its id."""
    (saved,) = keep(record, shape_of(TEXT))
    assert [1, 2] == record.read(lambda connection: entries_about(connection, saved.document[:10]))


@given(place=st.integers(0, 3000), digit=st.sampled_from("0123456789abcdef"))
def test_no_altered_proof_holds(proof: str, place: int, digit: str) -> None:
    """Whichever sign of it was changed."""
    at = place % len(proof)
    altered = proof[:at] + digit + proof[at + 1 :]
    if json_or_none(altered) == json.loads(proof):
        return
    try:
        told = check_proof(altered)
    except LogError:
        return
    # What is left to change without breaking it says nothing: the spelling of a name that the proof does not use.
    assert check_proof(proof) == told


def json_or_none(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The proof of the third entry of seven."""
    location = locate(str(tmp_path_factory.mktemp("proof") / "record"))
    with open_record(location, create=True) as found:
        filled(found)
        return json.dumps(found.read(lambda connection: prove_entry(connection, 3)))


def test_the_file_is_brought_up_after_a_stop(record: Record) -> None:
    """Half a line is cut off, and what is missing is added."""
    filled(record)
    path = record.location.log
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    mirror_log(record)
    assert whole == path.read_bytes()


def test_a_database_older_than_the_file_is_not_written_to(record: Record) -> None:
    """Somebody put an old copy in its place: going on would hide what is lost."""
    filled(record)
    size, _ = record.read(root_of)
    with record.location.log.open("ab") as stream:
        stream.write(f"{size + 1} {{}}\n".encode())
    with pytest.raises(LogError, match="older than the log"):
        mirror_log(record)
    assert size + 1 == [number for number, _ in mirrored(record.location.log)][-1]


def test_the_file_goes_on_where_it_ends(record: Record) -> None:
    """What was added last is written after the entry before it, and the database is not asked."""
    filled(record)
    last = list(mirrored(record.location.log))[-1]
    more = (last[0] + 1, "{}")  # which the database does not have
    mirror_log(record, Appended(before=last, lines=(more,)))
    assert [last, more] == list(mirrored(record.location.log))[-2:]


def test_what_another_added_is_not_left_out(record: Record) -> None:
    """Where the file ends otherwise, as another writer was here meanwhile, it is brought up from the database."""
    filled(record)
    whole = record.location.log.read_bytes()
    before, *added = list(mirrored(record.location.log))[-3:]
    record.location.log.write_bytes(b"".join(whole.splitlines(keepends=True)[:-4]))
    mirror_log(record, Appended(before=before, lines=tuple(added)))
    assert whole == record.location.log.read_bytes()
