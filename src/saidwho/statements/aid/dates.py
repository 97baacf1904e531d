"""When did a package come so far?"""

import re
from bisect import bisect_left
from datetime import date, timedelta

from saidwho.statements.aid.verbs import AHEAD, GIVE, PLANNED
from saidwho.statements.aid.words import STAGE_OF, STAGE_OF_NOUN, TIMES, WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.types.grounding import Time
from saidwho.types.statement import Statement

# Words between a verb and a time of its own: "promised Ossel last October".
_CLOSE = 5
_CARRYING = frozenset({form for form, stage in STAGE_OF.items() if stage in ("pledged", "committed", "allocated", "announced")}) | {
    "offered"
}
_PROMISED = frozenset({"promised", "pledged", "offered", "committed"})
# What is told so came before what was told last.
_BEFORE = frozenset({"already", "had", "earlier", "previously", "before", "originally", "initially"})
# What is due on a day does not tell of it.
_DUE = frozenset({"due", "expected", "scheduled"})
_WHEN = frozenset({"when", "as", "while"})
_SAYING = frozenset({"announced", "announces", "released", "presented"})
# What is told after these, before them or for them happened at a time of its own.
_FOLLOWING = frozenset({"following", "until", "till", "expires", "effective"})
_PARTED = frozenset({"after", "before", "since", "of", "for", "despite", "ahead", "from"})
_BESIDE_A_TIME = frozenset({"the", "a", "this", "last", "next", "late", "early", "on"})
# Words between a verb and a time that stands right behind it: "approved late on Monday".
_SMALL = frozenset({"ADP", "DET", "ADV", "ADJ"})
# Verbs whose past is written like their present.
_SAME_IN_PAST = frozenset({"set", "put", "cut", "let", "shut", "hit", "cost", "shed", "split", "spread", "read"})
_TO_COME = PLANNED - {"if"}
_NEXT = re.compile(r"\b(?:next|coming|following|tomorrow)\b", re.IGNORECASE)
_WEEK = 7
# Words above a time among which one stands that it is due by.
_STEPS = 3
# Words from a time up to the verb it hangs on.
_REACH = 4
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"\d{4}(?:-2[1-4])?")
_HOUR = re.compile(r"\W*(?:[A-Z]{4,} )?\d{1,2}[:.h]\d{2}\b")


class Dates:
    """The times of one report by the verbs they belong to."""

    def __init__(
        self, around: Surroundings, times: tuple[Time, ...], statements: tuple[Statement, ...] = (), *, published: str | None = None
    ) -> None:
        self._around, self._published = around, (published or "")[:10] or None
        self._at: dict[int, Time] = {}
        # Times that are read as still to come, by their words.
        self._ahead: dict[int, str] = {}
        for time in times:
            # "By the end of November" is the time of what is still to come.
            if time.edtf is None or time.edtf.startswith(".."):
                continue
            # What has come to pass did so before it was told: "plans to send tents next week" was planned by today.
            is_ahead = not self._is_past(time.edtf)
            for i in around.touched(time.span):
                if not is_ahead:
                    self._at[i] = time
                elif (earlier := _before(time.edtf, time.span.of(around.text))) is not None and earlier <= (self._published or ""):
                    self._ahead[i] = earlier
        spoken = [(statement, statement.spoken.edtf) for statement in statements if statement.spoken is not None]
        self._said = sorted(
            (span.start, span.end, day) for statement, day in spoken if day and self._is_past(day) for span in statement.content
        )
        self._carried: str | None = None

    def _is_past(self, edtf: str) -> bool:
        """Whether a time begins no later than the day of publication."""
        return self._published is None or edtf.lstrip("./")[:10] <= self._published

    def turn(self, tokens: range, *, is_of_aid: bool) -> None:
        """Go on to the next sentence. What was promised on a day goes on in the next sentence of aid: "a conference on Monday
        raised pledges. Germany gave ..."; a day is carried no further than one sentence behind the last that promises."""
        days = [time.edtf for i in tokens if (time := self._at.get(i)) and time.date_prec == 1]
        goes_on = is_of_aid and any(self._around.words[i] in _CARRYING for i in tokens)
        self._carried = days[0] if days and is_of_aid else self._carried if goes_on and not days else None

    @property
    def today(self) -> str | None:
        """The day of publication, which is that of a headline in the present."""
        return self._published

    def is_live(self, tokens: range) -> bool:
        """Whether a line of a live report begins with its hour, and so tells of the day."""
        around = self._around
        line = around.paragraphs[around.paragraph(around.tokens[tokens.start].span.start)]
        return bool(_HOUR.match(around.text, line.start, line.end))

    def of(self, verb: int, tokens: range) -> str | None:
        """The time that hangs on a verb, or else the nearest in its sentence that hangs on no other verb, or else when it was said."""
        around = self._around
        timed = [i for i in tokens if i in self._at and not self._is_behind(i)]
        if self._is_to_come(verb):
            # "Would fly in 40 planes, half of them on Sunday": the time of what is still to come is not when it was promised.
            timed = [i for i in timed if i < verb or self._verb_above(i) != verb]
        close = [i for i in timed if verb < i <= verb + _CLOSE and not any(self._is_verb(k) for k in range(verb + 1, i))]
        owners = {i: other if (other := self._of_another(i, verb)) is not None else self._owner(i, verb) for i in timed}
        hanging = [i for i in timed if owners[i] == verb]
        # A whole year says what the money is for more often than when it was promised.
        free = [i for i in timed if owners[i] is None and not self._is_year(i)]
        is_before = around.words[verb].endswith("ing") and bool(
            {around.words[k] for k in around.children(verb)} & {"after", "before", "since"}
        )
        # "Of the 24 aircraft that they had promised, 18 have come, he said on Monday".
        is_recalled = around.tokens[verb].relation == "acl:relcl" and "had" in {around.words[k] for k in around.children(verb)}
        if around.tokens[verb].relation == "acl:relcl" and around.words[verb] in _PROMISED:
            free = [i for i in free if not self._is_of_saying(i)]  # "Has paid 600 million of the sum it promised, he said on Monday".
            is_recalled = is_recalled or not free
        if not close and not hanging and (is_before or is_recalled or self.only_describes(verb)):
            return None
        found = close or hanging or sorted(free, key=lambda i: abs(i - verb))
        found = [i for i in found if not self._is_year(i) or self._is_year_of_act(i)]
        if found:
            return self._at[found[0]].edtf
        if not {around.words[k] for k in around.children(verb)} & _TO_COME:
            # "Set aside 4 million in January" is as likely to be told of the last January as of the next; what was promised was before.
            has_plan = any(around.tokens[k].relation == "xcomp" for k in around.children(verb))  # "Pledged to send tanks on Friday".
            near = _REACH if around.words[verb] in _SAME_IN_PAST or self._is_resolution(verb) else 2 if has_plan else 1
            ahead = [i for i in tokens if i in self._ahead and verb in [k for k, _ in zip(around.ancestors(i), range(near), strict=False)]]
            ahead = [i for i in ahead if near < _REACH or around.words[verb] in _SAME_IN_PAST or self._at_day(i)]
            if ahead:
                return self._ahead[ahead[0]]
        if any(owners[i] is None and not self._is_year(i) for i in timed):
            return self._when_said(verb)
        # "Has already promised 100 million", "had promised": before the day told of.
        goes_on = around.words[verb] in _CARRYING and not _BEFORE & {around.words[k] for k in around.children(verb)}
        return self._when_said(verb) or (self._carried if goes_on else None)

    def _is_resolution(self, verb: int) -> bool:
        """Whether a verb tells of what was resolved on: "voted down a plan to give them jets on Wednesday" is of that Wednesday's vote."""
        word = self._around.words[verb]
        return word in WORDS["resolved"] and word.endswith("ed")

    def _at_day(self, token: int) -> bool:
        return bool(_DAY.fullmatch(self._ahead[token]))

    def _is_to_come(self, verb: int) -> bool:
        """Whether a verb tells of what will be: "will give", "are to be sent"."""
        return bool({self._around.words[k] for k in self._around.children(verb)} & AHEAD)

    def _verb_above(self, token: int) -> int | None:
        return next((i for i in self._around.ancestors(token) if self._is_verb(i)), None)

    def only_describes(self, verb: int) -> bool:
        """Whether a participle says which things they are, and no time of it: "a licence for the jets promised to Kastria"."""
        around = self._around
        return (
            around.tokens[verb].relation == "acl"
            and around.words[verb] in _PROMISED
            and around.words[verb + 1 : verb + 2] in (("to",), ("by",))
        )

    def _is_behind(self, token: int) -> bool:
        """Whether a time is only that of what came before or comes after: "following last week's coup", "after Monday's vote"."""
        words, at = self._around.words, token - 1
        while at >= 0 and (at in self._at or words[at] in _BESIDE_A_TIME):
            at -= 1
        past = token + 1
        while past < len(words) and past in self._at:
            past += 1
        # "After 1 March" is no time of anything else, but when it was; "since March" is when it began.
        # "After the July coup" is the time of the coup.
        names_another = self._around.tokens[token].relation in ("compound", "amod") and self._around.tokens[token].head == past
        is_whose = words[past : past + 1] in (("'s",), ("’s",)) or names_another
        if words[at] == "of" and (named := self._before_name(at)) >= 0:
            return words[named] in _FOLLOWING | _PARTED - {"of", "for", "from"}  # "After the coup of 26 July".
        return at >= 0 and (words[at] in _FOLLOWING or (is_whose and words[at] in _PARTED))

    def _before_name(self, of: int) -> int:
        """The word before a noun, with its article and what describes it, that "of" stands behind."""
        at = of - 1
        while at >= 0 and self._around.tokens[at].upos in ("NOUN", "PROPN", "ADJ", "DET"):
            at -= 1
        return at

    def _is_year_of_act(self, token: int) -> bool:
        """ "In 2016", "last year", "a year ago"; "aid for 2024" tells no time of the act."""
        words = self._around.words
        return words[token - 1] in ("in", "since") or words[token] == "last" or "ago" in words[token : token + _CLOSE - 1]

    def within(self, part: range) -> str | None:
        """The time that stands in a part of a sentence: "a second, of 13 million, in April"."""
        return next((self._at[i].edtf for i in part if i in self._at and not self._is_year(i) and not self._is_of_saying(i)), None)

    def _is_of_saying(self, token: int) -> bool:
        """Whether a time is that of a verb of saying, which is told of all that is said."""
        above = self._verb_above(token)
        return above is not None and self._around.words[above] in WORDS["saying"]

    def _is_year(self, token: int) -> bool:
        return bool(_YEAR.fullmatch(self._at[token].edtf or ""))

    def _of_another(self, token: int, act: int) -> int | None:
        """The word behind an act that a time is plainly of, whatever the parser hangs it on: "raised from the 9 million promised a week
        ago", "has promised tents, due on Tuesday"."""
        around = self._around
        right_before = self._right_before(token)
        if right_before is not None and right_before > act and right_before not in around.ancestors(act):
            return right_before
        above = (i for i, _ in zip(around.ancestors(token), range(_STEPS), strict=False))
        return next((i for i in above if around.words[i] in _DUE and i != act), None)

    def _right_before(self, token: int) -> int | None:
        """The finite verb or participle that a time stands right behind: "agreed in October", "promised a week ago"."""
        around, at = self._around, token - 1
        while at >= 0 and (at in self._at or around.tokens[at].upos in _SMALL):
            at -= 1
        is_plan = at > 0 and around.words[at - 1] == "to"
        is_act = at >= 0 and self._is_verb(at) and (around.words[at] in STAGE_OF or around.words[at] in WORDS["resolved"])
        return at if is_act and not is_plan and not around.words[at].endswith("ing") else None

    def _is_verb(self, token: int) -> bool:
        return self._around.tokens[token].upos == "VERB"

    def _when_said(self, verb: int) -> str | None:
        """The day when the words around a verb were said, where their sentence tells: of a quotation, that behind it."""
        at = self._around.tokens[verb].span
        high = bisect_left(self._said, (at.start + 1,))
        return next((day for start, end, day in self._said[:high] if start <= at.start and at.end <= end), None)

    def _owner(self, token: int, act: int) -> int | None:
        """The word that a time belongs to: the nearest verb above it, or noun that tells a stage. None where that is the one that
        the act itself hangs on, or that says it: it is then the time of all that is said."""
        around = self._around
        above = set(around.ancestors(act))
        for i in around.ancestors(token):
            word = around.words[i]
            if around.tokens[i].head == act and around.tokens[i].relation == "acl" and around.tokens[act].upos == "NOUN":
                return act  # "the pledges made on Monday"
            tells = word in STAGE_OF or word in GIVE or (word in STAGE_OF_NOUN and i == act)
            if not (tells or self._is_verb(i)):
                continue
            if around.tokens[i].relation == "advcl" and {around.words[k] for k in around.children(i)} & _WHEN and i != act:
                # "Promised them guns when he spoke on Friday" tells none; "tents for Lasko, whose taps ran dry when it was shelled on
                # Friday" tells that of the shelling.
                is_of_act = around.tokens[i].head == act or around.tokens[i].head in above
                return None if is_of_act else i
            says = word in _SAYING and not around.tokens[i].relation.startswith("acl")
            if i == act:
                return i
            if "to" in {around.words[k] for k in around.children(i)} and around.tokens[i].relation in ("acl", "xcomp", "advcl"):
                continue  # What is past is not the time of a plan: "scrapped plans to send tanks on Wednesday".
            if tells and i in above and around.tokens[act].relation == "acl:relcl" and around.words[act] in _PROMISED:
                return i  # "The loan that Ottawa promised was transferred on Friday".
            is_said = around.words[act] in _SAYING and around.tokens[i].relation == "ccomp" and act in around.ancestors(i)
            return None if says or word in WORDS["saying"] or is_said or i in above or (not tells and around.tokens[i].head == i) else i
        return None


def _before(edtf: str, words: str) -> str | None:
    """The last day or month of a name before the one that is still to come: of a Wednesday, a Wednesday night, or of January."""
    if _NEXT.search(words):
        return None
    if _DAY.fullmatch(edtf) and next(iter(words.lower().split()), "") in TIMES:
        return (date.fromisoformat(edtf) - timedelta(days=_WEEK)).isoformat()
    return f"{int(edtf[:4]) - 1}{edtf[4:]}" if re.fullmatch(r"\d{4}-\d{2}", edtf) and not any(map(str.isdigit, words)) else None
