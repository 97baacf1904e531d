"""The originals behind a selection as WACZ 1.1.1: a ZIP that replay programs open.

Their WARC records go in as they were kept, so the times of fetching are in them: they are part of the evidence.
"""

import gzip
import hashlib
import json
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from saidwho.export.cells import plain
from saidwho.record.archive.members import heading_member
from saidwho.record.find.evidence import Backing

_DATA = "data.warc.gz"
# The earliest time that a ZIP can tell, so that the same selection gives the same bytes.
_TIME = (1980, 1, 1, 0, 0, 0)


def write_wacz(originals: Iterable[Backing], stream: BinaryIO) -> None:
    """Write a WACZ. The stream is only written to, never read or moved in."""
    with zipfile.ZipFile(stream, "w") as archive:
        resources, lines, pages = [], [], [_json({"format": "json-pages-1.0", "id": "pages", "title": "All Pages"})]
        digest, length = hashlib.sha256(), 0
        with archive.open(_entry(f"archive/{_DATA}"), "w", force_zip64=True) as warc:
            for member, backing in _members(originals):
                warc.write(member)
                digest.update(member)
                if backing is not None:
                    lines.append(_index_line(backing, offset=length))
                    pages.append(_json(_page(backing)))
                length += len(member)
        resources.append(_resource(f"archive/{_DATA}", digest.hexdigest(), length))
        index = gzip.compress("".join(sorted(lines)).encode(), mtime=0)
        for path, data in (("indexes/index.cdx.gz", index), ("pages/pages.jsonl", ("\n".join(pages) + "\n").encode())):
            archive.writestr(_entry(path), data)
            resources.append(_resource(path, hashlib.sha256(data).hexdigest(), len(data)))
        package = {"profile": "data-package", "wacz_version": "1.1.1", "software": "saidwho", "resources": resources}
        described = json.dumps(package, indent=1).encode()
        archive.writestr(_entry("datapackage.json"), described)
        told = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(described).hexdigest()}"}
        archive.writestr(_entry("datapackage-digest.json"), json.dumps(told, indent=1).encode())


def _members(originals: Iterable[Backing]) -> Iterable[tuple[bytes, Backing | None]]:
    yield _heading(), None
    for backing in originals:
        yield backing.member, backing


def _heading() -> bytes:
    """A warcinfo record that tells no time and has no id of chance."""
    member = heading_member(_DATA)
    lines = gzip.decompress(member).split(b"\r\n")
    fixed = {b"WARC-Date": b"1970-01-01T00:00:00Z", b"WARC-Record-ID": b"<urn:uuid:00000000-0000-5000-8000-000000000000>"}
    for at, line in enumerate(lines):
        name = line.partition(b":")[0]
        if name in fixed:
            lines[at] = name + b": " + fixed[name]
    return gzip.compress(b"\r\n".join(lines), mtime=0)


def _entry(path: str) -> zipfile.ZipInfo:
    # Stored, not deflated: replay programs read single records out of it.
    info = zipfile.ZipInfo(path, date_time=_TIME)
    info.external_attr = 0o644 << 16
    return info


def _resource(path: str, sha256: str, length: int) -> dict[str, Any]:
    return {"name": path.rpartition("/")[2], "path": path, "hash": f"sha256:{sha256}", "bytes": length}


def _page(backing: Backing) -> dict[str, Any]:
    page = {"id": backing.digest[:32], "url": backing.target, "ts": _time(backing).strftime("%Y-%m-%dT%H:%M:%SZ")}
    return page | ({"title": plain(backing.title)} if backing.title else {})


def _index_line(backing: Backing, *, offset: int) -> str:
    """One line of CDXJ: the sort key of the address, the time, and where the record lies."""
    # Only answers that were read are kept.
    told = {"url": backing.target, "mime": backing.media_type or "application/octet-stream", "status": "200"}
    told |= {"digest": f"sha256:{backing.digest}", "length": str(len(backing.member)), "offset": str(offset), "filename": _DATA}
    return f"{surt(backing.target)} {_time(backing):%Y%m%d%H%M%S} {_json(told)}\n"


def _time(backing: Backing) -> datetime:
    return datetime.fromisoformat(backing.fetched).astimezone(UTC)


def surt(address: str) -> str:
    """The sort key of an address: its host from the end, in small letters, without www and usual ports."""
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return address.lower().replace(" ", "%20")
    if parts.scheme not in ("http", "https") or not host:
        return address.lower().replace(" ", "%20")
    rest = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}".lower()
    ends = f":{port}" if port and port not in (80, 443) else ""
    return f"{','.join(reversed(host.split('.')))}{ends}){rest}".replace(" ", "%20")


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
