"""Origins are counted among those who surely tell one thing."""

from saidwho.linking.facts import Voice
from saidwho.linking.origins.origins import Counted, count_in_cores, count_origins
from saidwho.linking.scenes import make_scene
from tests.linking.voices import said_by


def _counted(*cores: list[Voice]) -> Counted:
    scene = make_scene([voice for core in cores for voice in core], outlets=frozenset(), states={}, country=None)
    return count_in_cores(cores, [], scene)


def test_a_claim_has_as_many_origins_as_its_core_that_has_most() -> None:
    """Who tells it outside is named with the reason, as possible."""
    port, pilots, hills = said_by("Port of Hale", "Union of Pilots", "Committee of the Hills")
    counted = _counted([hills], [port, pilots])
    assert ["Port of Hale", "Union of Pilots"] == sorted(origin.name for origin in counted.origins)
    assert (2, 3) == (counted.independent, counted.possible)
    assert ["Committee of the Hills"] == [other.name for other in counted.others if "something else" in other.why]


def test_one_core_is_counted_whole() -> None:
    """As if there were none."""
    voices = said_by("Port of Hale", "Union of Pilots")
    scene = make_scene(voices, outlets=frozenset(), states={}, country=None)
    assert count_origins(voices, [], scene) == _counted(voices)


def test_a_body_in_two_cores_is_one_origin_with_all_its_words() -> None:
    """What it says outside the core is shown with it, and is no second origin."""
    port, pilots, again = said_by("Port of Hale", "Union of Pilots", "Port of Hale")
    counted = _counted([port, pilots], [again])
    assert 2 == counted.independent == counted.possible
    assert {port.id, again.id} == {
        statement for origin in counted.origins if origin.name == "Port of Hale" for statement in origin.statements
    }
