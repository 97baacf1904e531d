"""Who is it that a headline or the first sentences call by a noun, and that the next lines name?

"Ex-soldier tells of killings", says the headline, and the lead: "A former soldier told the court that ...". Then the report gives him
his name with his first words: "“The buses came at nine,” said Ivo Ranek, 25".
"""

import re
from collections.abc import Sequence

from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.descriptions import CIVIL, is_at_peace, is_of_kind_alone
from saidwho.grounding.actors.following import OFFICES
from saidwho.grounding.actors.generic import GENERIC, PRIVATE
from saidwho.grounding.actors.later import Later
from saidwho.grounding.actors.roles import role_words
from saidwho.grounding.actors.scene import Scene
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# How sure it is.
LEAD, HEADLINE = 0.6, 0.7
# A line that ends so, and is as long, is none of a headline's.
_ENDS, _SHORTEST = (".", "!", "?", "”", '"'), 60
_QUOTES = ('"', "“", "‘")
# Whom reports leave without a name.
_NAMELESS = frozenset({"official", "source", "diplomat", "witness", "resident", "villager", "analyst", "spokesperson", "observer"})
_ANONYM = re.compile(
    r"\b(?:not to be|anonym|unnamed|declined to (?:be|give)|would not give|withheld|not authori[sz]ed|neither (?:his|her) name)"
)
# Words by which it is told that two sayings are one, by their first letters, and numbers.
_WORD, _STEM = re.compile(r"[^\W\d_]{4,}|\d+"), 5
_COMMON = frozenset(
    {"that", "with", "from", "have", "were", "their", "after", "which", "would", "will", "been", "this", "they", "more", "than"}
)
_FULL = 2


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
        if _ANONYM.search(first.source[0].of(self._scene.text)):
            return {}
        after = (a for a in below if self._speaker(a) not in (described, None) and self._is_behind(first, a))
        second = next(after, None)
        named = self._speaker(second) if second is not None else None
        if second is None or named is None or not self._is_introduced(named, second):
            return {}
        is_one = self._is_person(described, named, second) if described.kind == "person" else self._is_body(described, named)
        return {described.number: (named, LEAD, "whom the next lines name")} if is_one else {}

    def headline(self) -> dict[int, tuple[Member, float, str]]:
        """Whoever speaks in the headline under a noun: the one who says the same below."""
        found: dict[int, tuple[Member, float, str]] = {}
        for attribution in self._told:
            described = self._speaker(attribution)
            if attribution.source[0].start >= self._body or described is None or described.is_named:
                continue
            one = self._saying_the_same(attribution, described)
            if one is not None:
                found.setdefault(described.number, (one, HEADLINE, "who says the same below"))
        return found

    def _speaker(self, attribution: Attribution) -> Member | None:
        choice = self._scene.chosen.get(attribution.source)
        return choice.member if choice is not None else None

    def _is_behind(self, first: Attribution, second: Attribution) -> bool:
        """Whether an attribution stands in a later line."""
        return "\n" in self._scene.text[first.source[0].start : max(second.source[0].start, first.source[0].start)]

    def _is_introduced(self, named: Member, second: Attribution) -> bool:
        """Whether an attribution's source holds the first name of somebody, whom nothing below the headline spoke of before."""
        below = [m for m in named.markables if m.span.start >= self._body and m.shape == "name"]
        first = min(below, key=lambda m: m.first, default=None)
        start, end = second.source[0].start, second.source[-1].end
        return named.is_named and named is not self._scene.printed and first is not None and start <= first.span.start < end

    def _is_person(self, described: Member, named: Member, second: Attribution) -> bool:
        """Whether a named person may be the one described: by a quotation of their own, or by the same noun."""
        phrase = described.markables[0]
        if named.kind != "person" or {"m", "f"} <= {described.gender, named.gender} or self._later.is_another(phrase, named):
            return False
        if not any(m.shape == "name" and len(m.words) >= _FULL for m in named.markables):
            return False
        roles = role_words(named, self._scene.trees)
        if phrase.lemma in roles:
            return True
        is_quoted = second.content[0].start < second.source[0].start and self._is_quoted(second.content[0])
        return is_quoted and phrase.lemma not in _NAMELESS and OFFICES.isdisjoint(roles)

    def _is_quoted(self, span: Span) -> bool:
        return self._scene.text[span.start] in _QUOTES or self._scene.text[span.start - 1 : span.start] in _QUOTES

    def _is_body(self, described: Member, named: Member) -> bool:
        """Whether a named body may be the group or agency described."""
        phrase = described.markables[0]
        is_generic = phrase.lemma in GENERIC | CIVIL | PRIVATE and is_of_kind_alone(phrase)
        return is_generic and named.kind == "body" and is_at_peace(named, self._scene.trees)

    def _saying_the_same(self, attribution: Attribution, described: Member) -> Member | None:
        """Who says below what a headline has somebody say, and may be called as that one is."""
        own = self._words(attribution)
        best, most = None, 0
        for other in self._told:
            one = self._speaker(other)
            if other.source[0].start < self._body or one is None or one is described or not self._may_be(described, one):
                continue
            shared = len(own & self._words(other))
            if shared > most and 2 * shared >= min(len(own), 4):
                best, most = one, shared
        return best

    def _words(self, attribution: Attribution) -> frozenset[str]:
        """The first letters of the words that tell what is said."""
        words = (word for span in attribution.content for word in _WORD.findall(span.of(self._scene.text).lower()))
        return frozenset(word[:_STEM] for word in words if word not in _COMMON)

    def _may_be(self, described: Member, one: Member) -> bool:
        """Whether somebody is of the kind that a headline's noun is for."""
        phrase = described.markables[0]
        if one is self._scene.printed or {"m", "f"} <= {described.gender, one.gender} or self._later.is_another(phrase, one):
            return False
        if described.kind == "person":
            return one.kind == "person" and not one.many
        if described.many:
            return phrase.lemma in one.lemmas
        return one.kind in ("body", "group", "state") and not one.many


def _body(text: str) -> int:
    """Where the report begins behind its headlines and bylines."""
    at = 0
    for line in text.splitlines(keepends=True):
        if len(line) >= _SHORTEST and line.rstrip().endswith(_ENDS):
            return at
        at += len(line)
    return 0
