"""A WACZ holds the originals behind a selection, as replay programs expect them."""

import gzip
import hashlib
import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from saidwho.export.wacz import surt, write_wacz
from saidwho.record.find.evidence import originals_behind
from saidwho.record.find.filters import Filters
from saidwho.record.find.selection import select_reports
from saidwho.record.location import locate
from saidwho.record.record import Record, open_record
from saidwho.record.withholding import withhold
from tests.record.made import keep, shape_of

PAGE = shape_of("Ada Vale said that 12 boats struck Ilven.", key="a", url="https://www.Example.org/News?b=1", title="Boats \ud800 struck")
OTHER = shape_of("Bo Karr said that all was quiet.", key="b")


@pytest.fixture
def record(tmp_path: Path) -> Record:
    found = open_record(locate(str(tmp_path / "record")), create=True)
    keep(found, PAGE, OTHER)
    return found


def wacz(record: Record, **filters: str) -> bytes:
    stream = BytesIO()
    with record, record.reading() as connection:
        numbers = [one.number for one in select_reports(connection, Filters(**filters))]
        write_wacz(originals_behind(record, connection, numbers), stream)
    return stream.getvalue()


def test_it_has_the_parts_of_the_specification(record: Record) -> None:
    """WACZ 1.1.1: WARC, index, pages and a data package, none of them deflated by the ZIP."""
    archive = zipfile.ZipFile(BytesIO(wacz(record)))
    assert {"archive/data.warc.gz", "indexes/index.cdx.gz", "pages/pages.jsonl", "datapackage.json", "datapackage-digest.json"} == set(
        archive.namelist()
    )
    assert {zipfile.ZIP_STORED} == {entry.compress_type for entry in archive.infolist()}


def test_the_package_holds_the_digests_of_its_parts(record: Record) -> None:
    """And the digest of the package itself stands beside it."""
    archive = zipfile.ZipFile(BytesIO(wacz(record)))
    package = json.loads(archive.read("datapackage.json"))
    assert ("data-package", "1.1.1") == (package["profile"], package["wacz_version"])
    for resource in package["resources"]:
        data = archive.read(resource["path"])
        assert (f"sha256:{hashlib.sha256(data).hexdigest()}", len(data)) == (resource["hash"], resource["bytes"])
    told = json.loads(archive.read("datapackage-digest.json"))
    assert f"sha256:{hashlib.sha256(archive.read('datapackage.json')).hexdigest()}" == told["hash"]


def test_the_index_leads_to_the_records(record: Record) -> None:
    """Each line's offset and length are of a gzip member that holds the bytes of its digest; lines are sorted."""
    archive = zipfile.ZipFile(BytesIO(wacz(record)))
    warc = archive.read("archive/data.warc.gz")
    lines = gzip.decompress(archive.read("indexes/index.cdx.gz")).decode().splitlines()
    assert (2, sorted(lines)) == (len(lines), lines)
    for line in lines:
        key, time, told = line.split(" ", 2)
        entry = json.loads(told)
        part = warc[int(entry["offset"]) : int(entry["offset"]) + int(entry["length"])]
        found = next(ArchiveIterator(BytesIO(part)))
        assert entry["url"] == found.rec_headers.get_header("WARC-Target-URI")
        assert entry["digest"] == f"sha256:{hashlib.sha256(found.content_stream().read()).hexdigest()}"
        assert (surt(entry["url"]), "20231117080000") == (key, time)


def test_pages_can_be_listed(record: Record) -> None:
    """A head line, then a page an original, with address, time and title."""
    lines = zipfile.ZipFile(BytesIO(wacz(record))).read("pages/pages.jsonl").decode().splitlines()
    assert "json-pages-1.0" == json.loads(lines[0])["format"]
    pages = {page["url"]: page for page in map(json.loads, lines[1:])}
    assert ("Boats � struck", "2023-11-17T08:00:00Z") == (
        pages["https://www.Example.org/News?b=1"]["title"],
        pages["https://www.Example.org/News?b=1"]["ts"],
    )


def test_the_same_selection_gives_the_same_bytes(record: Record) -> None:
    """No time of writing is in it."""
    assert wacz(record) == wacz(record)


def test_only_what_backs_the_selection_is_in_it(record: Record) -> None:
    """By any filter."""
    archive = zipfile.ZipFile(BytesIO(wacz(record, about="boats")))
    assert 1 == len(gzip.decompress(archive.read("indexes/index.cdx.gz")).splitlines())


def test_what_is_withheld_is_not_in_it(record: Record) -> None:
    """Neither a withheld document's original, nor one that names a withheld person."""
    withhold(record, OTHER["document"]["id"], reason="asked for")
    withhold(record, PAGE["statements"][0]["speaker"], reason="asked for")
    warc = gzip.decompress(zipfile.ZipFile(BytesIO(wacz(record))).read("archive/data.warc.gz"))
    assert (False, False) == (b"Ada Vale" in warc, b"Bo Karr" in warc)


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.Example.org/News?b=1", "org,example)/news?b=1"),
        ("http://example.org:8080", "org,example:8080)/"),
        ("http://example.org:80/a b", "org,example)/a%20b"),
        ("file:reports/a.txt", "file:reports/a.txt"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_addresses_are_sorted_by_host(address: str, key: str) -> None:
    """The host from its end, so that a site's pages stand together."""
    assert key == surt(address)
