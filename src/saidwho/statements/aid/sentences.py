"""What does one sentence tell of aid, taken by itself?"""

from dataclasses import replace
from itertools import pairwise

from saidwho.statements.aid.funding import funding_in
from saidwho.statements.aid.gifts import Gifts
from saidwho.statements.aid.givers import Givers
from saidwho.statements.aid.giving import Giving, Givings
from saidwho.statements.aid.goals import Goals
from saidwho.statements.aid.openings import LEAST, Openings
from saidwho.statements.aid.sentence import Sentence
from saidwho.statements.aid.stages import Told, stages_in
from saidwho.statements.aid.sums import RATES, bare_sums, size, sums_in, without_former
from saidwho.statements.aid.words import WORDS
from saidwho.statements.own_voice.lines import is_headline
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.grounding import Figure

_AID = WORDS["aid"]
GIFTS = frozenset({"gift", "present", "donation"})
_LOANS = frozenset({"loan", "loans", "credit", "credits"})
_LENT = _LOANS | {"financing", "support", "grant"}
_HAVING = frozenset({"has", "have"})
_OBJECTS = ("obj", "nsubj:pass")
_TAKING = frozenset({"the", "this", "that", "these"})
_PACKAGES = frozenset({"package", "tranche", "loan", "grant", "aid", "donation"})
_NEW = frozenset({"new", "latest", "fresh", "further"})
# Words from a sum to the verb of a clause that describes it: "that it had promised".
_CLOSE = 3
_SCALES = frozenset({"million", "billion"})
_RELATIVE = frozenset({"which", "that"})
_COSTING = frozenset({"cost", "costs", "costing"})
_BEING = frozenset({"is", "are", "was", "were"})
_AT = frozenset({"in", "with", "at", "on"})
_THERE = frozenset({"there", "here"})
_BREAKS = frozenset({",", ";", ":", "and", "while", "with"})


def _yearly(words: list[str]) -> bool:
    return ("every", "year") in pairwise(words)


class Sentences:
    """Reads the sentences of one text, each by itself."""

    def __init__(self, around: Surroundings, givers: Givers, goals: Goals, gifts: Gifts, givings: Givings) -> None:
        self._around, self._givers, self._goals, self._gifts, self._givings = around, givers, goals, gifts, givings
        self._openings = Openings(around, goals, gifts)

    def read(self, tokens: range, figures: tuple[Figure, ...]) -> Sentence:
        around = self._around
        words = [around.words[i] for i in tokens if around.tokens[i].upos != "PUNCT"] or [""]
        funding = list(funding_in(around.text, around.span(tokens.start, tokens.stop)))
        verbs = ((hit, around.tokens[hit.verb].span) for hit in stages_in(around, tokens))
        told = [hit for hit, verb in verbs if not any(span.start <= verb.start and verb.end <= span.end for span in funding)]
        if not self._goals.names_state(tokens):
            told = [hit for hit in told if not self._givings.moves_forces(hit.verb)]
        givings = list(self._givings.within(tokens))
        sums = self._sums(tokens, figures, is_aid=bool(told or givings or _AID & set(words)))
        # "Under an 18 billion euro programme": what a fund holds is not what it gives.
        sums = [amount for amount in sums if not any(span.start <= amount.span.start and amount.span.end <= span.end for span in funding)]
        sums = [amount for amount in sums if not self._is_of_fund(amount, told, tokens)]
        told = (
            told or self._by_headline(tokens, sums) or self._on_order(tokens) or self._by_gift(tokens) or self._by_new_package(tokens, sums)
        )
        told = told or self._by_place(tokens)
        if self._may_be_aid(tokens, words, sums):
            told = told or [giving.told for giving in givings if giving.told]
            told = told or (self._by_reader(givings) if sums or self._gifts.is_bare(tokens) else [])
            # "The tanks that Sund pledged in January have reached Estria": a clause of its own that only the reader takes for aid.
            told += [replace(g.told, is_read=False) for g in givings if g.told is not None and self._tells_apart(g, told)]
        is_giving = bool(givings) and self._may_be_aid(tokens, words, sums)
        return Sentence(
            tokens=tokens,
            words=words,
            told=told,
            sums=sums,
            funding=funding,
            is_giving=is_giving,
            tellers=frozenset(around.words[hit.verb] for hit in told),
            aside=self._aside(tokens, told),
        )

    def _aside(self, tokens: range, told: list[Told]) -> frozenset[str]:
        """The words that stand only in clauses beside what is told: "cut its aid after a court jailed the leader"."""
        around, verbs = self._around, {hit.verb for hit in told}
        beside = {i for i in tokens if around.tokens[i].relation == "advcl" and i not in verbs}
        beside = {i for i in beside if not any(i in around.ancestors(verb) for verb in verbs)}
        inside = {i for i in tokens if i in beside or beside & set(around.ancestors(i))} if beside and verbs else set()
        return frozenset(around.words[i] for i in inside) - frozenset(around.words[i] for i in tokens if i not in inside)

    def _tells_apart(self, giving: Giving, told: list[Told]) -> bool:
        """Whether a clause that comes behind what rules know tells that something has come."""
        if giving.told is None or giving.told.stage != "delivered" or any(hit.is_read for hit in told):
            return False
        perfect = {self._around.words[k] for k in self._around.children(giving.told.verb)} & _HAVING
        return bool(perfect) and not any(hit.verb in giving.tokens or hit.stage == "delivered" for hit in told)

    def _may_be_aid(self, tokens: range, words: list[str], sums: list[Figure]) -> bool:
        """Whether what the reader takes for aid may be a package: a great sum that not each gets, or things that are counted."""
        if sums:
            # What each family gets is pay; what goes somewhere every year is a gift.
            return max(map(size, sums)) >= LEAST and not {"each", "every"} & (set(words) - ({"every"} if _yearly(words) else set()))
        return any(self._gifts.is_counted(i) for i in tokens)

    def _sums(self, tokens: range, figures: tuple[Figure, ...], *, is_aid: bool) -> list[Figure]:
        around = self._around
        found = sums_in(around, figures)
        rates = [figure for figure in figures if figure.per in RATES]
        bare = list(bare_sums(around, around.span(tokens.start, tokens.stop), (*found, *rates))) if is_aid else []
        found, bare = ([amount for amount in some if not self._is_cost_of_another(amount)] for some in (found, bare))
        # What a figure counts that is none: "21 million in emergency funds" was taken for people.
        return without_former(around, sorted([*found, *bare], key=lambda amount: amount.span.start))

    def _is_past_another(self, figure: range, verb: int) -> bool:
        """ "70 million of the 100 million it promised": another sum stands between a sum and a verb."""
        return any(word in _SCALES for word in self._around.words[figure.stop : verb])

    def _is_of_fund(self, amount: Figure, told: list[Told], tokens: range) -> bool:
        """ "From its budget, which parliament raised to 2 billion": what a fund holds, where the clause that says so tells no stage."""
        around, first = self._around, self._around.touched(amount.span).start
        relative = next((i for i in range(first - 1, tokens.start, -1) if around.words[i] in _RELATIVE), None)
        if relative is None or any(relative < hit.verb < first for hit in told):
            return False
        before = relative - 2 if around.words[relative - 1] == "," else relative - 1
        return before >= tokens.start and around.words[before] in WORDS["funds"]

    def _is_cost_of_another(self, amount: Figure) -> bool:
        """ "Come ashore over the pier, which cost 230 million": a clause says what something costs that is not given."""
        above = (i for token in self._around.touched(amount.span) for i in self._around.ancestors(token))
        cost = next((i for i in above if self._around.words[i] in _COSTING), None)
        if cost is None or self._around.tokens[cost].relation != "acl:relcl":
            return False
        return self._around.words[self._around.tokens[cost].head] not in WORDS["materiel"] | WORDS["aid"] | WORDS["reference"]

    def _by_headline(self, tokens: range, sums: list[Figure]) -> list[Told]:
        """What a headline without a verb announces: "$90 million US aid package for Haiti"."""
        around = self._around
        line = around.sentence(around.tokens[tokens.start].span.start)
        if not sums or not is_headline(line.of(around.text)) or any(around.tokens[i].upos in ("VERB", "AUX") for i in tokens):
            return []
        noun = next((i for i in tokens if around.words[i] in _AID and around.tokens[i].upos == "NOUN"), None)
        return [] if noun is None else [Told(verb=noun, stage="announced")]

    def _by_reader(self, givings: list[Giving]) -> list[Told]:
        """What the reader takes for aid, though no word tells a stage, is announced: "the loan is accompanied by a grant of 2 million"."""
        word = next((giving.word for giving in givings if giving.is_of_gift), None)
        return [] if word is None else [Told(verb=word, stage="announced", is_read=True)]

    def _by_place(self, tokens: range) -> list[Told]:
        """Things that somebody's line of a list says are at a place have come there: "Latvia: all nine guns are now in Kastria"."""
        around = self._around
        being = (i for i in tokens if around.words[i] in _BEING and around.tokens[i].upos == "AUX" and around.tokens[i].relation == "cop")
        for i in being:
            place = around.tokens[i].head
            is_there = around.words[place] in _THERE or bool({around.words[k] for k in around.children(place)} & _AT)
            has_thing = any(self._gifts.is_counted(k) and around.words[k] in WORDS["materiel"] for k in range(tokens.start, i))
            if is_there and has_thing and self._givers.of_line(tokens) is not None:
                return [Told(verb=i, stage="delivered")]
        return []

    def _on_order(self, tokens: range) -> list[Told]:
        """ "On order: 12 ploughs for Kastria"."""
        is_list = self._around.words[tokens.start : tokens.start + 3] == ("on", "order", ":")
        return [Told(verb=tokens.start + 1, stage="contracted")] if is_list else []

    def _by_new_package(self, tokens: range, sums: list[Figure]) -> list[Told]:
        """What a sentence calls new has been announced: "a new $150 million aid package includes missiles"."""
        around = self._around
        nouns = (
            i for i in tokens if around.words[i] in _PACKAGES and around.tokens[i].upos == "NOUN" and around.tokens[i].relation == "nsubj"
        )
        new = next((i for i in nouns if _NEW & {around.words[k] for k in around.children(i)}), None)
        return [Told(verb=new, stage="announced", is_read=True)] if new is not None and sums else []

    def _by_gift(self, tokens: range) -> list[Told]:
        """What lies there as somebody's gift: "on the quay lay 300 bicycles, a present from Sund"."""
        around = self._around
        gift = next((i for i in tokens if around.words[i] in GIFTS and around.tokens[i].upos == "NOUN"), None)
        if gift is None or not any(self._gifts.is_counted(i) for i in tokens) or around.words[gift - 1] not in ("a", "the"):
            return []
        return [Told(verb=gift, stage="delivered", is_read=True)] if self._givers.from_whom(gift) else []

    def continues(self, sentence: Sentence) -> bool:
        """Whether a sentence goes on with what the one before told: "approved it in September", "sixty missiles as well"."""
        around, words = self._around, sentence.words
        objects = {around.words[k] for hit in sentence.told for k in around.children(hit.verb) if around.tokens[k].relation in _OBJECTS}
        named = any(a in _TAKING and b in WORDS["reference"] | WORDS["taking_up"] for a, b in pairwise(words))
        more = "also" in words or "too" in words or "as well" in " ".join(words).replace("as well as", "")
        # "The senate gave its blessing in May": to what was told of.
        is_to_it = bool(sentence.told) and all(hit.stage == "committed" and not self._gifts.of(hit.verb) for hit in sentence.told)
        is_bare = not WORDS["materiel"] & set(words) and self._goals.goal(sentence.tokens) is None
        return (
            bool(objects & {"it", "them", "they", "this"})
            or (is_to_it and is_bare)
            or named
            or (more and self._openings.gives_things(sentence))
        )

    def giver(self, hit: Told, tokens: range) -> str | None:
        is_loan = hit.stage == "contracted" and bool(_LENT & {self._around.words[i] for i in tokens})
        lender = self._givers.lender(hit.verb) if is_loan else None
        if lender is None and hit.stage == "contracted" and len(self._givers.signing(hit.verb)) > 1:
            return None
        source = self._givers.source(tokens)
        return lender or self._givers.donor(hit.verb, tokens) or (source if source != self._goals.goal(tokens) else None)

    def borrower(self, sentence: Sentence, donor: str | None) -> str | None:
        """Who gets what somebody else signs with him for."""
        both = {party for hit in sentence.told if hit.stage == "contracted" for party in self._givers.signing(hit.verb)}
        if len(both) > 1:
            return next(iter(both - {donor})) if donor in both else None
        return next(
            (party for hit in sentence.told if hit.stage == "contracted" and (party := self._givers.borrower(hit.verb)) is not None), None
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

    def is_right_behind(self, figure: Span, verb: int) -> bool:
        """Whether a clause right behind a sum tells of it: "the 100 million it promised"."""
        return 0 <= verb - self._around.touched(figure).stop <= _CLOSE

    def nearest(self, told: list[Told], figure: Span) -> Told:
        """The verb that tells of a sum: one that hangs on it, one it hangs on, the nearest before it, or else behind."""
        inside = self._around.touched(figure)
        next_to = [hit for hit in told if hit.verb == inside.start - 1] or [hit for hit in told if 0 <= hit.verb - inside.stop <= 1]
        if next_to:
            return next_to[0]
        # "An 8 billion dollar loan agreed in March".
        nouns = {self._around.tokens[i].head for i in inside} - set(inside)
        described = (hit for hit in told if self._around.tokens[hit.verb].relation.startswith("acl") and hit.stage != "delivered")
        own = [hit for hit in described if self._around.tokens[hit.verb].head in nouns]
        below = own or [hit for hit in told if self._around.tokens[hit.verb].head in inside and not self._is_past_another(inside, hit.verb)]
        above = [hit for i in inside for up in self._around.ancestors(i) for hit in told if hit.verb == up]
        if below or above:
            return (below or above)[0]
        before = [hit for hit in told if self._around.tokens[hit.verb].span.start < figure.start]
        return before[-1] if before else told[0]
