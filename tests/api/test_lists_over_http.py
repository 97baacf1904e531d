"""Lists over HTTP: one set of filters for every form, pages that meet, and a reason for every refusal."""

import csv
import io
import json

import pytest
from starlette.testclient import TestClient

from saidwho.api.answers import _cell
from saidwho.api.views import VIEWS

pytestmark = pytest.mark.model


@pytest.mark.parametrize("name", VIEWS)
def test_a_page_of_json_has_rows_and_the_way_on(client: TestClient, name: str) -> None:
    """Every list has ok, its rows under its name, next and next_url."""
    answer = client.get(f"/{name}.json")
    assert answer.status_code == 200
    assert {"ok": True, "saidwho": 1}.items() <= answer.json().items()
    assert {name, "next", "next_url"} <= answer.json().keys()


@pytest.mark.parametrize("name", [name for name in VIEWS if name != "aid"])
def test_pages_meet_without_gap_or_repeat(client: TestClient, name: str) -> None:
    """Going on by next_url to the end gives what one large page gives, in the same order."""
    whole = client.get(f"/{name}.json?limit=1000").json()[name]
    found, address = [], f"/{name}.json?limit=3"
    while address:
        page = client.get(address).json()
        found += page[name]
        address = page["next_url"]
    assert whole == found
    assert len(whole) > 3


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("form", ["", ".json", ".csv", ".jsonl", ".geojson"])
def test_an_unknown_parameter_is_refused_with_its_name(client: TestClient, name: str, form: str) -> None:
    """A misspelt filter never silently gives everything."""
    answer = client.get(f"/{name}{form}?colour=red")
    has_page = form or name not in ("changes", "places")
    assert (400 if has_page else 404) == answer.status_code
    assert not has_page or "colour" in answer.text


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("limit=0", "limit"),
        ("limit=9999", "limit"),
        ("cursor=nonsense", "cursor"),
        ("since=yesterday", "since"),
        ("order=loudest", "order"),
        ("since=2024&until=2020-05", "2020-05"),
        ("origins=-1", "origins"),
        ("by=Nobody%20Ever", "Nobody Ever"),
        ("place=Atlantis", "Atlantis"),
        ("outlet=Nowhere", "Nowhere"),
        ("about=...", "word"),
    ],
)
def test_filters_that_make_no_sense_are_refused_with_a_reason(client: TestClient, question: str, why: str) -> None:
    """The reason names what is wrong, and the shape is that of every error."""
    answer = client.get(f"/claims.json?{question}")
    assert answer.status_code == 400
    assert {"ok", "saidwho", "status", "error"} == answer.json().keys()
    assert why in answer.json()["error"]


@pytest.mark.parametrize("name", VIEWS)
def test_a_list_without_points_says_which_have_some(client: TestClient, name: str) -> None:
    """GeoJSON is of rows that lie somewhere; the others say so, and where to go."""
    answer = client.get(f"/{name}.geojson")
    assert (200 if VIEWS[name].points else 404) == answer.status_code
    assert VIEWS[name].points or "/claims.geojson" in answer.json()["error"]


def test_empty_parameters_ask_for_nothing(client: TestClient) -> None:
    """A form that nobody filled in gives the whole list."""
    assert client.get("/claims.json").json()["claims"] == client.get("/claims.json?about=&event=&by=&since=").json()["claims"]


def test_the_same_filters_give_the_same_rows_in_every_form(client: TestClient) -> None:
    """JSON, JSON Lines, CSV and GeoJSON of one question tell of the same claims."""
    wanted = [claim["id"] for claim in client.get("/claims.json?about=hospital").json()["claims"]]
    lines = [json.loads(line)["id"] for line in client.get("/claims.jsonl?about=hospital").text.splitlines()]
    rows = [row["id"] for row in csv.DictReader(io.StringIO(client.get("/claims.csv?about=hospital").text))]
    features = client.get("/claims.geojson?about=hospital").json()["features"]
    assert wanted == lines == rows
    assert {feature["properties"]["id"] for feature in features} <= set(wanted)
    assert wanted


def test_an_answer_that_is_known_is_not_sent_again(client: TestClient) -> None:
    """With its ETag the same question gets 304 and no body."""
    tag = client.get("/claims.json").headers["etag"]
    again = client.get("/claims.json", headers={"If-None-Match": tag})
    assert (304, b"") == (again.status_code, again.content)


def test_claims_are_in_the_order_asked_for(client: TestClient) -> None:
    """origins puts the most independent origins first, disputed those that somebody denies."""
    counts = [claim["independent_origins"] for claim in client.get("/claims.json?order=origins").json()["claims"]]
    assert counts == sorted(counts, reverse=True)
    assert client.get("/claims.json?order=disputed").json()["claims"][0]["denied_by"]


def test_a_claim_is_found_by_ids_of_its_members(client: TestClient) -> None:
    """The id of any proposition leads to the claim that holds it."""
    claim = client.get("/claims.json?order=origins").json()["claims"][0]
    for member in claim["statements"]:
        assert claim["id"] == client.get(f"/claims/{member['proposition']}.json").json()["id"]


@pytest.mark.parametrize(
    "path", ["/claims/0123456789abcdef.json", "/documents/ffffffffff.json", "/statements/zz.json", "/actors/nobody.json"]
)
def test_what_is_not_there_is_404_with_a_reason(client: TestClient, path: str) -> None:
    """An id that does not exist says so."""
    answer = client.get(path)
    assert answer.status_code == 404
    assert not answer.json()["ok"]
    assert answer.json()["error"]


def test_csv_holds_no_formula() -> None:
    """A cell of a report that a spreadsheet would compute is put in quotes."""
    assert "'=HYPERLINK(1)" == _cell("=HYPERLINK(1)")
    assert 5 == _cell(5)
