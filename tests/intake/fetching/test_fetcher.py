"""One page is fetched, or one line says why not, whatever the server does."""

import gzip
import ssl
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from saidwho.intake.fetching.failures import FetchError
from saidwho.intake.fetching.fetcher import Fetcher, Validators, validators_of
from saidwho.intake.fetching.options import FetchOptions
from saidwho.types.original import Original
from tests.intake.server import HOST, Request, Site, serving

QUICK = FetchOptions(allow_hosts=frozenset({HOST, "post.example"}), pause=0.0, tries=1, connect=2.0, read=2.0, total=5.0)
BODY = b"<html><p>The governor said so.</p></html>"
ADDRESSES = {HOST: [HOST], "post.example": [HOST], "inside.example": [HOST], "cloud.example": ["169.254.169.254"], "none.example": []}


def resolver(host: str, port: int) -> list[str]:
    if host not in ADDRESSES:
        raise OSError("no such host")
    return ADDRESSES[host]


def page(url: str, options: FetchOptions = QUICK) -> Original:
    with Fetcher(options, resolver=resolver, wait=lambda seconds: None) as fetcher:
        return fetcher.fetch(url)


def changed(url: str, validators: Validators) -> Original | None:
    with Fetcher(QUICK, resolver=resolver) as fetcher:
        return fetcher.fetch_changed(url, validators)


def failure(url: str, options: FetchOptions = QUICK) -> FetchError:
    with pytest.raises(FetchError) as caught:
        page(url, options)
    # One line: what and why, and what to do.
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".") or "--allow-host" in str(caught.value)
    return caught.value


def test_a_page_is_fetched_with_all_that_is_known_of_it(site: Site) -> None:
    """Its bytes, type, addresses, time, status and headers."""
    site.put("/a", BODY, Content_Type="text/html; charset=UTF-8", ETag='"1"')
    found = page(site.url("/a?x=1#part"))
    assert (BODY, "text/html", 200) == (found.data, found.media_type, found.status)
    assert (site.url("/a?x=1#part"), site.url("/a?x=1")) == (found.address, found.final_address)
    assert ("text/html; charset=UTF-8", '"1"') == (found.header("content-type"), found.header("etag"))
    assert timedelta(0) <= datetime.now(UTC) - found.fetched < timedelta(minutes=1)


def test_a_server_learns_who_asks(site: Site) -> None:
    """By a name to look up, a contact where given, and the host's own name; no referrer, no cookie."""
    site.put("/a", BODY, Set_Cookie="id=7")
    with Fetcher(replace(QUICK, contact="https://desk.example/"), resolver=resolver) as fetcher:
        fetcher.fetch(site.url("/a", "post.example"))
        fetcher.fetch(site.url("/a", "post.example"))
    headers = site.seen[-1][1]
    assert f"post.example:{site.port}" == headers["Host"]
    assert headers["User-Agent"].startswith("saidwho/")
    assert "+https://desk.example/" in headers["User-Agent"]
    assert {"Cookie", "Referer", "Authorization"} & set(headers) == set()


def test_compressed_pages_are_unpacked(site: Site) -> None:
    """And the header that no longer holds is kept under another name."""
    site.put("/a", gzip.compress(BODY), Content_Encoding="gzip")
    found = page(site.url("/a"))
    assert (BODY, None, "gzip") == (found.data, found.header("content-encoding"), found.header("x-archive-orig-content-encoding"))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site: Site, status: int) -> None:
    """To where the page is, within a site and to another."""
    site.redirect("/a", "b?c#d", status)
    site.redirect("/b", site.url("/e", "post.example"), status)
    site.put("/e", BODY)
    found = page(site.url("/a"))
    assert (BODY, site.url("/a"), site.url("/e", "post.example")) == (found.data, found.address, found.final_address)


@pytest.mark.parametrize(
    ("code", "words", "target"),
    [
        ("refused", "file", "file:///etc/passwd"),
        ("refused", "javascript", "javascript:alert(1)"),
        ("refused", "127.0.0.1", "http://inside.example:{port}/a"),
        ("refused", "169.254.169.254", "http://cloud.example/latest/meta-data/"),
        ("refused", "user name", "http://me:secret@post.example:{port}/a"),
        ("answer", "nowhere", ""),
        ("answer", "no address", "http://[::1"),
        ("answer", "more than 5 times", "/loop"),
    ],
)
def test_redirects_to_what_may_not_be_fetched_are_refused(site: Site, code: str, words: str, target: str) -> None:
    """Private addresses, other schemes, loops: no hop is trusted more than the first."""
    site.redirect("/loop", target.format(port=site.port))
    site.put("/a", BODY)
    error = failure(site.url("/loop"))
    assert (code, True) == (error.code, words in str(error)), error
    assert 0 == site.asked("/a")


@pytest.mark.parametrize(
    ("code", "url"),
    [
        ("refused", "file:///etc/passwd"),
        ("refused", "ftp://post.example/a"),
        ("refused", "javascript:alert(1)"),
        ("refused", "http://"),
        ("refused", "http:///a"),
        ("refused", "http://post.example:99999/"),
        ("refused", "http://inside.example/"),
        ("refused", "http://me:secret@post.example/"),
        ("refused", "http://a\x00b/"),
        ("unreachable", "http://unknown.example/"),
        ("unreachable", "http://none.example/"),
        ("unreachable", f"http://{HOST}:1/"),
    ],
)
def test_addresses_that_cannot_be_fetched_are_told(code: str, url: str) -> None:
    """Without a connection where none may be made."""
    assert code == failure(url).code


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "localhost", "[::1]", "[::ffff:7f00:1]", "0.0.0.0"])
def test_this_machine_is_refused_however_it_is_written(host: str) -> None:
    """With the system's own name service."""
    with Fetcher(QUICK) as fetcher, pytest.raises(FetchError) as caught:
        fetcher.fetch(f"http://{host}:1/")
    # A system without IPv6, or one that does not read 127.1 as an address, knows no such host.
    assert caught.value.code in ("refused", "unreachable")
    assert "cannot be reached" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "may_pass"), [(404, False), (403, False), (410, False), (206, False), (204, False), (500, True), (503, True)]
)
def test_an_answer_that_is_not_the_page_is_told(site: Site, status: int, may_pass: bool) -> None:
    """With its number, and whether another try may help."""
    site.put("/a", b"", status=status)
    error = failure(site.url("/a"))
    assert ("answer", status, may_pass) == (error.code, error.status, error.may_pass)


def test_a_failing_server_is_asked_again(site: Site) -> None:
    """As often as the options say."""
    site.put("/a", b"", status=500)
    assert 500 == failure(site.url("/a"), replace(QUICK, tries=3)).status
    assert 3 == site.asked("/a")


@pytest.mark.parametrize("is_date", [False, True])
def test_a_server_that_asks_for_time_gets_it(site: Site, is_date: bool) -> None:
    """Retry-After is waited for, in seconds or until a date."""
    asked = format_datetime(datetime.now(UTC) + timedelta(seconds=31), usegmt=True) if is_date else "30"
    waited: list[float] = []

    def first(request: Request) -> None:
        site.put("/a", BODY)
        request.send(b"", status=429, headers={"Retry-After": asked})

    site.pages["/a"] = first
    with Fetcher(replace(QUICK, tries=2), resolver=resolver, wait=waited.append) as fetcher:
        found = fetcher.fetch(site.url("/a"))
    assert BODY == found.data
    assert [True] == [28 < seconds <= 31 for seconds in waited]


def test_a_server_that_asks_for_more_is_left_alone(site: Site) -> None:
    """Also by the next page of it, which is not asked for."""
    site.put("/a", b"", status=429, Retry_After="3600")
    site.put("/b", BODY)
    with Fetcher(replace(QUICK, tries=3), resolver=resolver, wait=lambda seconds: None) as fetcher:
        for path in ("/a", "/b"):
            with pytest.raises(FetchError, match="Try again later"):
                fetcher.fetch(site.url(path))
    assert (1, 0) == (site.asked("/a"), site.asked("/b"))


def test_an_unchanged_page_is_not_sent_again(site: Site) -> None:
    """Once its version is known."""
    site.put_versioned("/a", BODY, '"1"')
    found = page(site.url("/a"))
    assert changed(site.url("/a"), validators_of(found)) is None
    site.put_versioned("/a", b"<html>new", '"2"')
    new = changed(site.url("/a"), validators_of(found))
    assert new is not None
    assert b"<html>new" == new.data


def test_a_silent_server_is_given_up(site: Site) -> None:
    """Before it has answered, and in the middle of its answer."""
    site.drip("/head", b"", b"", 0.1)
    site.drip("/body", b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n<html>", b"", 0.1)
    options = replace(QUICK, read=0.3)
    began = time.monotonic()
    assert ["unreachable"] * 2 == [failure(site.url(path), options).code for path in ("/head", "/body")]
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    ],
    ids=["headers", "body", "chunks"],
)
def test_a_server_that_never_ends_is_given_up(site: Site, head: bytes, piece: bytes) -> None:
    """Though something comes all the time."""
    site.drip("/a", head, piece, 0.05)
    began = time.monotonic()
    error = failure(site.url("/a"), replace(QUICK, total=0.5))
    assert ("unreachable", True) == (error.code, error.may_pass)
    assert time.monotonic() - began < 3


def test_a_huge_answer_is_left_out(site: Site) -> None:
    """By what it says of its size, by what comes, and by what it unpacks to."""
    site.drip("/endless", b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 100_000, 0.0)
    site.put("/bomb", gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")
    options = replace(QUICK, limit=30_000_000)
    assert ["too_large"] * 2 == [failure(site.url(path), options).code for path in ("/endless", "/bomb")]


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\x00\xff\xfe garbage",
        b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n<html>",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n<html>",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        b"HTTP/1.1 999999 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n",
    ],
)
def test_a_broken_answer_is_told(site: Site, answer: bytes) -> None:
    """As unreachable: another try may find it whole."""
    site.put_raw("/a", answer)
    assert "unreachable" == failure(site.url("/a")).code


def test_robots_are_kept_to(site: Site) -> None:
    """Asked for once a site, before its first page."""
    site.put("/robots.txt", b"User-agent: *\nDisallow: /private")
    site.put("/a", BODY)
    site.put("/private", BODY)
    with Fetcher(QUICK, resolver=resolver) as fetcher:
        assert BODY == fetcher.fetch(site.url("/a")).data
        with pytest.raises(FetchError, match=r"robots\.txt asks programs not to fetch it") as caught:
            fetcher.fetch(site.url("/private"))
    assert ("refused", ["/robots.txt", "/a"]) == (caught.value.code, [path for path, _ in site.seen])


def test_robots_hold_after_a_redirect(site: Site) -> None:
    """On the site that it leads to."""
    site.put("/robots.txt", b"User-agent: *\nDisallow: /private")
    site.redirect("/a", site.url("/private", "post.example"))
    site.put("/private", BODY)
    assert "refused" == failure(site.url("/a")).code
    assert (2, 0) == (site.asked("/robots.txt"), site.asked("/private"))


def test_robots_that_cannot_be_had_mean_wait(site: Site) -> None:
    """A server in trouble, or a silent one, has not said that we may."""
    site.put("/robots.txt", b"", status=503)
    site.put("/a", BODY)
    assert "for now" in str(failure(site.url("/a")))
    site.drip("/robots.txt", b"", b"", 0.1)
    assert "unreachable" == failure(site.url("/a"), replace(QUICK, read=0.3)).code
    assert 0 == site.asked("/a")


def test_robots_that_are_missing_or_elsewhere(site: Site) -> None:
    """None allow all; a redirect to them is followed."""
    site.put("/a", BODY)
    assert BODY == page(site.url("/a")).data
    site.redirect("/robots.txt", "/rules.txt")
    site.put("/rules.txt", b"User-agent: saidwho\nDisallow: /")
    assert "refused" == failure(site.url("/a")).code


def test_the_environment_is_not_asked_for_a_proxy(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would resolve the name again, unchecked."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    site.put("/a", BODY)
    assert BODY == page(site.url("/a")).data


def test_a_stop_ends_a_fetch(site: Site) -> None:
    """Though the server would keep us for long."""
    site.drip("/a", b"HTTP/1.1 200 OK\r\n\r\n", b"x", 0.05)
    began = time.monotonic()
    with (
        Fetcher(QUICK, resolver=resolver, is_stopped=lambda: time.monotonic() - began > 0.3) as fetcher,
        pytest.raises(FetchError) as caught,
    ):
        fetcher.fetch(site.url("/a"))
    assert "stopped" == caught.value.code
    assert time.monotonic() - began < 2


def test_a_certificate_is_of_the_host_that_was_asked_for(tmp_path: Path) -> None:
    """Though the connection goes to a number: another host at the same address cannot answer for it."""
    serving_context, client_context = certified("post.example", tmp_path)
    with serving(serving_context) as site:
        site.put("/a", BODY)
        with Fetcher(QUICK, resolver=resolver, ssl_context=client_context) as fetcher:
            assert BODY == fetcher.fetch(site.url("/a", "post.example").replace("http:", "https:")).data
            with pytest.raises(FetchError, match="certificate"):
                fetcher.fetch(site.url("/a").replace("http:", "https:"))
        assert f"post.example:{site.port}" == site.seen[-1][1]["Host"]


def certified(host: str, folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's context with a certificate for a host, and a client's that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
    pem = made.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM)
    file = folder / "server.pem"
    file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + pem)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file)
    return server, ssl.create_default_context(cadata=pem.decode())
