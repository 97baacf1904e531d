"""Where does the first phrase of a source end, behind which it names somebody else or says more of the one named?"""

from collections.abc import Sequence

from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.trees import Trees

# Words after which a source names somebody else, or says more of the one named.
CLOSES = frozenset({
    "of", "for", "at", "from", "in", "with", "on", "by", "to", "who", "whom", "whose", "which", "that", "as", "near", "under",
    "among", "inside", "outside", "about", "against", "during", "after", "before", "speaking", "citing", "quoting", "(", "–", "—", "--",
})  # fmt: skip
POSSESSIVES = frozenset({"'s", "'", "his", "her", "their", "its"})
# What a phrase of its own begins with.
ARTICLES = frozenset({"the", "a", "an", "another", "one", "his", "her", "its", "their"})


def past_first_phrase(first: int, past: int, inside: Sequence[Markable], trees: Trees) -> int:
    """The token just past the first phrase of a source: before a comma, a preposition, a participle or a clause outside of names."""
    in_name = {i for m in inside if m.shape == "name" for i in range(m.first, m.past)}
    for i in range(first + 1, past):
        if i in in_name:
            continue
        if trees.words[i] in CLOSES or (trees.words[i] == "," and not _goes_on_listing(i, past, trees)):
            return i
        if _is_participle(i, trees):
            return i  # "people | reaching Varnok on foot"
    return past


def _is_participle(i: int, trees: Trees) -> bool:
    """Whether a verb right behind a noun says more of it; the parser takes it for a clause of its own or for a preposition."""
    token = trees.tokens[i]
    return token.upos == "VERB" and token.relation in ("acl", "case") and trees.tokens[i - 1].upos in ("NOUN", "PROPN")


def _goes_on_listing(comma: int, past: int, trees: Trees) -> bool:
    """Whether a comma stands in a list ("Vale, Dresh and Orlen") and not before more about somebody."""
    rest = trees.words[comma + 1 : past]
    return "and" in rest and "," not in rest[: rest.index("and")] and not {"the", "a", "an"} & set(rest[:1])


def is_possessor(markable: Markable, trees: Trees) -> bool:
    return trees.words[markable.past : markable.past + 1] in (("'s",), ("'",))
