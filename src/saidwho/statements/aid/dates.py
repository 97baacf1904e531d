"""When did a package come so far?"""

import re

from saidwho.statements.aid.words import STAGE_OF
from saidwho.statements.surroundings import Surroundings
from saidwho.types.grounding import Time

# Words between a verb and a time of its own: "promised Ossel last October".
_CLOSE = 5
_CARRYING = frozenset({form for form, stage in STAGE_OF.items() if stage in ("pledged", "committed", "allocated", "announced")})
_SAYING = frozenset({"announced", "announces", "released", "presented"})
_YEAR = re.compile(r"\d{4}(?:-2[1-4])?")


class Dates:
    """The times of one report by the verbs they belong to."""

    def __init__(self, around: Surroundings, times: tuple[Time, ...], *, published: str | None = None) -> None:
        self._around, self._published = around, (published or "")[:10] or None
        self._at: dict[int, Time] = {}
        for time in times:
            if time.edtf is not None:
                for i in around.touched(time.span):
                    self._at[i] = time
        self._carried: str | None = None

    def turn(self, tokens: range, *, is_of_aid: bool) -> None:
        """Go on to the next sentence. What was promised on a day goes on in the next sentence of aid: "a conference on Monday
        raised pledges. Germany gave ..."; a day is carried no further than one sentence."""
        days = [time.edtf for i in tokens if (time := self._at.get(i)) and time.date_prec == 1]
        self._carried = days[0] if days and is_of_aid else None

    @property
    def today(self) -> str | None:
        """The day of publication, which is that of a headline in the present."""
        return self._published

    def of(self, verb: int, tokens: range) -> str | None:
        """The time that hangs on a verb, or else the nearest in its sentence that hangs on no other verb of a stage."""
        around = self._around
        timed = [i for i in tokens if i in self._at]
        close = [i for i in timed if verb < i <= verb + _CLOSE and not any(around.words[k] in STAGE_OF for k in range(verb + 1, i))]
        hanging = [i for i in timed if self._governor(i) == verb]
        # A whole year says what the money is for more often than when it was promised.
        free = [i for i in timed if self._governor(i) is None and not _YEAR.fullmatch(self._at[i].edtf or "")]
        found = close or hanging or sorted(free, key=lambda i: abs(i - verb))
        found = [i for i in found if not _YEAR.fullmatch(self._at[i].edtf or "") or around.words[i - 1] in ("in", "since")]
        if (
            not found
            and not any(i != verb and not _YEAR.fullmatch(self._at[i].edtf or "") for i in timed)
            and around.words[verb] in _CARRYING
        ):
            return self._carried
        return self._at[found[0]].edtf if found else None

    def _governor(self, token: int) -> int | None:
        """The verb of a stage that a word hangs on, the nearest."""
        verb = next((i for i in self._around.ancestors(token) if self._around.words[i] in STAGE_OF), None)
        # Who announces says: the day is that of whatever is announced.
        says = verb is not None and self._around.words[verb] in _SAYING and not self._around.tokens[verb].relation.startswith("acl")
        return None if says else verb
