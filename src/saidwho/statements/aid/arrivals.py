"""Is it aid that comes, or what carries it?"""

from saidwho.statements.aid.makes import is_make
from saidwho.statements.aid.verbs import Verb
from saidwho.statements.aid.words import WORDS
from saidwho.statements.surroundings import Surroundings

# Verbs that say what lorries hold.
BRINGING = frozenset({"carrying", "loaded", "bearing", "bringing", "containing", "packed", "filled"})
_THINGS = WORDS["carriers"] | WORDS["materiel"] | WORDS["aid"] | WORDS["part"] | WORDS["reference"]
_LOADS = WORDS["materiel"] | {"tonnes", "tons", "load", "cargo"}
# "Shells landed nearby" is fire.
_FALLING = frozenset({"land", "landed", "lands"})
_SHELLS = frozenset(
    {"shell", "shells", "rocket", "rockets", "missile", "missiles", "bomb", "bombs", "mortar", "mortars", "drone", "drones"}
)
_MILLIONS = frozenset({"million", "billion"})
# Generations of words below a subject that may name what comes: "six of the 20 guns from Lutria".
_GENERATIONS = 3


def comes(verb: Verb) -> bool:  # noqa: PLR0911
    """Whether it is things, or what carries them, that come."""
    around, number = verb.around, verb.number
    subjects = [k for k in around.children(number) if around.tokens[k].relation in ("nsubj", "nsubj:pass")]
    # "The tanks promised by Sund arrived".
    subjects = [k for k in subjects if not any(around.words[i] == "by" for i in around.children(k))]
    before = [k for k in (*subjects, *around.children(number)) if k < number]
    if any(around.tokens[i].upos == "SYM" or around.words[i] in _MILLIONS for k in before for i in (k, *around.children(k))):
        return True  # "Only 85 million has come in", whatever the parser makes of the sum.
    if not subjects:
        return (verb.word == "landed" and verb.relation.startswith("acl")) or _is_carried_by(around, number)
    if verb.relation == "acl:relcl" and any(around.words[subject] in ("that", "which") for subject in subjects):
        # "Fourteen fire engines that arrived on Saturday".
        return around.words[around.tokens[number].head] in _THINGS or around.child(around.tokens[number].head, "nummod") is not None
    if _leaves_people(verb):
        return False
    words, is_passive = {around.words[subject] for subject in subjects}, around.child(number, "aux:pass") is not None
    # "Had been left in a warehouse".
    if WORDS["people"] & words or (verb.word in _FALLING and words & _SHELLS) or (verb.word == "left" and is_passive):
        return False
    # "It was unloaded", behind what told of a ship.
    is_taken_up = is_passive and bool(words & {"it", "they"})
    is_number = any(around.tokens[subject].upos == "NUM" for subject in subjects)
    if is_number and _is_carried_by(around, number):
        return True  # "Of 800 tonnes of seed that had been promised, 400 were unloaded".
    return is_taken_up or _brings(around, number) or _is_of_things(around, subjects)


def _leaves_people(verb: Verb) -> bool:
    """ "Four years of war have left 24 million people in need"."""
    left = verb.around.child(verb.number, "obj")
    if not verb.word.startswith(("left", "leav")) or left is None:
        return False
    is_counted = verb.around.tokens[left].upos == "NUM" or verb.around.child(left, "nummod") is not None
    return is_counted or verb.around.words[left] in WORDS["people"]


def _brings(around: Surroundings, verb: int) -> bool:
    """ "The Bright Orchid tied up with 11,000 tonnes of rice": what comes with it is things."""
    loads = (i for i in around.children(verb) if i > verb and any(around.words[k] == "with" for k in around.children(i)))
    return any(around.words[i] in _LOADS for i in loads)


def _is_of_things(around: Surroundings, subjects: list[int]) -> bool:
    nouns, below = list(subjects), list(subjects)
    for _ in range(_GENERATIONS):
        below = [child for i in below for child in around.children(i)]
        nouns += below
    return any(around.words[i] in _THINGS or is_make(around, i) for i in nouns) or any(
        around.child(subject, "nummod") is not None for subject in subjects
    )


def _is_carried_by(around: Surroundings, verb: int) -> bool:
    """Whether what brings aid stands before a verb whose subject the parser lost: "Two lorries with tents and 14 tonnes of flour
    crossed into Ossel"."""
    start = around.touched(around.sentence(around.tokens[verb].span.start)).start
    for i in reversed(range(start, verb)):
        is_counted = around.words[i] in WORDS["materiel"] and around.child(i, "nummod") is not None
        if is_counted or around.words[i] in WORDS["carriers"] | _LOADS - WORDS["materiel"]:
            return True
        is_relative = around.tokens[i].relation.startswith("acl") or around.words[i] == "that"
        if around.words[i] in (";", ":", "when", "after"):
            return False
        if around.tokens[i].upos == "VERB" and around.words[i] not in BRINGING and not is_relative:
            return False
    return False
