"""GeoNames dumps of users."""

import zipfile
from pathlib import Path

import pytest

from saidwho.errors import GazetteerError
from saidwho.grounding.places.dump import read_dump
from saidwho.grounding.places.index import Index, write_index
from tests.grounding.places.conftest import CODES

ALPHA3 = dict(CODES)


def line(**changes: str) -> str:
    """A line of a dump."""
    cells = {
        "geonameid": "900", "name": "Kutum", "ascii": "Kutum", "others": "Kotum,كتم,KTM", "lat": "14.2", "lon": "24.66", "class": "P",
        "code": "PPL", "country": "SD", "cc2": "", "admin1": "55", "admin2": "", "admin3": "", "admin4": "", "population": "12",
        "elevation": "", "dem": "", "timezone": "", "modified": "",
    }  # fmt: skip
    return "\t".join((cells | {key.rstrip("_"): value for key, value in changes.items()}).values())


def names_in(file: Path) -> list[str]:
    return [named.feature.name for named in read_dump(file, ALPHA3, {("SDN", "55"): "North Darfur"})]


def test_takes_villages_with_their_division(tmp_path: Path) -> None:
    """A village of twelve people is a place, and lies in its division."""
    file = tmp_path / "SD.txt"
    file.write_text(line() + "\n\n", encoding="utf-8")
    (named,) = read_dump(file, ALPHA3, {("SDN", "55"): "North Darfur"})
    assert ("Kutum", "town", "SDN", "North Darfur", 12) == (
        named.feature.name,
        named.feature.kind,
        named.feature.country,
        named.feature.admin1_name,
        named.feature.population,
    )
    assert "Kotum" in named.names
    assert "KTM" not in named.names


def test_leaves_out_countries(tmp_path: Path) -> None:
    """saidwho has its own countries."""
    file = tmp_path / "SD.txt"
    file.write_text(line(**{"class": "A", "code": "PCLI", "name": "Sudan"}) + "\n" + line(), encoding="utf-8")
    assert ["Kutum"] == names_in(file)


def test_reads_the_archives_that_geonames_offers(tmp_path: Path) -> None:
    """An archive holds a readme and the places."""
    file = tmp_path / "SD.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("SD.txt", line())
    assert ["Kutum"] == names_in(file)


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        ("one\ttwo", "2 columns, expected 19"),
        (line(geonameid="x"), "the geonameid is 'x'"),
        (line(geonameid="9" * 300), "the geonameid is"),
        (line(lat="north"), "the latitude is 'north'"),
        (line(lat="91"), "from -90 to 90"),
        (line(lon="nan"), "from -180 to 180"),
        (line(population="many"), "the population is 'many'"),
        (line(country="ZZ"), "no country has the code 'ZZ'"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_kept(tmp_path: Path, bad: str, problem: str) -> None:
    """The error begins with file and line, and no index is left behind, not even in part."""
    file, index = tmp_path / "SD.txt", tmp_path / "cache" / "dump.sqlite"
    index.parent.mkdir()
    file.write_text(line() + "\n" + bad + "\n", encoding="utf-8")
    with pytest.raises(GazetteerError) as caught:
        write_index(index, read_dump(file, ALPHA3, {}), CODES)
    assert str(caught.value).startswith(f"{file}:2: ")
    assert problem in str(caught.value)
    assert [] == list(index.parent.iterdir())


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [("a.txt", b"", "is empty"), ("b.txt", b"\xff\xfe\x00", "cannot be read"), ("c.txt", None, "cannot be opened")],
)
def test_what_is_no_dump_is_said_to_be_none(tmp_path: Path, name: str, content: bytes | None, problem: str) -> None:
    """An empty, binary or missing file is an error of ours."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(GazetteerError, match=problem):
        names_in(tmp_path / name)


def test_an_archive_cut_short_is_an_error_of_ours(tmp_path: Path) -> None:
    """A download that broke off is no dump."""
    file = tmp_path / "SD.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("SD.txt", "\n".join([line()] * 200))
    raw = bytearray(file.read_bytes())
    raw[60:80] = b"\0" * 20
    file.write_bytes(bytes(raw))
    with pytest.raises(GazetteerError):
        names_in(file)


def test_what_was_loaded_is_found(tmp_path: Path) -> None:
    """A place of a dump is found by each of its Latin names."""
    file = tmp_path / "SD.txt"
    file.write_text(line(), encoding="utf-8")
    write_index(tmp_path / "dump.sqlite", read_dump(file, ALPHA3, {}), CODES)
    index = Index(tmp_path / "dump.sqlite")
    assert [900] == [candidate.feature.geonameid for candidate in index.find("kotum")]
    index.close()
