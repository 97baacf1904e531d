"""When did a package come so far?"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta

from saidwho.statements.aid.marks import DATELINE
from saidwho.statements.aid.stages import GIVE, Told
from saidwho.statements.aid.words import STAGE_OF, STAGE_OF_NOUN, WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.types.grounding import Time
from saidwho.types.statement import Statement

# Words between a verb and a time of its own: "promised Ossel last October".
_CLOSE = 5
_NEARER = 6
_CARRYING = frozenset({form for form, stage in STAGE_OF.items() if stage in ("pledged", "committed", "allocated", "announced")})
_SAYING = frozenset({"announced", "announces", "released", "presented"})
# What is told after these, before them or for them happened at a time of its own.
_FOLLOWING = frozenset({"following", "until", "till", "expires", "effective"})
_PARTED = frozenset({"after", "before", "since", "of", "for", "despite", "ahead", "from"})
_BESIDE_A_TIME = frozenset({"the", "a", "this", "last", "next", "late", "early", "on"})
# The day that a report tells news of is one of so many before it was printed; what is older is background.
_NEWS = timedelta(days=7)
# A headline is of the day of publication or of one of those before.
_HEADLINED = timedelta(days=3)
# Two days, as "at the weekend", are still told like one.
_SHORT = 2
_AFTERWARDS = frozenset({"afterwards", "simultaneously"})
_TOLD_LATER = frozenset({"delivered", "contracted"})
_GOING_ON = frozenset({"it", "they", "he", "she", "we"})
_YEAR = re.compile(r"\d{4}(?:-2[1-4])?")
_HOUR = re.compile(r"\W*(?:[A-Z]{4,} )?\d{1,2}[:.h]\d{2}\b")


class Dates:
    """The times of one report by the verbs they belong to."""

    def __init__(
        self, around: Surroundings, times: tuple[Time, ...], statements: tuple[Statement, ...] = (), *, published: str | None = None
    ) -> None:
        self._around, self._published = around, (published or "")[:10] or None
        self._at: dict[int, Time] = {}
        for time in times:
            # What has come to pass did so before it was told: "plans to send tents next week" was planned by today.
            if (
                time.edtf is not None
                and not self._is_of_dateline(time)
                and not (self._published and time.edtf.lstrip("./")[:10] > self._published)
            ):
                for i in around.touched(time.span):
                    self._at[i] = time
        spoken = [(statement, statement.spoken.edtf) for statement in statements if statement.spoken is not None]
        self._said = sorted((span.start, span.end, day) for statement, day in spoken if day for span in statement.content)
        self._carried: str | None = None
        # The day of the news that the sentence before told, of aid or not, and the paragraph it stands in.
        self._before: tuple[str | None, int] = (None, -1)

    def _is_of_dateline(self, time: Time) -> bool:
        """Whether a time is that of a dateline: "VARNOK, Aug 3 (Norrpress) -"."""
        around = self._around
        line = around.paragraphs[around.paragraph(time.span.start)]
        found = DATELINE.match(around.text, line.start, line.end)
        return found is not None and time.span.start < found.end()

    def turn(self, tokens: range, *, is_of_aid: bool) -> None:
        """Go on to the next sentence. What was promised on a day goes on in the next sentence of aid: "a conference on Monday
        raised pledges. Germany gave ..."; a day is carried no further than one sentence, and background not at all."""
        days = [day for i in tokens if (time := self._at.get(i)) and (day := time.edtf) and self._is_news(day) and not self._is_earlier(i)]
        self._carried = days[0] if days and is_of_aid else None
        self._before = (days[0] if days else None, self._around.paragraph(self._around.tokens[tokens.start].span.start))

    def _is_news(self, edtf: str) -> bool:
        """Whether a time is a day, or two, of the week before the report was printed."""
        first, _, last = edtf.partition("/")
        try:
            begun, ended = date.fromisoformat(first), date.fromisoformat(last or first)
        except ValueError:
            return False
        is_recent = self._published is None or date.fromisoformat(self._published) - begun <= _NEWS
        return is_recent and (ended - begun).days < _SHORT

    def _is_earlier(self, token: int) -> bool:
        """Whether a time hangs on a verb that looks back: "had approved the loan on 22 June"."""
        around = self._around
        verb = next((i for i in around.ancestors(token) if self._is_verb(i)), None)
        return verb is not None and self._looks_back(verb)

    def _looks_back(self, verb: int) -> bool:
        return any(self._around.words[k] == "had" for k in self._around.children(verb))

    @property
    def today(self) -> str | None:
        """The day of publication, which is that of a headline in the present."""
        return self._published

    @property
    def first_day(self) -> str | None:
        """The first of the days whose news a report tells."""
        return str(date.fromisoformat(self._published) - _HEADLINED) if self._published else None

    def is_live(self, tokens: range) -> bool:
        """Whether a line of a live report begins with its hour, and so tells of the day."""
        around = self._around
        line = around.paragraphs[around.paragraph(around.tokens[tokens.start].span.start)]
        return bool(_HOUR.match(around.text, line.start, line.end))

    def of(self, hit: Told, tokens: range) -> str | None:
        """The time that hangs on a verb, or else the nearest in its sentence that hangs on no other verb, or else when it was said.

        "It said on Tuesday that a ship had unloaded" tells no day of unloading: it was over by then.
        """
        around, verb = self._around, hit.verb
        # "Winter uniforms", "the programme for 2020": such a time describes what is given.
        timed = [i for i in tokens if i in self._at and not self._is_behind(i) and (not self._is_year(i) or self._is_in(i))]
        close = [i for i in timed if verb < i <= verb + _CLOSE and not any(self._is_verb(k) for k in range(verb + 1, i))]
        owners = {i: self._owner(i, verb) for i in timed}
        hanging = [i for i in timed if owners[i] == verb]
        # A whole year says what the money is for more often than when it was promised.
        free = [i for i in timed if owners[i] is None and not self._is_year(i)]
        was_over = hit.stage in _TOLD_LATER and self._looks_back(verb)
        found = close or hanging or ([] if was_over else sorted(free, key=lambda i: abs(i - verb)))
        if found:
            return self._at[found[0]].edtf
        if was_over:
            return None
        if any(i != verb and not self._is_year(i) for i in timed):
            return self._when_said(verb) or self._going_on(hit, tokens)
        goes_on = around.words[verb] in _CARRYING or any(around.words[i] in WORDS["saying"] for i in tokens)
        return self._when_said(verb) or (self._carried if goes_on else None) or self._going_on(hit, tokens)

    def _going_on(self, hit: Told, tokens: range) -> str | None:
        """The day of the sentence before, where this one goes on with it: "was dropped, the ministry said on Tuesday. Instead it has
        allocated ..."; "received the envoy on Thursday. It said afterwards that it had committed ..."."""
        around = self._around
        day, paragraph = self._before
        if day is None or paragraph != around.paragraph(around.tokens[tokens.start].span.start):
            return None
        if any(around.words[i] in _AFTERWARDS for i in tokens):
            return day
        subject = around.child(hit.verb, "nsubj")
        is_same = subject is not None and around.words[subject] in _GOING_ON
        return day if is_same and hit.stage not in _TOLD_LATER and not self._looks_back(hit.verb) else None

    def _is_behind(self, token: int) -> bool:
        """Whether a time is only that of what came before or comes after: "following last week's coup", "after Monday's vote"."""
        words, at = self._around.words, token - 1
        while at >= 0 and (at in self._at or words[at] in _BESIDE_A_TIME):
            at -= 1
        past = token + 1
        while past < len(words) and past in self._at:
            past += 1
        # "After 1 March" is no time of anything else, but when it was; "since March" is when it began.
        is_whose = words[past : past + 1] in (("'s",), ("’s",))
        return at >= 0 and (words[at] in _FOLLOWING or (is_whose and words[at] in _PARTED))

    def within(self, part: range) -> str | None:
        """The time that stands in a part of a sentence: "a second, of 13 million, in April"."""
        return next((self._at[i].edtf for i in part if i in self._at and not self._is_year(i)), None)

    def _is_year(self, token: int) -> bool:
        return bool(_YEAR.fullmatch(self._at[token].edtf or ""))

    def _is_in(self, token: int) -> bool:
        return self._around.words[token - 1] in ("in", "since")

    def _is_verb(self, token: int) -> bool:
        return self._around.tokens[token].upos == "VERB"

    def _when_said(self, verb: int) -> str | None:
        """The day when the words around a verb were said, where their sentence tells: of a quotation, that behind it."""
        at = self._around.tokens[verb].span
        high = bisect_left(self._said, (at.start + 1,))
        return next((day for start, end, day in self._said[:high] if start <= at.start and at.end <= end), None)

    def _between(self, token: int, act: int) -> Iterator[int]:
        """The verbs of aid between an act and a time, the nearest to the time first."""
        words = self._around.words
        yield from (
            k for k in range(token - 1, max(act, token - _NEARER), -1) if self._is_verb(k) and (words[k] in STAGE_OF or words[k] in GIVE)
        )

    def _is_nearer_another(self, token: int, act: int) -> bool:
        """ "Has paid out 30 of the 50 million it pledged to Ansera in September": a time right behind another verb is that one's."""
        return next(self._between(token, act), None) is not None

    def _owner(self, token: int, act: int) -> int | None:
        """The word that a time belongs to: the nearest verb above it, or noun that tells a stage. None where that is the one that
        the act itself hangs on, or that says it: it is then the time of all that is said."""
        around = self._around
        above = set(around.ancestors(act))
        for i in around.ancestors(token):
            word = around.words[i]
            if i == act and self._is_nearer_another(token, act):
                return next(self._between(token, act))
            tells = word in STAGE_OF or word in GIVE or (word in STAGE_OF_NOUN and i == act)
            if not (tells or self._is_verb(i)):
                continue
            says = word in _SAYING and not around.tokens[i].relation.startswith("acl")
            if i == act:
                return i
            # "The howitzers that Vinland promised in March have arrived": the promise is told aside.
            is_aside = tells and around.tokens[i].relation == "acl:relcl"
            is_said = around.words[act] in _SAYING and around.tokens[i].relation == "ccomp" and act in around.ancestors(i)
            return (
                None
                if says or word in WORDS["saying"] or is_said or (i in above and not is_aside) or (not tells and around.tokens[i].head == i)
                else i
            )
        return None
