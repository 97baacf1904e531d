import re
from collections import Counter
from pathlib import Path

import pytest

from saidwho.errors import RegisterError
from saidwho.grounding.register import load_register
from saidwho.grounding.register.load import SHIPPED
from saidwho.grounding.register.tables import read_entries

HEADER = "key\tkind\tname\tnames\tof\tcountry\twikidata\tstate_media\tdomains"


def table(path: Path, *lines: str) -> Path:
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_line_of_a_shipped_table_is_in_the_register(path):
    """A line of a state makes two entries, any other line one, and none is lost."""
    register = load_register()
    made = read_entries(path)
    assert made
    for row, entries in made:
        assert (2 if row.cell("kind") == "state" else 1) == len(entries)
        assert all(register.entry(entry.key) == entry for entry in entries), row.where


def test_every_member_of_the_united_nations_has_its_codes():
    """193 members, two observers and 54 more with codes of ISO 3166-1 or Kosovo's, each found by both codes."""
    register = load_register()
    coded = [entry for entry in register.entries() if entry.alpha2]
    assert 193 + 2 < len(coded)
    for entry in coded:
        assert entry == register.state(entry.alpha2) == register.state(entry.country)


def test_no_two_states_share_a_wikidata_id():
    ids = Counter(entry.wikidata for entry in load_register().entries() if entry.wikidata)
    assert {} == {key: n for key, n in ids.items() if n > 1}


def test_a_state_has_each_organ_once():
    """Where a table has a body for an organ of a state, it has one."""
    register = load_register()
    organs = Counter((state.key, entry.organ) for entry in register.entries() if entry.organ and (state := register.state_of(entry)))
    assert {} == {organ: n for organ, n in organs.items() if n > 1}


def test_state_media_belong_to_a_state():
    """Whoever counts origins by owner finds the state of every state outlet."""
    register = load_register()
    media = [entry for entry in register.entries() if entry.is_state_media]
    assert {"tass", "sana", "xinhua", "irna"} <= {entry.key for entry in media}
    assert all("state" in {owner.kind for owner in register.chain(entry)} for entry in media)


def test_shipped_keys_are_small_letters_with_hyphens():
    assert all(re.fullmatch(r"[a-z0-9-]+", entry.key) for entry in load_register().entries())


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Lomna Post\toutlet\tLomna Post", "the key 'Lomna Post' is none"),
        ("lomna-post\tpaper\tLomna Post", "no kind is called 'paper'"),
        ("lomna-post\toutlet\t", "the column 'name' is empty"),
        ("lomna-post outlet Lomna", "the column 'kind' is empty"),
        ("lomna-post\toutlet\tLomna Post\tPost||Lomna", "empty name"),
        ("lomna-post\toutlet\tLomna Post\t?", "empty name"),
        ("lomna-post\toutlet\tLomna Post\t" + "9" * 300, "300 characters"),
        ("lomna-post\toutlet\tLomna Post\t\t\tArland", "three capitals"),
        ("lomna-post\toutlet\tLomna Post\t\t\t\t212", "Q and a number"),
        ("lomna-post\toutlet\tLomna Post\t\t\t\t\tmaybe", "yes, no or nothing"),
        ("lomna-post\toutlet\tLomna Post\t\t\t\t\t\thttps://lomna.example", "no web host"),
        ("lomna-post\toutlet\tLomna Post\t\t\t\t\t\t\tmore", "10 cells, but there are 9 columns"),
    ],
)
def test_a_bad_line_is_named(tmp_path, line, told):
    """The message begins with the file and the line, and says what is wrong."""
    path = table(tmp_path / "own.tsv", "arland-army\tforce\tArland Army", line)
    with pytest.raises(RegisterError, match=f"^{re.escape(str(path))}:3: .*{re.escape(told)}"):
        read_entries(path)


def test_names_of_a_government_are_for_states_alone(tmp_path):
    path = tmp_path / "own.tsv"
    path.write_text("key\tkind\tname\tgovernment\narland-army\tforce\tArland Army\tArland junta\n", encoding="utf-8")
    with pytest.raises(RegisterError, match="'government' is for lines of kind 'state'"):
        read_entries(path)


def test_a_state_brings_its_government(tmp_path):
    """Its key and name are made of the state's name; capital and names of governments are the government's."""
    path = tmp_path / "own.tsv"
    path.write_text("key\tkind\tname\tmetonyms\tgovernment\narland\tstate\tthe Arland Isles\tLomna\tLomna junta\n", encoding="utf-8")
    ((_, (state, government)),) = read_entries(path)
    assert ("Arland Isles", "the Arland Isles") == (state.name, state.name_in_text)
    assert "government-of-arland-isles" == government.key
    assert ("Government of the Arland Isles", "Lomna junta") == government.names
    assert ("Lomna",) == government.metonyms
    assert "arland" == government.of
