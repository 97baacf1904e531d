"""Which sums are said to be a share of another: a tranche, the rest, one of several?"""

from itertools import pairwise

from saidwho.statements.aid.sentence import Sentence
from saidwho.statements.aid.sums import size
from saidwho.statements.aid.words import WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.types.grounding import Figure

_PART = WORDS["part"]
_OF_IT = (["that", "sum"], ["this", "sum"], ["that", "amount"], ["the", "sum"], ["the", "total"], ["that", "money"], ["the", "money"])
_FACILITIES = frozenset({"facility", "package", "programme", "program", "loan", "fund", "plan", "grant", "pledge"})
_ARTICLES = frozenset({"the", "a", "an"})
_DETERMINED = _ARTICLES | {"its", "their", "this", "that"}
_CALLED = WORDS["tranches"] - {"payment"}
# Shares without a sum of their own.
_FRACTIONS = frozenset({"half", "halves", "third", "thirds", "quarter", "quarters", "part", "most", "some", "rest", "remainder"})
# Words from a share to its verb: "has been paid".
_AUXILIARIES = 2
# Words from a sum to its "of": "150 million euros' worth of".
_WORTH = 2
# Words between a share and its whole: "of a", "of the promised"; and with the name of a share among them.
_OF, _FAR_OF = 4, 12
# Words before a sum, beside it and behind it among which it is called a share.
_BEFORE, _BESIDE, _BEHIND = 5, 4, 8


class Shares:
    """The sums of one text that are a share of others."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def is_first_of(self, part: Figure, whole: Figure) -> bool:
        """Whether a sum is said to be one of another: "200 million of a 500 million dollar loan"."""
        between = self._around.text[part.span.end : whole.span.start].lower().split()
        if size(part) >= size(whole) or not {"of", "from", "under"} & set(between):
            return False
        # "The first 4.5 billion euros from its 50 billion euro facility".
        behind = self._around.touched(whole.span).stop
        is_of_facility = between[0] in ("from", "out") and bool(_FACILITIES & set(self._around.words[behind : behind + _BESIDE]))
        if is_of_facility and len(between) <= _OF:
            return True
        # "The second of four tranches of a loan of 2 billion".
        is_called_part = bool(WORDS["part"] & {word.strip(",.") for word in between}) and between[-1] in (
            "of",
            "the",
            "a",
            "an",
            "its",
            "up",
        )
        is_under_loan = "under" in between and between[-1] == "of" and bool(WORDS["aid"] & set(between))
        first = self._around.touched(part.span).start
        is_drawn = bool(_CALLED & set(self._around.words[max(first - _OF, 0) : first])) and bool({"under", "from", "of"} & set(between))
        is_drawn = is_drawn and bool(WORDS["aid"] & set(self._around.words[behind - 1 : behind + 2]))
        is_far = (is_under_loan or is_called_part or is_drawn) and len(between) <= _FAR_OF
        return is_far or (between[0] == "of" and len(between) <= _OF)

    def is_of_package(self, amount: Figure) -> bool:
        """ "The first 150 million euros of a German package announced in March": a share of something whose sum is not told."""
        words, stop = self._around.words, self._around.touched(amount.span).stop
        behind = words[stop : stop + _BEHIND]
        at = next((n for n, word in enumerate(behind) if word == "of"), None)
        if at is None or at > _WORTH or behind[at + 1 : at + 2] not in (("a",), ("the",), ("its",), ("that",), ("this",)):
            return False
        return bool(_FACILITIES & set(behind[at + 2 :])) and not any(
            self._around.tokens[i].upos == "NUM" for i in range(stop, stop + len(behind))
        )

    def is_of_which(self, amount: Figure) -> bool:
        """ "A 50 billion facility, of which 17 billion would be grants"."""
        first = self._around.touched(amount.span).start
        return self._around.words[max(first - 2, 0) : first] == ("of", "which")

    def is_whole_of_part(self, amount: Figure, sentence: Sentence) -> bool:
        """ "The second tranche of a $8 billion loan", "half of the 89 million": what is told is told of a part of the sum."""
        inside = self._around.touched(amount.span)
        if self._is_of_fraction(inside.start, sentence):
            return True
        before = self._around.words[max(sentence.tokens.start, inside.start - _BESIDE) : inside.start]
        is_of = any(a == "of" and b in _DETERMINED for a, b in pairwise(before))
        behind = self._around.words[inside.stop - 1 : min(inside.stop + 2, sentence.tokens.stop)]
        return is_of and bool(_CALLED & set(before)) and bool((WORDS["aid"] - _CALLED) & set(behind))

    def _is_of_fraction(self, first: int, sentence: Sentence) -> bool:
        """ "Half of the 89 million", "of the 89 million, about half has been paid". first: the first word of the sum."""
        around = self._around
        of = first - 1 - (around.words[first - 1] in _DETERMINED)
        if of < sentence.tokens.start or around.words[of] != "of":
            return False
        subjects = (around.child(hit.verb, "nsubj", "nsubj:pass") for hit in sentence.told)
        told = {of - 1, *(i for i in subjects if i is not None and of == sentence.tokens.start)}
        return any(around.words[i] in _FRACTIONS for i in told)

    def is_share_behind(self, whole: Figure, part: Figure, verb: int) -> bool:
        """ "Of its gift of 6 million, 2.5 million have reached the camp": what the verb behind a share tells is told of the share."""
        around, first = self._around, self._around.touched(whole.span).start
        behind = around.touched(part.span)
        is_right_behind = 0 <= verb - behind.stop <= _AUXILIARIES and all(around.tokens[i].upos == "AUX" for i in range(behind.stop, verb))
        start = around.touched(around.sentence(whole.span.start)).start
        before = around.words[max(start, first - _BESIDE) : first]
        return size(part) < size(whole) and is_right_behind and before.count("of") + before.count("from") > 0

    def is_share(self, amount: Figure, number: int, sentence: Sentence) -> bool:
        """Whether words say that a sum is a share of another: "the first tranche", "of which 18 million"."""
        tokens = sentence.tokens
        first = self._around.touched(amount.span).start
        before = [self._around.words[i] for i in range(max(tokens.start, first - _BEFORE), first)]
        behind = [self._around.words[i] for i in range(first, min(first + _BEHIND, tokens.stop))]
        is_smaller = number > 0 and size(amount) < size(sentence.sums[0]) and (sentence.words[0] == "of" or before[-2:] == ["of", "which"])
        # "Of that sum, 120 million is for ammunition"; "of the 80 million promised, 38 million were paid" begins with the whole.
        is_of_it = sentence.words[0] == "of" and (sentence.words[1:2] in (["it"], ["this"]) or sentence.words[1:3] in _OF_IT)
        # "the third, of 12 million, was dropped".
        is_ordinal = sentence.words[0] in _ARTICLES and bool(WORDS["ordinals"] & set(sentence.words[1:2]))
        return (
            is_smaller
            or is_of_it
            or is_ordinal
            or "total" in behind
            or "part" in behind
            or bool(_PART & set(before))
            or behind[2:4] == ["of", "it"]
        )

    def is_called_part(self, amount: Figure, sentence: Sentence) -> bool:
        """ "The first tranche of 120 million dollars": what is a part by its name."""
        first = self._around.touched(amount.span).start
        before = self._around.words[max(sentence.tokens.start, first - _BESIDE + 1) : first]
        return before[-1:] == ("of",) and bool(WORDS["tranches"] & set(before))

    def is_part(self, amount: Figure, sentence: Sentence) -> bool:
        """Whether words beside a sum say that it is one of several of a package: "a $350 million instalment", "25 million out of the
        package"."""
        inside = self._around.touched(amount.span)
        beside = self._around.words[max(sentence.tokens.start, inside.start - _BESIDE) : min(inside.stop + _BESIDE, sentence.tokens.stop)]
        is_out_of = any(a == "out" and b == "of" for a, b in pairwise(beside))
        return is_out_of or bool(_PART & set(beside))
