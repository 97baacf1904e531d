"""What does a list divide into, and which address leads to each part?"""

from collections.abc import Iterable, Sequence
from typing import Any

from saidwho.api.answers import address_query
from saidwho.api.asking import Asking
from saidwho.web.wording import event_words

Shape = dict[str, Any]
Values = Sequence[tuple[str, int]]

_LABELS = {
    "event": "What happened",
    "origins": "Independent origins",
    "origin": "Origin",
    "place": "Place",
    "party": "Party to the conflict",
    "act": "What is done by saying it",
    "by": "Who says it",
    "outlet": "Who prints it",
}
_OPEN = ("event", "origins", "place", "by")


def facets_of(found: Iterable[tuple[str, Values]], asked: Asking) -> list[Shape]:
    """Facets with the address that each value leads to; a value that is chosen leads back."""
    return [_facet(name, values, asked) for name, values in found]


def _facet(name: str, found: Values, asked: Asking) -> Shape:
    given, values = asked.given(), []
    for value, number in found:
        if name == "origins" and value == "0":
            continue  # all claims have none or more
        is_on = str(given.get(name)) == value
        wanted = {key: was for key, was in given.items() if key != name} | ({} if is_on else {name: value})
        values.append({"label": _label(name, value), "number": number, "query": address_query(wanted), "is_on": is_on})
    return {"label": _LABELS[name], "values": values, "is_open": name in _OPEN or name in given}


def _label(name: str, value: str) -> str:
    if name == "event":
        return event_words(value).capitalize()
    return f"{value} or more" if name == "origins" else value
