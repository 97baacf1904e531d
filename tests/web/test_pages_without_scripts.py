"""Pages as a browser without scripts gets them."""

import re

import pytest
from starlette.testclient import TestClient

pytestmark = pytest.mark.model

PAGES = ("/", "/claims", "/documents", "/figures", "/aid", "/map", "/actors", "/review", "/about", "/search?about=hospital", "/sign-in")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_and_asks_no_other_host(client: TestClient, path: str) -> None:
    """Pages come from the record alone: no script, style, picture or font of another host, and none inside the page."""
    answer = client.get(path)
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    loaded = re.findall(r'<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)="([^"]*)"', answer.text)
    assert all(address.startswith("/static/") for address in loaded)
    assert not re.search(r"<style|<script>|\son\w+=|\sstyle=", answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_larger_than_promised(client: TestClient, path: str) -> None:
    """A page with all that it loads stays under 300 KB; scripts of charts come on top where there is one."""
    text = client.get(path).text
    loaded = set(re.findall(r'(?:src|href)="(/static/[^"]*)"', text))
    assert len(text.encode()) + sum(len(client.get(one).content) for one in loaded) < 300_000


def test_the_claim_leads_to_the_exact_words(client: TestClient) -> None:
    """From the list to the claim, from its origin to the document, where the words of the statement stand out."""
    first = client.get("/claims?about=hospital&order=origins").text
    claim = client.get(re.search(r'href="(/claims/[0-9a-f]{64})"', first)[1]).text  # type: ignore[index]
    document = re.search(r'href="(/documents/[0-9a-f]{64}\?show=[0-9a-f]{64})#here"', claim)[1]  # type: ignore[index]
    text = client.get(document).text
    assert 'id="here"' in text
    assert re.search(r'class="[^"]*\bon\b[^"]*"', text)


def test_a_chart_of_a_claim_has_a_line_for_each_who_stands_behind_figures(client: TestClient) -> None:
    """A minister, his ministry and his surname are one line, and the table below still tells who spoke."""
    first = client.get("/claims?about=mines&order=origins").text
    claim = client.get(re.search(r'href="(/claims/[0-9a-f]{64})"', first)[1]).text  # type: ignore[index]
    lines = re.findall(r'<li><svg class="series[^>]*>.*?</svg> ([^<]*)</li>', claim)
    assert "Arland" in lines
    assert {"Helena Osk", "Osk"}.isdisjoint(lines)
    assert '<td data-label="Who">Osk</td>' in claim


def test_whatever_a_list_leads_to_is_there(client: TestClient) -> None:
    """Every actor, claim, document and place that a list names has its page, also bodies of the register, whose ids are names."""
    for path in ("/actors?limit=500", "/claims?limit=200", "/documents", "/map", "/search?about=hospital"):
        found = set(re.findall(r'href="(/(?:actors|claims|documents)[/?][^"#]*)', client.get(path).text))
        assert found
        wrong = {one: client.get(one.replace("&amp;", "&")).status_code for one in found}
        assert set(wrong.values()) == {200}, wrong


def test_a_missing_page_says_what_happened(client: TestClient) -> None:
    """A refusal is a page of ours, with the reason."""
    answer = client.get("/claims/0123456789abcdef")
    assert answer.status_code == 404
    assert "no claim of the id" in answer.text
