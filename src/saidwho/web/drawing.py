"""How does a page come from a template? Everything in it is escaped, and cleared of what would turn a line around."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request

from saidwho.api.answers import address_query
from saidwho.export.spans import on_one_line, printable
from saidwho.text.figures import duration_words
from saidwho.web.wording import (
    act_words,
    count_of,
    day_words,
    event_words,
    figure_of,
    form_words,
    origin_words,
    precision_words,
    time_words,
)

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"


def _clean(value: Any) -> Any:
    if type(value) is str:
        return printable(value)
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


class _Templates(Environment):
    """Templates that name the fields of shapes, which are dictionaries, as they name those of values.

    Jinja looks for an attribute first, and a miss costs it more than all else that a page does with a field.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a shape, else as ever."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


@cache
def environment() -> Environment:
    """The templates, read once a process."""
    found = _Templates(
        loader=FileSystemLoader(FOLDER / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=_clean, auto_reload=False,
    )  # fmt: skip
    found.filters |= {
        "count": count_of,
        "act": act_words,
        "event": event_words,
        "form": form_words,
        "day": day_words,
        "moment": time_words,
        "figure": figure_of,
        "duration": duration_words,
        "origins": origin_words,
        "precision": precision_words,
        "line": on_one_line,
        "segment": lambda text: quote(text, safe=""),
        "link": safe_link,
        "query": lambda given: address_query({name: value for name, value in given.items() if value not in (None, "", 0, False)}),
    }
    found.globals |= {"static": _static, "version": version("saidwho")}
    return found


def draw_part(template: str, **given: Any) -> Markup:
    """A part of a page that depends on nothing but what is given. Everything in it is escaped already."""
    return Markup(environment().get_template(template).render(**given))


def draw(request: Request, template: str, given: Mapping[str, Any]) -> bytes:
    """A page. given: what the template names."""
    session = getattr(request.state, "who", None)
    page = (
        environment()
        .get_template(template)
        .render(path=request.url.path, who=session, form_word=session.form if session else None, **given)
    )
    return page.encode("utf-8", "replace")


def safe_link(address: str | None) -> str | None:
    """An address of a report, where a browser may follow it: no script, no file."""
    return address if address and address.lower().startswith(("http://", "https://")) else None


@cache
def _static(name: str) -> str:
    """The address of a file of ours. It changes when the file does, so that browsers keep it as long as they like."""
    return f"/static/{name}?v={sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"
