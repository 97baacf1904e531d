"""Places by name."""

from pathlib import Path

import pytest

from saidwho.errors import GazetteerError
from saidwho.grounding.places import cache
from saidwho.grounding.places.gazetteer import Gazetteer
from saidwho.grounding.places.index import Index


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Avdiivka", {22, 23}),
        ("AVDEEVKA", {22}),
        ("donetsk oblast", {10}),
        ("U.S.", {3}),
        ("us", set()),
        ("European", {40}),
        ("Fashir", {29}),
        ("Nowhere", set()),
        ("", set()),
        ("7" * 300, set()),
        ("x" * 100_000, set()),
        ("'; DROP TABLE name; --", set()),
    ],
)
def test_finds_places_by_any_of_their_names(gazetteer: Gazetteer, name: str, numbers: set[int]) -> None:
    """Own names, other names, without a word for the sort or an article; what is no name finds nothing."""
    assert numbers == {candidate.feature.geonameid for candidate in gazetteer.candidates(name)}


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [
        ("Adviika", "UKR", {"Avdiivka"}),
        ("Khersson", "UKR", {"Kherson", "Kherson Oblast"}),
        ("Adviika", "RUS", set()),
        ("Kyvi", "UKR", set()),
        ("Xherson", "UKR", set()),
        ("Khardan", "UKR", set()),
        ("", "UKR", set()),
    ],
)
def test_finds_misprints_within_a_country(gazetteer: Gazetteer, name: str, country: str, found: set[str]) -> None:
    """A few letters may be swapped, doubled or dropped; not the first, not in a short name, and another name is none."""
    assert found == {candidate.feature.name for candidate in gazetteer.similar(name, country)}


def test_a_file_that_is_no_index_says_what_to_do(tmp_path: Path) -> None:
    """A damaged cache is named, with the way out."""
    file = tmp_path / "gazetteer.sqlite"
    file.write_bytes(b"not a database, but long enough to be taken for one" * 100)
    with pytest.raises(GazetteerError, match=r"gazetteer\.sqlite: is no gazetteer of saidwho .* Delete it"):
        Index(file)


def test_a_missing_file_is_an_error_of_ours(tmp_path: Path) -> None:
    """Nothing is made up where there is no file."""
    with pytest.raises(GazetteerError, match="is no gazetteer"):
        Index(tmp_path / "none.sqlite")


def test_the_cache_is_built_once(tmp_path: Path) -> None:
    """The second call finds what the first one built."""
    built: list[Path] = []

    def build(file: Path) -> None:
        built.append(file)
        file.write_text("built", encoding="utf-8")

    first = cache.kept("index", build, folder=tmp_path, progress=lambda _: None)
    second = cache.kept("index", build, folder=tmp_path, progress=lambda _: None)
    assert [first] == built
    assert first == second


def test_a_cache_that_cannot_be_written_gives_way_to_a_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program still works, and says where the gazetteer went."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("SAIDWHO_CACHE", str(tmp_path / "file" / "cache"))
    monkeypatch.setattr(cache.tempfile, "gettempdir", lambda: str(tmp_path / "tmp"))
    told: list[str] = []
    file = cache.kept("index", lambda file: file.write_text("built", encoding="utf-8") and None, folder=None, progress=told.append)
    assert file.is_relative_to(tmp_path / "tmp")
    assert "SAIDWHO_CACHE" in told[0]


def test_a_given_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    """Who names a folder means that one."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GazetteerError, match="SAIDWHO_CACHE"):
        cache.kept("index", lambda _: None, folder=tmp_path / "file", progress=lambda _: None)


def test_a_failed_build_leaves_nothing(tmp_path: Path) -> None:
    """What was not finished is not found next time."""

    def build(_: Path) -> None:
        raise GazetteerError("x:1: bad")

    with pytest.raises(GazetteerError, match="x:1: bad"):
        cache.kept("index", build, folder=tmp_path, progress=lambda _: None)
    assert [] == list(tmp_path.iterdir())
