"""Whom does each name, noun phrase and pronoun of a text stand for?

Names first, whole text at a time; then the text is gone through once, and each noun phrase and pronoun joins one of
those spoken of before it, or is somebody new; then what only the whole text tells: the words that speakers say of
themselves ("we"), and who was spoken of before being named ("Mayor resigns", says the headline).
"""

from dataclasses import replace

from saidwho.grounding.actors.affiliations import belong_apart
from saidwho.grounding.actors.announcing import note_announcing
from saidwho.grounding.actors.answers import cast_answers
from saidwho.grounding.actors.antecedents import Anaphor, anaphor_of, candidates, describe, may_stand_for, probabilities
from saidwho.grounding.actors.apposed import apposed_person
from saidwho.grounding.actors.at_home import organ_at_home
from saidwho.grounding.actors.by_words import ByWords
from saidwho.grounding.actors.cast import Cast, Member
from saidwho.grounding.actors.context import first_told, text_context, told_of_well, towns_in
from saidwho.grounding.actors.descriptions import OUTLETS, is_unarmed, may_go_back
from saidwho.grounding.actors.first_persons import cast_first_persons
from saidwho.grounding.actors.himself import named_before, said_behind, telling_of_another, told_before
from saidwho.grounding.actors.later import Later
from saidwho.grounding.actors.leaders import note_leaders
from saidwho.grounding.actors.leads import Leads
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.marking import find_markables
from saidwho.grounding.actors.names import cast_names
from saidwho.grounding.actors.one_of_several import one_of_own, one_of_several
from saidwho.grounding.actors.owners import Owners
from saidwho.grounding.actors.presented import presented
from saidwho.grounding.actors.scene import IN_REGISTER, NAMED, NEW, SHARED_NAME, Choice, Scene
from saidwho.grounding.actors.speakers import speaking_markables
from saidwho.grounding.actors.trees import Trees
from saidwho.grounding.actors.unnamed import outlet_entry
from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.new_states import NewState
from saidwho.grounding.register.register import Register
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Place
from saidwho.types.reading import Attribution, Reading

# An antecedent that is less likely than this is none. "he" always stands for somebody, "it" need not.
LEAST: dict[Anaphor, float] = {"person pronoun": 0.15, "they": 0.3, "it": 0.4, "person noun": 0.5, "body noun": 0.5}
LEAST_SPEAKING = 0.05
# Characters before a relative pronoun in which the noun it goes back to stands.
_BEFORE_RELATIVE = 120
# Last mentions of somebody that are looked at, and characters of a sentence.
_LAST, _SENTENCE = 3, 300
# The last to speak, of whom one whose only words turn out to be another's may be one.
_SPOKE = 8
# By what a phrase hangs on the verb of somebody else's deed.
_ACTED_ON = ("obj", "iobj", "obl")
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
# What a clause begins with that only says when.
_DATING = frozenset({"after", "before", "since", "when"})
# Behind what somebody does with a thing, before what he says of it: "released a video | which it said".
_OF_THINGS = frozenset({"which", "what"})
_QUOTES = ('"', "“", "‘")
# Verbs that only somebody speaks by.
_SAY = frozenset({
    "said", "says", "told", "added", "denied", "asked", "called", "warned", "insisted", "recalled", "refused", "announced",
    "declined", "replied", "argued", "testified",
})  # fmt: skip


class Casting:
    """One pass over one text. scene: the text, its actors so far, and who speaks."""

    def __init__(
        self,
        document: Document,
        reading: Reading,
        *,
        places: tuple[Place, ...],
        register: Register,
        states: tuple[NewState, ...] = (),
    ) -> None:
        trees = Trees(document.text, reading)
        context = text_context(document.text, places, states, register)
        markables = find_markables(
            trees, reading, places, states, is_known=lambda words: bool(register.named(words) or register.resolve(words))
        )
        self.scene = Scene(
            document=document,
            trees=trees,
            register=register,
            cast=Cast(),
            context=context,
            markables=markables,
            towns=towns_in(places),
            told=first_told(places),
            told_of=told_of_well(document.text, places, register),
        )
        self._attributions = sorted(reading.attributions, key=lambda a: a.source or a.cue)
        self._owners = Owners(self.scene, self._look)
        self._rules = ByWords(self.scene, self._owners, self._look)
        self._moved: dict[int, tuple[Member, float, str]] = {}
        self._quoting = trees.quoting(a for a in self._attributions if a.source)

    def run(self) -> None:
        scene = self.scene
        names = [m for m in scene.markables if m.shape == "name"]
        outlet = self._outlet()
        own = {m.span for m in names if m.kind == "body" and scene.short_names.has(m.span)}
        for name in names:
            if outlet is not None and name.span in own:
                scene.cast.put(name, outlet)
        rest = [m for m in names if outlet is None or m.span not in own]
        cast_names(scene.cast, scene.trees, rest, scene.register, context=scene.context, outlet=outlet, at_home=self._at_home)
        for markable in names:
            member = scene.cast.at(markable.span)
            if member is not None and member.kind == "person":
                self._owners.note_role(member, markable)
        note_leaders(scene)
        sources, joint = self._speaking()
        for markable in scene.markables:
            attributions = sources.get(markable.span, [])
            choice = self.look_at(markable, said=attributions[0].content if attributions else ())
            if markable.shape == "name":
                self._owners.note_wing(markable)
            scene.cast.see(markable)
            for attribution in attributions:
                self._speak(attribution, self._together(joint[attribution.source]) if attribution.source in joint else choice)
        self._join(self._moved)
        cast_answers(scene, self._attributions)
        cast_first_persons(scene, self._attributions)
        self._owners.speak_for()
        note_announcing(scene, self._attributions)
        self._join(presented(scene))
        self._join(Later(scene).joined())
        leads = Leads(scene, self._attributions)
        self._join(leads.lead())
        self._join(leads.headline())

    def _at_home(self, found: Entry, words: str) -> Entry | None:
        return organ_at_home(found, words, self.scene)

    def _outlet(self) -> Member | None:
        """Whoever printed the text, a member of the cast from the start; none where the outlet is not known."""
        outlet = self.scene.document.outlet
        if not outlet:
            return None
        member = self.scene.cast.new(kind="body", entry=outlet_entry(outlet, self.scene.register))
        member.called = None if member.entry else outlet
        self.scene.printed = member
        return member

    def _look(self, markable: Markable) -> Choice:
        """Take a markable that says nothing for somebody."""
        return self.look_at(markable, said=())

    def look_at(self, markable: Markable, *, said: tuple[Span, ...]) -> Choice:
        """Take a markable for somebody. said: what is said by it, where it is the source of an attribution."""
        known = self.scene.cast.at(markable.span)
        if known is not None:
            return self._known(known, markable)
        if markable.shape == "nominal":
            own = one_of_own(markable, said, self.scene, self._owners) if said else None
            if own is not None:
                return own
            by_rule = self._rules.choice(markable, said) or (one_of_several(markable, self.scene) if said else None)
            if by_rule is not None:
                return by_rule
        if anaphor_of(markable) is None:
            return Choice(member=None, score=0.0, why="stands for nobody that can be told")
        apart = None
        if markable.shape == "pronoun":
            around = self._quoting.get(markable.first)
            is_one = anaphor_of(markable) != "they"
            himself = told_before(markable, said, self.scene) if said else named_before(markable, around, self.scene) if is_one else None
            if himself is not None:
                return self.scene.put(markable, himself[0], score=himself[1], why="of himself, in what he says")
            apart = telling_of_another(markable, around, self.scene) if is_one and not said else None
            said = said or (said_behind(markable, around, self.scene) if is_one else ())
        return self.settle(markable, self._ranked(markable, said, apart=apart), speaks=bool(said))

    def settle(self, markable: Markable, best: Choice, *, speaks: bool) -> Choice:
        """Join the best antecedent, or be somebody new where there is none and the words allow it.

        speaks: whether it is the source of an attribution; a pronoun that is one stands for somebody.
        """
        anaphor = anaphor_of(markable)
        least = LEAST_SPEAKING if speaks and markable.shape == "pronoun" else LEAST[anaphor] if anaphor else 1.0
        if best.member is not None and best.score >= least:
            # Whom "her" means in a quotation, of those outside of it, is too uncertain to tell from it that somebody is a woman.
            quoted, last = self.scene.quoted, best.member.seen[-1].first if best.member.seen else markable.first
            is_unsure = markable.shape == "pronoun" and quoted[markable.first] and not quoted[last]
            self.scene.cast.put(replace(markable, gender=None) if is_unsure else markable, best.member)
            return best
        if markable.shape == "nominal" and markable.kind != "document" and (markable.kind is not None or self._may_speak(markable, speaks)):
            member = self.scene.cast.new(kind=markable.kind)
            self.scene.cast.put(markable, member)
            member.of = self._owners.of_new(markable)
            return Choice(member=member, score=round(NEW * (1 - best.score), 4), why="not spoken of before")
        return Choice(member=None, score=1 - best.score, why="nobody spoken of before fits")

    def _may_speak(self, markable: Markable, speaks: bool) -> bool:
        """Whether a noun that no table knows is said to speak as only somebody can: "a seamstress said", not "gunfire suggests"."""
        token = self.scene.trees.tokens[markable.head]
        is_one = markable.words[0] in ("a", "an", "the", "one", "another") or "'s" in markable.words
        return speaks and is_one and token.relation == "nsubj" and self.scene.trees.words[token.head] in _SAY

    def _known(self, member: Member, markable: Markable) -> Choice:
        """A name: as sure as it is the only one's name."""
        score = IN_REGISTER if member.entry else SHARED_NAME if self.scene.cast.is_shared(markable) else NAMED
        return Choice(member=member, score=score, why=f"named here: {markable.span.of(self.scene.text)}")

    def _ranked(self, markable: Markable, said: tuple[Span, ...], *, apart: Member | None = None) -> Choice:
        """Whom a markable goes back to most likely. apart: who is not meant."""
        scene = self.scene
        if markable.shape == "nominal" and not may_go_back(markable):
            return Choice(member=None, score=0.0, why="new")
        known = (pair for pair in candidates(markable, scene.cast.recent()) if pair[0] is not apart)
        found = [pair for pair in known if not self._is_other_body(pair[0], markable) and not self._acts_on(pair[0], markable)]
        found = [pair for pair in found if said or not (_is_any(markable) and pair[0].is_named)]
        found = [pair for pair in found if not self._is_told_of(pair[0], markable, said)] or found
        found = [pair for pair in found if not (markable.shape == "pronoun" and _is_within(pair[0], said))] or found
        found = [pair for pair in found if not self._is_telling(pair[0], markable)] or found
        found = [pair for pair in found if not self._is_said_of(pair[1], markable)] or found
        found = self._several(markable, found, said) or found
        if not found:
            return Choice(member=None, score=0.0, why="nobody was spoken of before")
        found = self._subject_before(markable, found, said) or self._acting_beside(markable, found) or found
        shares = probabilities(markable, describe(markable, found, scene.moment(said)))
        best = int(shares[:-1].argmax())
        member, last = found[best]
        why = f"{markable.span.of(scene.text)!r} goes back to {last.span.of(scene.text)!r} (characters {last.span.start}-{last.span.end})"
        return Choice(member=member, score=float(shares[best]), why=why)

    def _acts_on(self, member: Member, markable: Markable) -> bool:
        """Whether somebody is the subject of the verb that a phrase is the object of, and so another: "Vale told | the president"."""
        trees = self.scene.trees
        token = trees.tokens[markable.head]
        if token.relation not in _ACTED_ON or markable.words[-1] in _REFLEXIVE:
            return False
        near = (m for m in member.seen[-_LAST:] if m.past <= markable.first and trees.tokens[m.head].head == token.head)
        return any(trees.is_subject(m.head) for m in near)

    def _several(self, markable: Markable, found: list[tuple[Member, Markable]], said: tuple[Span, ...]) -> list[tuple[Member, Markable]]:
        """For "they" who say something those who are no single person, where such were just spoken of."""
        trees = self.scene.trees
        if not said or anaphor_of(markable) != "they":
            return []
        several = [pair for pair in found if pair[0].kind != "person" or pair[0].many]
        here = trees.sentence(trees.covering(said[0])[0] if said[0].start < markable.span.start else markable.first)
        is_near = any(member.many and here - trees.sentence(last.first) <= 1 for member, last in several)
        before = [pair for pair in several if here - trees.sentence(pair[1].first) == 1]
        acting = [pair for pair in before if trees.is_subject(pair[1].head) and trees.relation(trees.tokens[pair[1].head].head) == "root"]
        # "Researchers spoke with survivors. They concluded ..."
        return acting if len(acting) == 1 and acting[0][0].many else several if is_near else []

    def _is_told_of(self, member: Member, markable: Markable, said: tuple[Span, ...]) -> bool:
        """Whether words name a person, so that "he", who says them, is somebody else: "Mr Vale is disappointed," he said."""
        if markable.shape != "pronoun" or member.kind != "person":
            return False
        # By "the mayor" somebody may be told of himself in indirect speech.
        quoted = [
            span for span in said if self.scene.text[span.start] in _QUOTES or self.scene.text[span.start - 1 : span.start] in _QUOTES
        ]
        names = (m.span.start for m in member.markables if m.shape == "name")
        nouns = (m.span.start for m in member.markables if m.shape == "nominal")
        told = any(span.start <= start < span.end for start in names for span in said)
        return told or any(span.start <= start < span.end for start in nouns for span in quoted)

    def _subject_before(
        self, markable: Markable, found: list[tuple[Member, Markable]], said: tuple[Span, ...]
    ) -> list[tuple[Member, Markable]]:
        """The one person named as a subject before "she said" in its sentence: "Her lawyer, Ada Vale, appeals; it is late, she said"."""
        speaks = said and markable.shape == "pronoun" and markable.kind == "person" and self.scene.trees.is_subject(markable.head)
        if not speaks or self.scene.quoted[markable.first]:
            return []
        fits = [pair for pair in found if None in (markable.gender, pair[0].gender) or markable.gender == pair[0].gender]
        named = [pair for pair in fits if any(self._acts_before(m, markable, said) for m in pair[0].seen[-_LAST:])]
        return named if len(named) == 1 else []

    def _acting_beside(self, markable: Markable, found: list[tuple[Member, Markable]]) -> list[tuple[Member, Markable]]:
        """The subject of a sentence before "which it said": "The army released a video | which it said showed the raid"."""
        trees = self.scene.trees
        if markable.shape != "pronoun" or "".join(trees.words[markable.first - 1 : markable.first]) not in _OF_THINGS:
            return []
        here = trees.sentence(markable.first)
        acting = [pair for pair in found if trees.sentence(pair[1].first) == here and trees.relation(pair[1].head).startswith("nsubj")]
        main = [pair for pair in acting if trees.relation(trees.tokens[pair[1].head].head) == "root" and may_stand_for(markable, pair[0])]
        return main if len(main) == 1 else []

    def _acts_before(self, name: Markable, pronoun: Markable, said: tuple[Span, ...]) -> bool:
        """Whether somebody's name is a subject in a pronoun's sentence, before it and outside of what is said."""
        scene, between = self.scene, self.scene.text[name.span.end : pronoun.span.start]
        if name.shape != "name" or len(between) > _SENTENCE or any(mark in between for mark in (". ", "! ", "? ", "\n")):
            return False
        is_said = any(span.start <= name.span.start < span.end for span in said)
        return scene.trees.tokens[name.head].relation in ("nsubj", "appos") and not is_said and not scene.quoted[name.first]

    def _is_said_of(self, last: Markable, markable: Markable) -> bool:
        """Whether a phrase before a pronoun only says what he is, who was spoken of before: "A father of three, | he said"."""
        if markable.shape != "pronoun" or last.shape != "nominal" or last.words[0] not in ("a", "an"):
            return False
        between, trees = self.scene.trees.words[last.past : markable.first], self.scene.trees
        begins = last.first == 0 or trees.sentence(last.first - 1) != trees.sentence(last.first)
        return begins and between.count(",") == 1 and between[-1] == ","

    def _is_telling(self, member: Member, markable: Markable) -> bool:
        """Whether "he" stands in what a member is quoted with, who speaks of himself as "I"."""
        scene = self.scene
        if markable.shape != "pronoun" or member.kind != "person" or not scene.quoted[markable.first]:
            return False
        around = self._quoting.get(markable.first)
        speaks = scene.chosen.get(around.source) if around is not None else None
        return speaks is not None and speaks.member is member

    def _is_other_body(self, member: Member, markable: Markable) -> bool:
        """Whether a noun is for others: the outlet that printed the text is no "alliance", a council no "rebel group".

        Nor is the minister of one state that of another.
        """
        is_outlet = member is self.scene.printed and markable.shape == "nominal" and markable.lemma not in OUTLETS
        is_apart = belong_apart(markable, member, self.scene) or self._owners.tell_apart(markable, member)
        return is_outlet or is_unarmed(markable, member) or is_apart

    def _speaking(self) -> tuple[dict[Span, list[Attribution]], dict[tuple[Span, ...], tuple[Markable, ...]]]:
        """The attributions of each markable that speaks, and the markables of sources in which several do."""
        found: dict[Span, list[Attribution]] = {}
        joint: dict[tuple[Span, ...], tuple[Markable, ...]] = {}
        for attribution in self._attributions:
            if not attribution.source:
                continue
            span = attribution.source[0]
            around = self.scene.beginning_at(span.start - _BEFORE_RELATIVE, attribution.source[-1].end)
            speaking = speaking_markables(attribution.source, around, self.scene.trees)
            if not speaking:
                self.scene.chosen[attribution.source] = Choice(member=None, score=0.0, why="no words in it name anybody")
                continue
            if len(speaking) > 1:
                joint[attribution.source] = speaking
            found.setdefault(speaking[-1].span, []).append(attribution)
        return found, joint

    def _together(self, speaking: tuple[Markable, ...]) -> Choice:
        """Several who speak with one voice are a group of its own."""
        first, last = speaking[0], speaking[-1]
        span = Span(start=first.span.start, end=last.span.end)
        member = self.scene.cast.at(span)
        if member is None:
            member = self.scene.cast.new(kind="group")
            words = self.scene.trees.words[first.first : last.past]
            whole = replace(last, span=span, first=first.first, shape="nominal", kind="group", gender=None, many=True, words=words)
            self.scene.cast.put(whole, member)
        return Choice(member=member, score=NEW, why="several together")

    def _speak(self, attribution: Attribution, choice: Choice) -> None:
        scene = self.scene
        if scene.printed is not None and self._is_printed(attribution.source[0]):
            self._put_printed(attribution.source[0])
            choice = Choice(member=scene.printed, score=NAMED, why="the outlet, by its name")
        scene.chosen[attribution.source] = choice
        self._join_role(attribution.source, choice.member)
        if choice.member is not None:
            self._owners.note_body_told_of(choice.member, attribution)
            self._owners.note_last_body(choice.member, attribution.source[0])
            scene.spoken[choice.member.number] += 1
            if not scene.speakers or not self._is_aside(attribution):
                scene.speakers.append(choice.member)

    def _is_aside(self, attribution: Attribution) -> bool:
        """Whether somebody's saying only dates what another says: "The force said so on Monday, a week after Vinland accused it"."""
        trees = self.scene.trees
        for cue in attribution.cue:
            token = trees.head(*trees.covering(cue))
            if trees.tokens[token].relation == "advcl" and trees.mark(token) in _DATING:
                return True
        return False

    def _join_role(self, source: tuple[Span, ...], named: Member | None) -> None:
        """Let the noun that a source begins with stand for whom it names: "a spokesman, who gave his name as Ada Vale"."""
        inside = self.scene.beginning_at(source[0].start, source[-1].end)
        role = inside[0] if inside else None
        member = self.scene.cast.at(role.span) if role is not None else None
        if role is None or member is None or named is None or member is named or member.is_named or len(member.markables) > 1:
            return
        name = apposed_person(role, inside, self.scene.trees) if role.kind == "person" and not role.is_definite else None
        if name is not None and self.scene.cast.at(name.span) is named and not {"m", "f"} <= {role.gender, named.gender}:
            self.scene.cast.move(role, member, named)
            speakers = self.scene.speakers
            speakers[-_SPOKE:] = [named if one is member else one for one in speakers[-_SPOKE:]]
            self._moved[member.number] = (named, NAMED, "who gives the name")

    def _is_printed(self, source: Span) -> bool:
        """Whether words are the whole name of the outlet, or a short one of the body that published the text."""
        words, outlet = source.of(self.scene.text), self.scene.document.outlet or ""
        return _without_article(words) == _without_article(outlet) or self.scene.short_names.has(source)

    def _put_printed(self, source: Span) -> None:
        """Let the words of a source, which the reader may have taken for a shorter name, stand for the outlet."""
        scene = self.scene
        inside = scene.beginning_at(source.start, source.end)
        if scene.printed is not None and inside:
            first, past = scene.trees.covering(source)
            words = scene.trees.words[first:past]
            scene.cast.put(replace(inside[0], span=source, first=first, past=past, shape="name", kind="body", words=words), scene.printed)

    def _join(self, joined: dict[int, tuple[Member, float, str]]) -> None:
        """Let named members stand for others. joined: by the other's number, who it is, how sure that is, and why."""
        cast = self.scene.cast
        for number, (named, _, _) in joined.items():
            member = cast.members[number]
            for markable in list(member.markables):
                cast.put(markable, named)
            member.markables.clear()
        for member in cast.members:
            if member.of is not None and member.of.number in joined:
                owner = joined[member.of.number][0]
                member.of = owner if owner is not member else None
        for source, choice in self.scene.chosen.items():
            if choice.member is not None and choice.member.number in joined:
                named, score, why = joined[choice.member.number]
                why = f"{why}: {named.markables[0].span.of(self.scene.text)}"
                self.scene.chosen[source] = Choice(member=named, score=min(score, choice.score), why=why)


def _is_any(markable: Markable) -> bool:
    """Whether many are spoken of without an article, who may be any: "a pilot was killed by rebels"."""
    return markable.shape == "nominal" and bool(markable.many) and len(markable.words) == 1 and markable.kind == "group"


def _is_within(member: Member, said: tuple[Span, ...]) -> bool:
    """Whether a member is spoken of in what is said alone, so that whoever says it is another."""
    return bool(said and member.seen) and all(any(s.start <= m.span.start < s.end for s in said) for m in member.seen)


def _without_article(name: str) -> str:
    return name.casefold().strip(" ,").removeprefix("the ")
