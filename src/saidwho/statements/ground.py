"""Does a clause tell that ground is taken, entered or held in a war, or that soldiers are made to give it up?

"Took the airport" and "took the guard", "entered the town" and "entered the hall" are alike for whoever learns by words: what tells them
apart is whether the object is a place or land, and whether those who enter fight. So it is with "were forced to leave".
"""

from collections.abc import Iterator, Sequence

from saidwho.statements.clauses import Clause, ClauseFinder
from saidwho.text.tables import word_set
from saidwho.types.document import Span

# What is taken by these is ground where it is a place.
_TAKING = word_set(
    "take takes took taken taking retake retakes retook retaken retaking capture captures captured capturing recapture recaptures "
    "recaptured recapturing seize seizes seized seizing occupy occupies occupied occupying overrun overran overruns overrunning "
    "liberate liberates liberated liberating conquer conquers conquered hold holds held holding control controls controlled controlling"
)
# So is what is gone into by these, where soldiers do it.
_ENTERING = word_set(
    "enter enters entered entering cross crosses crossed crossing advance advances advanced advancing push pushes pushed pushing"
)
# Nouns for it: "the capture of the town", "the fall of Harn".
_TAKINGS = word_set("capture recapture seizure takeover occupation retaking liberation conquest fall loss")
_FALLING = word_set("fall falls fell fallen")
_CONTROL = word_set("control command")
_LAND = word_set(
    "town towns village villages city cities capital suburb suburbs district districts quarter quarters neighbourhood neighbourhoods "
    "neighborhood neighborhoods airport airports airfield airstrip base bases barracks hill hills ridge ridges height heights summit "
    "peak bridge bridges bridgehead position positions territory ground land island islands region province port harbour crossing "
    "junction highway street streets station plant dam outpost outposts stronghold settlement settlements palace valley trench trenches "
    "fort fortress garrison square pass checkpoint checkpoints oilfield oilfields refinery mountain mountains crossroads sector county"
)
_LINES = word_set("border frontier line river canal strait")
_SOLDIERS = word_set(
    "troops soldiers forces force fighters rebels army armies tanks columns column units unit division divisions brigade brigades "
    "battalion battalions detachments detachment militants insurgents guerrillas paratroopers marines commandos gunmen regiment "
    "regiments militia militias soldier armour infantry separatists enemy defenders"
)
# Who occupies a square or a road without arms protests, and police keep order.
_UNARMED = word_set(
    "protesters protestors demonstrators students workers crowd crowds farmers strikers residents villagers settlers migrants people "
    "police policemen officers women miners activists"
)
_SHARES = word_set(
    "most much all part parts half third thirds quarter quarters three-quarters two-thirds cent percent rest bulk majority swathes "
    "swaths kilometres kilometers miles several some many dozens hundreds"
)
# Whoever is made to do these fights; to do those others as well.
_FORCING = word_set(
    "force forces forced forcing compel compels compelled compelling oblige obliges obliged obliging drive drives drove driven driving "
    "push pushes pushed pushing press presses pressed pressing make makes made making"
)
_RETREATING = word_set("retreat withdraw regroup")
_LEAVING = word_set("abandon leave flee fall pull give evacuate quit vacate move")
_INTO, _OF, _UNDER, _BY = (
    frozenset({"into", "in", "on", "towards", "toward", "to", "across", "over"}),
    frozenset({"of"}),
    frozenset({"under"}),
    frozenset({"by"}),
)
_SUBJECTS = ("nsubj", "nsubj:pass")


class Ground:
    """What land the clauses of one report tell to change hands. places: spans that name one."""

    def __init__(self, finder: ClauseFinder, places: Sequence[Span]) -> None:
        self._finder = finder
        self._places = frozenset(at for span in places for at in range(span.start, span.end))

    def is_taken(self, clause: Clause) -> bool:
        """Whether a clause tells that land is taken, entered, held or lost to whoever takes it.

        A condition only says when something else will be so: "if they take the ridge".
        """
        finder, inside = self._finder, set(clause.tokens)
        if finder.is_condition(clause):
            return False
        for verb in (clause.head, *(i for i in finder.children(clause.head, "xcomp") if i in inside)):
            if self._tells(verb, clause.head):
                return True
        return False

    def is_left(self, clause: Clause) -> bool:
        """Whether a clause tells that soldiers were made to retreat: "forced the rebels to abandon the ridge", "were forced to regroup"."""
        finder, inside = self._finder, set(clause.tokens)
        if finder.word(clause.head) not in _FORCING or finder.is_condition(clause):
            return False
        made_to = [finder.word(i) for i in finder.children(clause.head, "xcomp", "advcl", "ccomp") if i in inside]
        if any(word in _RETREATING for word in made_to):
            return True
        moved = finder.children(clause.head, "obj", "iobj", "nsubj:pass")
        return any(word in _LEAVING for word in made_to) and any(finder.word(i) in _SOLDIERS for i in moved)

    def _tells(self, verb: int, head: int) -> bool:
        finder, word = self._finder, self._finder.word(verb)
        subjects = finder.children(verb, *_SUBJECTS) or finder.children(head, *_SUBJECTS)
        if any(finder.word(i) in _UNARMED for i in (*subjects, *self._finder.phrases(verb, _BY))):
            return False
        if word in _TAKINGS and finder.tokens[verb].upos == "NOUN":
            return any(map(self._is_land, finder.phrases(verb, _OF)))
        if word in _FALLING:
            return any(map(self._is_land, subjects))
        if word in _ENTERING:
            goals = (*finder.children(verb, "obj"), *self._finder.phrases(verb, _INTO))
            return any(finder.word(i) in _SOLDIERS for i in subjects) and any(self._is_land(i) or self._is_line(i) for i in goals)
        objects = [*finder.children(verb, "obj", "nsubj:pass"), *(i for i in finder.children(verb, "obl", "nmod") if self._whole(i))]
        if word in _TAKING and any(map(self._is_land, objects)):
            return True
        return any(self._is_land(i) for i in self._controlled(verb, objects, subjects))

    def _controlled(self, verb: int, objects: Sequence[int], subjects: Sequence[int]) -> Iterator[int]:
        """What is in somebody's control: "took control of the port", "is in full control of the port", "the port is under its control"."""
        finder = self._finder
        for noun in (verb, *objects, *finder.children(verb, "obl")):
            if finder.word(noun) in _CONTROL and (noun != verb or finder.children(verb, "cop")):
                yield from finder.phrases(noun, _OF)
                if any(finder.word(i) in _UNDER for i in finder.children(noun, "case")):
                    yield from subjects

    def _is_land(self, token: int) -> bool:
        """Whether a noun is land, or part of it: "the ridge", "Harn", "most of the town", "10 per cent of Harn"."""
        return any(self._finder.word(i) in _LAND or self._is_place(i) for i in (token, *self._whole(token)))

    def _whole(self, share: int) -> list[int]:
        """What a share is of: of "most of the town" the town."""
        finder, of = self._finder, share + 1
        is_share = finder.word(share) in _SHARES or finder.tokens[share].upos == "NUM"
        return [finder.tokens[of].head] if is_share and of < len(finder.tokens) and finder.word(of) == "of" else []

    def _is_line(self, token: int) -> bool:
        return self._finder.word(token) in _LINES

    def _is_place(self, token: int) -> bool:
        return self._finder.tokens[token].span.start in self._places
