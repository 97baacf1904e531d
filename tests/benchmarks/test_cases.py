"""The committed cases say which documents a change moved."""

from pathlib import Path

from benchmarks.cases import Case, moved_cases, write_cases
from benchmarks.counts import Counts


def case(name: str, right: int) -> Case:
    return Case(corpus="polnear", name=name, counts={"exact": Counts(right=right, predicted=3, gold=4)})


def test_names_the_cases_that_moved(tmp_path: Path) -> None:
    """A case that came out otherwise, a new one and a lost one are named; the others are not."""
    file = tmp_path / "cases.tsv"
    write_cases(file, (case("a", 1), case("b", 2), case("c", 0)))
    assert moved_cases(file, (case("a", 1), case("b", 2), case("c", 0))) == []
    assert [
        "polnear b: exact=2/3/4 -> exact=3/3/4",
        "polnear c: exact=0/3/4 -> none",
        "polnear d: none -> exact=1/3/4",
    ] == moved_cases(file, (case("a", 1), case("b", 3), case("d", 1)))
