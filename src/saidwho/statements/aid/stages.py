"""How far does a sentence say that a package has come?"""

from collections.abc import Iterator
from dataclasses import dataclass

from saidwho.statements.aid.words import STAGE_OF, WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.statement import Stage

_PLANNED = frozenset({"will", "'ll", "would", "shall", "to", "may", "might", "could", "should", "must", "can", "if"})
_DENIED = frozenset({"not", "n't", "never", "no"})
# What is delivered, dropped or signed must be aid; these verbs do much else.
_BROAD = frozenset({"delivered", "cancelled", "contracted", "committed", "allocated"})
_SENT = frozenset({"sent", "delivered", "supplied", "shipped", "provided", "transferred"})
# Verbs of stages that need another word: "handed over", "paid out", "signed contracts".
_OVER = frozenset({"over", "out"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A verb and the stage it tells."""

    verb: int
    stage: Stage


def stages_in(around: Surroundings, tokens: range) -> Iterator[Told]:
    """The stages that the verbs of one sentence tell as come to pass, in its order. Plans and wishes tell none."""
    for i in tokens:
        token, word = around.tokens[i], around.words[i]
        if token.upos not in ("VERB", "ADJ") or token.relation in ("amod", "compound"):
            continue
        below = {around.words[k] for k in around.children(i)}
        if word in _SENT and "will" in below and below & _DENIED:
            yield Told(verb=i, stage="cancelled")
            continue
        stage = STAGE_OF.get(word)
        if stage is None or below & _DENIED or (below & _PLANNED and stage in _BROAD and not _released(around, i)):
            continue
        if word in ("hand", "handed", "hands") and not below & _OVER:
            continue
        if stage == "contracted" and word.startswith("sign") and not _names(around, i, ("contract", "contracts", "loan", "deal")):
            continue
        yield Told(verb=i, stage=stage)


def _released(around: Surroundings, verb: int) -> bool:
    """ "Voted to release": what parliament votes to do is committed."""
    head = around.tokens[verb].head
    return around.words[verb] == "release" and around.words[head] in ("voted", "agreed", "decided")


def _names(around: Surroundings, verb: int, nouns: tuple[str, ...]) -> bool:
    return any(around.words[i] in nouns for i in around.children(verb))


def is_asked_for(around: Surroundings, figure: Span) -> bool:
    """Whether a sum is only asked for: "the $3.85 billion that the world body had asked for"."""
    numbers = around.touched(figure)
    behind = range(numbers.stop, min(numbers.stop + 8, len(around.tokens)))
    for i in behind:
        if around.words[i] in WORDS["asked"]:
            return True
        if around.words[i] in (".", ",", ";") or around.words[i] in STAGE_OF:
            return False
    return False
