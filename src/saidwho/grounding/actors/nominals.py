"""Which noun phrases of a text stand for those who can speak?"""

from collections.abc import Iterator, Mapping

from saidwho.grounding.actors.markables import PRONOUNS, Markable, MarkableKind
from saidwho.grounding.actors.trees import Trees
from saidwho.grounding.actors.vocabulary import Noun, noun
from saidwho.grounding.actors.weapons import ATTACKS
from saidwho.text.tables import word_set

# Pronouns and articles that stand for people where they speak: "Some said".
_SOME = frozenset({"some", "both", "others", "many", "several", "most", "another"})
# Intelligence that somebody is, and not what he has: "military intelligence said".
_SERVING = frozenset({"military", "foreign", "defence", "defense", "army", "naval", "domestic", "state", "national"})
_OBJECTS = frozenset({"them", "him", "us", "me", "you"})
# "no soldiers" are nobody.
_NONE = frozenset({"no", "neither", "any", "what", "which", "whatever"})
# They stand for somebody where they speak ("the ministry's figures show", "the defence said"), and elsewhere for things: a toll that
# rises, air defence, a command post, a city that is shelled.
_THINGS = frozenset({"toll", "tally", "figures", "defence", "defense", "post", "site", "city", "magazine"})
# Whom somebody becomes by being taken or held, and no second one: "took a pilot hostage", "held prisoner".
_HELD = frozenset({"hostage", "prisoner", "captive"})
# What a state is in that is no country: "a state of emergency".
_STATES_OF = frozenset({"emergency", "siege", "war", "alert", "lawlessness", "disaster", "calamity", "exception", "mind", "affairs"})
# Endings of nouns for people, trusted only in a noun that is said to speak ("a negotiator").
_DOERS = ("er", "or", "ian", "ant", "eer", "ee")
_MODIFIES = frozenset({"compound", "amod", "flat"})
_IN = ("-", "in", "-")
# Who has arms, before what they have and do with them.
_ARMED = frozenset({"government", "regime", "army", "military", "police", "navy", "coalition", "militia", "junta", "gendarmerie"})
_OF_ARMED = ATTACKS | word_set(
    "ambush offensive fire artillery jet jets warplane warplanes plane planes aircraft helicopter helicopters drone drones gunboat "
    "gunboats tanks convoy convoys checkpoint checkpoints base bases barracks post posts position positions patrol patrols vehicle "
    "vehicles camp depot outpost truck trucks"
)
# Nouns that a hyphen joins to another and makes another office of it.
_JOINED_BEFORE = frozenset({"secretary", "attorney", "governor", "director", "major", "lieutenant", "brigadier", "solicitor", "co"})


def find_nominals(trees: Trees, taken: set[int], *, sources: Mapping[int, int | None]) -> Iterator[Markable]:
    """Noun phrases for those who can speak; and whatever else is the source of an attribution.

    taken: the tokens of names. sources: the last nouns of sources, with the token at which the phrase begins where that is known.
    """
    for i, (word, token) in enumerate(zip(trees.words, trees.tokens, strict=True)):
        is_source = i in sources
        if i in taken or _is_no_noun(trees, i, taken, is_source=is_source):
            continue
        known = noun(word) if token.upos in ("NOUN", "PROPN", "ADJ") or is_source else None
        if known is None and not is_source:
            continue
        told = sources.get(i)
        first = trees.phrase(i) if told is None else told
        if known is not None and not is_source and _is_thing(trees, i, first, known):
            continue
        if trees.words[first] in _OBJECTS and first < i:
            first += 1  # "among them two survivors"
        if word == "intelligence" and (first == i or trees.words[i - 1] not in _SERVING):
            continue
        if trees.words[first] in _NONE and not (is_source and trees.words[first] == "neither"):
            continue
        first = _with_names_before(trees, first, taken, is_body=known is not None and known.kind == "body")
        yield _nominal(trees, i, first, known)


def _is_no_noun(trees: Trees, i: int, taken: set[int], *, is_source: bool) -> bool:
    """Whether a word is no noun at the head of a phrase, as far as its place and its part of speech tell."""
    word, token = trees.words[i], trees.tokens[i]
    return (
        word in PRONOUNS
        or (token.upos in ("VERB", "PRON", "DET") and not (is_source and word in _SOME))
        or trees.words[i - 3 : i] == _IN
        or (token.relation in _MODIFIES and not is_source and i - 1 not in taken and not _has_arms(trees, i))
        or (word in ("q", "a") and trees.words[i + 1 : i + 2] == (":",))
    )


def _has_arms(trees: Trees, i: int) -> bool:
    """Whether it is whose the attack, the arms or the post right behind it are: "army shelling", "a police checkpoint"."""
    return trees.words[i] in _ARMED and trees.tokens[i].head == i + 1 and trees.words[i + 1] in _OF_ARMED


def _is_thing(trees: Trees, i: int, first: int, known: Noun) -> bool:
    """Whether a noun is for a thing where it does not speak; "14 bodies" and "the body of a man" are dead, "the electoral body" is not.

    Arms are laid down, an arm of a movement speaks; "taken hostage" tells what befalls somebody. A state of
    emergency is declared.
    """
    if known.lemma == "arm" and known.many:
        return True
    if known.lemma in _HELD and not known.many and first == i:
        return True
    if known.lemma == "state" and trees.words[i + 1 : i + 2] == ("of",) and not _STATES_OF.isdisjoint(trees.words[i + 2 : i + 3]):
        return True
    if known.lemma != "body":
        return known.lemma in _THINGS
    return known.many or trees.words[first] not in ("the", "this") or trees.words[i + 1 : i + 2] == ("of",)


def _with_names_before(trees: Trees, first: int, taken: set[int], *, is_body: bool) -> int:
    """The token at which a phrase begins, with the names that belong to it and stand before it."""
    while is_body and _is_name_before(trees, first, taken) and trees.sentence(first) == trees.sentence(first - 1):
        first -= 1  # "the Vale campaign"
    while first in taken and _is_name_before(trees, first, taken):
        first -= 1
    while _goes_on_before(trees, first, taken):
        first -= 1  # "The United Nations observers", where the reader took no name and the parser no phrase
    if first > 1 and _is_possessive(trees, first - 1) and first - 2 in taken:
        first -= 1  # "Tamar's air force", also where the parser hangs the two on different words
        while first - 1 in taken:
            first -= 1
    return first


def _is_name_before(trees: Trees, first: int, taken: set[int]) -> bool:
    """Whether a word of a name that owns nothing stands right before a token, in its line."""
    return first - 1 in taken and not _is_possessive(trees, first - 1) and not trees.ends_line(first - 1)


def _is_possessive(trees: Trees, i: int) -> bool:
    """Whether a token is the ending of an owner, "'s" or, behind an s, the mark alone ("the Marlows' council")."""
    return trees.words[i] == "'s" or (trees.words[i] == "'" and i > 0 and trees.words[i - 1].endswith("s"))


def _nominal(trees: Trees, i: int, first: int, known: Noun | None) -> Markable:
    """The markable of a phrase from a token to its head i, and on behind it in "mayor-in-exile", "commander-in-chief"."""
    word = trees.words[i]
    # "Six of those interviewed said": a number that speaks is people.
    is_number = known is None and trees.tokens[i].upos == "NUM" and word.isalpha()
    many = known.many if known else word != "one" if is_number else word.endswith("s") and not word.endswith("ss")
    guessed: MarkableKind | None = "group" if many else "person" if is_number or word.endswith(_DOERS) else None
    past = min(i + 5, len(trees.words)) if trees.words[i + 1 : i + 4] == _IN else i + 1
    return Markable(
        span=trees.span(first, past),
        first=first,
        past=past,
        head=i,
        shape="nominal",
        kind=known.kind if known else guessed,
        gender=known.gender if known else None,
        many=many,
        words=trees.words[first:past],
        lemma=_lemma(trees, i, known.lemma if known else word),
    )


def _lemma(trees: Trees, head: int, lemma: str) -> str:
    """The noun of a phrase with what a hyphen joins to it: a secretary-general is no general."""
    is_joined = head > 1 and trees.words[head - 1] == "-" and trees.span(head - 2, head + 1).of(trees.text).count(" ") == 0
    return f"{trees.words[head - 2]}-{lemma}" if is_joined and trees.words[head - 2] in _JOINED_BEFORE else lemma


def _goes_on_before(trees: Trees, first: int, taken: set[int]) -> bool:
    """Whether a phrase that begins with a capital has another right before it, or the article of both."""
    if first == 0 or first - 1 in taken or trees.sentence(first) != trees.sentence(first - 1):
        return False
    here, before = trees.tokens[first], trees.tokens[first - 1]
    words = before.span.of(trees.text)
    if trees.text[before.span.end : here.span.start] != " " or not here.span.of(trees.text)[:1].isupper():
        return False
    is_word = words[:1].isupper() and words[-1].isalpha() and before.upos in ("PROPN", "ADJ", "VERB", "NOUN", "DET")
    return is_word or words == "the"
