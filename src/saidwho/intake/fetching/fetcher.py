"""Fetching one page: asked for politely, within limits, from where it may be fetched."""

import contextlib
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Self
from urllib.parse import urljoin

import httpx

from saidwho.intake.fetching.decoding import ACCEPTED, decode
from saidwho.intake.fetching.failures import FetchError
from saidwho.intake.fetching.manners import Manners
from saidwho.intake.fetching.network import Network, Resolver, resolve
from saidwho.intake.fetching.options import AGENT, FetchOptions
from saidwho.intake.fetching.robots import Robots, read_robots
from saidwho.intake.fetching.transport import BROKEN, Transport
from saidwho.types.original import Original

_PAGES = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain, */*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# RFC 9309, 2.4: a site's rules are not to be kept for longer than a day.
_ROBOTS_AGE = 86_400.0  # seconds
_CODINGS = frozenset({"content-encoding", "transfer-encoding", "content-length"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What an answer said of its version, to be sent back (RFC 9110, 13.1)."""

    etag: str | None = None
    last_modified: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in pairs.items() if value}


def validators_of(original: Original) -> Validators:
    return Validators(etag=original.header("etag"), last_modified=original.header("last-modified"))


class Fetcher:
    """Fetches pages one at a time, one connection a host with a pause, as robots.txt allows.

    resolver: gives the addresses of a host. stop: returns whether to stop, and is asked while waiting.
    wait: sleeps so many seconds; it may return early on a stop.
    """

    def __init__(
        self,
        options: FetchOptions | None = None,
        *,
        resolver: Resolver = resolve,
        ssl_context: ssl.SSLContext | None = None,
        wait: Callable[[float], object] = time.sleep,
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self._options = options or FetchOptions()
        self._is_stopped = is_stopped
        self._network = Network(allow_hosts=self._options.allow_hosts, resolver=resolver, is_stopped=is_stopped)
        self._manners = Manners(pause=self._options.pause, longest_wait=self._options.longest_wait, wait=wait)
        self._robots: dict[str, tuple[float, Robots]] = {}
        # The transport alone, without httpx's client: no redirects, cookies, proxies or passwords that we do not know of.
        self._transport = Transport(self._network, ssl_context=ssl_context)
        self._headers = {"User-Agent": self._options.user_agent, "Accept-Encoding": ACCEPTED}
        self._timeout = httpx.Timeout(self._options.read, connect=self._options.connect).as_dict()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._transport.close()

    def fetch(self, address: str) -> Original:
        """Fetch one page. Asks again, later, where that can help.

        Raises FetchError (refused, unreachable, answer, too_large, stopped).
        """
        found = self.fetch_changed(address, Validators())
        if found is None:  # 304 is an answer to validators only
            raise FetchError("The server answers that nothing has changed. Try again later.", code="answer")
        return found

    def fetch_changed(self, address: str, validators: Validators) -> Original | None:
        """Fetch one page, or None where it has not changed since the answer that the validators are from. Else as fetch."""
        left = self._options.tries
        while True:
            left -= 1
            try:
                return self._once(address, validators)
            except FetchError as error:
                if left <= 0 or not error.may_pass or error.code == "stopped" or (error.wait or 0.0) > self._options.longest_wait:
                    raise

    def _once(self, address: str, validators: Validators) -> Original | None:
        url = _checked_url(address)
        for _ in range(self._options.redirects + 1):
            self._ask_robots(url)
            with self._answer(url, {"Accept": _PAGES, **validators.headers}) as answer:
                if answer.status_code == HTTPStatus.NOT_MODIFIED and validators.headers:
                    return None
                if answer.status_code not in _REDIRECTS:
                    return self._original(address, url, answer)
                url = _next_url(url, answer)
        raise FetchError(
            f"It is passed on more than {self._options.redirects} times. Give the address where the page ends up.", code="answer"
        )

    def _original(self, address: str, url: httpx.URL, answer: httpx.Response) -> Original:
        _refuse_status(answer)
        data = self._body(answer, self._options.limit)
        media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Original(
            data=data,
            media_type=media_type or None,
            place=address,
            address=address,
            final_address=str(url),
            fetched=datetime.now(UTC),
            status=answer.status_code,
            headers=tuple(_kept_headers(answer)),
        )

    def _body(self, answer: httpx.Response, limit: int) -> bytes:
        coding = answer.headers.get("content-encoding", "")
        return decode(answer.iter_raw(), coding=coding, limit=limit, ratio=self._options.ratio)

    @contextlib.contextmanager
    def _answer(self, url: httpx.URL, headers: dict[str, str], *, delay: float | None = None) -> Iterator[httpx.Response]:
        """Ask a host when it is its turn, and remember how it answered. Raises FetchError."""
        host = url.netloc.decode("ascii")
        robots = self._robots.get(_site(url))
        self._manners.await_turn(host, delay=robots[1].delay if robots else None)
        if self._is_stopped():
            raise FetchError("Stopped before it was fetched.", code="stopped", may_pass=True)
        self._network.deadline = time.monotonic() + self._options.total
        try:
            request = httpx.Request("GET", url, headers=self._headers | headers, extensions={"timeout": self._timeout})
            with contextlib.closing(self._transport.handle_request(request)) as answer:
                yield answer
        except BROKEN as error:
            self._manners.note_failure(host, asked=None)
            raise _unreachable(host, error) from error
        except FetchError as error:
            if error.may_pass:
                self._manners.note_failure(host, asked=error.wait)
            else:
                self._manners.note_answer(host)
            raise
        self._manners.note_answer(host)

    def _ask_robots(self, url: httpx.URL) -> None:
        """Raises FetchError where the site wants nobody to fetch a page, or cannot say whether it does."""
        site = _site(url)
        known = self._robots.get(site)
        if known is None or time.monotonic() - known[0] > _ROBOTS_AGE:
            known = self._robots[site] = (time.monotonic(), self._fetch_robots(url))
        path = url.raw_path.decode("ascii")
        if not known[1].allows(path):
            raise FetchError(
                f"{site}/robots.txt asks programs not to fetch it. Ask the outlet, or save the page as a file.", code="refused"
            )

    def _fetch_robots(self, page: httpx.URL) -> Robots:
        """RFC 9309, 2.3.1: what is missing allows all, and what cannot be had allows nothing for now."""
        url = page.copy_with(raw_path=b"/robots.txt")
        for _ in range(self._options.redirects + 1):
            try:
                with self._answer(url, {"Accept": "text/plain, */*;q=0.5"}) as answer:
                    if answer.status_code in _REDIRECTS:
                        url = _next_url(url, answer)
                        continue
                    _refuse_status(answer)
                    return read_robots(self._body(answer, self._options.limit), AGENT)
            except FetchError as error:
                if error.code == "answer" and not error.may_pass:
                    return Robots()
                if error.code not in ("answer", "too_large"):
                    raise
                message = f"Its {_site(page)}/robots.txt cannot be read, so nothing of the site is fetched for now: {error}"
                raise FetchError(message, code=error.code, may_pass=error.may_pass, wait=error.wait, status=error.status) from error
        return Robots()


def _checked_url(address: str) -> httpx.URL:
    """Raises FetchError (refused) for what is no address of a page."""
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise FetchError(f"This is no address: {error}. Write https://HOST/PATH.", code="refused") from error
    if url.scheme not in ("http", "https") or not url.host or not 0 < (url.port or 80) < 1 << 16:
        raise FetchError(
            f"Only http://HOST and https://HOST addresses are fetched, not {address[:200]!r}. Give a path for a file.", code="refused"
        )
    if url.userinfo:
        raise FetchError("The address holds a user name or password, which would be kept. Save the page as a file.", code="refused")
    return url.copy_with(fragment=None)


def _next_url(url: httpx.URL, answer: httpx.Response) -> httpx.URL:
    target = answer.headers.get("location")
    if not target:
        raise FetchError("It is passed on to nowhere (no Location). Give the address where the page is.", code="answer")
    try:
        joined = urljoin(str(url), target)
    except ValueError as error:
        raise FetchError(f"It is passed on to what is no address ({error}). Give the one where the page is.", code="answer") from error
    try:
        return _checked_url(joined)
    except FetchError as error:
        raise FetchError(f"It is passed on to {joined[:200]!r}: {error}", code=error.code) from error


def _refuse_status(answer: httpx.Response) -> None:
    """Raises FetchError unless the answer is the page."""
    status = answer.status_code
    if status in (200, 203):
        return
    said = f"The server answers {status} {answer.reason_phrase}".rstrip()
    if status in (429, 503):
        raise FetchError(
            f"{said}: it wants to be asked less. Try again later.",
            code="answer",
            may_pass=True,
            wait=_retry_after(answer.headers.get("retry-after")),
            status=status,
        )
    if status >= 500 or status == 408:
        raise FetchError(f"{said}. Try again later.", code="answer", may_pass=True, status=status)
    raise FetchError(f"{said}. Check the address, or save the page as a file.", code="answer", status=status)


def _retry_after(value: str | None) -> float | None:
    """Seconds, from a number or a date (RFC 9110, 10.2.3). None where nothing sensible is said."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        then = parsedate_to_datetime(text)
    except ValueError:
        return None
    # A date without a zone is meant in UTC, as all dates of HTTP are.
    return max(0.0, (then.replace(tzinfo=then.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def _kept_headers(answer: httpx.Response) -> Iterator[tuple[str, str]]:
    for raw_name, raw_value in answer.headers.raw:
        name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
        yield f"X-Archive-Orig-{name}" if name.lower() in _CODINGS else name, value


def _unreachable(host: str, error: Exception) -> FetchError:
    why = " ".join(str(error).split())[:200] or type(error).__name__
    return FetchError(f"{host} cannot be reached, or broke off ({why}). Try again later.", code="unreachable", may_pass=True)


def _site(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"
