"""How do words of reports become cells and quotations that any reader of a format can hold?"""

import re
from collections.abc import Iterable
from typing import Any

Shape = dict[str, Any]

_UNSTORABLE = re.compile("[\0\ud800-\udfff\ufffe\uffff]")
ELLIPSIS = " … "


def plain(words: str) -> str:
    """Words with a mark for each sign that is no character, or that no table can hold. Lengths are kept."""
    return _UNSTORABLE.sub("\ufffd", words)


def words_of(text: str, spans: Iterable[Iterable[int]]) -> str:
    """The words of spans; an ellipsis stands for what the text has between them."""
    return ELLIPSIS.join(text[start:end] for start, end in spans)


def names_of(report: Shape) -> dict[str, str]:
    """The names of a report's actors by id."""
    return {actor["id"]: actor["name"] for actor in report["actors"]}
