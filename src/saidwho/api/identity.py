"""Who asks, and what may they do?

Programs send a token with each request (Authorization: Bearer). People give it once, and get a session: a random word in a
cookie that no script can read and no other site makes a browser send. A form of a session carries a second word, since a
cookie alone does not show that the person meant it.
"""

import hmac
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request

from saidwho.api.sessions import Sessions
from saidwho.record.location import Location
from saidwho.record.tokens import Token, token_with, tokens_of

COOKIE = "saidwho_session"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who asks. name: of the token. form: the word for forms, None where the token itself was sent."""

    name: str
    scopes: tuple[str, ...]
    form: str | None = None


@dataclass(slots=True)
class Doorkeeper:
    """Knows the tokens of one record, and who is signed in. is_open: whether everybody may read."""

    location: Location
    is_open: bool = True
    sessions: Sessions = field(default_factory=Sessions)

    def begin(self, secret: str) -> str | None:
        """Begin a session with a token; None where nobody has it. Returns the word for the cookie."""
        token = token_with(self.location, secret.strip())
        if token is None:
            return None
        return self.sessions.begin(token.id)

    def end(self, request: Request) -> None:
        """End the session of a request."""
        self.sessions.end(request.cookies.get(COOKIE, ""))

    def who(self, request: Request) -> Identity | None:
        """Who asks; None for somebody without token or session. Raises HTTPException for a token that nobody has."""
        kind, _, secret = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            token = token_with(self.location, secret.strip())
            if token is None:
                raise HTTPException(401, "No such token, or it was revoked.", {"WWW-Authenticate": "Bearer"})
            return Identity(name=token.name, scopes=token.scopes)
        session = self.sessions.of(request.cookies.get(COOKIE, ""))
        if session is None:
            return None
        kept = self._kept(session.token)
        return Identity(name=kept.name, scopes=kept.scopes, form=session.form) if kept else None

    def _kept(self, identity: str) -> Token | None:
        return next((token for token in tokens_of(self.location) if token.id == identity), None)

    def may_read(self, request: Request) -> Identity | None:
        """Let somebody look. Raises HTTPException where they may not."""
        who = self.who(request)
        if not self.is_open and who is None:
            raise HTTPException(401, "Looking at this record needs a token: saidwho token new.", {"WWW-Authenticate": "Bearer"})
        return who

    def may_review(self, request: Request) -> Identity:
        """Let somebody judge. Raises HTTPException where they may not."""
        who = self.who(request)
        if who is None:
            raise HTTPException(
                401, "Judging needs a token. Make one with: saidwho token new --name YOU --scope review", {"WWW-Authenticate": "Bearer"}
            )
        if "review" not in who.scopes:
            raise HTTPException(403, f"The token of {who.name} may not judge: it lacks the scope review.")
        return who


def check_form(request: Request, who: Identity, word: str) -> None:
    """See to it that a form came from a page of ours. Raises HTTPException."""
    origin = request.headers.get("origin")
    is_foreign = origin is not None and (origin == "null" or urlsplit(origin).netloc != request.headers.get("host"))
    if is_foreign or request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403, "This form came from another site.")
    if who.form is not None and not hmac.compare_digest(who.form.encode(), word.encode("utf-8", "replace")):
        raise HTTPException(403, "This form is not of your session. Open the page again, and send it anew.")
