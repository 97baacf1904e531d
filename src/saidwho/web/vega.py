"""Where does the program of the charts come from? From a package that carries it; nothing is fetched."""

import hashlib
import os
import tempfile
from importlib.metadata import version
from pathlib import Path
from threading import Lock

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from saidwho.grounding.places.cache import cache_folder

_lock = Lock()
_bundle: list[bytes] = []


def vega_router() -> APIRouter:
    """/vega.js."""
    router = APIRouter()

    @router.get("/vega.js")
    def _vega(request: Request) -> Response:
        body = vega_bundle()
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        headers = {"ETag": tag, "Cache-Control": "max-age=86400"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(body, media_type="text/javascript", headers=headers)

    return router


def vega_bundle() -> bytes:
    """Vega, Vega-Lite and vega-embed as one script, 0.9 MB. Put together in some seconds once, and kept in the user's cache."""
    with _lock:
        if not _bundle:
            file = cache_folder() / f"vega-{version('vl-convert-python')}.js"
            _bundle.append(file.read_bytes() if file.is_file() else _made(file))
        return _bundle[0]


def _made(file: Path) -> bytes:
    # Imported here since only who looks at a chart for the first time needs it: 60 MB.
    import vl_convert  # noqa: PLC0415

    bundle: str = vl_convert.javascript_bundle()  # type: ignore[call-arg]  # the snippet may be left out
    body = bundle.encode()
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix="vega-")
        with os.fdopen(handle, "wb") as stream:
            stream.write(body)
        Path(name).replace(file)
    except OSError:
        pass  # it is put together again by the next server
    return body
