"""How do pages leave?"""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from saidwho.api.answers import tagged
from saidwho.web.drawing import draw


def page_answer(request: Request, template: str, given: Mapping[str, Any]) -> Response:
    """A page with an ETag. What a signed-in person sees is not kept by anything between."""
    answer = tagged(request, draw(request, template, given), "text/html; charset=utf-8")
    answer.headers["Vary"] = "Cookie"
    return answer
