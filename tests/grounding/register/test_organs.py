import pytest

from saidwho.grounding.register import load_register


def test_an_organ_no_table_has_is_composed():
    """Its key, name, kind and owner are made of the state and the organ."""
    found = load_register().resolve("the Turkish foreign ministry")
    assert ("tur.foreign-ministry", "Ministry of Foreign Affairs of Turkey", "government") == (found.key, found.name, found.kind)
    assert ("government-of-turkey", "TUR") == (found.of, found.country)


def test_a_composed_name_has_the_article_of_its_state():
    assert "Ministry of Health of the Philippines" == load_register().entry("phl.health-ministry").name


def test_a_composed_entry_is_found_again_by_its_key():
    register = load_register()
    found = register.resolve("Ministry of Health of Lebanon")
    assert found == register.entry("lbn.health-ministry")


@pytest.mark.parametrize("key", ["usa.defence-ministry", "us-department-of-defense"])
def test_a_body_with_a_name_of_its_own_stands_for_the_organ(key):
    assert "United States Department of Defense" == load_register().entry(key).name


@pytest.mark.parametrize("key", ["arl.defence-ministry", "ukr.arland", ".", "ukr.", "local.lomna-city-council"])
def test_there_is_no_entry_for_a_key_nobody_has(key):
    assert load_register().entry(key) is None


def test_parliaments_and_courts_belong_to_the_state_beside_its_government():
    register = load_register()
    assert ["fra"] == [owner.key for owner in register.chain(register.entry("fra.supreme-court"))]


def test_an_armed_group_may_have_organs_and_is_its_own_fighters():
    register = load_register()
    assert "houthis.foreign-ministry" == register.resolve("the Houthi foreign ministry").key
    assert "houthis" == register.resolve("Houthi forces").key
