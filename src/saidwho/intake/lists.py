"""Which feeds does a list of a user's name? OPML, or one address a line."""

import re
from collections.abc import Iterable
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate

from saidwho.errors import IntakeError
from saidwho.intake.charset import decode_plain
from saidwho.intake.markup import refuse_entities

_OPML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<opml\b", re.IGNORECASE | re.DOTALL)
_HEAD = 4096
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def is_opml(data: bytes) -> bool:
    return bool(_OPML.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe")))


def read_list(data: bytes) -> list[str]:
    """The addresses of feeds in an OPML file or a plain list, in its order, each once.

    In a plain list, blank lines and what follows a # at the beginning of a line are left out.
    Raises IntakeError (not_a_feed, binary, encoding).
    """
    found = _outlines(data) if is_opml(data) else _lines(data)
    if not found:
        raise IntakeError("The list names no feed. Write one address a line, or OPML with xmlUrl.", code="not_a_feed")
    return list(dict.fromkeys(found))


def _outlines(data: bytes) -> list[str]:
    refuse_entities(data)
    found: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        named = {key.lower(): value.strip() for key, value in attributes.items()}
        if name.lower() == "outline" and named.get("xmlurl"):
            found.append(named["xmlurl"])

    parser = ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.Parse(data, True)
    except (ExpatError, ValueError) as error:
        raise IntakeError(f"The OPML file is not sound XML ({error}). Export it again.", code="not_a_feed") from error
    return found


def _lines(data: bytes) -> list[str]:
    lines = [line.strip() for line in decode_plain(data).splitlines()]
    found = [line for line in lines if line and not line.startswith("#")]
    wrong = next((line for line in found if not _ADDRESS.match(line) or len(line.split()) > 1), None)
    if wrong is not None:
        raise IntakeError(f"{wrong[:200]!r} is no address of a feed. Write one http or https address a line, or OPML.", code="not_a_feed")
    return found


def feeds_named_by(sources: Iterable[str]) -> list[str]:
    """The feeds to watch: each source is the address of one, or the path of a list. Each once.

    Raises IntakeError (missing, unreadable, and as read_list).
    """
    found: list[str] = []
    for source in sources:
        found += [source] if _ADDRESS.match(source) else _listed(Path(source))
    return list(dict.fromkeys(found))


def _listed(path: Path) -> list[str]:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        message = f"{path}: There is no such file. Give the address of a feed, or a list of feeds."
        raise IntakeError(message, code="missing") from error
    except (OSError, ValueError) as error:
        raise IntakeError(f"{path}: It cannot be read: {error}.", code="unreadable") from error
    try:
        return read_list(data)
    except IntakeError as error:
        raise IntakeError(f"{path}: {error}", code=error.code) from error
