"""Which of the named bodies does a noun for bodies mean, such as "Rights group" or "the rebels"?

A headline and the sentences after it call by a noun whom the text names elsewhere.
"""

from collections import Counter

from saidwho.grounding.actors.affiliations import belong_apart
from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.descriptions import ARMED, CIVIL, OF_KIND, is_armed, is_at_peace, is_civil, is_of_kind_alone, told_apart
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.scene import Scene

# Nouns that, bare ("the agency"), reports use for a body they name elsewhere; those of CIVIL for no fighters and no government.
GENERIC = frozenset({"agency", "group", "movement", "organization", "alliance", "bloc", "faction", "militia"})
# Nouns for bodies that no states have, and words in the names of those that states have.
PRIVATE = frozenset({"charity", "company", "firm", "group", "organization", "watchdog", "monitor", "society", "association", "observatory"})
_OF_STATES = frozenset({
    "nations", "council", "councils", "ministry", "department", "government", "parliament", "court", "tribunal", "police", "alliance",
    "union", "army", "forces", "embassy", "bloc", "treaty",
})  # fmt: skip
_IN_ARMS = frozenset(
    {"rebel", "armed", "militant", "jihadist", "islamist", "insurgent", "separatist", "guerrilla", "paramilitary", "militia"}
)


class Generic:
    """The named bodies of one text, for nouns that stand for one of them."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._speakers = scene, scene.speakers
        self._bodies = [m for m in scene.cast.members if m.is_named and m.kind in ("body", "group")]
        self._outstanding = outstanding(scene, "body")

    def body(self, noun_phrase: Markable) -> Member | None:
        """The named body that a generic noun means: one of its kind that speaks, else the one that the text names most."""
        is_alone = is_of_kind_alone(noun_phrase) and not _is_told_behind(noun_phrase, self._scene)
        if noun_phrase.lemma not in GENERIC | CIVIL or not is_alone:
            return None
        if not _IN_ARMS.isdisjoint(noun_phrase.words):
            return self.rebels(noun_phrase)
        if noun_phrase.lemma in PRIVATE or is_civil(noun_phrase):
            return self._the_one_that_speaks(noun_phrase) or self._named_most(noun_phrase)
        return self._named_most(noun_phrase) or self._the_one_that_speaks(noun_phrase)

    def _named_most(self, noun_phrase: Markable) -> Member | None:
        """The body that the text names most, where it may be called by a noun."""
        most = self._outstanding
        if most is None or (most not in self._speakers and noun_phrase.lemma in PRIVATE):
            return None
        is_fitting = noun_phrase.lemma in GENERIC or _is_civil(most)
        return most if is_fitting and (not is_civil(noun_phrase) or is_at_peace(most, self._scene.trees)) else None

    def rebels(self, noun_phrase: Markable, *, speaks: bool = True) -> Member | None:
        """The armed group for "Rebels", "Militant group": the only one named, else, for those who speak, the only one that speaks."""
        if noun_phrase.lemma not in ARMED:
            return None
        own = {word for word in told_apart(noun_phrase) if self._scene.trees.text[noun_phrase.span.start :][:1].isupper()} - OF_KIND
        armed = [m for m in self._bodies if is_armed(m, self._scene.trees)]
        if own:
            return next((m for m in armed if own <= name_words_of(m)), None)
        if not (is_bare(noun_phrase, self._scene) or is_of_kind_alone(noun_phrase)):
            return None
        speaking = [m for m in armed if m in self._speakers]
        return armed[0] if len(armed) == 1 else speaking[0] if speaks and len(speaking) == 1 else None

    def _the_one_that_speaks(self, noun_phrase: Markable) -> Member | None:
        """The one named body at peace that speaks in the text: the observatory, for "the monitor". Bodies of states are no charities."""
        speaking = {m.number: m for m in self._speakers if m.is_named and m.kind == "body" and is_at_peace(m, self._scene.trees)}
        apart = [m for m in speaking.values() if m is not self._scene.printed and not belong_apart(noun_phrase, m, self._scene)]
        printed = self._scene.printed
        if not apart and printed is not None and self._scene.short_names.head and noun_phrase.words[0] == "the":
            return printed  # "The organisation" on the page of a relief agency
        if noun_phrase.lemma in PRIVATE or is_civil(noun_phrase):
            apart = [m for m in apart if _OF_STATES.isdisjoint(name_words_of(m))]
        return apart[0] if len(apart) == 1 else None


def _is_civil(member: Member) -> bool:
    return member.entry is None or member.entry.kind in ("body", "outlet")


def is_bare(markable: Markable, scene: Scene) -> bool:
    """Whether a noun stands alone, but for an article, and nothing behind it says whose it is."""
    return all(word in ("the", "a", "an", "this", "that") for word in markable.words[:-1]) and not _is_told_behind(markable, scene)


def _is_told_behind(markable: Markable, scene: Scene) -> bool:
    """Whether words behind a noun say whose or which it is: "the alliance of which Kastria is part"."""
    return scene.trees.words[markable.past : markable.past + 1] in (("of",), ("that",), ("which",), ("for",))


def outstanding(scene: Scene, kind: str) -> Member | None:
    """Whom of a kind a text names more often than any other, if it does so at least twice; outlets and states are none."""
    counts = Counter(
        {
            m.number: sum(x.shape == "name" for x in m.markables)
            for m in scene.cast.members
            if m.is_named and m is not scene.printed and m.kind == kind and (m.entry is None or m.entry.kind not in ("outlet", "state"))
        }
    )
    most = counts.most_common(2)
    if not most or most[0][1] < 2 or (len(most) > 1 and most[1][1] == most[0][1]):
        return None
    return scene.cast.members[most[0][0]]


def name_words_of(member: Member) -> set[str]:
    """The words of a body's names in the text, and of its name in the register."""
    told = {word for name in member.names for word in name} | set((member.called or "").lower().split())
    return told | set(member.entry.name.lower().split()) if member.entry else told
