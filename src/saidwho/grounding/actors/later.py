"""Who was spoken of before being named? "Mayor resigns", says the headline, and further down stands "Mayor Ada Vale".

This is told when the whole text has been gone through: a noun phrase that nobody before it fitted is whoever alone, of those named
anywhere, is so called.
"""

from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise

from saidwho.grounding.actors.affiliations import belong_apart
from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.descriptions import (
    CIVIL,
    OF_PARTS,
    is_state,
    may_go_back,
    portfolio_behind,
    told_apart,
)
from saidwho.grounding.actors.following import names_that_speak, next_to_speak
from saidwho.grounding.actors.generic import PRIVATE, Generic, is_bare, name_words_of, outstanding
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.roles import role_words
from saidwho.grounding.actors.scene import Scene
from saidwho.grounding.actors.vocabulary import noun

# How sure it is.
LATER, OUTSTANDING, FOLLOWING = 0.8, 0.6, 0.6
# Bodies that the words before them tell apart: the finance ministry is not the foreign ministry, nor the prime minister's office that one.
_BY_PORTFOLIO = frozenset({"ministry", "department", "minister", "service", "office", "command", "directorate", "union"})
# Nouns that reports use for a person everybody knows, and whom they name often.
PROMINENT = frozenset({"nominee", "candidate", "politician", "businessman", "billionaire", "mogul", "tycoon", "leader", "strongman"})
_ONCE = frozenset({"Ex", "Former"})
# Words of an office that do not tell which it is.
_PALE = frozenset({"the", "a", "an", "of", "for", "its", "their", "new", "dr", "mr", "ms", "mrs", "general", "prince", "doctor"})
# Words before a noun in a headline that say what kind of office it is, and are nobody's name.
_OF_OFFICES = frozenset(
    {"regional", "local", "provincial", "defence", "defense", "foreign", "council", "city", "deputy", "top", "army", "interim"}
)
# Words of "the spokesman"; sentences after "a spokesman" within which it names him.
_BARE, _SOON = 2, 4
# A headline and the first sentences name nobody yet.
_FIRST_SENTENCES = 3


class Later:
    """The noun phrases of one text that stand before a name."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._cast, self._trees = scene, scene.cast, scene.trees
        self._generic = Generic(scene)
        self._named_soon = names_that_speak(scene)

    def joined(self) -> dict[int, tuple[Member, float, str]]:
        """Noun phrases that nobody before fitted, where one alone of those named fits: "the mayor", and later "Mayor Vale"."""
        bearers: dict[str, set[int]] = {}
        for member in self._cast.members:
            words = role_words(member, self._trees) if member.kind == "person" else name_words_of(member) | member.told
            for word in words if member.is_named else ():
                bearers.setdefault(word, set()).add(member.number)
        found = {}
        for member in [m for m in self._cast.members if not m.is_named and m.markables]:
            one = self._named_for(member, bearers)
            if one is not None:
                found[member.number] = one
        return found

    def _named_for(self, member: Member, bearers: Mapping[str, set[int]]) -> tuple[Member, float, str] | None:
        """Whom a member who has no name is, how sure that is, and why."""
        first = member.markables[0]
        if first.shape != "nominal":
            return None
        if member.many:
            speaks = any(speaker is member for speaker in self._scene.speakers)
            is_open = speaks or first.words[0] == "the" or self._trees.sentence(first.first) < _FIRST_SENTENCES
            return _joined(
                self._generic.rebels(first, speaks=speaks) if is_open else None, OUTSTANDING, "the one armed group that is named"
            )
        presented = self._presented(first) if member.kind == "person" else None
        if presented is not None:
            return presented, LATER, "who is called so by name further down"
        if not may_go_back(first) and not self._opens(first):
            return self._goes_on(member, first)
        last = self._called_last(member, first)
        if last is not None:
            return last, LATER, "who was called so last"
        same = self._so_called(member, bearers)
        return (
            self._guessed(member, first)
            if not same
            else _joined(same[0] if len(same) == 1 else None, LATER, "the only one named who is so called")
        )

    def _goes_on(self, member: Member, first: Markable) -> tuple[Member, float, str] | None:
        """Whom a text names that lets "a spokesman" speak and goes on with what he says; nobody where another speaks in between."""
        if first.words[0] not in ("a", "an") or len(member.markables) > 1:
            return None
        named = next_to_speak(member, self._named_soon, self._scene)
        speakers = self._scene.speakers
        goes_on = named is not None and any(one is member and next_one is named for one, next_one in pairwise(speakers))
        return _joined(named if goes_on else None, FOLLOWING, "who goes on to speak, under a name")

    def _guessed(self, member: Member, first: Markable) -> tuple[Member, float, str] | None:
        """Whom a member is likely to be whom nobody named is called like."""
        if member.kind == "body":
            called = [m for m in self._cast.members if m.is_named and m.kind == "body" and first.lemma in m.lemmas and m is not member]
            before = [m for m in called if not self.is_another(first, m) and any(x.first < first.first for x in m.markables)]
            if len(before) == 1:
                return before[0], LATER, "the only one named that was called so"
            return _joined(self._generic.body(first), OUTSTANDING, "the one body that a noun like this is for")
        prominent = outstanding(self._scene, "person") if first.lemma in PROMINENT and member.kind == "person" else None
        if prominent is not None:
            return prominent, OUTSTANDING, "whom the text names most"
        return _joined(next_to_speak(member, self._named_soon, self._scene), FOLLOWING, "who speaks next, under a name")

    def _called_last(self, member: Member, first: Markable) -> Member | None:
        """The last one called by a noun before "the spokesman", where he has no name: "an army spokesman"; those named are compared."""
        if member.kind != "person" or first.words != ("the", first.words[-1]):
            return None
        called = self._called.get(first.lemma, [])
        before = bisect_left(called, first.first, key=lambda pair: pair[0])
        if not before:
            return None
        at, last = called[before - 1]
        if self._trees.sentence(first.first) - self._trees.sentence(at) > _FIRST_SENTENCES or last.is_named or last.many:
            return None
        return last if last.markables[0].words[0] in ("a", "an") and not self.is_another(first, last) else None

    @cached_property
    def _called(self) -> dict[str | None, list[tuple[int, Member]]]:
        """The people that are called by each noun, with the token where they are, in the order of the text."""
        found: dict[str | None, list[tuple[int, Member]]] = {}
        for member in self._cast.members:
            for markable in member.markables if member.kind == "person" else ():
                found.setdefault(markable.lemma, []).append((markable.first, member))
        return {lemma: sorted(called, key=lambda pair: pair[0]) for lemma, called in found.items()}

    def _so_called(self, member: Member, bearers: Mapping[str, set[int]]) -> list[Member]:
        """Those named who are called by a noun of somebody who is not, of several the one named before."""
        phrases = [m for m in member.markables if m.shape == "nominal"]
        for noun_phrase in [m for m in phrases if m is phrases[0] or m.kind == "person" or m.lemma in PRIVATE | CIVIL]:
            numbers = bearers.get(noun_phrase.lemma, set()) | bearers.get(noun_phrase.words[-1], set())
            fitting = map(self._cast.members.__getitem__, sorted(numbers))
            same = [m for m in fitting if self._may_be_one(member, m) and not any(self.is_another(one, m) for one in phrases)]
            same = [m for m in same if m is not self._scene.printed or self._may_be_printed(noun_phrase)]
            before = [m for m in same if any(x.first < noun_phrase.first for x in m.markables)]
            if same:
                return before if len(before) == 1 else same
        return []

    def _may_be_one(self, member: Member, named: Member) -> bool:
        """Whether both are of one kind; what bears the noun in its name is a body as well, whatever it is taken for: "the sultanate"."""
        return named.kind == member.kind or (member.kind in ("body", None) and named.kind in ("body", "group", "state"))

    def _may_be_printed(self, noun_phrase: Markable) -> bool:
        """Whether a noun phrase may stand for whoever printed the text; by the noun of an issuer's name only where it names the issuer."""
        names = self._scene.short_names
        return names.has(noun_phrase.span) if names.head in noun_phrase.words else is_bare(noun_phrase, self._scene)

    def _presented(self, markable: Markable) -> Member | None:
        """Whom a text names when it speaks again of "a spokesman": "the spokesman, Colonel Ada Vale"; nobody where it has two."""
        if markable.words[0] not in ("a", "an"):
            return None
        called = [m for m in self._cast.members if m.kind == "person" and markable.lemma in m.lemmas]
        named = [m for m in called if m.is_named and any(self._presents(x, markable) for x in m.markables)]
        unnamed = [m for m in called if not m.is_named]
        return named[0] if len(named) == 1 and len(unnamed) == 1 else None

    def _presents(self, noun_phrase: Markable, earlier: Markable) -> bool:
        """Whether it is "the spokesman", not long after "a spokesman"."""
        back = self._trees.sentence(noun_phrase.first) - self._trees.sentence(earlier.first)
        is_bare = noun_phrase.shape == "nominal" and noun_phrase.words[:1] == ("the",) and len(noun_phrase.words) == _BARE
        return is_bare and noun_phrase.lemma == earlier.lemma and 0 < back <= _SOON

    def is_another(self, markable: Markable, named: Member) -> bool:
        """Whether a noun phrase holds names that the one it may stand for does not bear: "the Kastrian ministry"."""
        if belong_apart(markable, named, self._scene):
            return True
        known = name_words_of(named) | role_words(named, self._trees)
        own = told_apart(markable) | portfolio_behind(markable, self._trees)
        if (markable.lemma == "staff" and not own) or (markable.lemma == "union" and is_state(named)):
            return True  # those who work somewhere are no general staff, and a union of workers is no state
        others = known - _PALE - {markable.lemma} - {word for name in named.names for word in name if named.kind == "person"}
        is_apart = markable.lemma in _BY_PORTFOLIO or not own.isdisjoint(OF_PARTS)
        if is_apart and own and own.isdisjoint(known) and others:
            return True
        inside = range(markable.first, markable.past)
        written = [self._trees.tokens[i].span.of(self._trees.text) for i in inside]
        owner = max((i + 1 for i, word in enumerate(markable.words) if word == "'s"), default=0)
        start = max(owner, 1 if markable.words[0] in ("the", "a", "an") else 0)
        # A headline begins with a capital, whatever word it is.
        start = start or (markable.first == 0 and self._is_common(markable.words[0]))
        return any(word[0].isupper() and word.lower() not in known and word not in _ONCE for word in written[start:-1])

    def _is_common(self, word: str) -> bool:
        """Whether a text has a word in small letters, or it is a noun for those who speak."""
        return noun(word) is not None or word in self._written or word in _OF_OFFICES

    @cached_property
    def _written(self) -> frozenset[str]:
        """The words of the text as they are written."""
        return frozenset(token.span.of(self._trees.text) for token in self._trees.tokens)

    def _opens(self, markable: Markable) -> bool:
        """Whether a report begins with it: "A House panel" of the first lines is the committee named further down."""
        if markable.kind == "person" and self._trees.sentence(markable.first) < _FIRST_SENTENCES:
            return markable.words[0] not in ("a", "an", "one", "another")
        return markable.kind == "body" and self._trees.sentence(markable.first) < _FIRST_SENTENCES


def _joined(member: Member | None, score: float, why: str) -> tuple[Member, float, str] | None:
    return (member, score, why) if member is not None else None
