"""What the meaning of one phrase may rest on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from saidwho.grounding.times.calendar import Period
from saidwho.grounding.times.grammar import Phrase
from saidwho.grounding.times.tenses import Heading
from saidwho.grounding.times.text import TimeText


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a phrase means. period: None where nothing settles it. duration: ISO 8601, of words that give a length."""

    period: Period | None = None
    duration: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The times that a text has told so far.

    day: the last single day. has_several: whether other days stood before it. last: the last stretch of any length.
    """

    day: date | None = None
    has_several: bool = False
    last: Period | None = None

    def told(self, period: Period) -> "Story":
        """The story with one more time in it."""
        if period.days > 1:
            return Story(day=self.day, has_several=self.has_several, last=period)
        is_other = self.day not in (None, period.first)
        return Story(day=period.first, has_several=self.has_several or is_other, last=period)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One phrase with all that its meaning may rest on.

    published: the day of publication, None where it is unknown. heading: asked only of phrases that need it.
    day_first: how the outlet's country writes 5/6/2023; None where that is not known.
    """

    phrase: Phrase
    words: TimeText
    published: date | None
    story: Story
    heading: Callable[[], Heading | None]
    day_first: bool | None

    def has(self, group: str) -> bool:
        return group in self.phrase.groups

    def said(self, group: str) -> str:
        """The words of a group in lower case; empty where the phrase has none."""
        return " ".join(self.heard(group))

    def heard(self, group: str) -> list[str]:
        first, past = self.phrase.groups.get(group, (0, 0))
        return self.words.lower[first:past]

    def number(self, group: str) -> int | None:
        """The digits of a group ("7th" is 7)."""
        digits = "".join(c for c in self.said(group) if c.isdigit())
        return int(digits) if 0 < len(digits) < _LONGEST_NUMBER else None


_LONGEST_NUMBER = 10
BACK = frozenset({"last", "past", "previous", "preceding", "prior"})
AHEAD = frozenset({"next", "coming", "upcoming", "following"})


def way(which: str) -> int:
    """-1 for "last", 1 for "next", 0 for "this"."""
    return -1 if which in BACK else 1 if which in AHEAD else 0
