"""Does somebody judge, by what he says?"""

from saidwho.statements.acts.clauses import Clause
from saidwho.statements.surroundings import Surroundings
from saidwho.text.tables import words_of

_WORDS = words_of("judgements.tsv", package=__package__)
_QUALITY, _THING, _FEELING, _JUDGING = (_WORDS[kind] for kind in ("quality", "thing", "feeling", "judging"))
# "An act of barbarism". "The talks are dead", which nobody says of people as a judgement.
_KINDS_OF = frozenset(("act", "acts", "form", "kind", "piece", "moment", "day", "night", "case", "example"))
_ENDED = frozenset(("dead", "over", "doomed", "stalled", "finished", "dying", "broken"))
_PROCESSES = frozenset(
    ("talks", "deal", "process", "truce", "ceasefire", "peace", "negotiations", "plan", "agreement", "accord", "offensive")
)
_HEARTS = frozenset(("be", "am", "are", "is", "was", "were", "been", "'m", "'re", "'s", "feel", "remain"))


def is_judgement(around: Surroundings, clause: Clause) -> bool:
    """Whether the main clause says what something is worth, or the content is no more than words that do."""
    if not clause.verbal:
        return any(word in _QUALITY or word in _THING for word in clause.words)
    word = around.words[clause.top]
    if word in _FEELING and clause.auxiliaries & _HEARTS:
        return clause.own
    if clause.copular and word in _ENDED and clause.subject is not None and around.words[clause.subject] in _PROCESSES:
        return True
    if clause.copular:
        return word in _QUALITY or word in _THING or _is_qualified(around, clause.top)
    return _amounts_to(around, clause.top) or _makes(around, clause.top)


def _is_qualified(around: Surroundings, noun: int) -> bool:
    """Whether a noun has an adjective that judges ("a cowardly attack"); those that only rank ("the worst day") do too."""
    children = around.children(noun)
    if around.words[noun] in _KINDS_OF and any(around.words[i] in _THING for i in children if around.tokens[i].relation == "nmod"):
        return True
    return any(around.words[i] in _QUALITY for i in children if around.tokens[i].relation == "amod")


def _makes(around: Surroundings, verb: int) -> bool:
    """ "The attack made talks pointless"."""
    made = around.words[verb] in ("make", "makes", "made", "render", "renders", "rendered")
    return made and any(
        around.words[i] in _QUALITY and around.tokens[i].relation in ("xcomp", "amod", "obj") for i in around.children(verb)
    )


def _amounts_to(around: Surroundings, verb: int) -> bool:
    """Whether a verb equates its subject with what is judged by its name: "amounts to a war crime"."""
    if not any(around.words[verb].startswith(stem[:-1]) for stem in _JUDGING) or around.tokens[verb].upos != "VERB":
        return False
    objects = [i for i in around.children(verb) if around.tokens[i].relation in ("obj", "obl", "nmod", "xcomp")]
    below = [*objects, *(k for i in objects for k in around.children(i))]
    lawful = {"law", "laws", "convention", "conventions", "charter", "sovereignty", "treaty", "agreement", "truce", "ceasefire"}
    return any(around.words[i] in _THING or around.words[i] in _QUALITY or around.words[i] in lawful for i in below)
