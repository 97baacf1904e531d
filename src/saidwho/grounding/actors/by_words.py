"""Whom does a noun phrase stand for by a rule, before it is compared with all that were spoken of?"""

from collections.abc import Callable
from dataclasses import replace

from saidwho.grounding.actors.affiliations import owners_in, owners_of
from saidwho.grounding.actors.at_home import is_told_before, is_told_by_the_way, named_lately, organ_at_home
from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.descriptions import (
    bears_noun,
    body_beside,
    last_official,
    same_noun,
    spoke_as_ministry,
    spoke_last,
    the_armed_one,
)
from saidwho.grounding.actors.documents import issued_by, issuer
from saidwho.grounding.actors.following import OFFICES
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.names import is_outlets
from saidwho.grounding.actors.organs import is_seated_elsewhere, organ_of_party, organ_of_press, with_owner_behind, with_portfolio_behind
from saidwho.grounding.actors.owners import BEHIND, Owners
from saidwho.grounding.actors.roles import own_words, role_words
from saidwho.grounding.actors.scene import DESCRIBED, IN_REGISTER, ISSUED, NAMED, NEW, OF_PARTY, Choice, Scene
from saidwho.grounding.actors.stopped import who_stopped
from saidwho.grounding.actors.taken_up import taken_up
from saidwho.grounding.actors.vocabulary import HONORIFICS, OF_RANKS, noun
from saidwho.grounding.register.entries import Entry
from saidwho.types.document import Span

# Nouns for whoever leads a body or state, those of offices that lead, and words that tell of one below them.
_LEADS = frozenset({"leader", "chief", "head", "boss"})
_LEADERS = _LEADS | {"president", "premier", "chancellor", "secretary", "king", "chair", "commander"}
_UNDER = frozenset(
    {"deputy", "vice", "former", "foreign", "defence", "defense", "interior", "assistant", "state", "press", "local", "regional"}
)
# Tokens of "the Kastrian government", whose paper it is.
_NAME = 3
# Before what tells where something was: "In El Geneina, a teacher said".
_WHERE = frozenset({"in", "at", "near", "from", "outside", "around", "across"})
# Tokens that a noun's "of ..." has at most before the comma.
_OF_WORDS = 8
_OF_OFFICE = 12  # of an office, before the name


class ByWords:
    """The rules for the noun phrases of one text. look: takes a markable for somebody before its turn."""

    def __init__(self, scene: Scene, owners: Owners, look: Callable[[Markable], object]) -> None:
        self._scene, self._owners, self._look = scene, owners, look

    def choice(self, markable: Markable, said: tuple[Span, ...]) -> Choice | None:
        """Whom the first rule that fits takes a noun phrase for; None where none fits. said: what is said by it."""
        return (
            self._by_own_name(markable)
            or self._by_surname(markable)
            or self._by_apposition(markable, said)
            or self._by_press(markable, said)
            or self._by_register(markable)
            or self._by_party(markable)
            or self._by_issuer(markable)
            or self._by_description(markable, said)
        )

    def _by_own_name(self, markable: Markable) -> Choice | None:
        """A noun in capitals that is a part of the outlet's name: "the Dispatch"; "the ministry" on a ministry's page."""
        scene, printed = self._scene, self._scene.printed
        written, article = scene.trees.tokens[markable.head].span.of(scene.text), markable.words[0] == "the"
        if printed is None:
            return None
        if scene.short_names.has(markable.span):
            named = replace(markable, shape="name", kind="body")
            return scene.put(named, printed, score=NAMED, why="the issuer, by its name or a part of it")
        if not written[:1].isupper() or len(markable.words) > 1 + article or written.lower() == scene.short_names.head:
            return None
        if not is_outlets(printed, written, (written.lower(),)) or (not article and scene.opens_line(markable)):
            return None
        return scene.put(markable, printed, score=NAMED, why="the outlet, by a part of its name")

    def _by_surname(self, markable: Markable) -> Choice | None:
        """A name in capitals, as transcripts print who speaks: "VALE:"."""
        written = markable.span.of(self._scene.text)
        bearers = self._scene.cast.people(markable.words[-1]) if len(markable.words) == 1 and written[:1].isupper() else []
        if len(bearers) != 1 or markable.kind is not None:
            return None
        return self._scene.put(markable, bearers[0], score=NEW, why=f"the only one of that name: {written}")

    def _by_apposition(self, markable: Markable, said: tuple[Span, ...]) -> Choice | None:
        """A person whose name stands right beside: "the mayor, Ada Vale", "spokesman Karl Orlen", "Ada Vale, the mayor".

        A name that what is said ends with is none beside whoever says it: "the forces of Ada Vale, the coordinator said".
        """
        if markable.kind != "person" or markable.many:
            return None
        words, behind = self._scene.trees.words, self._past_apposition(markable)
        while behind < len(words) and (self._is_title(behind) or self._is_of_rank(behind)) and not self._begins_name(behind):
            behind += 1
        beside = [(m, owner) for m, owner in self._scene.near(behind, behind + 1) if m.shape == "name" and owner.kind == "person"]
        if not beside and markable.first and words[markable.first - 1] == ",":
            before = self._scene.near(max(markable.first - 6, 0), markable.first)
            beside = [(m, owner) for m, owner in before if m.shape == "name" and owner.kind == "person" and m.past == markable.first - 1]
            beside = [(m, owner) for m, owner in beside if not m.first or words[m.first - 1] not in _WHERE]
        beside = [(m, owner) for m, owner in beside if not any(span.start <= m.span.start < span.end for span in said)]
        if not beside:
            return None
        name, member = beside[0]
        choice = self._scene.put(markable, member, score=NEW, why=f"beside the name {name.span.of(self._scene.text)}")
        self._owners.note_role_beside(member, markable, name)
        member.of = member.of or self._owners.whose(markable)
        member.told.update(self._told(markable, name))
        return choice

    def _told(self, markable: Markable, name: Markable) -> tuple[str, ...]:
        """The words of a noun phrase beside a name, and those between the two: "governor of Karsk"."""
        words = self._scene.trees.words
        return (*own_words(markable.words), *(words[markable.past : name.first] if name.first >= markable.past else ()))

    def _ends_phrase(self, token: int) -> bool:
        """Whether what an office is of may end with a word: "of the Varnok region" does, "of the general" goes on with his name."""
        trees = self._scene.trees
        known = noun(trees.words[token])
        is_of_person = self._is_title(token) or (known is not None and known.kind == "person")
        return trees.tokens[token].upos in ("PROPN", "NOUN") and not is_of_person

    def _begins_name(self, token: int) -> bool:
        """Whether a person's name begins at a token, with its title: "General Ada Vale"; the register may know it for a body's."""
        begun = [m for m in self._scene.beginning(token, token + 1) if m.shape == "name" and m.kind == "person"]
        return any((member := self._scene.cast.at(m.span)) is None or member.kind == "person" for m in begun)

    def _is_title(self, token: int) -> bool:
        """Whether a word with a capital is a title or rank: "Colonel"."""
        trees = self._scene.trees
        word, written = trees.words[token].strip("."), trees.tokens[token].span.of(trees.text)
        return written[:1].isupper() and (word in HONORIFICS or ((found := noun(word)) is not None and found.kind == "person"))

    def _is_of_rank(self, token: int) -> bool:
        """Whether a word with a capital begins a rank of two words: "Rear" of "Rear Admiral"."""
        trees = self._scene.trees
        is_inside = token + 1 < len(trees.words) and trees.tokens[token].span.of(trees.text)[:1].isupper()
        return is_inside and trees.words[token] in OF_RANKS and (self._is_title(token + 1) or self._is_of_rank(token + 1))

    def _past_apposition(self, markable: Markable) -> int:
        """Where a name in apposition to a noun begins: right behind it, or behind what the noun is of ("of Varnok,"), with a comma or,
        of an office, without one."""
        trees = self._scene.trees
        for i in range(markable.past, min(markable.past + _OF_OFFICE, len(trees.tokens))):
            if trees.words[i] in (",", "(") and i < markable.past + _OF_WORDS:
                return i + 1
            if i > markable.past + 1 and markable.lemma in OFFICES and self._begins_name(i) and self._ends_phrase(i - 1):
                return i
            if trees.tokens[i].upos in ("VERB", "AUX", "PUNCT") or (
                i == markable.past and trees.words[i] not in ("of", "for", "at", "in", "to")
            ):
                break
        return markable.past

    def _by_press(self, markable: Markable, said: tuple[Span, ...]) -> Choice | None:
        """An organ of the state whose own press quotes it."""
        if not said or markable.kind != "body" or "'s" in markable.words:
            return None
        entry = organ_of_press(markable, self._scene.cast.recent(), self._scene.trees, self._scene.register)
        return self._registered(markable, entry, score=OF_PARTY) if entry is not None else None

    def _by_register(self, markable: Markable) -> Choice | None:
        """A phrase that the register knows: "the Ukrainian military"."""
        scene = self._scene
        if markable.kind not in ("body", "group", None):
            return None
        for words in with_portfolio_behind(markable, scene.text):
            ministry = scene.register.resolve(words, context=scene.context)
            if ministry is not None and not is_told_by_the_way(ministry, words, scene):
                choice = self._registered(markable, ministry)
                self._widen(markable, len(words))
                return choice
        behind = with_owner_behind(markable, scene.text)
        entry = scene.register.resolve(behind, context=scene.context) if behind else None
        if behind and entry is not None:
            choice = self._registered(markable, entry)
            self._widen(markable, len(behind))
            return choice
        if behind and is_seated_elsewhere(markable):
            return None
        words = self._with_owner(markable)
        entry = organ_at_home(scene.register.resolve(words, context=scene.context), words, scene)
        if entry is not None and not is_told_before(entry, words, markable, scene):
            return None
        entry = named_lately(entry, words, markable, scene) or who_stopped(entry, markable, scene)
        return self._registered(markable, entry) if entry is not None else None

    def _widen(self, markable: Markable, length: int) -> None:
        """Let the words of a phrase with whose it is stand for its member as well. length: characters."""
        member = self._scene.cast.at(markable.span)
        if member is not None:
            span = Span(start=markable.span.start, end=markable.span.start + length)
            self._scene.cast.put(replace(markable, span=span, past=self._scene.trees.covering(span)[1]), member)

    def _by_party(self, markable: Markable) -> Choice | None:
        """An organ of one of the parties that the text has spoken of: "the defence ministry"."""
        behind = with_owner_behind(markable, self._scene.text)
        if markable.kind != "body" or (behind and is_seated_elsewhere(markable)):
            return None
        found = organ_of_party(markable, self._scene.cast.recent(), self._scene.trees, self._scene.register)
        entry = who_stopped(organ_at_home(found, markable.span.of(self._scene.text), self._scene), markable, self._scene)
        return self._registered(markable, entry, score=OF_PARTY) if entry is not None else None

    def _registered(self, markable: Markable, entry: Entry, *, score: float = IN_REGISTER) -> Choice:
        member = self._scene.cast.new(kind="body", entry=entry)
        return self._scene.put(markable, member, score=score, why=f"in the register: {entry.name}")

    def _with_owner(self, markable: Markable) -> str:
        """The words of a phrase, with the name for a pronoun in front: "Russia's defence ministry" of "its defence ministry"."""
        scene = self._scene
        states = (m for m in scene.beginning(max(markable.first - 1, 0), markable.first) if m.kind == "state" and m.past == markable.first)
        # "US | military", of which the reader took the state's initials for a name of their own.
        state = next(states, None)
        words = scene.trees.span(state.first if state else markable.first, markable.past).of(scene.text)
        near = self._scene.near(markable.first, markable.first + 1)
        owners = [o for m, o in near if m.shape == "pronoun" and m.past < markable.past]
        if not owners or owners[0].entry is None:
            # "Her hospital" alone is no place's.
            return "" if owners else words
        # "Moscow ... its defence ministry": organs are of the state, not of its government.
        owner = self._scene.register.state_of(owners[0].entry) if owners[0].entry.kind == "government" else None
        return f"{(owner or owners[0].entry).name}'s {words.partition(' ')[2]}"

    def _by_issuer(self, markable: Markable) -> Choice | None:
        """A paper speaks for whoever issued it; anything else that is somebody's ("her words") for whom it is."""
        scene = self._scene
        if markable.kind not in ("document", None):
            return None
        if markable.kind == "document":
            self._look_ahead(markable)
        by = issued_by(markable, scene.trees) if markable.kind == "document" else None
        near = scene.near(markable.first, max(markable.past + BEHIND, 0 if by is None else by + _NAME))
        if markable.kind == "document":
            found = self._body_before(markable) or issuer(markable, near, scene.cast, scene.trees, scene.speakers)
        else:
            found = next((member for m, member in near if m.past < markable.past and self._possesses(m, markable)), None)
        return scene.put(markable, found, score=ISSUED, why="its words or paper") if found is not None else None

    def _body_before(self, paper: Markable) -> Member | None:
        """The body whose noun stands right before a paper's: "an army statement", "a Kastrian police report"; a police post is none."""
        if paper.lemma == "post":
            return None
        trees, body = self._scene.trees, paper.head - 1
        found = noun(trees.words[body]) if body >= paper.first else None
        first = paper.first + (trees.tokens[paper.first].upos == "DET")
        if found is None or found.kind != "body" or first > body or "'s" in paper.words:
            return None
        span = trees.span(first, paper.head)
        words = ("the", *trees.words[first : paper.head])
        one = replace(
            paper, span=span, first=first, past=paper.head, head=body, words=words, kind="body", lemma=found.lemma, many=found.many
        )
        if self._scene.cast.at(span) is None:
            self._look(one)
            self._scene.cast.see(one)
        return self._scene.cast.at(span)

    def _look_ahead(self, paper: Markable) -> None:
        """Find out who is named as having issued a paper: "a fact sheet published by the ministry"."""
        by = issued_by(paper, self._scene.trees)
        for markable in self._scene.beginning(by, by + 2)[:1] if by is not None else ():
            is_new = self._scene.cast.at(markable.span) is None
            if markable.shape == "nominal" and markable.kind in ("body", "person", "group") and is_new:
                self._look(markable)

    def _possesses(self, markable: Markable, phrase: Markable) -> bool:
        return markable.words[-1] in ("his", "her", "their", "its") or self._scene.trees.words[markable.past] in ("'s", "'")

    def _by_description(self, markable: Markable, said: tuple[Span, ...]) -> Choice | None:
        """Whoever has just been called so, or the one body that a noun for bodies can mean."""
        scene = self._scene
        beside = body_beside(markable, scene.near(max(markable.first - 8, 0), markable.past + _OF_WORDS), scene.trees)
        if beside is not None:
            beside.told.update(markable.words)
        found = beside or (bears_noun(markable, scene.cast.recent(), scene.speakers, scene.trees) if said else None)
        found = found or (spoke_last(markable, scene.speakers, scene.trees) if said else None)
        found = found or (spoke_as_ministry(markable, scene.speakers) if said else None)
        found = found or same_noun(markable, scene.cast.recent(), scene.trees)
        found = found or self._only_person(markable) or self._only_leader(markable)
        if found is None and self._is_spoken_for(markable):
            found = spoke_last(markable, [member for member in scene.speakers if member.kind != "person"], scene.trees)
        if found is None and said:
            found = last_official(markable, scene.speakers, scene.trees) or taken_up(markable, scene)
        found = found or the_armed_one(markable, scene.cast.members, scene.trees)
        return scene.put(markable, found, score=DESCRIBED, why="the only one who is so called") if found is not None else None

    def _is_spoken_for(self, markable: Markable) -> bool:
        """Whether a body is told of by who speaks for it: "the charity" of "a spokesman for the charity"."""
        words = self._scene.trees.words
        office = noun(words[markable.first - 2]) if markable.first > 1 and words[markable.first - 1] == "for" else None
        return office is not None and office.lemma == "spokesperson"

    def _only_leader(self, markable: Markable) -> Member | None:
        """The one person named so far who leads the body or state that a phrase names: "the UN chief", "the Kastrian leader"."""
        scene = self._scene
        if markable.kind != "person" or markable.many or markable.words[0] != "the" or markable.lemma not in _LEADS:
            return None
        own = owners_in(markable, scene)
        inside = {owner.number for m, owner in scene.near(markable.first, markable.past) if m.shape == "name" and m.past < markable.past}
        named = [member for member in scene.cast.recent() if member.kind == "person" and member.is_named]
        led = [m for m in named if (m.of is not None and m.of.number in inside) or (own and own <= owners_of(m, scene))]
        leading = [
            member for member in led if not _LEADERS.isdisjoint(member.lemmas) and _UNDER.isdisjoint(role_words(member, scene.trees))
        ]
        return leading[0] if len(leading) == 1 else None

    def _only_person(self, markable: Markable) -> Member | None:
        """The one person named so far, of whom the text tells no office, where it speaks of "the defence minister" right behind."""
        scene = self._scene
        is_one = markable.kind == "person" and not markable.many and markable.words[0] == "the"
        if not is_one or owners_in(markable, scene) or scene.register.office(markable.span.of(scene.text)) is None:
            return None
        people = [member for member in scene.cast.recent() if member.kind == "person"]
        if len(people) != 1 or not people[0].is_named or people[0].role is not None or people[0].lemmas:
            return None
        last = people[0].seen[-1]
        others = (m for m in scene.cast.members if m is not people[0] and markable.lemma in role_words(m, scene.trees))
        tokens = scene.trees.tokens
        # "Vale reported to the president": he does something to another.
        is_acted_on = tokens[last.head].head == tokens[markable.head].head and scene.trees.is_subject(last.head)
        is_near = scene.trees.sentence(markable.first) - scene.trees.sentence(last.first) <= 1 and not is_acted_on
        return people[0] if is_near and next(others, None) is None else None
