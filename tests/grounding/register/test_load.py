import gc
import re
import time

import pytest

from saidwho.errors import RegisterError
from saidwho.grounding.register import load_register
from saidwho.grounding.register.load import TABLES

HEADER = "key\tkind\tname\tof\tdomains\treplaces"


@pytest.fixture
def own(tmp_path):
    """Write a register file of a user's; the first line under its header is line 2."""

    def write(*lines, name="own.tsv"):
        path = tmp_path / name
        path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
        return path

    return write


def test_the_shipped_register_is_read_once():
    assert load_register() is load_register()


def test_reading_the_shipped_tables_is_quick():
    """Under a quarter of a second even on a busy machine; a quiet one needs a tenth of that.

    What other tests left in memory is frozen, so that collecting it is not counted; the quickest of three counts.
    """
    gc.collect()
    gc.freeze()
    taken = []
    for _ in range(3):
        load_register.__globals__["_shipped"].cache_clear()
        start = time.process_time()
        load_register()
        taken.append(time.process_time() - start)
    gc.unfreeze()
    assert min(taken) < 0.25


def test_a_users_file_adds_to_the_shipped_entries(own):
    path = own("lomna-wire\toutlet\tLomna Wire\tgovernment-of-ukraine")
    register = load_register((path,))
    assert len(load_register()) + 1 == len(register)
    assert ["government-of-ukraine", "ukr"] == [owner.key for owner in register.chain(register.outlet("Lomna Wire"))]


def test_the_shipped_register_knows_nothing_of_a_users_file(own):
    load_register((own("lomna-wire\toutlet\tLomna Wire"),))
    assert load_register().outlet("Lomna Wire") is None


def test_a_file_may_belong_to_entries_of_another_file(own):
    """The order of the files does not matter for who belongs to whom."""
    first = own("lomna-wire\toutlet\tLomna Wire\tlomna-front", name="a.tsv")
    second = own("lomna-front\tgroup\tLomna Front", name="b.tsv")
    assert "lomna-front" == load_register((first, second)).entry("lomna-wire").of


def test_a_key_that_is_taken_is_an_error_that_names_both_lines(own):
    path = own("reuters\toutlet\tLomna Wire")
    with pytest.raises(RegisterError, match=rf"^{re.escape(str(path))}:2: the key 'reuters' is taken \(.*outlets\.tsv:\d+\)"):
        load_register((path,))


def test_a_line_that_says_so_replaces_a_shipped_entry(own):
    register = load_register((own("reuters\toutlet\tLomna Wire\t\t\tyes"),))
    assert "Lomna Wire" == register.entry("reuters").name
    assert register.outlet("Reuters") is None
    assert len(load_register()) == len(register)


def test_a_line_that_replaces_nothing_is_an_error(own):
    with pytest.raises(RegisterError, match=":2: no earlier line has the key 'lomna-wire'"):
        load_register((own("lomna-wire\toutlet\tLomna Wire\t\t\tyes"),))


def test_an_owner_nobody_knows_is_an_error(own):
    with pytest.raises(RegisterError, match=":3: 'lomna-wire' belongs to 'nobody', which no table holds"):
        load_register((own("lomna-front\tgroup\tLomna Front", "lomna-wire\toutlet\tLomna Wire\tnobody"),))


def test_a_loop_is_an_error_that_names_all_its_lines(own):
    """Over files as well: whoever mends it sees every line that takes part."""
    first = own("a-front\tgroup\tA Front\tb-front", "b-front\tgroup\tB Front\tc-front", name="a.tsv")
    second = own("c-front\tgroup\tC Front\ta-front", name="b.tsv")
    with pytest.raises(RegisterError, match="belongs in the end to itself") as caught:
        load_register((first, second))
    assert all(place in str(caught.value) for place in (f"{first}:2", f"{first}:3", f"{second}:2"))


def test_an_entry_that_belongs_to_itself_is_a_loop(own):
    with pytest.raises(RegisterError, match="'a-front' belongs in the end to itself"):
        load_register((own("a-front\tgroup\tA Front\ta-front"),))


def test_one_web_host_has_one_outlet(own):
    with pytest.raises(RegisterError, match=r"reuters\.com is the web host of 'reuters' as well"):
        load_register((own("lomna-wire\toutlet\tLomna Wire\t\treuters.com"),))


def test_a_bad_file_leaves_nothing_behind(own):
    """After an error, the register is as it was: the good lines of the file are not in it either."""
    with pytest.raises(RegisterError):
        load_register((own("lomna-wire\toutlet\tLomna Wire", "lomna-post\tpaper\tLomna Post"),))
    assert load_register().entry("lomna-wire") is None
    assert () == load_register().named("Lomna Wire")


def test_a_long_line_of_owners_is_followed(own):
    """Belonging is followed step by step: a thousand owners need no deep stack."""
    lines = [f"front-{n}\tgroup\tFront {n}\tfront-{n + 1}" for n in range(2000)]
    register = load_register((own(*lines, "front-2000\tgroup\tFront 2000"),))
    assert 2000 == len(register.chain(register.entry("front-0")))


def test_every_shipped_table_is_a_table_of_text():
    assert {"bodies.tsv", "leaders.tsv", "local.tsv", "offices.tsv", "organs.tsv", "outlets.tsv", "states.tsv", "wording.tsv"} == {
        path.name for path in TABLES.iterdir()
    }
