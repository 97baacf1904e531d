"""The date of publication is the page's own, or unknown."""

import json

import pytest
import trafilatura
from hypothesis import given
from hypothesis import strategies as st

from saidwho.intake.article import read_article
from saidwho.intake.publication import publication_date

ARTICLE = {"@type": "NewsArticle", "datePublished": "2024-03-05T09:12:00Z"}
RELATED = {"@type": "NewsArticle", "datePublished": "2019-01-01T00:00:00Z"}
STATED = "2024-03-05T09:12:00Z"


def published(head: str = "", body: str = "") -> str | None:
    return publication_date(trafilatura.load_html(f"<html><head>{head}</head><body>{body}<p>The mayor said so.</p></body></html>"))


def script(value: object) -> str:
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        (STATED, ARTICLE),
        (STATED, [{"@type": "Organization"}, ARTICLE]),
        (STATED, {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, ARTICLE]}),
        (STATED, ARTICLE | {"@type": ["Thing", "ReportageNewsArticle"]}),
        (STATED, ARTICLE | {"@type": "https://schema.org/LiveBlogPosting"}),
        (STATED, ARTICLE | {"@type": "BlogPosting", "hasPart": [RELATED], "relatedLink": RELATED}),
        (STATED, [ARTICLE, RELATED]),
        (None, [{"@type": "NewsArticle"}, RELATED]),
        (None, {"@type": "NewsArticle", "isBasedOn": RELATED}),
        (None, {"@type": "ItemList", "itemListElement": [RELATED]}),
        (None, {"@type": "VideoObject", "datePublished": STATED}),
        (None, {"@type": None, "datePublished": STATED}),
        (None, ARTICLE | {"datePublished": 20240305}),
        (None, ARTICLE | {"datePublished": "5 March 2024"}),
        (None, '{"@type": "NewsArticle", "datePublished": "2024-03-05",'),
        (None, "[" * 100_000),
        (None, ""),
    ],
)
def test_json_ld_counts_for_the_article_itself(expected: str | None, value: object) -> None:
    """Not for what it cites, lists or shows; and what is malformed says nothing."""
    assert expected == published(script(value))


def test_broken_json_does_not_hide_the_next() -> None:
    """Pages hold several scripts."""
    assert STATED == published(script("{") + script(ARTICLE))


@pytest.mark.parametrize(
    ("expected", "head"),
    [
        (STATED, f'<meta property="article:published_time" content="{STATED}">'),
        (STATED, f'<meta itemprop="datePublished" content=" {STATED} ">'),
        ("2024-03-05", '<meta name="DC.date.issued" content="2024-03-05">'),
        ("2024-03-05", '<meta name="pubdate" content="2024-03-05T09:12:00">'),
        (STATED, f'<meta name="pubdate" content="2024-03-05T09:12:00">{script(ARTICLE)}'),
        (None, f'<meta property="article:modified_time" content="{STATED}">'),
        (None, '<meta name="pubdate" content="2024-02-31">'),
        (None, '<meta name="pubdate">'),
    ],
)
def test_the_head_states_publication(expected: str | None, head: str) -> None:
    """As fine as it is stated; a revision is no publication."""
    assert expected == published(head)


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        ("2024-03-05", '<article><header><time class="entry-date published" datetime="2024-03-05T09:12">5 March</time></header></article>'),
        ("2024-03-05", '<article><header><time itemprop="datePublished" datetime="2024-03-05">5 March</time></header></article>'),
        (None, '<article><header><time class="updated" datetime="2024-03-05">5 March</time></header></article>'),
        (None, '<article><header><time class="unpublished" datetime="2024-03-05">5 March</time></header></article>'),
        (None, '<article><p>On <time class="published" datetime="2024-03-05">5 March</time></p></article>'),
        (None, '<article></article><article><header><time class="published" datetime="2024-03-05"></time></header></article>'),
        (None, '<time datetime="2024-03-05">5 March 2024</time>'),
        (None, '<div itemscope><meta itemprop="datePublished" content="2024-03-05"></div>'),
    ],
)
def test_a_time_in_the_body_counts_in_the_header_of_the_only_article(expected: str | None, body: str) -> None:
    """Anywhere else it may be a related article's, or the day something happened."""
    assert expected == published(body=body)


def test_neither_the_address_nor_a_related_article_dates_a_page() -> None:
    """Unknown is null, whatever else the page holds."""
    page = (
        '<html><head><link rel="canonical" href="https://harbour-post.example/2019/01/01/depot"></head><body><article>'
        "<p>The governor said that the port was shelled on Monday night.</p></article>"
        '<aside><a href="/old"><time datetime="2019-01-01">1 January 2019</time> Port opens</a></aside></body></html>'
    )
    assert read_article(page).published is None


@given(
    st.recursive(
        st.none() | st.text(max_size=5) | st.just("NewsArticle"),
        lambda c: st.lists(c) | st.dictionaries(st.sampled_from(["@type", "@graph", "datePublished"]), c),
    )
)
def test_any_json_gives_a_date_or_none(value: object) -> None:
    """No shape of JSON-LD raises an error."""
    assert published(script(json.dumps(value).replace("<", "\\u003c"))) is None
