"""What does one original look like in a WARC file? One gzip member, that can be read by itself."""

import hashlib
import importlib.metadata
import json
import re
import uuid
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from urllib.parse import quote

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from saidwho.errors import ArchiveError
from saidwho.types.original import Original

_LINE_ENDS = re.compile(r"[\r\n\0]+")
_DATE = "%Y-%m-%dT%H:%M:%S.%fZ"
TOMBSTONE = "application/vnd.saidwho.erased+json"
# What every member begins with: deflated, with a comment, no time, slowest, unknown system.
_HEADER = b"\x1f\x8b\x08\x10" + bytes(4) + b"\x02\xff"
# A member is never shorter, so that a tombstone with a reason of some sentences fits in the place of any original.
SHORTEST = 768  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One record of a WARC file, read. kind: the WARC type, "erased" for a tombstone. digest: SHA-256 of data, in hex."""

    kind: str
    target: str
    digest: str
    data: bytes
    media_type: str | None
    fetched: str
    headers: tuple[tuple[str, str], ...] = ()


def target_of(original: Original) -> str:
    """What an original goes by: its address, or its path as it was given."""
    return original.final_address or original.address or "file:" + quote(original.place, safe="/-._~:#", errors="surrogatepass")


def member_of(original: Original) -> bytes:
    """An original as one gzip member: a response where it was answered over HTTP, else a resource."""
    target = target_of(original)
    http = None
    if original.status is not None:
        http = StatusAndHeaders(str(original.status), [(_line(k), _line(v)) for k, v in original.headers], protocol="HTTP/1.1")
        http.compute_headers_buffer()
    block = (http.headers_buff if http else b"") + original.data
    headers = {
        # Made from content, so that an original is one record however often it is written.
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{target} {original.digest}')}>",
        "WARC-Date": original.fetched.astimezone(UTC).strftime(_DATE),
        "WARC-Payload-Digest": f"sha256:{original.digest}",
        "WARC-Block-Digest": f"sha256:{_sha256(block)}",
    }
    kind, media_type = ("response", "application/http; msgtype=response") if http else ("resource", original.media_type or "")
    media_type = media_type or "application/octet-stream"
    return _packed(_written(kind, _line(target), original.data, headers=headers, media_type=media_type, http=http), SHORTEST)


def heading_member(filename: str) -> bytes:
    """The member that a file begins with: which program wrote it."""
    stream = BytesIO()
    writer = WARCWriter(stream, gzip=False, warc_version="1.1")
    software = f"saidwho {importlib.metadata.version('saidwho')}"
    writer.write_record(writer.create_warcinfo_record(filename, {"software": software, "format": "WARC File Format 1.1"}))
    return _packed(stream.getvalue())


def tombstone_member(*, digest: str, target: str, at: str, reason: str, length: int) -> bytes:
    """What stands in the place of an erased original: its hash, the date and the reason, in as many bytes.

    length: of the member that it replaces. The reason is left to the log where it does not fit, then the target.
    Raises ArchiveError where not even the hash fits.
    """
    told = {"digest": f"sha256:{digest}", "erased": at, "reason": reason}
    shorter = {**told, "reason": "see the log"}
    for name, body in ((target, told), (target, shorter), ("urn:erased", shorter)):
        member = _packed(_tombstone(name, body, digest=digest, at=at), length)
        if len(member) == length:
            return member
    raise ArchiveError(f"The original {digest} takes {length} bytes, too few to say there that it was erased.")


def read_member(data: bytes) -> Member:
    """Read one gzip member. Raises ArchiveError where it is no record, or its bytes do not fit its own checksum."""
    try:
        # The iterator reads over a header, a checksum and an end that are wrong.
        _check_header(data)
        _check_whole(data)
        record = next(ArchiveIterator(BytesIO(data)))
        body = record.content_stream().read()
    except (ArchiveLoadFailed, StopIteration, zlib.error, EOFError, OSError, ValueError, KeyError) as error:
        raise ArchiveError(f"not a WARC record ({error})") from error
    head = record.rec_headers
    is_erased = head.get_header("Content-Type") == TOMBSTONE
    http = record.http_headers
    return Member(
        kind="erased" if is_erased else record.rec_type,
        target=head.get_header("WARC-Target-URI") or "",
        digest=_told_digest(body) if is_erased else _sha256(body),
        data=body,
        media_type=http.get_header("Content-Type") if http else head.get_header("Content-Type"),
        fetched=head.get_header("WARC-Date") or "",
        headers=tuple(http.headers) if http else (),
    )


def _check_whole(data: bytes) -> None:
    """That data is one gzip member and no more. Raises zlib.error where its checksum is wrong, else ArchiveError."""
    decoder = zlib.decompressobj(zlib.MAX_WBITS | 16)
    decoder.decompress(data)
    if not decoder.eof or decoder.unused_data:
        raise ArchiveError("no single record")


def _tombstone(target: str, told: dict[str, str], *, digest: str, at: str) -> bytes:
    body = json.dumps(told, ensure_ascii=False, sort_keys=True).encode()
    identity = f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'erased {digest} {at}')}>"
    headers = {"WARC-Record-ID": identity, "WARC-Date": at, "WARC-Payload-Digest": f"sha256:{_sha256(body)}"}
    headers["WARC-Block-Digest"] = headers["WARC-Payload-Digest"]
    return _written("metadata", target, body, headers=headers, media_type=TOMBSTONE)


def _packed(content: bytes, length: int = 0) -> bytes:
    """Content as one gzip member of at least that many bytes: readers skip the blanks, which are a comment in its header."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    deflated = packed.compress(content) + packed.flush()
    blanks = max(0, length - len(_HEADER) - 1 - len(deflated) - 8)
    trailer = zlib.crc32(content).to_bytes(4, "little") + (len(content) & 0xFFFFFFFF).to_bytes(4, "little")
    return _HEADER + b" " * blanks + b"\0" + deflated + trailer


def _check_header(data: bytes) -> None:
    """That no byte was altered which gzip's own checksum leaves out. Raises ArchiveError."""
    if not data.startswith(_HEADER) or data[len(_HEADER) :].lstrip(b" ")[:1] != b"\0":
        raise ArchiveError("its gzip header is not as it was written")


def _written(
    kind: str, target: str, data: bytes, *, headers: dict[str, str], media_type: str, http: StatusAndHeaders | None = None
) -> bytes:
    """A record as WARC has it, not yet packed."""
    stream = BytesIO()
    writer = WARCWriter(stream, gzip=False, warc_version="1.1")
    record = writer.create_warc_record(
        target, kind, payload=BytesIO(data), length=len(data), warc_content_type=media_type, warc_headers_dict=headers, http_headers=http
    )
    writer.write_record(record)
    return stream.getvalue()


def _told_digest(body: bytes) -> str:
    """Which original a tombstone stands for."""
    try:
        told = json.loads(body)
        return str(told["digest"]).removeprefix("sha256:")
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveError("a tombstone that does not say what it stands for") from error


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _line(value: str) -> str:
    """A header's value: one line, whatever a server sent."""
    return _LINE_ENDS.sub(" ", value).strip()


def date_of(warc_date: str) -> str:
    """The WARC-Date of a member as the record writes times; as it stands where it is none."""
    try:
        return datetime.fromisoformat(warc_date).astimezone(UTC).strftime(_DATE)
    except ValueError:
        return warc_date
