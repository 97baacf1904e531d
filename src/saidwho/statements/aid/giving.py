"""Which words tell of giving, as the reader takes the happenings of a text, whatever words they are told in?

Rules know the verbs of giving that are listed; people also put sums on the table and are in for forty million. The reader learned
from many reports which clauses tell of aid, and their modality tells how far it has come.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from saidwho.statements.aid.stages import Told
from saidwho.statements.aid.verbs import GIVE
from saidwho.statements.aid.words import WORDS, forms_of
from saidwho.statements.own_voice.lines import is_headline
from saidwho.statements.surroundings import Surroundings
from saidwho.text.tables import word_set
from saidwho.types.statement import Act, Modality, Proposition, Stage, Statement

# Of marked reports, events of aid that are surer than this are right nine times in ten.
_SURE = 0.7
# What is denied, asked for or guessed was not given.
_NOT_TOLD: frozenset[Act] = frozenset({"deny", "doubt", "demand", "decline", "threaten"})
# What only comes to a sum was not given by that.
_AMOUNTING = frozenset(
    form for word in ("amount", "total", "rise", "fall", "cost", "stand", "grow", "owe", "reckon", "estimate") for form in forms_of(word)
) | {"totaled", "rose", "fell", "stood", "grew", "price", "value"}
# What a ship holds was given by nobody as yet: "was carrying 40,000 tonnes of diesel when it was stopped".
_CARRYING = forms_of("carry")
# Pasts and participles that do not end in "ed".
_PAST = word_set(
    "went came got took made put gave sent brought found left lent paid flew drove set spent bought built fed laid let met held won gone "
    "given taken flown driven"
)
_HAVING = frozenset({"has", "have", "had", "was", "were", "'ve"})
_WISHING = frozenset(
    {"like", "want", "wants", "wanted", "hope", "hopes", "hoped", "wish", "wishes", "need", "needs", "needed", "seek", "seeks"}
)
# What others expect, weigh or talk of is not promised.
_EXPECTING = word_set(
    "expected expects likely considering considers considered mulling mulls weighing weighs debating debates debated discussing discussed"
    " discuss urged urges urging expecting examining studying"
)
# Words above the one that tells among which these stand.
_STEPS = 3
_NEW_AID = frozenset({"contribution", "donation", "package", "grant", "loan", "credit", "gift"})
_STAGES: dict[Modality, Stage] = {"planned": "pledged", "ongoing": "announced", "actual": "delivered"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Giving:
    """A clause that tells of aid. tokens: its words. word: what happens by it. told: the word that tells, with its stage; None where it
    tells none. is_of_gift: whether it tells of what somebody gives, and not of what something costs or comes to."""

    tokens: frozenset[int]
    word: int
    told: Told | None
    is_of_gift: bool


class Givings:
    """The clauses of one text that tell of aid."""

    def __init__(self, around: Surroundings, statements: tuple[Statement, ...]) -> None:
        found = [
            giving
            for statement in statements
            if statement.act not in _NOT_TOLD
            for proposition in statement.propositions
            if (giving := _giving(around, proposition, statement.act)) is not None
        ]
        self._found = sorted(found, key=lambda giving: min(giving.tokens))
        self._moving = frozenset(
            word
            for statement in statements
            for proposition in statement.propositions
            if (event := proposition.event) is not None and event.type == "MOBILIZE" and event.score >= _SURE
            for word in around.touched(event.span)
            if around.words[word] in GIVE
        )
        self._starts = [min(giving.tokens) for giving in self._found]

    def within(self, tokens: range) -> Iterator[Giving]:
        """Those that begin in a sentence, in its order."""
        yield from self._found[bisect_left(self._starts, tokens.start) : bisect_left(self._starts, tokens.stop)]

    def moves_forces(self, verb: int) -> bool:
        """Whether whoever sends things moves what stays his own: "has sent two warships to the Gulf"."""
        return verb in self._moving


def _giving(around: Surroundings, proposition: Proposition, act: Act | None) -> Giving | None:
    event = proposition.event
    tokens = frozenset(around.touched_by(proposition.spans))
    if event is None or event.type != "AID" or event.score < _SURE or not tokens:
        return None
    word = next(iter(around.touched(event.span)), min(tokens))
    if any(around.words[i] in _WISHING for i in (word, *around.ancestors(word))):
        return None
    above = [i for i, _ in zip((word, *around.ancestors(word)), range(_STEPS), strict=False)]
    beside = {around.words[k] for i in above for k in around.children(i)}
    if around.words[word] in WORDS["hindered"] or "whether" in beside or any(around.words[i] in _EXPECTING for i in above):
        return None
    stage = _stage(around, word, proposition, act)
    is_of_gift = not proposition.negated and proposition.modality != "conditional" and around.words[word] not in _AMOUNTING | _CARRYING
    return Giving(tokens=tokens, word=word, told=Told(verb=word, stage=stage, is_read=True) if stage else None, is_of_gift=is_of_gift)


def _stage(  # noqa: PLR0911
    around: Surroundings, word: int, proposition: Proposition, act: Act | None
) -> Stage | None:
    modality = proposition.modality or "actual"
    if around.words[word] in _CARRYING:
        return None
    if proposition.negated:
        return "cancelled" if modality == "planned" else None
    if act == "pledge" and modality != "conditional":
        return "pledged"
    # What is only named has come no way: "the cost of 40 million euros"; nor what is so: "costs 40 million", "is foreseen".
    if modality == "actual" and around.words[word] in _NEW_AID and around.tokens[word].upos == "NOUN":
        return "announced"  # "spoke of a new grant of 5 million".
    if modality == "actual" and not _is_done(around, word):
        is_told_now = (
            around.tokens[word].upos == "VERB" and not around.words[word].endswith(("ed", "ing")) and _is_in_headline(around, word)
        )
        return "announced" if is_told_now else None
    if modality == "actual" and around.words[word] in WORDS["resolved"] and around.child(word, "compound:prt") is None:
        return "committed"
    return _STAGES.get(modality)


def _is_in_headline(around: Surroundings, word: int) -> bool:
    return is_headline(around.sentence(around.tokens[word].span.start).of(around.text))


def _is_done(around: Surroundings, word: int) -> bool:
    """Whether a word is a verb of what somebody did."""
    text, token = around.words[word], around.tokens[word]
    is_state = bool({around.words[k] for k in around.children(word)} & {"is", "are", "be"})
    is_past = text.endswith("ed") or text in _PAST or bool({around.words[k] for k in around.children(word)} & _HAVING)
    return token.upos == "VERB" and is_past and text not in _AMOUNTING and not text.endswith(("s", "ing")) and not is_state
