"""Does somebody judge, by what he says?"""

from saidwho.statements.acts.clauses import Clause
from saidwho.statements.acts.tables import words_of
from saidwho.statements.surroundings import Surroundings

_WORDS = words_of("judgements.tsv")
_QUALITY, _THING, _FEELING, _JUDGING = (_WORDS[kind] for kind in ("quality", "thing", "feeling", "judging"))
_HEARTS = frozenset(("be", "am", "are", "is", "was", "were", "been", "'m", "'re", "'s", "feel", "remain"))


def is_judgement(around: Surroundings, clause: Clause) -> bool:
    """Whether the main clause says what something is worth, or the content is no more than words that do."""
    if not clause.verbal:
        return any(word in _QUALITY or word in _THING for word in clause.words)
    word = around.words[clause.top]
    if word in _FEELING and clause.auxiliaries & _HEARTS:
        return clause.own
    if clause.copular:
        return word in _QUALITY or word in _THING or _is_qualified(around, clause.top)
    return _amounts_to(around, clause.top)


def _is_qualified(around: Surroundings, noun: int) -> bool:
    """Whether a noun has an adjective that judges ("a cowardly attack"); those that only rank ("the worst day") do too."""
    return any(around.words[i] in _QUALITY for i in around.children(noun) if around.tokens[i].relation == "amod")


def _amounts_to(around: Surroundings, verb: int) -> bool:
    """Whether a verb equates its subject with what is judged by its name: "amounts to a war crime"."""
    if not any(around.words[verb].startswith(stem[:-1]) for stem in _JUDGING) or around.tokens[verb].upos != "VERB":
        return False
    objects = [i for i in around.children(verb) if around.tokens[i].relation in ("obj", "obl", "nmod", "xcomp")]
    below = [*objects, *(k for i in objects for k in around.children(i))]
    lawful = {"law", "laws", "convention", "conventions", "charter", "sovereignty", "treaty", "agreement", "truce", "ceasefire"}
    return any(around.words[i] in _THING or around.words[i] in _QUALITY or around.words[i] in lawful for i in below)
