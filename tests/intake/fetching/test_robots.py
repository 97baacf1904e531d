"""A site's robots.txt is kept to as RFC 9309 says."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.intake.fetching.robots import read_robots


def allows(rules: str, path: str) -> bool:
    return read_robots(f"User-agent: *\n{rules}\n".encode(), "saidwho").allows(path)


@pytest.mark.parametrize(
    ("allowed", "rules", "path"),
    [
        (True, "", "/a"),
        (True, "Disallow:", "/a"),
        (False, "Disallow: /", "/a"),
        (False, "Disallow: /a", "/abc"),
        (True, "Disallow: /a/", "/a"),
        (True, "Disallow: /news\nAllow: /news/world", "/news/world/1"),
        (False, "Allow: /news\nDisallow: /news/world", "/news/world/1"),
        (True, "Disallow: /a\nAllow: /a", "/a"),
        (False, "Disallow: /*.pdf$", "/x/report.pdf"),
        (True, "Disallow: /*.pdf$", "/x/report.pdf?page=2"),
        (False, "Disallow: /*/print", "/x/y/print/"),
        (False, "Disallow: *?s=", "/?s=war"),
        (True, "Disallow: /a$", "/ab"),
        (False, "Disallow: /caf%C3%A9", "/caf%c3%a9"),
        (False, "disallow : /a # private", "/a"),
        (True, "Sitemap: /a\nnonsense\nDisallow /a", "/a"),
    ],
)
def test_the_longest_rule_holds(allowed: bool, rules: str, path: str) -> None:
    """And of two that are as long, the one that allows."""
    assert allowed == allows(rules, path)


@pytest.mark.parametrize(
    ("allowed", "text"),
    [
        (False, "User-agent: SaidWho\nDisallow: /\nUser-agent: *\nAllow: /"),
        (True, "User-agent: *\nDisallow: /\n\nUser-agent: saidwho/1.0\nAllow: /"),
        (True, "User-agent: *\nDisallow: /\nUser-agent: saidwho\n"),
        (False, "User-agent: other\nUser-agent: saidwho\nDisallow: /a\n"),
        (False, "User-agent: saidwho\nDisallow: /a\nUser-agent: other\nAllow: /\nUser-agent: saidwho\nDisallow: /b"),
        (True, "User-agent: other\nDisallow: /"),
        (True, "Disallow: /"),
        (False, "\ufeffUser-agent: *\r\nDisallow: /"),
    ],
)
def test_a_group_that_names_us_holds(allowed: bool, text: str) -> None:
    """That for * holds only where none does."""
    assert allowed == read_robots(text.encode(), "saidwho").allows("/a")


@pytest.mark.parametrize(("delay", "line"), [(2.5, "Crawl-delay: 2.5"), (None, "Crawl-delay: soon"), (None, "Crawl-delay: ١")])
def test_the_delay_is_read(delay: float | None, line: str) -> None:
    """In seconds, where it is a number."""
    assert delay == read_robots(f"User-agent: *\n{line}".encode(), "saidwho").delay


@given(st.binary(max_size=300), st.text(max_size=20))
def test_any_bytes_are_rules_or_none(data: bytes, path: str) -> None:
    """Nothing raises."""
    assert read_robots(data, "saidwho").allows(path) in (True, False)


def test_many_wildcards_take_no_time() -> None:
    """A pattern that would keep a regular expression busy for ever."""
    began = time.process_time()
    assert allows("Disallow: /" + "*a" * 5_000 + "b$", "/" + "a" * 20_000)
    assert time.process_time() - began < 2
