"""What people do, in a real browser: find a claim, follow it to the words, look at the chart, judge a pair."""

from collections.abc import Iterator
from typing import Any

import pytest

from saidwho.record.record import Record
from saidwho.record.tokens import new_token
from saidwho.web.app import make_app
from tests.browsing import CHROMIUM, NO_CHROMIUM, browser, served

pytestmark = [pytest.mark.model, pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM)]

PAGES = ("/", "/claims", "claim", "document", "/documents", "/figures", "/aid", "/map", "/actors", "actor", "/review", "/about",
         "/search?about=hospital", "/sign-in", "/claims/000000")  # fmt: skip
# Of these WCAG levels no rule may be broken.
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """One browser for all tests."""
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def base(demo: Record) -> Iterator[str]:
    """The address of the example record, which nobody changes."""
    with served(make_app(demo)) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, chromium: Any) -> Iterator[Any]:
    """A page in a fresh context. What the policy stops, and what fails in a script, fails the test."""
    context = chromium.new_context(java_script_enabled=request.param)
    found = context.new_page()
    troubles: list[str] = []
    found.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    found.on("pageerror", lambda error: troubles.append(str(error)))
    asked: list[str] = []
    found.on("request", lambda sent: asked.append(sent.url))
    yield found
    context.close()
    assert [] == troubles
    assert all(url.startswith(("http://127.0.0.1:", "data:")) for url in asked)


def test_from_the_list_to_the_exact_words(page: Any, base: str) -> None:
    """The claim of the demo is found, its origins are read, and one leads to the words in the document."""
    page.goto(base)
    page.fill("#find", "hospital")
    page.press("#find", "Enter")
    page.click(".claims .words a >> nth=0")
    assert page.locator("h2#origins").inner_text() == "Where it comes from"
    quote = page.locator(".tree .sayings q >> nth=0").inner_text()
    page.click(".tree .prints a >> nth=0")
    lit = " ".join(page.locator(".text .on").all_inner_texts())
    assert page.url.endswith("#here")
    assert set(quote.lower().split()[:4]) <= set(lit.lower().split())


def test_the_chart_of_figures_is_drawn(page: Any, base: str) -> None:
    """Without scripts the page's own drawing is seen; with them Vega-Lite's, which can be pointed at."""
    page.goto(f"{base}/figures")
    if _runs_scripts(page):
        page.wait_for_selector("figure.chart.drawn-live .live svg path", timeout=30_000)
        assert page.locator("figure.chart .live svg path").count() > 3
        assert not page.locator("figure.chart > svg.drawn").is_visible()
    else:
        assert page.locator("figure.chart > svg.drawn .mark").count() >= 3
        assert page.locator("figure.chart > svg.drawn").is_visible()
    assert page.locator("table tbody tr").count() > 5


def _runs_scripts(page: Any) -> bool:
    """Whether the page's own scripts ran, which say so."""
    return bool(page.locator("html.scripted").count())


def test_a_pair_is_judged_and_waits_no_longer(page: Any, own_demo: Record) -> None:
    """Somebody signs in, decides that two statements are not the same, and the pair is gone.

    The number of those that wait changes, and may grow: what a person judged is no longer one with the copies of its words, and each of
    these is a pair of its own with others.
    """
    _, secret = new_token(own_demo.location, "Ida Brook", ["review"])
    with served(make_app(own_demo)) as address:
        page.goto(f"{address}/review")
        before = _number(page)
        page.click("text=Sign in >> nth=0")
        page.fill("#token", secret)
        page.click("main button")
        assert before == _number(page)
        first = _first_pair(page)
        if _runs_scripts(page):
            page.press("body", "j")
            page.press("body", "d")
        else:
            page.click(".pairs .verdicts button[value=different] >> nth=0")
        page.wait_for_selector("text=1 judgement kept", timeout=30_000)
        assert before != _number(page)
        assert first != _first_pair(page)


def _first_pair(page: Any) -> str:
    return str(page.locator(".pairs .verdicts input[name=pair]").first.get_attribute("value"))


def _number(page: Any) -> int:
    return int(page.locator("#waiting").inner_text().split()[0].replace(",", ""))


def test_the_map_moves(page: Any, base: str) -> None:
    """A press on + shows less of the world, and the address leads there again."""
    page.goto(f"{base}/map")
    page.click(".map-tools a >> nth=0")
    page.wait_for_url("**/map?*at=*")
    assert page.locator(".map .spot").count() >= 1


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_breaks_a_rule_of_accessibility(chromium: Any, base: str, name: str, look: str) -> None:
    """axe finds nothing against WCAG 2.2 AA, in light and in dark."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    context = chromium.new_context(color_scheme=look)
    page = context.new_page()
    page.goto(base + _address(page, base, name))
    page.wait_for_load_state("networkidle")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": LEVELS}}).response["violations"]
    context.close()
    assert [] == [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found]


def _address(page: Any, base: str, name: str) -> str:
    if name.startswith("/"):
        return name
    if name == "claim":
        return "/claims/" + str(page.request.get(f"{base}/claims.json?order=disputed").json()["claims"][0]["id"])
    rows = page.request.get(f"{base}/{name}s.json").json()[f"{name}s"]
    return f"/{name}s/{rows[0]['id']}"


@pytest.mark.parametrize("name", ["/", "/claims", "claim", "document", "/figures", "/map", "/review", "/about"])
def test_no_page_is_wider_than_a_phone(chromium: Any, base: str, name: str) -> None:
    """At 360 points nothing has to be pushed sideways but what scrolls by itself."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, is_mobile=True)
    page = context.new_page()
    page.goto(base + _address(page, base, name))
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert 360 >= wide
