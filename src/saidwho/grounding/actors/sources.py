"""At which nouns do those begin and end who speak, as attributions have them for sources?"""

from saidwho.grounding.actors.trees import Trees
from saidwho.grounding.actors.vocabulary import noun
from saidwho.types.reading import Reading

# Behind the first phrase of a source.
_ENDS = frozenset({"whose", "which", "that", "about", "by", "(", "–", "—", "who", "speaking", "under", "into", "as", "made"})
_IN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "VERB", "PUNCT"})
# Nouns that are more often something else at the end of a phrase.
_NOT_LAST = frozenset({"many", "some", "others", "most", "several", "both", "those", "none"})
# Words of the shortest phrase whose last word is looked at.
_PHRASE = 3
# And of one with "of" behind it.
_OF = 2
# Words that begin a phrase of its own: "a nurse at the town's clinic".
_PARTING = frozenset({"at", "in", "of", "for", "from", "with", "near", "on", "to", "inside", "who", ","})
# Words of what somebody owns, with the "'s".
_OWNED = 4


def source_heads(trees: Trees, reading: Reading) -> dict[int, int | None]:
    """The last nouns of what attributions have as source, before what is said of them ("officials" in "officials in X").

    With the token at which the phrase begins, where that is known better than from the syntax.
    """
    heads: dict[int, int | None] = {}
    for attribution in reading.attributions:
        for span in attribution.source:
            first, past = trees.covering(span)
            if first >= past:
                continue
            heads.setdefault(trees.head(first, past))
            # "Rescuers and resistance sources": both speak.
            for i in range(first + 1, past - 1):
                if trees.words[i] == "and" and trees.tokens[i - 1].upos == "NOUN" and trees.tokens[i - 1].head in range(first, past):
                    heads.setdefault(i - 1)
            # "The chemical weapons inspectorate": where the parser takes another word for its head, its last is still what speaks.
            end = _past_noun(trees, first, past)
            if end - first > 1:
                heads[end - 1] = first
                continue
            # "Ukraine's military", "Ukraine's prosecutor general's office": where the parser hangs the source on its owner, its last word
            # is still what speaks.
            owner = next((i for i in range(past - 2, first - 1, -1) if trees.words[i] in ("'s", "'")), None)
            if owner is None or not _PARTING.isdisjoint(trees.words[first:owner]):
                continue
            if past - owner <= _OWNED and noun(trees.words[past - 1]) and trees.head(first, past) < owner:
                heads[past - 1] = first
    return heads


def _past_noun(trees: Trees, first: int, past: int) -> int:
    """The token just past the noun that a source begins with, where its words tell it; first where they do not.

    "A rebel field commander" of "A rebel field commander who gave his name": a phrase of one stretch without "and" of others.
    """
    end = next((i for i in range(first, past) if trees.words[i] in _PARTING or trees.words[i] in _ENDS), past)
    # "The navy of Sulana", where the parser takes it for one name.
    is_of = end < past and end - first == _OF and trees.words[end] in ("of", "for")
    if (end - first < _PHRASE and not is_of) or trees.words[end - 1] in _NOT_LAST:
        return first
    if '"' in trees.words[first:end] or noun(trees.words[end - 1]) is None:
        return first
    inside = range(first, end - 1)
    is_plain = all(
        trees.tokens[i].upos in _IN_PHRASE
        and trees.words[i] not in ("'s", "'")
        and (trees.tokens[i].upos != "PUNCT" or (i > first and trees.span(i - 1, i + 2).of(trees.text).count(" ") == 0))
        and not (i > first and (trees.tokens[i].upos == "DET" or (trees.tokens[i].upos == "VERB" and noun(trees.words[i - 1]))))
        for i in inside
    )
    joins = [i for i in inside if trees.words[i] == "and"]
    return end if is_plain and not any(noun(trees.words[i - 1]) or trees.tokens[i - 1].upos == "PROPN" for i in joins) else first
