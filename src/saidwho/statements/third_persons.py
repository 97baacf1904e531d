"""May "he", "she" or "they" in what is said be whoever says it?

"The nurse said she had seen it" is her own word; "police said he had filmed the base" tells of another.
"""

from saidwho.statements.evidence import WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.text.holding import HOLDING_NOUNS
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# Pronouns by which somebody is spoken of as another, and what he would be called as a speaker.
_PLAIN = {"he": "he", "his": "he", "she": "she", "her": "she", "they": "they", "their": "they"}
OF_OTHERS = frozenset(_PLAIN)
_RELATIVE = ("who", "whom")
_PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "this", "that", *_RELATIVE))
_QUOTES = frozenset('"“‘')
_HOLDING = HOLDING_NOUNS | {"group", "groups", "crowd", "couple", "pair", "majority"}
# Several, though they do not end so.
_MANY = frozenset((
    "people", "police", "children", "many", "some", "others", "several", "both", "those", "most", "few", "family", "staff", "crew",
    "clergy", "crowd", "public", "couple", "pair",
))  # fmt: skip


def speaking_noun(attribution: Attribution, around: Surroundings) -> int | None:
    """The noun or pronoun that a source is about: "residents" of "a group of residents"; None where there is no source."""
    noun = around.top(around.touched(attribution.source[0])) if attribution.source else None
    if noun is None or around.words[noun] not in _HOLDING:
        return noun
    held = around.child(noun, "nmod")
    return noun if held is None else held


def may_be_speaker(pronoun: str, said: Span, attribution: Attribution, around: Surroundings) -> bool:
    """Whether a pronoun in a piece of what is said may be who says it; "I", "we" and "it" always may. pronoun: in lower case.

    In a quotation nobody speaks of himself as "he". "He" is one person and "they" are several.
    """
    plain = _PLAIN.get(pronoun)
    if plain is None:
        return True
    noun = speaking_noun(attribution, around)
    if noun is None or not _QUOTES.isdisjoint(around.text[max(said.start - 1, 0) : said.start + 1]):
        return False
    word = around.words[noun]
    if word in _PRONOUNS:
        return word in (plain, *_RELATIVE)
    is_several = _are_several(noun, attribution, around)
    return is_several if plain == "they" else not is_several and not _is_body(noun, around)


def _are_several(noun: int, attribution: Attribution, around: Surroundings) -> bool:
    inside = around.touched(attribution.source[0])
    if any(i in inside and around.tokens[i].relation == "conj" for i in around.children(noun)):
        return True
    word, upos = around.words[noun], around.tokens[noun].upos
    if word in _MANY or word.endswith(("men", "women", "people")):
        return True
    if upos == "NUM":
        return word not in ("one", "1")
    is_common = upos == "NOUN" or (upos == "PROPN" and any(around.words[i] == "the" for i in around.children(noun)))
    return is_common and word.endswith("s") and not word.endswith("ss")


def _is_body(noun: int, around: Surroundings) -> bool:
    if around.words[noun] in ("guard", "monitor") and {around.words[i] for i in around.children(noun)} & {"a", "one", "another"}:
        return False  # "a border guard", "a monitor of the mission"
    return around.words[noun] in WORDS["body"] or bool(around.marked("organisation", around.tokens[noun].span))
