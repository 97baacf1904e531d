"""Who is it that a headline or the first sentences call by a noun, and that the next lines name?

"Ex-soldier tells of killings", says the headline, and the lead: "A former soldier told the court that ...". Then the report gives him
his name with his first words: "“We shot them at the farm,” said Ivo Ranek, a former soldier".
"""

import re
from collections.abc import Sequence
from functools import cached_property

from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.descriptions import CIVIL, is_at_peace, is_of_kind_alone
from saidwho.grounding.actors.generic import GENERIC, PRIVATE, name_words_of
from saidwho.grounding.actors.later import Later
from saidwho.grounding.actors.roles import role_words
from saidwho.grounding.actors.scene import Scene
from saidwho.types.reading import Attribution

# How sure it is.
LEAD, HEADLINE = 0.6, 0.7
# A line that ends so, and is as long, is none of a headline's.
_ENDS, _SHORTEST = (".", "!", "?", "”", '"'), 60
# Attributions that a headline may have.
_OF_HEADLINES = 4
# Cues by which somebody answers what another says.
_DENIES = re.compile(r"\b(?:den(?:y|ie[sd]|ials?)|reject|dismiss|refut|rebut|disput|contradict|contest|disavow|disown|debunk)")
# What is said of those who keep their names to themselves.
_ANONYM = re.compile(
    r"\b(?:not (?:\w+ ){0,2}(?:to )?be (?:named|identified|used|quoted)|not to be|anonym|unnamed|declined to (?:be|give)|would not give|"
    r"withheld|not authori[sz]ed|neither (?:his|her) name|identified only|first name)",
    re.IGNORECASE,
)
# Words by which it is told that two sayings are one, by their first letters, and numbers.
_WORD, _STEM = re.compile(r"[^\W\d_]{4,}|\d+"), 5
_COMMON = frozenset(
    {"that", "with", "from", "have", "were", "their", "after", "which", "would", "will", "been", "this", "they", "more", "than"}
)
_FULL = 2
_ARTICLES = frozenset({"a", "an", "the", "one", "another"})
# Words before a noun that many bear.
_PALE = frozenset({"local", "senior", "military", "government", "army", "young", "old", "elderly", "hospital", "police"})


class Leads:
    """The speakers of one text's headline and lead. attributions: in the order of the text."""

    def __init__(self, scene: Scene, attributions: Sequence[Attribution]) -> None:
        self._scene, self._later = scene, Later(scene)
        self._told = [a for a in attributions if a.source]
        self._body = _body(scene.text)

    def lead(self) -> dict[int, tuple[Member, float, str]]:
        """Whoever speaks first without a name, if the next to speak is named for the first time and nothing else is told of them."""
        below = [a for a in self._told if a.source[0].start >= self._body]
        first = below[0] if below else None
        described = self._speaker(first) if first is not None else None
        if first is None or described is None or described.is_named or described.many:
            return {}
        end = self._end_of_line(first)
        begin = self._scene.text.rfind("\n", 0, first.source[0].start) + 1
        if _ANONYM.search(self._scene.text, begin, end):
            return {}
        after = (a for a in below if self._speaker(a) not in (described, None) and a.source[0].start > end)
        second = next(after, None)
        named = self._speaker(second) if second is not None else None
        if second is None or named is None or not self._is_introduced(named, second):
            return {}
        is_same_said = self._shared(self._words(first), self._words(second)) > 0
        if described.kind == "person":
            is_one = self._is_person(described, named) and (is_same_said or self._is_told_apart(described, named))
        else:
            is_one = self._is_body(described, named) and is_same_said
        return {described.number: (named, LEAD, "whom the next lines name")} if is_one else {}

    def headline(self) -> dict[int, tuple[Member, float, str]]:
        """Whoever speaks in the headline under a noun: the one who says the same below."""
        found: dict[int, tuple[Member, float, str]] = {}
        for attribution in self._told[:_OF_HEADLINES]:
            described = self._speaker(attribution)
            if attribution.source[0].start >= self._body or described is None or described.is_named or self._denies(attribution):
                continue
            one = self._saying_the_same(attribution, described)
            if one is not None:
                found.setdefault(described.number, (one, HEADLINE, "who says the same below"))
        return found

    def _speaker(self, attribution: Attribution) -> Member | None:
        """Who speaks, where words of the text still stand for him."""
        choice = self._scene.chosen.get(attribution.source)
        return choice.member if choice is not None and choice.member is not None and choice.member.markables else None

    def _end_of_line(self, attribution: Attribution) -> int:
        end = self._scene.text.find("\n", attribution.source[0].start)
        return end if end >= 0 else len(self._scene.text)

    def _denies(self, attribution: Attribution) -> bool:
        return any(_DENIES.search(span.of(self._scene.text).lower()) for span in attribution.cue)

    def _is_introduced(self, named: Member, second: Attribution) -> bool:
        """Whether an attribution's source holds the first name of somebody, whom nothing below the headline spoke of before."""
        below = [m for m in named.markables if m.span.start >= self._body and m.shape == "name"]
        first = min(below, key=lambda m: m.first, default=None)
        start, end = second.source[0].start, second.source[-1].end
        return named.is_named and named is not self._scene.printed and first is not None and start <= first.span.start < end

    def _is_person(self, described: Member, named: Member) -> bool:
        """Whether a named person is called by the noun of the one described."""
        phrase = described.markables[0]
        if named.kind != "person" or {"m", "f"} <= {described.gender, named.gender} or self._later.is_another(phrase, named):
            return False
        is_in_full = any(m.shape == "name" and len(m.words) >= _FULL for m in named.markables)
        return is_in_full and phrase.lemma in role_words(named, self._scene.trees)

    def _is_told_apart(self, described: Member, named: Member) -> bool:
        """Whether a named person has more than a noun of the one described: a former soldier is rarer than a soldier."""
        phrase = described.markables[0]
        more = {word for word in phrase.words[:-1] if word not in _ARTICLES}
        return bool(more - _PALE) and more <= role_words(named, self._scene.trees)

    def _is_body(self, described: Member, named: Member) -> bool:
        """Whether a named body may be the group or agency described."""
        phrase = described.markables[0]
        is_generic = phrase.lemma in GENERIC | CIVIL | PRIVATE and is_of_kind_alone(phrase)
        return is_generic and named.kind == "body" and is_at_peace(named, self._scene.trees)

    def _saying_the_same(self, attribution: Attribution, described: Member) -> Member | None:
        """Who says below what a headline has somebody say, and is called as that one is."""
        own = self._words(attribution)
        best, most = None, 0
        may_be: dict[int, bool] = {}
        for one, words in self._said_below:
            shared = self._shared(own, words)
            if shared <= most:
                continue
            if one.number not in may_be:
                may_be[one.number] = self._may_be(described, one)
            if may_be[one.number]:
                best, most = one, shared
        return best

    @cached_property
    def _said_below(self) -> list[tuple[Member, frozenset[str]]]:
        """Those named who say something below the headline, each with the words of it; who denies says it of what another says."""
        below = ((self._speaker(a), a) for a in self._told if a.source[0].start >= self._body)
        return [(one, self._words(a)) for one, a in below if one is not None and one.is_named and not self._denies(a)]

    def _words(self, attribution: Attribution) -> frozenset[str]:
        """The first letters of the words that tell what is said."""
        words = (word for span in attribution.content for word in _WORD.findall(span.of(self._scene.text).lower()))
        return frozenset(word[:_STEM] for word in words if word not in _COMMON)

    def _shared(self, own: frozenset[str], others: frozenset[str]) -> int:
        """How many words two sayings share, where they are enough for both to be one; else 0."""
        shared = len(own & others)
        return shared if 2 * shared >= min(len(own), 4) else 0

    def _may_be(self, described: Member, one: Member) -> bool:
        """Whether somebody named is of the kind, and called by the noun, that a headline's speaker is."""
        phrase = described.markables[0]
        if phrase.lemma not in one.lemmas | one.told | name_words_of(one) or one is self._scene.printed:
            return False
        if {"m", "f"} <= {described.gender, one.gender}:
            return False
        if "person" in (described.kind, one.kind):
            is_alike = described.kind == one.kind and bool(described.many) == bool(one.many)
        else:
            is_alike = one.kind in ("body", "group", "state") and (bool(described.many) or not one.many)
        return is_alike and not self._later.is_another(phrase, one)


def _body(text: str) -> int:
    """Where the report begins behind its headlines and bylines."""
    at = 0
    for line in text.splitlines(keepends=True):
        if len(line) >= _SHORTEST and line.rstrip().endswith(_ENDS):
            return at
        at += len(line)
    return 0
