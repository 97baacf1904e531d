"""A stream of JSON Lines gives a document or an error a line, in order."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.intake.drafts import Draft
from saidwho.intake.jsonl import LineError, draft_line, lines_in
from saidwho.types.document import Unreadable


def read(data: bytes, *, limit: int = 1 << 20) -> list[Draft | Unreadable]:
    return [_item(number, line) for number, line in lines_in(io.BytesIO(data), limit=limit)]


def _item(number: int, line: bytes | None) -> Draft | Unreadable:
    try:
        return draft_line(line, number=number) if line is not None else Unreadable(key=None, code="too_large", message="")
    except LineError as error:
        return Unreadable(key=error.key, code=error.code, message=str(error))


def codes(data: bytes, *, limit: int = 1 << 20) -> list[str | None]:
    return [item.code if isinstance(item, Unreadable) else None for item in read(data, limit=limit)]


@given(st.lists(st.text(), max_size=5), st.booleans())
def test_text_is_kept_to_the_character(texts: list[str], escaped: bool) -> None:
    """No normalisation, no strip, lone surrogates and all."""
    lines = [json.dumps({"text": text}, ensure_ascii=escaped).encode("utf-8", "surrogatepass") for text in texts]
    if escaped:
        assert texts == [item.text for item in read(b"\n".join(lines)) if isinstance(item, Draft)]
    else:
        # Half a character is not UTF-8: the line is refused. Every other is kept.
        expected = [text if _is_utf8(text) else None for text in texts]
        assert expected == [item.text if isinstance(item, Draft) else None for item in read(b"\n".join(lines))]


def _is_utf8(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("not_json", b"{"),
        ("not_json", b"He said so."),
        ("not_json", b"[" * 100_000),
        ("not_json", b'{"text": ' + b"9" * 5000 + b"}"),
        ("not_an_object", b"[1]"),
        ("not_an_object", b"null"),
        ("not_an_object", b'"text"'),
        ("no_text_field", b"{}"),
        ("no_text_field", b'{"text": null}'),
        ("not_a_string", b'{"text": 5}'),
        ("not_a_string", b'{"text": "x", "outlet": ["a"]}'),
        ("not_a_string", b'{"text": "x", "id": 1.5}'),
        ("encoding", b'{"text": "\xff"}'),
    ],
)
def test_a_bad_line_stands_in_its_place(code: str, line: bytes) -> None:
    """The lines before and after it are read."""
    good = b'{"text": "He said so."}'
    assert [None, code, None] == codes(b"\n".join([good, line, good]))


def test_a_line_that_is_too_long_is_skipped() -> None:
    """It is not held in memory, and the next line is read."""
    long = b'{"text": "' + b"x" * 5000 + b'"}'
    assert [None, "too_large", None] == codes(b'{"text": "a"}\n' + long + b'\n{"text": "b"}', limit=100)


def test_a_bad_line_tells_its_id_where_it_has_one() -> None:
    """A person can find it."""
    assert ["a-7", None] == [item.key for item in read(b'\n{"id": "a-7"}\n{}') if isinstance(item, Unreadable)]


def test_the_fields_are_taken_over() -> None:
    """id is kept as the key; blank values are unknown; what is not ours is left."""
    line = {"id": 7, "text": "x", "title": "T", "outlet": "", "url": None, "byline": "B", "published": "2024-03-05", "views": 9}
    assert [Draft(text="x", key="7", title="T", byline="B", published="2024-03-05")] == read(json.dumps(line).encode())


def test_a_byte_order_mark_and_foreign_line_ends_do_no_harm() -> None:
    """Only LF ends a line: U+2028 inside a string does not."""
    data = b"\xef\xbb\xbf" + '{"text": "a\u2028b"}\r\n{"text": "c"}'.encode()
    assert ["a\u2028b", "c"] == [item.text for item in read(data) if isinstance(item, Draft)]


@given(st.binary(max_size=300))
def test_any_bytes_give_an_answer_a_line(data: bytes) -> None:
    """Garbage raises nothing, and no line with something in it disappears."""
    lines = [line for line in data.split(b"\n") if line.strip()]
    assert len(lines) == len(read(data))
