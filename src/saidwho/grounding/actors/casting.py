"""Whom does each name, noun phrase and pronoun of a text stand for?

Names first, whole text at a time; then the text is gone through once, and each noun phrase and pronoun joins one of
those spoken of before it, or is somebody new; then what only the whole text tells: the words that speakers say of
themselves ("we"), and who was spoken of before being named ("Mayor resigns", says the headline).
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice

from saidwho.grounding.actors.antecedents import Anaphor, Moment, anaphor_of, candidates, describe, probabilities
from saidwho.grounding.actors.cast import Cast, Member
from saidwho.grounding.actors.context import text_context
from saidwho.grounding.actors.descriptions import (
    OUTLETS,
    body_beside,
    is_unarmed,
    last_official,
    may_go_back,
    same_noun,
    spoke_last,
    the_armed_one,
)
from saidwho.grounding.actors.documents import issued_by, issuer
from saidwho.grounding.actors.later import Later
from saidwho.grounding.actors.markables import PRONOUNS, Markable, find_markables
from saidwho.grounding.actors.names import cast_names, is_outlets
from saidwho.grounding.actors.organs import organ_of_party, with_owner_behind
from saidwho.grounding.actors.roles import note_role, role_words
from saidwho.grounding.actors.speakers import speaking_markables
from saidwho.grounding.actors.trees import Trees
from saidwho.grounding.actors.vocabulary import HONORIFICS, noun
from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.new_states import NewState
from saidwho.grounding.register.register import Register
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Place
from saidwho.types.reading import Attribution, Reading

# An antecedent that is less likely than this is none. "he" always stands for somebody, "it" need not.
LEAST: dict[Anaphor, float] = {"person pronoun": 0.15, "they": 0.3, "it": 0.4, "person noun": 0.5, "body noun": 0.5}
LEAST_SPEAKING = 0.05
# How sure a speaker is by the way it was told. Measured on benchmarks/speakers: 0.9 and more are right 19 times in 20.
NAMED, IN_REGISTER, SHARED_NAME, ISSUED, NEW, WRITER, DESCRIBED = 0.97, 0.95, 0.85, 0.8, 0.8, 0.8, 0.75
OF_PARTY = 0.8
# Tokens behind a noun in which its issuer or owner is named ("a statement by the ministry").
_BEHIND = 6
_BYLINE = re.compile(
    r"(?:by\s+)?(?P<name>[^\W\d_][\w'’-]*\.?(?: (?!and\b|in\b|for\b|at\b)[\w'’-]+\.?){0,4}?)(?=$|[.,;|(]| (?:and|in|for|at)\b)",
    re.IGNORECASE,
)
# Who says for whom somebody speaks, behind the name and in front of it.
_WHO_SPEAKS = re.compile(r",? who (?:speaks|spoke|has spoken) for ")
_FOR = re.compile(r"(?:^|[.!?\n]\s*)For (?:the )?[^,.\n]{3,50}, (?:[A-Z][\w.]+ ){0,2}$")
_LONGEST_FOR = 90
# Members, and mentions of each, that are looked through for whom "its" stands.
_FEW = 6
# Characters of " in " and the name of a capital.
_LONGEST_SEAT = 40
# Tokens that a noun's "of ..." has at most before the comma.
_OF_WORDS = 8
# Characters before a relative pronoun in which the noun it goes back to stands.
_BEFORE_RELATIVE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Whom a markable was taken for, how sure that is, and why."""

    member: Member | None
    score: float
    why: str


class Casting:
    """One pass over one text. cast: its actors so far. chosen: who speaks, by source."""

    def __init__(
        self,
        document: Document,
        reading: Reading,
        *,
        places: tuple[Place, ...],
        register: Register,
        states: tuple[NewState, ...] = (),
    ) -> None:
        self.document, self.text = document, document.text
        self.trees = Trees(document.text, reading)
        self.register = register
        self.cast = Cast()
        self.chosen: dict[tuple[Span, ...], Choice] = {}
        self.context = text_context(document.text, places, states)
        self.markables = find_markables(self.trees, reading, places, states)
        self._starts = [m.span.start for m in self.markables]
        self._firsts = [m.first for m in self.markables]
        self._attributions = sorted(reading.attributions, key=lambda a: a.source or a.cue)
        self._quoted = _quoted(self.trees)
        self.speakers: list[Member] = []
        self._printed: Member | None = None
        self._spoken: Counter[int] = Counter()

    def run(self) -> None:
        names = [m for m in self.markables if m.shape == "name"]
        cast_names(self.cast, self.trees, names, self.register, context=self.context, outlet=self._outlet())
        for markable in names:
            member = self.cast.at(markable.span)
            if member is not None and member.kind == "person":
                self._note_role(member, markable)
        sources, joint = self._speaking()
        for markable in self.markables:
            attributions = sources.get(markable.span, [])
            choice = self.look_at(markable, said=attributions[0].content if attributions else ())
            self.cast.see(markable)
            for attribution in attributions:
                self._speak(attribution, self._together(joint[attribution.source]) if attribution.source in joint else choice)
        self._first_persons()
        self._speak_for()
        self._join(Later(self.cast, self.trees, self.speakers).joined())

    def _outlet(self) -> Member | None:
        """Whoever printed the text, a member of the cast from the start; none where the outlet is not known."""
        if not self.document.outlet:
            return None
        member = self.cast.new(kind="body", entry=self.register.outlet(self.document.outlet))
        member.called = None if member.entry else self.document.outlet
        self._printed = member
        return member

    def look_at(self, markable: Markable, *, said: tuple[Span, ...]) -> Choice:
        """Take a markable for somebody. said: what is said by it, where it is the source of an attribution."""
        known = self.cast.at(markable.span)
        if known is not None:
            return self._known(known, markable)
        if markable.shape == "nominal":
            by_rule = self._by_own_name(markable) or self._by_surname(markable) or self._by_apposition(markable)
            by_rule = by_rule or self._by_register(markable) or self._by_party(markable) or self._by_issuer(markable)
            by_rule = by_rule or self._by_description(markable, said)
            if by_rule is not None:
                return by_rule
        if anaphor_of(markable) is None:
            return Choice(member=None, score=0.0, why="stands for nobody that can be told")
        return self.settle(markable, self._ranked(markable, said), speaks=bool(said))

    def settle(self, markable: Markable, best: Choice, *, speaks: bool) -> Choice:
        """Join the best antecedent, or be somebody new where there is none and the words allow it.

        speaks: whether it is the source of an attribution; a pronoun that is one stands for somebody.
        """
        anaphor = anaphor_of(markable)
        least = LEAST_SPEAKING if speaks and markable.shape == "pronoun" else LEAST[anaphor] if anaphor else 1.0
        if best.member is not None and best.score >= least:
            self.cast.put(markable, best.member)
            return best
        if markable.shape == "nominal" and markable.kind is not None and markable.kind != "document":
            member = self.cast.new(kind=markable.kind)
            self.cast.put(markable, member)
            member.of = self._owner(markable)
            return Choice(member=member, score=round(NEW * (1 - best.score), 4), why="not spoken of before")
        return Choice(member=None, score=1 - best.score, why="nobody spoken of before fits")

    def moment(self, said: tuple[Span, ...]) -> Moment:
        return Moment(trees=self.trees, speakers=self.speakers, spoken=self._spoken, said=said, quoted=self._quoted)

    def _known(self, member: Member, markable: Markable) -> Choice:
        """A name: as sure as it is the only one's name."""
        score = IN_REGISTER if member.entry else SHARED_NAME if self.cast.is_shared(markable) else NAMED
        return Choice(member=member, score=score, why=f"named here: {markable.span.of(self.text)}")

    def _ranked(self, markable: Markable, said: tuple[Span, ...]) -> Choice:
        if markable.shape == "nominal" and not may_go_back(markable):
            return Choice(member=None, score=0.0, why="new")
        found = [pair for pair in candidates(markable, self.cast.recent()) if not self._is_other_body(pair[0], markable)]
        found = [pair for pair in found if not self._is_told_of(pair[0], markable, said)] or found
        if not found:
            return Choice(member=None, score=0.0, why="nobody was spoken of before")
        shares = probabilities(markable, describe(markable, found, self.moment(said)))
        best = int(shares[:-1].argmax())
        member, last = found[best]
        why = f"{markable.span.of(self.text)!r} goes back to {last.span.of(self.text)!r} (characters {last.span.start}-{last.span.end})"
        return Choice(member=member, score=float(shares[best]), why=why)

    def _is_told_of(self, member: Member, markable: Markable, said: tuple[Span, ...]) -> bool:
        """Whether words name a person, so that "he", who says them, is somebody else: "Mr Vale is disappointed," he said."""
        if markable.shape != "pronoun" or member.kind != "person":
            return False
        names = (m.span.start for m in member.markables if m.shape == "name")
        return any(span.start <= start < span.end for start in names for span in said)

    def _is_other_body(self, member: Member, markable: Markable) -> bool:
        """Whether a noun is for other bodies: the outlet that printed the text is no "alliance", a council no "rebel group"."""
        is_outlet = member is self._printed and markable.shape == "nominal" and markable.lemma not in OUTLETS
        return is_outlet or is_unarmed(markable, member)

    def _by_own_name(self, markable: Markable) -> Choice | None:
        """A noun in capitals that is a part of the outlet's name: "the Dispatch"."""
        written, article = self.trees.tokens[markable.head].span.of(self.text), markable.words[0] == "the"
        if self._printed is None or not written[:1].isupper() or len(markable.words) > 1 + article:
            return None
        if not is_outlets(self._printed, written, (written.lower(),)) or (not article and self._opens_line(markable)):
            return None
        self.cast.put(markable, self._printed)
        return Choice(member=self._printed, score=NAMED, why="the outlet, by a part of its name")

    def _opens_line(self, markable: Markable) -> bool:
        """Whether words stand where any word has a capital."""
        return self.trees.sentence(markable.first) != self.trees.sentence(markable.first - 1) if markable.first else True

    def _by_surname(self, markable: Markable) -> Choice | None:
        """A name in capitals, as transcripts print who speaks: "VALE:"."""
        written = markable.span.of(self.text)
        bearers = self.cast.people(markable.words[-1]) if len(markable.words) == 1 and written[:1].isupper() else []
        if len(bearers) != 1 or markable.kind is not None:
            return None
        self.cast.put(markable, bearers[0])
        return Choice(member=bearers[0], score=NEW, why=f"the only one of that name: {written}")

    def _by_apposition(self, markable: Markable) -> Choice | None:
        """A person whose name stands right beside: "the mayor, Ada Vale", "spokesman Karl Orlen", "Ada Vale, the mayor"."""
        if markable.kind != "person" or markable.many:
            return None
        words, behind = self.trees.words, self._past_apposition(markable)
        while behind < len(words) and self._is_title(behind):
            behind += 1
        beside = [(m, owner) for m, owner in self._near(behind, behind + 1) if m.shape == "name" and owner.kind == "person"]
        if not beside and markable.first and words[markable.first - 1] == ",":
            before = self._near(max(markable.first - 6, 0), markable.first)
            beside = [(m, owner) for m, owner in before if m.shape == "name" and owner.kind == "person" and m.past == markable.first - 1]
        if not beside:
            return None
        name, member = beside[0]
        self.cast.put(markable, member)
        member.of = member.of or self._whose(markable)
        return Choice(member=member, score=NEW, why=f"beside the name {name.span.of(self.text)}")

    def _is_title(self, token: int) -> bool:
        """Whether a word with a capital is a title or rank: "Colonel"."""
        word, written = self.trees.words[token].strip("."), self.trees.tokens[token].span.of(self.text)
        return written[:1].isupper() and (word in HONORIFICS or ((found := noun(word)) is not None and found.kind == "person"))

    def _whose(self, markable: Markable) -> Member | None:
        """For whom the holder of an office speaks: "its" of "its spokesman", "the ministry" of "the spokesman of the ministry"."""
        inside = [owner for m, owner in self._near(markable.first, markable.past) if m.past < markable.past and owner.kind != "person"]
        if inside:
            return inside[0]
        if markable.words[0] in ("its", "their"):
            return self._spoken_of_last(markable)
        if self.trees.words[markable.past : markable.past + 1] not in (("of",), ("for",)):
            return None
        behind = self._near(markable.past, markable.past + _BEHIND) or self._look_behind(markable)
        return next((owner for m, owner in behind if owner.kind != "person"), None)

    def _spoken_of_last(self, markable: Markable) -> Member | None:
        """The body or state that was the subject last, in the sentence or the one before."""
        here = self.trees.sentence(markable.first)
        for member in islice(self.cast.recent(), _FEW):
            near = [m for m in member.seen[-_FEW:] if here - self.trees.sentence(m.first) <= 1]
            if member.kind in ("body", "state") and any(self.trees.is_subject(m.head) for m in near):
                return member
        return None

    def _look_behind(self, markable: Markable) -> list[tuple[Markable, Member]]:
        """The noun phrase right behind "of" or "for", taken for somebody before its turn."""
        ahead = self.markables[bisect_left(self._firsts, markable.past + 1) : bisect_left(self._firsts, markable.past + 3)]
        for one in ahead[:1]:
            if one.shape == "nominal" and one.kind == "body" and self.cast.at(one.span) is None:
                self.look_at(one, said=())
        return self._near(markable.past, markable.past + 3)

    def _past_apposition(self, markable: Markable) -> int:
        """Where a name in apposition to a noun begins: right behind it, or behind a comma and what the noun is of ("of Varnok,")."""
        for i in range(markable.past, min(markable.past + _OF_WORDS, len(self.trees.tokens))):
            if self.trees.words[i] == ",":
                return i + 1
            if self.trees.tokens[i].upos in ("VERB", "AUX", "PUNCT") or (
                i == markable.past and self.trees.words[i] not in ("of", "for", "at", "in")
            ):
                break
        return markable.past

    def _by_register(self, markable: Markable) -> Choice | None:
        """A phrase that the register knows: "the Ukrainian military"."""
        if markable.kind not in ("body", "group", None):
            return None
        behind = with_owner_behind(markable, self.text)
        entry = self.register.resolve(behind, context=self.context) if behind else None
        if behind and entry is not None:
            choice = self._registered(markable, entry)
            self._widen(markable, len(behind))
            return choice
        entry = self.register.resolve(self._with_owner(markable), context=self.context)
        return self._registered(markable, entry) if entry is not None else None

    def _widen(self, markable: Markable, length: int) -> None:
        """Let the words of a phrase with whose it is stand for its member as well. length: characters."""
        member = self.cast.at(markable.span)
        if member is not None:
            span = Span(start=markable.span.start, end=markable.span.start + length)
            self.cast.put(replace(markable, span=span, past=self.trees.covering(span)[1]), member)

    def _by_party(self, markable: Markable) -> Choice | None:
        """An organ of one of the parties that the text has spoken of: "the defence ministry"."""
        if markable.kind != "body":
            return None
        entry = organ_of_party(markable, self.cast.recent(), self.trees, self.register)
        return self._registered(markable, entry, score=OF_PARTY) if entry is not None else None

    def _registered(self, markable: Markable, entry: Entry, *, score: float = IN_REGISTER) -> Choice:
        member = self.cast.new(kind="body", entry=entry)
        self.cast.put(markable, member)
        return Choice(member=member, score=score, why=f"in the register: {entry.name}")

    def _by_description(self, markable: Markable, said: tuple[Span, ...]) -> Choice | None:
        """Whoever has just been called so, or the one body that a noun for bodies can mean."""
        beside = body_beside(markable, self._near(max(markable.first - 8, 0), markable.past + 3), self.trees)
        found = beside or same_noun(markable, self.cast.recent(), self.trees)
        if found is None:
            found = self._only_person(markable)
        if found is None and said:
            found = spoke_last(markable, self.speakers, self.trees)
            found = found or last_official(markable, self.speakers, self.trees)
        found = found or the_armed_one(markable, self.cast.members, self.trees)
        if found is None:
            return None
        self.cast.put(markable, found)
        return Choice(member=found, score=DESCRIBED, why="the only one who is so called")

    def _only_person(self, markable: Markable) -> Member | None:
        """The one person named so far, of whom the text tells no office, where it speaks of "the defence minister" right behind."""
        is_one = markable.kind == "person" and not markable.many and markable.words[0] == "the"
        if not is_one or self.register.office(markable.span.of(self.text)) is None:
            return None
        people = [member for member in self.cast.recent() if member.kind == "person"]
        if len(people) != 1 or not people[0].is_named or people[0].role is not None or people[0].lemmas:
            return None
        last = people[0].seen[-1]
        others = (m for m in self.cast.members if m is not people[0] and markable.lemma in role_words(m, self.trees))
        is_near = self.trees.sentence(markable.first) - self.trees.sentence(last.first) <= 1
        return people[0] if is_near and next(others, None) is None else None

    def _with_owner(self, markable: Markable) -> str:
        """The words of a phrase, with the name for a pronoun in front: "Russia's defence ministry" of "its defence ministry"."""
        words = markable.span.of(self.text)
        owners = [o for m, o in self._near(markable.first, markable.first + 1) if m.shape == "pronoun" and m.past < markable.past]
        if not owners or owners[0].entry is None:
            return words
        # "Moscow ... its defence ministry": organs are of the state, not of its government.
        owner = self.register.state_of(owners[0].entry) if owners[0].entry.kind == "government" else None
        return f"{(owner or owners[0].entry).name}'s {words.partition(' ')[2]}"

    def _by_issuer(self, markable: Markable) -> Choice | None:
        """A paper speaks for whoever issued it; anything else that is somebody's ("her words") for whom it is."""
        if markable.kind not in ("document", None):
            return None
        if markable.kind == "document":
            self._look_ahead(markable)
        near = self._near(markable.first, markable.past + _BEHIND)
        if markable.kind == "document":
            found = issuer(markable, near, self.cast, self.trees, self.speakers)
        else:
            found = next((member for m, member in near if m.past < markable.past and self._possesses(m, markable)), None)
        if found is None:
            return None
        self.cast.put(markable, found)
        return Choice(member=found, score=ISSUED, why="its words or paper")

    def _look_ahead(self, paper: Markable) -> None:
        """Find out who is named as having issued a paper: "a fact sheet published by the ministry"."""
        by = issued_by(paper, self.trees)
        if by is None:
            return
        ahead = self.markables[bisect_left(self._firsts, by) : bisect_left(self._firsts, by + 2)]
        for markable in ahead[:1]:
            if markable.shape == "nominal" and markable.kind in ("body", "person", "group") and self.cast.at(markable.span) is None:
                self.look_at(markable, said=())

    def _possesses(self, markable: Markable, phrase: Markable) -> bool:
        return markable.words[-1] in ("his", "her", "their", "its") or self.trees.words[markable.past] in ("'s", "'")

    def _note_role(self, member: Member, markable: Markable) -> None:
        """Keep what a person is said to be, and whose: "White House" of "White House spokesperson"."""
        note_role(member, markable, self.trees)
        if member.role is None or member.of is not None:
            return
        office = self.register.office(member.role.of(self.text), context=self.context)
        if office is not None and office.speaks_for is not None:
            member.of = self.cast.new(kind="body", entry=office.speaks_for)
            return
        first, past = self.trees.covering(member.role)
        member.of = next((owner for m, owner in self._near(first, past) if owner is not member and m.kind != "person"), None)

    def _speak_for(self) -> None:
        """People of whom the sentence says for whom they speak: "For Vinland, Colonel Ada Vale said", "Vale, who speaks for the army"."""
        for markable in self.markables:
            member = self.cast.at(markable.span)
            if markable.shape != "name" or member is None or member.kind != "person" or member.of is not None:
                continue
            ahead = _WHO_SPEAKS.match(self.text, markable.span.end)
            before = _FOR.search(self.text[max(markable.span.start - _LONGEST_FOR, 0) : markable.span.start])
            if ahead is not None:
                first = self.trees.covering(Span(start=ahead.end() - 1, end=ahead.end() + 1))[1] - 1
                near = self._near(first, first + 2)
            elif before is not None:
                start = markable.span.start - len(before[0]) + len(before[0]) - len(before[0].lstrip()) + len("For ")
                near = self._near(self.trees.covering(Span(start=start, end=start + 1))[0], markable.first)
            else:
                continue
            member.of = next((owner for m, owner in near if owner is not member and owner.kind != "person" and m.shape != "pronoun"), None)

    def _owner(self, markable: Markable) -> Member | None:
        """Whom a new actor speaks for: the name inside its words ("US officials") or behind them ("a spokesman for X")."""
        near = [(m, owner) for m, owner in self._near(markable.first, markable.past + _BEHIND) if m.shape == "name"]
        inside = [owner for m, owner in near if m.past <= markable.past]
        if inside:
            return inside[-1]
        behind = [owner for m, owner in near if m.first > markable.past]
        at = markable.past
        seat = re.match(r"\s+in\s+([A-Z][\w'’-]+)", self.text[markable.span.end : markable.span.end + _LONGEST_SEAT])
        government = self.register.metonym(seat[1], context=self.context) if seat and markable.kind == "body" else None
        if government is not None:
            return self.cast.new(kind="body", entry=government)
        return behind[0] if behind and self.trees.words[at] in ("for", "of", "at", "from", "in", "with") else None

    def _near(self, first: int, past: int) -> list[tuple[Markable, Member]]:
        """The markables that begin in a stretch of tokens and stand for somebody, with whom."""
        near = self.markables[bisect_left(self._firsts, first) : bisect_left(self._firsts, past)]
        return [(m, member) for m in near if (member := self.cast.at(m.span)) is not None]

    def _speaking(self) -> tuple[dict[Span, list[Attribution]], dict[tuple[Span, ...], tuple[Markable, ...]]]:
        """The attributions of each markable that speaks, and the markables of sources in which several do."""
        found: dict[Span, list[Attribution]] = {}
        joint: dict[tuple[Span, ...], tuple[Markable, ...]] = {}
        for attribution in self._attributions:
            if not attribution.source:
                continue
            span = attribution.source[0]
            around = self.markables[bisect_left(self._starts, span.start - _BEFORE_RELATIVE) : bisect_left(self._starts, span.end)]
            speaking = speaking_markables(attribution.source, around, self.trees)
            if not speaking:
                self.chosen[attribution.source] = Choice(member=None, score=0.0, why="no words in it name anybody")
                continue
            if len(speaking) > 1:
                joint[attribution.source] = speaking
            found.setdefault(speaking[-1].span, []).append(attribution)
        return found, joint

    def _together(self, speaking: tuple[Markable, ...]) -> Choice:
        """Several who speak with one voice are a group of its own."""
        first, last = speaking[0], speaking[-1]
        span = Span(start=first.span.start, end=last.span.end)
        member = self.cast.at(span)
        if member is None:
            member = self.cast.new(kind="group")
            words = self.trees.words[first.first : last.past]
            whole = replace(last, span=span, first=first.first, shape="nominal", kind="group", gender=None, many=True, words=words)
            self.cast.put(whole, member)
        return Choice(member=member, score=NEW, why="several together")

    def _speak(self, attribution: Attribution, choice: Choice) -> None:
        if self._printed is not None and self._is_printed(attribution.source[0].of(self.text)):
            self._put_printed(attribution.source[0])
            choice = Choice(member=self._printed, score=NAMED, why="the outlet, by its name")
        self.chosen[attribution.source] = choice
        if choice.member is not None:
            self.speakers.append(choice.member)
            self._spoken[choice.member.number] += 1

    def _is_printed(self, words: str) -> bool:
        """Whether words are the whole name of the outlet, or of the body that published the text."""
        return bool(self.document.outlet) and _without_article(words) == _without_article(self.document.outlet or "")

    def _put_printed(self, source: Span) -> None:
        """Let the words of a source, which the reader may have taken for a shorter name, stand for the outlet."""
        inside = self.markables[bisect_left(self._starts, source.start) : bisect_left(self._starts, source.end)]
        if self._printed is not None and inside:
            first, past = self.trees.covering(source)
            words = self.trees.words[first:past]
            self.cast.put(replace(inside[0], span=source, first=first, past=past, shape="name", kind="body", words=words), self._printed)

    def _first_persons(self) -> None:
        """ "I" and "we" in what somebody says are that somebody, or theirs."""
        within: dict[int, Attribution] = {}
        for attribution in sorted(self._attributions, key=lambda a: -sum(s.end - s.start for s in a.content)):
            for span in attribution.content:
                within.update(dict.fromkeys(range(*self.trees.covering(span)), attribution))
        told = {attribution.source[0]: attribution for attribution in self._attributions if len(attribution.source) == 1}
        for markable in self.markables:
            if markable.shape != "pronoun" or PRONOUNS[markable.words[0]][3] != 1:
                continue
            if markable.first not in within:
                self._writer(markable, told.get(markable.span))
                continue
            choice = self.chosen.get(within[markable.first].source)
            if choice is not None and choice.member is not None:
                self.cast.put(markable, choice.member)
                if markable.span in told:
                    why = f"within what {within[markable.first].source[0].of(self.text)!r} says"
                    self.chosen[told[markable.span].source] = Choice(member=choice.member, score=min(choice.score, NEW), why=why)

    def _writer(self, markable: Markable, attribution: Attribution | None) -> None:
        """ "I" outside of what anybody says is who wrote the report, and "we" the outlet, in a report that names it and that nobody signed.

        Who signs a piece says "we" for a nation, or for all of us.
        """
        if attribution is None or self._quoted[markable.first]:
            return
        names_itself = self._printed is not None and any(m.shape == "name" or m.kind == "document" for m in self._printed.markables)
        if markable.many and self._printed is not None and names_itself and self.document.byline is None:
            self.cast.put(markable, self._printed)
            self.chosen[attribution.source] = Choice(member=self._printed, score=WRITER, why="printed the report")
        name = _byline(self.document.byline)
        if name is None or markable.many:
            return
        member = next((m for m in self.cast.members if m.called == name), None)
        if member is None:
            member = self.cast.new(kind="person")
            member.called = name
        self.cast.put(markable, member)
        self.chosen[attribution.source] = Choice(member=member, score=WRITER, why="wrote the report")

    def _join(self, joined: dict[int, tuple[Member, float, str]]) -> None:
        """Let named members stand for others. joined: by the other's number, who it is, how sure that is, and why."""
        for number, (named, _, _) in joined.items():
            member = self.cast.members[number]
            for markable in list(member.markables):
                self.cast.put(markable, named)
            member.markables.clear()
        for member in self.cast.members:
            if member.of is not None and member.of.number in joined:
                owner = joined[member.of.number][0]
                member.of = owner if owner is not member else None
        for source, choice in self.chosen.items():
            if choice.member is not None and choice.member.number in joined:
                named, score, why = joined[choice.member.number]
                why = f"{why}: {named.markables[0].span.of(self.text)}"
                self.chosen[source] = Choice(member=named, score=min(score, choice.score), why=why)


def _without_article(name: str) -> str:
    return name.casefold().strip(" ,").removeprefix("the ")


def _byline(byline: str | None) -> str | None:
    """The first name in a byline: "Ada Vale" of "By ADA VALE in Varnok, and others"."""
    match = _BYLINE.match(byline or "")
    if not match:
        return None
    name = match["name"].strip()
    return name.title() if name.isupper() else name


def _quoted(trees: Trees) -> list[bool]:
    """For each token, whether it stands between double quotation marks; a mark without a partner holds to its line's end."""
    states, inside, end = [], False, 0
    for token in trees.tokens:
        if "\n" in trees.text[end : token.span.start]:
            inside = False
        word = token.span.of(trees.text)
        if word in ("“", "”", '"', "``", "''"):
            inside = word in ("“", "``") or (word == '"' and not inside)
        states.append(inside)
        end = token.span.end
    return states
