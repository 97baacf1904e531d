"""The JSON is exactly the contract's."""

import json

from hypothesis import given

from saidwho.types.contract import json_line, report_from, report_shape
from saidwho.types.document import Unreadable
from saidwho.types.statement import Report
from tests.export.reports import TEXT, full_report, report, reports


def test_every_field_of_the_contract_is_there() -> None:
    """What is not known yet is null or empty."""
    line = json.loads(json_line(report()))
    assert {"saidwho", "document", "statements", "places", "times", "figures", "actors", "aid"} == set(line)
    assert {
        "id": "s1",
        "within": None,
        "form": "indirect",
        "act": None,
        "content": [[0, 12]],
        "cue": [[23, 27]],
        "source": [[14, 22]],
        "chain": [],
        "speaker": None,
        "speaker_score": None,
        "speaker_why": None,
        "speaker_side": None,
        "basis": None,
        "spoken": None,
        "venue": None,
        "first_hand": False,
        "denies": None,
        "caveats": [],
        "propositions": [],
        "score": 0.9124,
    } == line["statements"][0]
    assert {
        "id": "x",
        "name": "Ada Vale",
        "kind": "person",
        "role": "mayor",
        "of": None,
        "country": "USA",
        "wikidata": None,
        "mentions": [[28, 37]],
    } == line["actors"][0]
    assert ["id", "key", "work", "outlet", "url", "title", "byline", "published", "zone", "language", "text"] == list(line["document"])
    assert ("a-1", "The Harbour Post", TEXT) == (line["document"]["key"], line["document"]["outlet"], line["document"]["text"])


def test_what_mentions_mean_is_there() -> None:
    """Speaker with score and reason, place, time and figure, each field by its name in the contract."""
    line = json.loads(json_line(report()))
    assert ("x", 0.9235, "named here") == tuple(line["statements"][1][name] for name in ("speaker", "speaker_score", "speaker_why"))
    assert {
        "span": [0, 4],
        "name": "Varnok",
        "geonameid": 7,
        "country": "UKR",
        "admin1": "Ilven Oblast",
        "lat": 48.5,
        "lon": 37.25,
        "where_prec": 4,
        "use": "literal",
        "score": 0.8124,
    } == line["places"][0]
    assert {"span": [95, 99], "edtf": "2024-03-04", "date_prec": 1, "duration": None} == line["times"][0]
    assert {
        "span": [5, 12],
        "low": 17,
        "high": None,
        "qualifier": "at least",
        "unit": "people",
        "counts": "killed",
        "of": "x",
        "victims": "civilians",
        "per": "day",
        "over": None,
        "cumulative": True,
        "since": "2022-02",
        "as_of": None,
        "part_of": None,
        "currency": None,
        "negated": False,
    } == line["figures"][0]


def test_an_error_stands_in_the_document_s_place() -> None:
    """Key, code and message, and nothing else."""
    expected = {"saidwho": 1, "document": {"key": "a.txt"}, "error": {"code": "missing", "message": "There is no such file."}}
    assert expected == json.loads(json_line(Unreadable(key="a.txt", code="missing", message="There is no such file.")))


@given(reports())
def test_a_line_is_utf_8_and_gives_the_text_back(drawn: Report) -> None:
    """One line, whatever the text; reading it back changes no character and no span."""
    line = json_line(drawn)
    assert len(line.encode("utf-8").splitlines()) == 1
    read = json.loads(line)
    assert drawn.document.text == read["document"]["text"]
    for statement, written in zip(drawn.statements, read["statements"], strict=True):
        quoted = [read["document"]["text"][start:end] for start, end in written["content"]]
        assert [span.of(drawn.document.text) for span in statement.content] == quoted


@given(reports())
def test_a_report_comes_back_from_its_shape(drawn: Report) -> None:
    """Writing what was read back gives the same line."""
    line = json_line(drawn)
    assert line == json_line(report_from(json.loads(line)))


def test_all_of_a_statement_comes_back_from_its_shape() -> None:
    """Chain, basis, denial, propositions with events and conduct, and aid packages are among it."""
    full = full_report()
    assert full == report_from(report_shape(full))
