"""When does an HTML page say that it was published?

Only what the page states of itself counts: its metadata, or the time in the header of its one article. A date beside
a related article, in the address or in the text is not the page's own, and no date is better than a wrong one.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from saidwho.intake.dates import is_published

# Metadata of the page's head that means publication, not a revision or the making of the page.
_STATED = frozenset(
    {
        "article:published_time",
        "citation_publication_date",
        "datepublished",
        "dc.date.issued",
        "dcterms.issued",
        "og:article:published_time",
        "og:published_time",
        "parsely-pub-date",
        "pubdate",
        "publication_date",
        "publish-date",
        "publish_date",
        "publishdate",
        "published_time",
        "sailthru.date",
    }
)
# Kinds of article at schema.org are NewsArticle, ReportageNewsArticle and others that end so, and these.
_ARTICLES = frozenset({"BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report"})
_HEADER_TIME = """
    .//article[count(//article) = 1]//header//time
    [@itemprop = 'datePublished' or @pubdate or contains(concat(' ', @class), ' published')]/@datetime
"""
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})[Tt ]", re.ASCII)


def publication_date(tree: Any) -> str | None:
    """The date of publication that a page (an lxml element) states, as fine as it states it: to the second, or to the day.

    A time without its offset gives its day only. None where the page states nothing.
    """
    stated = [*_stated_in_head(tree), *_stated_in_json(tree)] or [str(value).strip() for value in tree.xpath(_HEADER_TIME)]
    days = (match[1] for match in map(_DAY.match, stated) if match)
    return next(filter(is_published, [*stated, *days]), None)


def _stated_in_head(tree: Any) -> Iterator[str]:
    for meta in tree.iterfind(".//meta"):
        # Below the head, itemprop belongs to whatever thing the page shows there.
        is_in_head = meta.getparent().tag == "head"
        name = meta.get("property") or meta.get("name") or (meta.get("itemprop") if is_in_head else None) or ""
        if name.strip().lower() in _STATED:
            yield meta.get("content", "").strip()


def _stated_in_json(tree: Any) -> Iterator[str]:
    """What the page's JSON-LD says of its first article; any others are beside it."""
    nodes = (node for script in tree.iterfind(".//script") if _is_json_ld(script) for node in _nodes(script.text or ""))
    article = next(filter(_is_article, nodes), {})
    value = article.get("datePublished")
    if isinstance(value, str):
        yield value.strip()


def _is_json_ld(script: Any) -> bool:
    kind: str = script.get("type", "")
    return kind.partition(";")[0].strip().lower() == "application/ld+json"


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    """The nodes at the top of a script and in its graph. Malformed JSON, which is common, has none."""
    try:
        # Not strict: line feeds within strings are common too, and do no harm.
        value = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return
    for node in value if isinstance(value, list) else [value]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = [re.split("[/:#]", kind)[-1] for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
    return any(name.endswith("Article") or name in _ARTICLES for name in names)
