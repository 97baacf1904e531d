"""Does an address ask for what there is? One that is misspelt, or given twice, would silently be passed over otherwise."""

from collections import Counter

from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request


def check_parameters(request: Request) -> None:
    """See to it that an address has no parameter that its route does not know, and none twice. Raises HTTPException, 400."""
    given = Counter(name for name, _ in request.query_params.multi_items())
    twice = next((name for name, times in given.items() if times > 1), None)
    if twice is not None:
        raise HTTPException(400, f"The parameter {twice!r} is given {given[twice]} times. Give it once.")
    route = request.scope.get("route")
    if given and isinstance(route, APIRoute):
        known = parameters_of(route)
        unknown = next((name for name in given if name not in known), None)
        if unknown is not None:
            told = f"it takes {', '.join(sorted(known))}" if known else "the address takes none"
            raise HTTPException(400, f"There is no parameter {unknown!r} here; {told}.")


def parameters_of(route: APIRoute) -> set[str]:
    """The names of the parameters that a route takes after the question mark."""
    found: set[str] = set()
    for parameter in route.dependant.query_params:
        kind = parameter.field_info.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            found.update(kind.model_fields)
        else:
            found.add(parameter.alias)
    return found
