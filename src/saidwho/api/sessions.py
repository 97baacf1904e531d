"""Who is signed in? Sessions of this run, which the processes of one server share.

Each is a small file in a folder that only its owner can read; the name is the hash of the word in the cookie, so that the
folder opens nothing to whoever sees a listing of it. The folder goes when the server ends.
"""

import hashlib
import json
import secrets
import shutil
import tempfile
import time
import weakref
from dataclasses import asdict, dataclass
from pathlib import Path

_LASTS = 12 * 3600.0  # seconds: a working day
_MOST = 1000  # sessions; then the oldest end


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """token: the id of the token it was begun with. form: the word that forms carry. until: seconds since 1970."""

    token: str
    form: str
    until: float


class Sessions:
    """The sessions in a folder; in one of its own where none is given."""

    def __init__(self, folder: str | None = None) -> None:
        self._folder = Path(folder or tempfile.mkdtemp(prefix="saidwho-sessions-"))
        if not folder:
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)

    def begin(self, token: str) -> str:
        """Begin a session; returns the word for the cookie."""
        self._tidy()
        word = secrets.token_urlsafe(32)
        session = Session(token=token, form=secrets.token_urlsafe(24), until=time.time() + _LASTS)
        file = self._file(word)
        part = file.with_suffix(".part")
        part.touch(mode=0o600)
        part.write_text(json.dumps(asdict(session)), encoding="utf-8")
        part.replace(file)
        return word

    def of(self, word: str) -> Session | None:
        """The session of a word; None where it ended, or there never was one."""
        if not word:
            return None
        try:
            session = Session(**json.loads(self._file(word).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return session if session.until > time.time() else None

    def end(self, word: str) -> None:
        """End a session."""
        self._file(word).unlink(missing_ok=True)

    def _file(self, word: str) -> Path:
        return self._folder / hashlib.sha256(word.encode("utf-8", "surrogatepass")).hexdigest()

    def _tidy(self) -> None:
        """End those that lasted long enough, and the oldest of too many."""
        files = sorted((file.stat().st_mtime, file) for file in self._folder.iterdir())
        for at, (began, file) in enumerate(files):
            if began < time.time() - _LASTS or at <= len(files) - _MOST:
                file.unlink(missing_ok=True)
