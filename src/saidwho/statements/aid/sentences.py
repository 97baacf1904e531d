"""What does one sentence tell of aid, taken by itself?"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from saidwho.statements.aid.funding import funding_in
from saidwho.statements.aid.gifts import Gifts
from saidwho.statements.aid.givers import Givers
from saidwho.statements.aid.goals import Goals
from saidwho.statements.aid.stages import GIVE, Told, stages_in
from saidwho.statements.aid.sums import size, sums_in
from saidwho.statements.aid.words import WORDS
from saidwho.statements.own_voice.lines import is_headline
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.grounding import Figure

_AID, _PART = WORDS["aid"], WORDS["part"]
_FRESH = frozenset({"separate", "separately", "another", "instead"})
_LOANS = frozenset({"loan", "loans", "credit", "credits"})
_DEFINITE = frozenset({"the", "this", "that", "these", "it", "its", "they", "latest"})
_SUMMED = frozenset({"total", "altogether"})
_STRIKES = frozenset({"hit", "struck", "fired", "shelled", "bombed", "exploded", "destroyed", "attacked", "shot", "ambushed", "blocked"})
_MILLIONS = frozenset({"million", "billion"})
_OBJECTS = ("obj", "nsubj:pass")
_TAKING = frozenset({"the", "this", "that", "these"})
_BREAKS = frozenset({",", ";", ":", "and", "while", "with"})
# Words between a share and its whole: "of a", "of the promised".
_OF = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence. words: in lower case, without punctuation. told: the words in it that tell a stage. sums: of money."""

    tokens: range
    words: list[str]
    told: list[Told]
    sums: list[Figure]
    funding: list[Span]

    @property
    def is_of_aid(self) -> bool:
        return bool(_AID & set(self.words))

    @property
    def is_fresh(self) -> bool:
        """Whether it opens something else: "a separate gift"."""
        return bool(_FRESH & set(self.words))

    @property
    def is_of_people(self) -> bool:
        return bool(WORDS["humanitarian"] & set(self.words))

    @property
    def is_no_aid(self) -> bool:
        """Whether it is of money or goods that are none: ransom, trade; a budget may be what aid is paid from."""
        return bool((WORDS["no_aid"] & set(self.words)) - ({"budget"} if self.is_of_aid else set()))

    @property
    def is_fighting(self) -> bool:
        """Whether it tells of weapons in use or of forces on their way: "rockets supplied by Brotherland hit a queue"."""
        marching = (
            any(f"{a} {b}" in ("the border", "the frontier", "the front") for a, b in pairwise(self.words)) and "across" in self.words
        )
        return bool(_STRIKES & set(self.words)) or (marching and not self.is_of_aid)

    @property
    def is_total(self) -> bool:
        """Whether its sums are totals of many packages: "since 2015 it has given 410 million"."""
        since = self.words[:2] == ["since", "the"] or any(a == "since" and b.isdigit() for a, b in pairwise(self.words))
        return since or bool(_SUMMED & set(self.words)) or any(amount.since for amount in self.sums)

    @property
    def takes_up(self) -> bool:
        """Whether it speaks of a package named before: "the package", "it", "the rest"."""
        start = self.words[:6]
        named = any(word in WORDS["reference"] for word in start) and bool(_DEFINITE & set(start))
        # "Twelve million was transferred in January."
        bare = not self.sums and bool(_MILLIONS & set(self.words[1:3]))
        return named or bare or (self.words[0] == "it" and len(self.words) > 1) or self.words[1:3] == ["of", "it"]


class Sentences:
    """Reads the sentences of one text, each by itself."""

    def __init__(self, around: Surroundings, givers: Givers, goals: Goals, gifts: Gifts) -> None:
        self._around, self._givers, self._goals, self._gifts = around, givers, goals, gifts

    def read(self, tokens: range, figures: tuple[Figure, ...]) -> Sentence:
        around = self._around
        words = [around.words[i] for i in tokens if around.tokens[i].upos != "PUNCT"] or [""]
        funding = list(funding_in(around.text, around.span(tokens.start, tokens.stop)))
        verbs = ((hit, around.tokens[hit.verb].span) for hit in stages_in(around, tokens))
        told = [hit for hit, verb in verbs if not any(span.start <= verb.start and verb.end <= span.end for span in funding)]
        sums = sums_in(around, figures, is_aid=bool(_AID & set(words)))
        told = told or self._by_headline(tokens, sums)
        return Sentence(tokens=tokens, words=words, told=told, sums=sums, funding=funding)

    def _by_headline(self, tokens: range, sums: list[Figure]) -> list[Told]:
        """What a headline without a verb announces: "$90 million US aid package for Haiti"."""
        around = self._around
        line = around.sentence(around.tokens[tokens.start].span.start)
        if not sums or not is_headline(line.of(around.text)) or any(around.tokens[i].upos in ("VERB", "AUX") for i in tokens):
            return []
        noun = next((i for i in tokens if around.words[i] in _AID and around.tokens[i].upos == "NOUN"), None)
        return [] if noun is None else [Told(verb=noun, stage="announced")]

    def continues(self, sentence: Sentence) -> bool:
        """Whether a sentence goes on with what the one before told: "approved it in September", "sixty missiles as well"."""
        around, words = self._around, sentence.words
        objects = {around.words[k] for hit in sentence.told for k in around.children(hit.verb) if around.tokens[k].relation in _OBJECTS}
        named = any(a in _TAKING and b in WORDS["reference"] for a, b in pairwise(words))
        more = "also" in words or "too" in words or "as well" in " ".join(words).replace("as well as", "")
        return bool(objects & {"it", "them", "this"}) or named or (more and self.gives_things(sentence))

    def giver(self, hit: Told, tokens: range) -> str | None:
        is_loan = hit.stage == "contracted" and bool(_LOANS & {self._around.words[i] for i in tokens})
        lender = self._givers.lender(hit.verb) if is_loan else None
        source = self._givers.source(tokens)
        return lender or self._givers.donor(hit.verb, tokens) or (source if source != self._goals.goal(tokens) else None)

    def borrower(self, sentence: Sentence) -> str | None:
        """Who gets what somebody else signs with him for."""
        return next(
            (self._givers.borrower(hit.verb) for hit in sentence.told if hit.stage == "contracted" and self._givers.lender(hit.verb)), None
        )

    def parts(self, sentence: Sentence) -> list[range]:
        """The words that belong to each sum: a sentence of one is whole, one of several falls apart before each next."""
        around, tokens = self._around, sentence.tokens
        starts = [tokens.start]
        for first, second in pairwise(sentence.sums):
            low, high = around.touched(first.span).stop, around.touched(second.span).start
            breaks = [i for i in range(low, high) if around.words[i] in _BREAKS]
            named = self._givers.before(second.span, tokens)
            before = [i for i in breaks if named is None or i < high - 2 or around.words[i] != ","]
            starts.append((before or breaks or [high])[-1])
        return [range(a, b) for a, b in pairwise((*starts, tokens.stop))]

    def nearest(self, told: list[Told], figure: Span) -> Told:
        """The verb that tells of a sum: one that hangs on it, one it hangs on, the nearest before it, or else behind."""
        inside = self._around.touched(figure)
        next_to = [hit for hit in told if 0 <= hit.verb - inside.stop <= 1]
        if next_to:
            return next_to[0]
        below = [hit for hit in told if self._around.tokens[hit.verb].head in inside]
        above = [hit for i in inside for up in self._around.ancestors(i) for hit in told if hit.verb == up]
        if below or above:
            return (below or above)[0]
        before = [hit for hit in told if self._around.tokens[hit.verb].span.start < figure.start]
        return before[-1] if before else told[0]

    def is_first_of(self, part: Figure, whole: Figure) -> bool:
        """Whether a sum is said to be one of another: "200 million of a 500 million dollar loan"."""
        between = self._around.text[part.span.end : whole.span.start].lower().split()
        return between[:1] == ["of"] and len(between) <= _OF and size(part) < size(whole)

    def is_share(self, amount: Figure, number: int, sentence: Sentence) -> bool:
        """Whether words say that a sum is a share of another: "the first tranche", "of which 18 million"."""
        tokens = sentence.tokens
        first = self._around.touched(amount.span).start
        before = [self._around.words[i] for i in range(max(tokens.start, first - 5), first)]
        behind = [self._around.words[i] for i in range(first, min(first + 8, tokens.stop))]
        is_smaller = number > 0 and size(amount) < size(sentence.sums[0]) and (sentence.words[0] == "of" or before[-2:] == ["of", "which"])
        return is_smaller or "total" in behind or "part" in behind or bool(_PART & set(before)) or behind[2:4] == ["of", "it"]

    def gives_things(self, sentence: Sentence) -> bool:
        """Whether a sentence gives things, or aid of which it does not say what it is made of: "halts all aid to Mali"."""
        if WORDS["materiel"] & set(sentence.words) or any(self._gifts.of(hit.verb) for hit in sentence.told):
            return True
        around = self._around
        objects = [i for hit in sentence.told if (i := around.child(hit.verb, "obj", "nsubj:pass")) is not None]
        described = [around.tokens[hit.verb].head for hit in sentence.told if around.tokens[hit.verb].relation.startswith("acl")]
        return any(around.words[i] in _AID for i in (*objects, *described))

    def is_gift_of_money(self, near: Told, sentence: Sentence, *, donor: str | None, recipient: str | None, goes_on: bool) -> bool:
        """Whether a sum with a stage is aid: the sentence says so, or somebody gives it to somebody else.

        goes_on: whether the report has told of a package before.
        """
        is_aid = sentence.is_of_aid
        if sentence.is_no_aid or (sentence.is_fighting and not is_aid) or self._is_of_many(near):
            return False
        is_aid = is_aid or bool(WORDS["military"] & set(sentence.words) and (recipient or goes_on))
        gives = self._around.words[near.verb] in GIVE or near.stage not in ("announced", "cancelled")
        is_gift = gives and (recipient is not None or (donor is not None and sentence.is_of_people))
        is_stage = near.stage == "pledged" or goes_on or is_aid or is_gift
        return is_stage and (donor is not None or goes_on or recipient is not None or is_aid)

    def _is_of_many(self, near: Told) -> bool:
        """Whether a conference raised a sum: a total of many packages."""
        around = self._around
        verb = near.verb if around.tokens[near.verb].upos == "VERB" else around.tokens[near.verb].head
        subject = around.child(verb, "nsubj", "nsubj:pass")
        return subject is not None and around.tokens[subject].upos == "NOUN" and around.words[subject] in WORDS["many"]

    def is_gift_of_things(self, sentence: Sentence, *, donor: str | None, recipient: str | None, goes_on: bool) -> bool:
        """Whether things given are aid: somebody gives them to somebody, the sentence says so, or what brings them arrives."""
        if sentence.is_no_aid or sentence.is_fighting:
            return False
        words = set(sentence.words)
        is_delivered = any(hit.stage == "delivered" for hit in sentence.told)
        is_giving = any(self._around.words[hit.verb] in GIVE for hit in sentence.told)
        is_aid = sentence.is_of_aid or goes_on
        is_own = bool({"army", "brigade", "works"} & words) and donor is None
        gives = donor is not None and is_giving and self._goals.goes_to(sentence.tokens)
        comes = is_delivered and sentence.is_of_people and (bool(WORDS["carriers"] & words) or donor is not None)
        is_known = (donor is not None or recipient is not None) and (goes_on or is_delivered or sentence.told[0].stage == "cancelled")
        if donor is not None and recipient is not None:
            return True
        if is_own:
            return False
        gets = recipient is not None and (is_aid or is_delivered)
        return gets or gives or comes or goes_on or (donor is not None and sentence.is_of_aid) or (is_aid and is_known)


def clauses_in(around: Surroundings, tokens: range) -> Iterator[range]:
    """A sentence, taken apart at its semicolons where each part has a verb of its own."""
    stops = [i for i in tokens if around.words[i] == ";"]
    parts = [range(a, b) for a, b in pairwise((tokens.start, *stops, tokens.stop)) if b > a]
    have_verbs = all(any(around.tokens[i].upos == "VERB" for i in part) for part in parts)
    yield from parts if have_verbs and len(parts) > 1 else [tokens]
