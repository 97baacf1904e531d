"""Files and standard input become documents, in order, whatever is wrong with some of them."""

import io
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.intake import drafts, files
from saidwho.intake.documents import documents_in
from saidwho.intake.drafts import IntakeOptions
from saidwho.types.document import Document, Unreadable

LINES = IntakeOptions(json_lines=True)
REPORT = "Bridge struck, ministry says\nThe ministry said that the bridge had been struck.\n"


def read(data: bytes, options: IntakeOptions | None = None) -> list[Document | Unreadable]:
    return list(documents_in(["-"], options=options or IntakeOptions(), stdin=io.BytesIO(data)))


def test_a_plain_text_is_one_document(tmp_path: Path) -> None:
    """Nothing is stripped from it, and its path is no key."""
    file = tmp_path / "report.txt"
    file.write_bytes(REPORT.replace("\n", "\r\n").encode())
    (document,) = documents_in([str(file)], options=IntakeOptions(outlet="The Harbour Post"))
    assert isinstance(document, Document)
    assert (REPORT, None, "The Harbour Post", "en") == (document.text, document.key, document.outlet, document.language)


def test_an_empty_text_is_a_document() -> None:
    """Nobody says anything in it, which is an answer."""
    (document,) = read(b"")
    assert isinstance(document, Document)
    assert ("", None) == (document.text, document.language)


def test_documents_keep_their_order_around_the_bad_ones(tmp_path: Path) -> None:
    """Missing, binary, a folder and a broken line stand where they stood."""
    report, picture, lines = tmp_path / "a.txt", tmp_path / "b.png", tmp_path / "c.jsonl"
    report.write_text(REPORT, encoding="utf-8")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    lines.write_text('{"id": "1", "text": "He said so."}\n[]\n{"id": "2", "text": "She said so."}\n', encoding="utf-8")
    names = [str(tmp_path / "none.txt"), str(report), str(picture), str(tmp_path), str(lines), "nul\0byte", str(report)]
    found = list(documents_in(names, options=IntakeOptions()))
    codes = [item.code if isinstance(item, Unreadable) else "read" for item in found]
    assert ["missing", "read", "binary", "unreadable", "read", "not_an_object", "read", "unreadable", "read"] == codes
    assert [names[0], str(picture), str(tmp_path), f"{lines}:2", names[5]] == [i.key for i in found if isinstance(i, Unreadable)]


def test_a_file_that_vanishes_while_it_is_read_is_reported() -> None:
    """What was read before stands, and the next input is read."""

    class Vanishing(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            if self.tell():
                raise OSError(5, "Input/output error")
            return super().readline(size)

    stream = Vanishing(b'{"id": "1", "text": "He said so."}\n{"id": "2", "text": "x"}\n')
    first, second, third = documents_in(["-", "none.txt"], options=LINES, stdin=stream)
    assert isinstance(first, Document)
    assert isinstance(second, Unreadable)
    assert isinstance(third, Unreadable)
    assert ("unreadable", "missing") == (second.code, third.code)


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the limit is ever held."""
    monkeypatch.setattr(files, "LIMIT", 100)
    (found,) = read(b"x" * 101)
    assert isinstance(found, Unreadable)
    assert "too_large" == found.code


def test_options_fill_a_line_but_do_not_overrule_it() -> None:
    """A line of JSON was written on purpose."""
    data = b'{"text": "He said so.", "outlet": "Theirs"}\n{"text": "He said so."}'
    found = read(data, IntakeOptions(json_lines=True, outlet="Mine"))
    assert ["Theirs", "Mine"] == [item.outlet for item in found if isinstance(item, Document)]


def test_options_win_over_a_page() -> None:
    """A person knows better than the metadata of a site."""
    page = b'<html><head><meta property="og:site_name" content="Theirs"></head><body><p>The governor said so on Monday.</p></body></html>'
    (document,) = read(page, IntakeOptions(outlet="Mine"))
    assert isinstance(document, Document)
    assert "Mine" == document.outlet


def test_memory_is_flat_over_many_lines() -> None:
    """A line is forgotten when the next is read."""

    class Lines(io.RawIOBase):
        """600 reports of 10 kB, made as they are read."""

        def __init__(self) -> None:
            self._lines: Iterator[bytes] = (
                json.dumps({"id": str(n), "text": f"{n}: The ministry said so.\n" * 400}).encode() + b"\n" for n in range(600)
            )

        def readline(self, size: int | None = -1) -> bytes:
            return next(self._lines, b"")

    stream = Lines()
    tracemalloc.start()
    count = sum(isinstance(item, Document) for item in documents_in(["-"], options=LINES, stdin=stream))  # type: ignore[arg-type]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert 600 == count
    assert peak < 2_000_000


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_taken_in_or_reported(data: bytes, json_lines: bool) -> None:
    """Garbage raises nothing, and the document after it is read."""
    found = list(documents_in(["-", "none.txt"], options=IntakeOptions(json_lines=json_lines), stdin=io.BytesIO(data)))
    assert found[-1] == Unreadable(key="none.txt", code="missing", message="There is no such file.")
    assert json_lines or len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that the bridge was gone. " * 11_400,
        '"' * 10_000,
        "“" * 10_000,
        "قال الوزير 🚢 " * 5_000,
    ],
    ids=["one paragraph of 500,000 characters", "10,000 marks", "10,000 opening marks", "right to left and emoji"],
)
def test_long_texts_are_taken_in_whole_or_refused(text: str) -> None:
    """As plain text, as a page and as JSON Lines."""
    for data, options in (
        (text.encode(), IntakeOptions()),
        (f"<html><body><p>{text}</p></body></html>".encode(), IntakeOptions()),
        (json.dumps({"text": text}).encode(), LINES),
    ):
        (found,) = read(data, options)
        assert found.code == "language" if isinstance(found, Unreadable) else text.strip() == found.text.strip()


@pytest.mark.parametrize("name", ["-", "news.jsonl"])
def test_a_line_without_an_id_is_named_by_its_place(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is wrong with it: its JSON, its date, its language or its length."""
    monkeypatch.setattr(drafts, "LONGEST", 100)
    monkeypatch.chdir(tmp_path)
    german = "Das Ministerium teilte mit, dass die Brücke getroffen wurde."
    bad = [{"text": "He said so.", "published": "soon"}, {"text": german}, {"text": "x" * 101}, {"id": "a-7", "text": german}]
    data = "\n".join(["[]", "", *map(json.dumps, bad)]).encode()
    Path("news.jsonl").write_bytes(data)
    found = list(documents_in([name], options=LINES, stdin=io.BytesIO(data)))
    keys = [(item.key, item.code) for item in found if isinstance(item, Unreadable)]
    expected = [(f"{name}:1", "not_an_object"), (f"{name}:3", "published"), (f"{name}:4", "language"), (f"{name}:5", "too_large")]
    assert [*expected, ("a-7", "language")] == keys


def test_no_way_in_lets_a_longer_text_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plain text, a page and JSON Lines are held to one length."""
    monkeypatch.setattr(drafts, "LONGEST", 1_000)
    text = "The ministry said that the bridge was gone. " * 30
    page = f"<html><body><article><p>{text}</p></article></body></html>"
    found = [*read(text.encode()), *read(page.encode()), *read(json.dumps({"text": text}).encode(), LINES)]
    assert ["too_large"] * 3 == [item.code for item in found if isinstance(item, Unreadable)]
