"""How tellings are read."""

from pathlib import Path

import pytest

from saidwho.text.marked_clauses import CLOSES, OPENS
from training.tellings import TELLINGS, TellingError, settings, settings_in

TEXT = """# Weir at Sandholt, 1951
= weir: shells broke the weir at Sandholt
= ferry: the ferry below it sank a day later

> [weir Shells broke the weir] on Monday, and [weir the mill stood  in water], but [- it rained], the miller said.
> [weir What was left of the sluice] can be seen from the road.
> [ferry It went down] with six; [ferry the wreck blocks the river].
> On Tuesday [ferry the ferry sank].
"""


def test_each_mark_is_a_telling_in_its_sentence() -> None:
    """The other marks of the sentence do not show, and white space is as one blank."""
    (one,) = settings_in(TEXT, "a.txt")
    assert ("Weir at Sandholt, 1951", ["weir", "ferry"]) == (one.name, list(one.claims))
    assert ["weir", "weir", None, "weir", "ferry", "ferry", "ferry"] == [telling.claim for telling in one.tellings]
    shown = f"Shells broke the weir on Monday, and {OPENS}the mill stood in water{CLOSES}, but it rained, the miller said."
    assert shown == one.tellings[1].clause


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (TEXT.replace("> [ferry It", "> [boat It"), "a.txt:7: there is no claim boat"),
        (TEXT.replace("[- it rained]", "[weir [- it rained]]"), "a.txt:5: a sentence has marks"),
        (TEXT.replace("> On", "On"), "a.txt:8: a line is"),
        (TEXT.replace("> On Tuesday [ferry the ferry sank].\n", ""), "a.txt:1: ferry is told 2 times"),
        (TEXT[2:], "a.txt:1: a setting begins"),
    ],
)
def test_what_is_written_wrong_is_told_with_its_line(changed: str, why: str) -> None:
    """And says what to do."""
    with pytest.raises(TellingError, match=f"^{why}"):
        list(settings_in(changed, "a.txt"))


def test_all_that_we_wrote_can_be_read() -> None:
    """Settings have names of their own."""
    names = [one.name for one in settings(Path(TELLINGS))]
    assert names
    assert len(set(names)) == len(names)
