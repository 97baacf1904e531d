"""A time-stamping server stamps the root of the log, and its token is kept. The server is real, made with openssl."""

import datetime
import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
import sqlalchemy as sa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from saidwho.errors import LogError
from saidwho.record import tables
from saidwho.record.log.stamps import stamp_root, stamped_text
from saidwho.record.record import Record
from saidwho.record.verification.verifying import verify
from tests.record.made import keep, shape_of

rfc3161_client = pytest.importorskip("rfc3161_client", reason="time stamps need saidwho[timestamps]")
TEXT = "Ada Vale said that 17 people were struck at Ilven."

_SETTINGS = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
signer_cert = {folder}/cert.pem
signer_key = {folder}/key.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
"""


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a time-stamping authority: its certificate, its key and its settings."""
    if shutil.which("openssl") is None:
        pytest.skip("the time-stamping server of this test is made with openssl, which is not installed")
    folder = tmp_path_factory.mktemp("authority")
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "A clock of our own")])
    today = datetime.datetime.now(datetime.UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(today - datetime.timedelta(days=1)).not_valid_after(today + datetime.timedelta(days=1))
    made = made.add_extension(x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    certificate = made.sign(key, hashes.SHA256())
    plain = serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain))
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "serial").write_text("01\n", encoding="ascii")
    (folder / "settings").write_text(_SETTINGS.format(folder=folder), encoding="ascii")
    return folder


def openssl_reply(authority: Path, query: bytes) -> bytes:
    (authority / "query").write_bytes(query)
    words = ["openssl", "ts", "-reply", "-config", "settings", "-queryfile", "query", "-out", "reply"]
    subprocess.run(words, cwd=authority, check=True, capture_output=True)
    return (authority / "reply").read_bytes()


@contextmanager
def answering(answer: object) -> Iterator[tuple[str, list[bytes]]]:
    """A server that answers each query by a function. Yields its address and the queries it got."""
    queries: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            queries.append(self.rfile.read(int(self.headers["Content-Length"])))
            body = answer(queries[-1])  # type: ignore[operator]
            self.send_response(200 if body else 503)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", queries
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_root_is_stamped_and_the_token_kept(record: Record, authority: Path) -> None:
    """openssl, which knows nothing of us, finds the token good."""
    keep(record, shape_of(TEXT))
    with answering(lambda query: openssl_reply(authority, query)) as (server, queries):
        size, root = stamp_root(record, server)
        stamp_root(record, server)
    assert 1 == len(queries)
    with record.reading() as connection:
        (kept,) = connection.execute(sa.select(tables.stamps)).all()
    (authority / "token").write_bytes(kept.token)
    (authority / "text").write_bytes(stamped_text(size=size, root=root))
    words = ["openssl", "ts", "-verify", "-data", "text", "-in", "token", "-CAfile", "cert.pem"]
    assert 0 == subprocess.run(words, cwd=authority, check=False, capture_output=True).returncode
    assert [] == list(verify(record))


def test_only_a_hash_is_sent(record: Record, authority: Path) -> None:
    """Nothing of what the record holds leaves the machine."""
    keep(record, shape_of(TEXT))
    with answering(lambda query: openssl_reply(authority, query)) as (server, queries):
        size, root = stamp_root(record, server)
    assert hashlib.sha256(stamped_text(size=size, root=root)).digest() in queries[0]
    assert len(queries[0]) < 100


def test_a_log_that_was_rewritten_does_not_fit_its_stamp(record: Record, authority: Path) -> None:
    """Even where its entries, their leaves and its file all agree."""
    keep(record, shape_of(TEXT))
    with answering(lambda query: openssl_reply(authority, query)) as (server, _):
        stamp_root(record, server)
    change = sa.update(tables.stamps).values(root="00" * 32)
    record.write(lambda connection: connection.execute(change))
    assert ["altered: log"] == [f"{fault.kind}: {fault.item}" for fault in verify(record)]


def test_what_is_no_stamp_is_refused(record: Record, authority: Path) -> None:
    """Nor is one about something else, nor silence; the log is whole without."""
    keep(record, shape_of(TEXT))
    other = rfc3161_client.TimestampRequestBuilder().data(b"else").hash_algorithm(rfc3161_client.HashAlgorithm.SHA256).build().as_bytes()
    answers = [(b"hello", "no stamp"), (b"", "did not answer"), (openssl_reply(authority, other), "something else")]
    for body, told in answers:
        with answering(lambda _, body=body: body) as (server, _), pytest.raises(LogError, match=told):
            stamp_root(record, server)
    with pytest.raises(LogError, match="did not answer"):
        stamp_root(record, "http://127.0.0.1:9/")
    assert [] == list(verify(record))
