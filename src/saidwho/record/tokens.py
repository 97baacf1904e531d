"""Who may change a record over HTTP: tokens, of which only the hash is kept.

They lie in one small file of the record's folder, so that they also work for a record in PostgreSQL, and never enter its
log. A token is 32 random bytes, so one round of SHA-256 keeps it: there is nothing to guess.
"""

import hashlib
import hmac
import json
import os
import secrets
import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path

from saidwho.errors import RecordError
from saidwho.record.clock import now
from saidwho.record.location import Location
from saidwho.record.locks import locked

# read: to look, where reading is not open to everybody. review: also to judge.
SCOPES = ("read", "review")
_PREFIX = "saidwho_"
_SHORTEST = 4  # characters of an id that may stand for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token as it is kept. id: the first characters of its hash. name: whose it is. made: RFC 3339, UTC."""

    id: str
    name: str
    scopes: tuple[str, ...]
    made: str
    sha256: str


def new_token(location: Location, name: str, scopes: Sequence[str]) -> tuple[Token, str]:
    """Make a token. Returns it as it is kept, and the secret, which nobody can show again.

    Raises RecordError for a scope that there is none of, or where the file cannot be written.
    """
    wrong = [scope for scope in scopes if scope not in SCOPES]
    if wrong or not scopes:
        raise RecordError(f"{wrong[0] if wrong else 'Nothing'} is no scope of a token; {' and '.join(SCOPES)} are.")
    if not name.strip():
        raise RecordError("Say whose the token is: it is the name that stands beside what is judged with it.")
    secret = _PREFIX + secrets.token_urlsafe(32)
    digest = _hash(secret)
    token = Token(id=digest[:12], name=" ".join(name.split()), scopes=tuple(sorted(set(scopes))), made=now(), sha256=digest)
    with _changing(location):
        _write(location, [*tokens_of(location), token])
    return token, secret


def revoke_token(location: Location, identity: str) -> Token:
    """Take a token away. identity: its id or the beginning of it. Raises RecordError where none has it."""
    with _changing(location):
        kept = tokens_of(location)
        found = [token for token in kept if len(identity) >= _SHORTEST and token.id.startswith(identity)]
        if len(found) != 1:
            raise RecordError(f"{'No token has' if not found else 'More than one token has'} an id that begins with {identity!r}.")
        _write(location, [token for token in kept if token != found[0]])
    return found[0]


def tokens_of(location: Location) -> list[Token]:
    """The tokens that hold. Raises RecordError where their file is damaged."""
    file = _file(location)
    try:
        shapes = json.loads(file.read_text(encoding="utf-8"))
        return [Token(**shape | {"scopes": tuple(shape["scopes"])}) for shape in shapes]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise RecordError(f"{file} cannot be read ({error}). Remove it, and make the tokens anew.") from error


def token_with(location: Location, secret: str) -> Token | None:
    """The token that a secret is of."""
    digest = _hash(secret)
    return next((token for token in tokens_of(location) if hmac.compare_digest(token.sha256, digest)), None)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _file(location: Location) -> Path:
    return location.folder / "tokens.json"


def _changing(location: Location) -> AbstractContextManager[None]:
    return locked(location.folder / "tokens.lock")


def _write(location: Location, tokens: Sequence[Token]) -> None:
    """Put a new file in the place of the old one, readable by its owner alone."""
    file = _file(location)
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix="tokens-")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump([asdict(token) for token in tokens], stream, indent=1)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(file)
    except OSError as error:
        raise RecordError(f"{file} cannot be written: {error.strerror or error}.") from error
