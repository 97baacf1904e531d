"""Whose is somebody: for whom does the holder of an office speak, and to whom does a body belong?"""

import re
from collections.abc import Callable, Sequence
from itertools import islice

from saidwho.grounding.actors.affiliations import state_of_word
from saidwho.grounding.actors.at_home import movement_printing
from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.descriptions import is_armed
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.roles import note_role, note_role_beside
from saidwho.grounding.actors.scene import Scene
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# Those who speak for a state without a name of their own. Soldiers and reporters of a nation do not.
_OFFICIALS = frozenset({"official", "diplomat", "officer", "negotiator", "envoy", "aide", "adviser", "advisor", "lawmaker"})
_WHO_STUDY = frozenset({
    "expert", "analyst", "specialist", "scholar", "watcher", "researcher", "historian", "correspondent", "observer", "journalist",
    "professor",
})  # fmt: skip
# Whose state stands behind the name.
_REALM = re.compile(r" of (?:the )?([A-Z][\w'’-]*\w(?: [A-Z][\w'’-]*\w){0,4})(?! [A-Z])")
_REIGNS = frozenset({"king", "queen", "emir", "amir", "sultan", "emperor", "prince", "princess", "president", "premier"})
_NOT_IN_OFFICE = frozenset({"former", "ex", "retired", "captured", "detained"})
# Tokens behind a noun in which its issuer or owner is named ("a statement by the ministry").
BEHIND = 6
# For whom somebody speaks or what he heads, behind the name and in front of it.
_WHO_SPEAKS = re.compile(r",? who (?:(?:speaks|spoke|has spoken) for|heads|headed|leads|led|chairs|directs|commands|runs) ")
_FOR = re.compile(r"(?:^|[.!?\n]\s*)For (?:the )?[^,.\n]{3,50}, (?:[A-Z][\w.]+ ){0,2}$")
_LONGEST_FOR = 90
# Words behind an office before the body that it is of; and words before the noun of such a body.
_SPEAKS_FOR = (("for",), ("of",))
_MODIFIERS = 4
# A spokesman with his name at most; and characters of what his body has said before him.
_BARE_SPOKESMAN = re.compile(
    r"(?:(?:[Aa]|[Tt]he)[ ])?(?:[Cc]hief |[Mm]ilitary |[Dd]eputy )?(?:[Ss]pokes(?:man|woman|person)|[Pp]ress [Ss]ecretary)"
    r"(?:(?:,? [A-Z][\w.'’-]*)+,?)?$"
)
_LONGEST_SAYING = 600
# Officials of whom nothing else is told, who go on for the state that spoke right before in their paragraph; and kinds of its organs.
_BARE_OFFICIALS = re.compile(
    r"(?:(?:an?|one|two|three|several|some)[ ])?"
    r"(?:(?:senior|top|unnamed|presidential|government|cabinet|military|army|navy|air force|intelligence|defen[cs]e|security)[ ])*"
    r"(?:officials?|officers?|advis[eo]rs?|aides?|ministers?|diplomats?|spokes(?:man|woman|person))$",
    re.IGNORECASE,
)
_OF_STATES: frozenset[str] = frozenset({"state", "government", "force"})
# Kinds of the register's entries that have fronts, divisions and wings with names of their own.
_ARMED_KINDS: frozenset[str] = frozenset({"group", "force"})
# What is somebody's own and speaks for him: "his office", "her spokesman".
_OWN = frozenset({"office", "spokesperson", "aide", "adviser", "deputy", "secretary", "staff", "team", "ministry", "delegation", "lawyer"})
# Who runs a house, a firm or a relief body, and no state and no army; and nouns of bodies that are none.
_OF_HOUSES = frozenset({"director", "administrator", "manager", "principal", "headmaster", "rector", "dean", "surgeon", "doctor", "nurse"})
_NO_HOUSES = frozenset({
    "army", "police", "navy", "force", "military", "government", "ministry", "militia", "brigade", "battalion", "court", "council",
    "parliament",
})  # fmt: skip
_ITS = frozenset({"its", "their"})
_ABROAD = frozenset({"embassy", "consulate"})
# Members, and mentions of each, that are looked through for whom "its" stands.
_FEW = 6
# Characters of " in " and the name of a capital.
_LONGEST_SEAT = 40


def _is_studied(owner: Member, noun: str) -> bool:
    """Whether a state is only what somebody knows of or writes about: "a Kastria expert" is not of Kastria."""
    return noun in _WHO_STUDY and _is_of_state(owner)


def _is_of_state(owner: Member) -> bool:
    return owner.kind == "state" or (owner.entry is not None and owner.entry.kind in ("state", "government"))


def _may_have(markable: Markable, member: Member) -> bool:
    """Whether somebody may hold his office with a member: a director is none of a government and of an army."""
    if markable.lemma not in _OF_HOUSES:
        return True
    is_of_state = member.entry is not None and member.entry.kind in (*_OF_STATES, "group")
    return member.kind == "body" and not is_of_state and _NO_HOUSES.isdisjoint(member.lemmas)


class Owners:
    """Whose the actors of one text are. look: takes a markable for somebody before its turn."""

    def __init__(self, scene: Scene, look: Callable[[Markable], object]) -> None:
        self._scene, self._look = scene, look

    def whose(self, markable: Markable) -> Member | None:
        """For whom the holder of an office speaks: "its" of "its spokesman", "the ministry" of "the spokesman of the ministry"."""
        if markable.words[0] in _ITS and (speaker := self._subject_before(markable)) is not None:
            return speaker
        near = self._scene.near(markable.first, markable.past)
        inside = [
            owner for m, owner in near if m.past < markable.past and owner.kind != "person" and not _is_studied(owner, markable.lemma)
        ]
        if inside:
            return inside[0]
        if markable.words[0] in _ITS:
            return self._spoken_of_last(markable)
        if self._scene.trees.words[markable.past : markable.past + 1] not in (("of",), ("for",)):
            return None
        behind = self._scene.near(markable.past, markable.past + BEHIND) or self._look_behind(markable)
        return next((owner for m, owner in behind if owner.kind != "person"), None)

    def _subject_before(self, markable: Markable) -> Member | None:
        """Who spoke last, where he is the subject of the sentence before one that begins so, or of this one: who is told of goes on to be
        (Grosz et al. 1995, centering)."""
        trees, last = self._scene.trees, self._scene.speakers[-1] if self._scene.speakers else None
        if last is None or last.kind not in ("body", "group", "state") or not trees.is_subject(markable.head):
            return None
        if not _may_have(markable, last):
            return None
        where = trees.sentence(max(markable.first - 1, 0))
        return last if any(trees.sentence(m.first) == where and trees.is_subject(m.head) for m in last.seen[-_FEW:]) else None

    def _spoken_of_last(self, markable: Markable) -> Member | None:
        """The body or state that was the subject last, in the sentence or the one before."""
        trees = self._scene.trees
        here = trees.sentence(markable.first)
        recent = [member for member in islice(self._scene.cast.recent(), _FEW) if _may_have(markable, member)]
        near = [(member, seen) for member in recent if member.kind in ("body", "state") and (seen := self._seen_near(member, here))]
        # "Its team" before is of whoever "its" stands for again.
        subject = next((member for member, seen in near if any(trees.is_subject(m.head) and m.words[0] not in _ITS for m in seen)), None)
        if subject is not None:
            return subject
        if near and markable.lemma in _OF_HOUSES:
            return near[0][0]
        last = self._scene.speakers[-1] if self._scene.speakers else None
        is_near = last is not None and _may_have(markable, last) and last.kind == "body" and self._seen_near(last, here)
        return last if is_near else None

    def _seen_near(self, member: Member, here: int) -> list[Markable]:
        """Where a member is told of last, in a sentence or the one before it. here: the number of the sentence."""
        return [m for m in member.seen[-_FEW:] if here - self._scene.trees.sentence(m.first) <= 1]

    def _look_behind(self, markable: Markable) -> list[tuple[Markable, Member]]:
        """The noun phrase right behind "of" or "for", taken for somebody before its turn."""
        for one in self._scene.beginning(markable.past + 1, markable.past + 3)[:1]:
            if one.shape == "nominal" and one.kind == "body" and self._scene.cast.at(one.span) is None:
                self._look(one)
        return self._scene.near(markable.past, markable.past + 3)

    def of_new(self, markable: Markable) -> Member | None:
        """Whom a new actor speaks for: the name inside its words ("US officials") or behind them ("a spokesman for X")."""
        scene = self._scene
        if markable.words[0] in ("his", "her") and markable.lemma in _OWN:
            beginning = scene.near(markable.first, markable.first + 1)
            return next((owner for m, owner in beginning if m.shape == "pronoun" and owner.kind == "person"), None)
        past = min(markable.past + BEHIND, scene.trees.first_of(scene.trees.sentence(markable.first) + 1))
        near = self._innermost([(m, owner) for m, owner in scene.near(markable.first, past) if m.shape == "name"])
        near = [(m, owner) for m, owner in near if not _is_studied(owner, markable.lemma)]
        inside = [owner for m, owner in near if m.past <= markable.past]
        if inside:
            return inside[-1]
        state = self._state_of_officials(markable)
        if state is not None:
            return state
        if markable.kind == "person":
            whose = self._body_of(markable)
            if whose is not None:
                return whose
        return self._behind(markable, [owner for m, owner in near if m.first > markable.past])

    def _behind(self, markable: Markable, behind: list[Member]) -> Member | None:
        """Whom the words behind a new actor tell: "the government in Kyiv", "a spokesman for X". behind: who is named there."""
        if markable.lemma in _ABROAD:  # where it stands is not whose it is: "its embassy in Dhaka"
            return self._spoken_of_last(markable) if markable.words[0] in _ITS else None
        scene = self._scene
        seat = re.match(r"\s+in\s+([A-Z][\w'’-]+)", scene.text[markable.span.end : markable.span.end + _LONGEST_SEAT])
        government = scene.register.metonym(seat[1], context=scene.context) if seat and markable.kind == "body" else None
        if government is not None:
            return scene.cast.new(kind="body", entry=government)
        return behind[0] if behind and scene.trees.words[markable.past] in ("for", "of", "at", "from", "in", "with") else None

    def _innermost(self, near: list[tuple[Markable, Member]]) -> list[tuple[Markable, Member]]:
        """Without whoever the next one belongs to: "Sudan" of "a commander of Sudan's Rapid Support Forces" is not whose he is."""
        words = self._scene.trees.words
        nexts = [m.first for m, _ in near]
        return [
            (m, owner)
            for m, owner in near
            if words[m.past : m.past + 1] not in (("'s",), ("'",)) or not any(m.past < first <= m.past + _MODIFIERS for first in nexts)
        ]

    def _state_of_officials(self, markable: Markable) -> Member | None:
        """The one state that words for officials without a name tell: "two U.S. officials", "a Kastrian diplomat"."""
        if markable.lemma not in _OFFICIALS or not _NOT_IN_OFFICE.isdisjoint(markable.words):
            return None
        scene = self._scene
        told = [token.span.of(scene.text) for token in scene.trees.tokens[markable.first : markable.past]]
        names = [word for word in told if word[:1].isupper()]
        found = {entry.key: entry for word in names if (entry := state_of_word(word, scene)) is not None}
        return scene.cast.new(kind="state", entry=next(iter(found.values()))) if len(found) == 1 else None

    def tell_apart(self, markable: Markable, member: Member) -> bool:
        """Whether a phrase says that somebody is another's, or names whoever a member is of."""
        return markable.shape == "nominal" and (self._is_of_another(markable, member) or self._is_whose(markable, member))

    def _is_of_another(self, markable: Markable, member: Member) -> bool:
        """Whether it is told whose two are, and they are not one's: "the mayor's spokesman", and a spokesman of the army."""
        trees = self._scene.trees
        if member.of is None or "'s" not in markable.words:
            return False
        near = self._scene.near(markable.first, markable.head)
        whose = next((owner for m, owner in near if trees.words[m.past : m.past + 1] == ("'s",)), None)
        return whose is not None and whose not in (member, member.of) and whose is not member.of.of

    def _is_whose(self, markable: Markable, member: Member) -> bool:
        """Whether a member is that of whom a phrase speaks: "the president" is not who was "the president's spokesman"."""
        own = markable.words[markable.words[0] == "the" :]
        phrases = (m.words for m in member.seen[-_FEW:] if m.shape == "nominal" and "'s" in m.words)
        before = (words[: words.index("'s")] for words in phrases)
        return markable.kind == "person" and markable.lemma not in member.lemmas and any(words[-len(own) :] == own for words in before)

    def _body_of(self, markable: Markable) -> Member | None:
        """The body that an office is of: "the army" of "the army's spokesman" and "a spokesman for the army"; a group by its fighters."""
        scene, words = self._scene, self._scene.trees.words
        if markable.words[0] in _ITS:
            return self._spoken_of_last(markable)
        inside = [m for m in scene.beginning(markable.first, markable.head) if m.kind == "body" and words[m.past : m.past + 1] == ("'s",)]
        behind = (
            scene.beginning(markable.past + 1, markable.past + 3)[:1] if words[markable.past : markable.past + 1] in _SPEAKS_FOR else ()
        )
        for one in (*inside, *self._widest(behind)):
            # A head of state is of no body called so.
            if one.shape == "nominal" and one.kind == "body" and one.words != ("state",):
                if scene.cast.at(one.span) is None:
                    self._look(one)
                return scene.cast.at(one.span)
            entry = scene.register.resolve(one.span.of(scene.text), context=scene.context) if one.kind == "group" else None
            if entry is not None and entry.kind in ("group", "force"):
                return scene.cast.new(kind="body", entry=entry)
        return None

    def _widest(self, begun: Sequence[Markable]) -> Sequence[Markable]:
        """The longest of the markables that begin within the phrase of the first: "the UN refugee agency", and not "UN"."""
        inside = [m for one in begun for m in self._scene.beginning(one.first - 1, one.past + _MODIFIERS) if m.first <= one.first < m.past]
        return sorted(inside, key=lambda m: m.first - m.past)[:1]

    def note_role(self, member: Member, markable: Markable) -> None:
        """Keep what a person is said to be, and whose: "White House" of "White House spokesperson"."""
        note_role(member, markable, self._scene.trees)
        self._note_whose(member)
        self._note_realm(member, markable)

    def _note_realm(self, member: Member, name: Markable) -> None:
        """Let who reigns be of the state behind his name: "King Abdullah of Saudi Arabia"."""
        behind = _REALM.match(self._scene.text, name.span.end) if member.of is None else None
        title = next((word for word in self._titles(name) if word in _REIGNS), None)
        # The whole name: nobody of "Georgia State University" is of Georgia.
        state = state_of_word(behind[1], self._scene) if behind and title else None
        office = self._scene.register.office(f"{title} of {state.name}") if state is not None else None
        speaks_for = office.speaks_for if office is not None and office.speaks_for is not None else state
        if speaks_for is not None:
            member.of = self._scene.cast.new(kind="state" if speaks_for is state else "body", entry=speaks_for)

    def _titles(self, name: Markable) -> tuple[str, ...]:
        """The words of a name and the one before it, in lower case."""
        return self._scene.trees.words[max(name.first - 1, 0) : name.past]

    def note_role_beside(self, member: Member, markable: Markable, name: Markable) -> None:
        """The same of a noun phrase with a name behind it: "Vinland's defence minister, Ada Vale"."""
        if name.first >= markable.past:
            note_role_beside(member, markable, name, self._scene.trees)
            self._note_whose(member)

    def note_body_told_of(self, member: Member, attribution: Attribution) -> None:
        """Let a spokesman of whom nothing else is told speak for the body that he tells of: "The army took the hill, a spokesman said"."""
        content, source = attribution.content, attribution.source[0]
        if len(content) != 1 or content[0].end > source.start or not self._is_bare_spokesman(member, source):
            return
        scene, first = self._scene, self._scene.trees.covering(content[0])[0]
        if scene.trees.sentence(first) != scene.trees.sentence(scene.trees.covering(source)[0]):
            return
        near = [(m, body) for m, body in scene.near(first, first + 2) if scene.trees.is_subject(m.head)]
        member.of = next((body for _, body in near if body.kind == "body" and (body.entry is None or body.entry.kind != "group")), None)

    def _is_bare_spokesman(self, member: Member, source: Span) -> bool:
        is_free = member.kind == "person" and member.of is None
        return is_free and _BARE_SPOKESMAN.match(source.of(self._scene.text)) is not None

    def note_last_body(self, member: Member, source: Span) -> None:
        """Let a spokesman of whom nothing else is told speak for the body that spoke right before: "Police said ... Spokesman Ivo Vale".

        So do officials in the paragraph of a state: "Kyiv rejected it ... a presidential adviser said".
        """
        scene = self._scene
        last = scene.speakers[-1] if scene.speakers else None
        if last is None or last is scene.printed or not last.seen or member.of is not None or member.kind not in ("person", "group"):
            return
        between, words = scene.text[last.seen[-1].span.start : source.start], source.of(scene.text)
        if len(between) >= _LONGEST_SAYING:
            return
        is_of_state = last.entry is not None and last.entry.kind in _OF_STATES and "\n" not in between
        is_spokesman = last.kind == "body" and self._is_bare_spokesman(member, source)
        if is_spokesman or (is_of_state and _BARE_OFFICIALS.match(words.partition(",")[0])):
            member.of = last

    def _states_before(self, role: Span) -> tuple[str, ...]:
        """The state that a text is about, where it is one alone, and told before a role: "the armed forces" are of nobody named later."""
        scene = self._scene
        # Where one state's shells fall on another's towns, an office may be the other's.
        if len(scene.context) != 1 or (scene.towns and scene.context[0] not in scene.towns):
            return ()
        # "Congolese" is of two states, and tells the one that the text is about.
        shared = (word for word in role.of(scene.text).split() if scene.register.demonym(word) is None)
        if any(scene.register.demonym(word, context=scene.context) is not None for word in shared):
            return scene.context
        named = (m for one in scene.cast.members if one.entry is not None and one.entry.key in scene.context for m in one.markables)
        return scene.context if any(m.span.start < role.start for m in named) else ()

    def _note_whose(self, member: Member) -> None:
        scene = self._scene
        if member.role is None or member.of is not None:
            return
        role, states = member.role.of(scene.text), self._states_before(member.role)
        first, past = scene.trees.covering(member.role)
        studies = not _WHO_STUDY.isdisjoint(scene.trees.words[first:past])
        office = None if studies else scene.register.office(role)
        movement = movement_printing(scene) if _BARE_SPOKESMAN.match(role) else None
        if movement is not None and (office is None or office.speaks_for is None):
            member.of = scene.cast.new(kind="body", entry=movement)
            return
        if not studies and (office is None or office.speaks_for is None):
            office = scene.register.office(role, context=states)
        if office is not None and office.speaks_for is not None:
            member.of = scene.cast.new(kind="body", entry=office.speaks_for)
            return
        near = [(m, owner) for m, owner in scene.near(first, past) if owner is not member and m.kind != "person"]
        near = [(m, owner) for m, owner in near if not (studies and _is_of_state(owner))]
        told = (owner for m, owner in near if states or owner.entry is None or scene.register.resolve(m.span.of(scene.text)))
        member.of = next(told, None)

    def note_wing(self, name: Markable) -> None:
        """Let a named part of an armed group or force be of it: "the group's Northern Front", "the army's Second Division"."""
        trees = self._scene.trees
        member = self._scene.cast.at(name.span)
        if member is None or member.entry is not None or member.of is not None or name.kind != "body":
            return
        if trees.words[max(name.first - 1, 0) : name.first] not in (("'s",), ("'",)):
            return
        whose = next((owner for m, owner in self._scene.near(name.first - _MODIFIERS, name.first) if m.past == name.first - 1), None)
        is_armed_entry = whose is not None and whose.entry is not None and whose.entry.kind in _ARMED_KINDS
        if whose is not None and whose is not member and (is_armed_entry or is_armed(whose, trees)):
            member.of = whose

    def speak_for(self) -> None:
        """People of whom the sentence says for whom they speak: "For Vinland, Colonel Ada Vale said", "Vale, who speaks for the army"."""
        for markable in self._scene.markables:
            member = self._scene.cast.at(markable.span)
            if markable.shape != "name" or member is None or member.kind != "person" or member.of is not None:
                continue
            near = self._told_of(markable)
            member.of = next((owner for m, owner in near if owner is not member and owner.kind != "person" and m.shape != "pronoun"), None)
        for member in self._scene.cast.members:
            if member.kind == "person" and member.of is None and member.role is not None and "spokesperson" in member.lemmas:
                member.of = self._of_whom_he_speaks_for(member, member.role)

    def _of_whom_he_speaks_for(self, member: Member, role: Span) -> Member | None:
        """Whose a person is for whom somebody speaks: the state of "President Ada Vale" in "spokesman for President Ada Vale"."""
        near = self._scene.near(*self._scene.trees.covering(role))
        return next((whom.of for _, whom in near if whom is not member and whom.kind == "person" and whom.of is not None), None)

    def _told_of(self, name: Markable) -> list[tuple[Markable, Member]]:
        """Who stands where a sentence says for whom somebody speaks."""
        text, trees = self._scene.text, self._scene.trees
        ahead = _WHO_SPEAKS.match(text, name.span.end)
        if ahead is not None:
            first = trees.covering(Span(start=ahead.end() - 1, end=ahead.end() + 1))[1] - 1
            return self._scene.near(first, first + 2)
        before = _FOR.search(text[max(name.span.start - _LONGEST_FOR, 0) : name.span.start])
        if before is None:
            return []
        start = name.span.start - len(before[0].lstrip()) + len("For ")
        return self._scene.near(trees.covering(Span(start=start, end=start + 1))[0], name.first)
