"""Which words stand for a claim, where a reader sees nothing else of it?

The clearest are a clause that tells by itself: it begins with whoever or whatever it is about, and a verb says what happened. Linking
keeps no syntax of what it compares, so both are told from the words alone.
"""

import re
from collections.abc import Sequence

from saidwho.linking.facts import Fact
from saidwho.text.marked_clauses import without_marks

# The clearest words are a sentence, neither a fragment nor a paragraph.
_GOOD_LENGTH = 110  # characters
_LITTLE = 24  # characters: fewer tell nothing by themselves
_SENTENCE = 240  # characters: no longer sentence stands for a clause that tells nothing by itself

# "GOMA, Jan 27 (Norrpress) - ": where and when a sentence was sent, in capitals.
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.'’ -]{2,}[A-Z](?:, ?[A-Z][\w.]*)?(?: \d{1,2})?(?: ?\([^()]{1,40}\))?|\d{1,2} \([^()]{1,40}\)) ?(?:-{1,2}|[–—]) "
)
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_POINTING = frozenset({
    "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my",
})  # fmt: skip
# A small word that a clause begins with; so do a number, a plural ("shells hit") and whatever has a capital.
_BEGINNING = _POINTING | frozenset({
    "the", "a", "an", "some", "any", "no", "all", "both", "each", "every", "many",
    "most", "several", "few", "more", "another", "other", "such", "at", "up", "about", "around", "nearly", "almost", "over", "only",
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozens", "hundreds",
    "thousands",
})  # fmt: skip
# Words with a capital or in the plural with which no clause begins by itself.
_LEANING = frozenset({
    "and", "but", "or", "nor", "so", "yet", "because", "if", "when", "while", "where", "whereas", "although", "though", "after",
    "before", "until", "since", "unless", "as", "than", "which", "who", "whom", "whose", "what", "how", "why", "whether", "to",
    "of", "in", "on", "for", "from", "with", "without", "by", "into", "onto", "against", "amid", "despite", "during", "has", "is",
    "was", "does", "instead", "even", "therefore", "like", "not", "ever",
})  # fmt: skip
_FINITE = frozenset({
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "shall", "should",
    "did", "does", "do", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "won't", "wouldn't", "can't",
    "couldn't", "didn't", "doesn't", "don't", "became", "began", "blew", "bled", "broke", "brought", "built", "burnt", "bought",
    "came", "caught", "chose", "cut", "dealt", "dug", "drew", "drove", "fell", "fed", "felt", "fought", "found", "fled", "flew",
    "forbade", "froze", "gave", "went", "grew", "hung", "heard", "hid", "hit", "held", "hurt", "kept", "knew", "laid", "led",
    "left", "lent", "lost", "made", "meant", "met", "paid", "put", "quit", "ran", "rose", "said", "sank", "saw", "sought", "sold",
    "sent", "set", "shook", "shot", "shut", "slew", "slid", "spoke", "spent", "split", "spread", "stood", "stole", "struck",
    "swept", "swore", "swam", "took", "taught", "tore", "told", "thought", "threw", "understood", "woke", "won", "wore", "wrote",
})  # fmt: skip
# Marks of quotation, in pairs; one that opens or ends words without its partner is of what stands around them.
_MARKS = (("“", "”"), ("‘", "’"), ("«", "»"), ('"', '"'), ("'", "'"))
_APOSTROPHES = ("‘", "'")
_RELATIVE = frozenset({"that", "which", "who", "whom", "whose"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my"})


def clearest_words(facts: Sequence[Fact], *, is_doer_open: bool) -> str:
    """The words that stand for a claim. is_doer_open: tellers do not agree who did it, so words that name nobody for it come first."""

    def rank(fact: Fact) -> tuple[bool, bool, int, int, str]:
        told = sum(map(bool, (fact.event, fact.doers, fact.receivers, fact.proposition.places, fact.proposition.times, fact.quantities)))
        is_fragment = not tells_by_itself(fact.text)
        names_or_tells_little = bool(fact.doers) or not fact.event or is_fragment
        return (is_doer_open and names_or_tells_little, is_fragment, -told, abs(len(fact.text) - _GOOD_LENGTH), fact.id)

    best = min(facts, key=rank)
    sentence = _DATELINE.sub("", without_marks(best.clause))
    # "Their cooperation", "repeated warnings": a fragment tells nothing without its sentence.
    return without_lone_marks(best.text if tells_by_itself(best.text) or len(sentence) > _SENTENCE else sentence)


def tells_by_itself(words: str) -> bool:
    """Whether words are a clause that says of somebody or something with a name of its own what it does, is or suffers.

    "Shells hit a school in Orsk" does; "fire four missiles", "the people that died", "they had left it" and "talks over the bridge" do not.
    """
    found = _WORD.findall(words)
    if len(words) < _LITTLE or not found or not _begins(found[0]):
        return False
    small = [word.lower().replace("’", "'") for word in found]
    return small[0] not in _POINTING and any(_is_finite(small, i) for i in range(1, len(small)))


def _begins(word: str) -> bool:
    small = word.lower()
    return small not in _LEANING and (
        small in _BEGINNING or word[0].isupper() or word[0].isdigit() or (small.endswith("s") and len(small) > 3)
    )


def _is_finite(words: Sequence[str], at: int) -> bool:
    """Whether a word is a verb that says of what stands before it what happens, and not of a "who" or "that" in between."""
    before = words[at - 1]
    if before in _RELATIVE or (words[at] not in _FINITE and (not words[at].endswith("ed") or before in _ARTICLES)):
        return False
    return not any(word in _RELATIVE for word in words[max(0, at - 2) : at])


def without_lone_marks(words: str) -> str:
    """Words without a mark of quotation whose partner they do not hold: at their edge, or of double marks the only one anywhere."""
    for opens, closes in _MARKS:
        if words.startswith(opens) and closes not in words[1:]:
            words = words[1:].lstrip()
        if words.endswith(closes) and opens not in words[:-1]:
            words = words[:-1].rstrip()
        if opens not in _APOSTROPHES and sum(words.count(mark) for mark in {opens, closes}) == 1:
            words = words.replace(opens, "").replace(closes, "")
    return words
