"""Of which state is an official, of whom no words tell it, who announces what a state gives?

"Canada will send 50 armoured vehicles to Ukraine, Defence Minister Bill Blair announced": gifts are announced by those who give. What
another state has given already is told, and warned of, by others too.
"""

from collections.abc import Iterator, Sequence

from saidwho.grounding.actors.scene import Scene
from saidwho.grounding.register.entries import Entry
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

_GIVING = word_set(
    "give gives giving gave given send sends sending sent provide provides providing provided supply supplies supplying supplied donate"
    " donates donating donated deliver delivers delivering delivered hand hands handing handed transfer transfers transferring transferred"
    " lend lends lending lent pledge pledges pledging pledged allocate allocates allocating allocated contribute contributes contributing"
    " contributed"
)
_ANNOUNCING = word_set("announce announces announced announcing pledge pledged pledges promise promised promises reveal revealed")
_OF_OTHERS = word_set("warn warns warned accuse accused accuses allege alleged alleges claim claimed claims fear feared fears")
_TO_COME = frozenset({"will", "would", "'ll", "’ll", "to"})
_GIVERS = ("nsubj", "obl:agent")
# Words into what is said, and before its verb.
_SAID, _BEFORE = 60, 4


def note_announcing(scene: Scene, attributions: Sequence[Attribution]) -> None:
    """Let officials without an owner speak for the state whose gift they announce."""
    for attribution in attributions:
        choice = scene.chosen.get(attribution.source)
        member = choice.member if choice is not None else None
        if member is None or member.kind != "person" or member.of is not None or member.role is None:
            continue
        cue = {scene.trees.words[i] for span in attribution.cue for i in range(*scene.trees.covering(span))}
        if not cue.isdisjoint(_OF_OTHERS):
            continue
        is_own = not cue.isdisjoint(_ANNOUNCING)
        states = {state.key: state for span in attribution.content for state in _givers(span, scene, is_own=is_own)}
        office = _office(member.role.of(scene.text), next(iter(states.values())), scene) if len(states) == 1 else None
        if office is not None:
            member.of = scene.cast.new(kind="body", entry=office)


def _office(role: str, state: Entry, scene: Scene) -> Entry | None:
    """The body of a state that whoever has an office there speaks for."""
    office = scene.register.office(f"{state.name}'s {role}")
    return office.speaks_for if office is not None and not office.is_past else None


def _givers(said: Span, scene: Scene, *, is_own: bool) -> Iterator[Entry]:
    """The states that will give something, by what is said. is_own: it is announced, whenever it is given."""
    trees = scene.trees
    first, past = trees.covering(said)
    for markable, member in scene.near(first, min(past, first + _SAID)):
        state = scene.register.state_of(member.entry) if member.entry is not None else None
        token = trees.tokens[markable.head]
        is_giver = token.relation in _GIVERS or trees.words[max(markable.first - 1, 0)] == "by"
        if state is None or not is_giver or trees.words[token.head] not in _GIVING:
            continue
        # "Will be | sent", "is to | send".
        before = trees.words[max(token.head - _BEFORE, 0) : token.head]
        if is_own or not _TO_COME.isdisjoint(before):
            yield state
