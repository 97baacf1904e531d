"""Which sentences of a report describe one package of aid?

A package is opened by a sum or by things given, with who gives or to whom. "The latest package", "the money", "the first tranche"
and a sum named again go on with it; another donor, another sum or "a separate gift" opens the next.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from saidwho.statements.aid.dates import Dates
from saidwho.statements.aid.funding import funding_in
from saidwho.statements.aid.gifts import Gifts
from saidwho.statements.aid.items import items_in, listed, things_in
from saidwho.statements.aid.parties import Parties
from saidwho.statements.aid.stages import GIVE, Told, is_asked_for, stages_in
from saidwho.statements.aid.words import KINDS, WORDS
from saidwho.statements.own_voice.lines import is_headline
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.grounding import Figure
from saidwho.types.statement import AidItem, AidKind, Stage

_AID, _PART, _MATERIEL = WORDS["aid"], WORDS["part"], WORDS["materiel"]
_REFERENCE, _CURRENCIES = WORDS["reference"], WORDS["currency"]
_FRESH = frozenset({"separate", "separately", "another", "instead"})
_DEFINITE = frozenset({"the", "this", "that", "these", "it", "its", "they", "latest"})
_SUMMED = frozenset({"total", "altogether"})
_DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_TAKING_UP = frozenset({"the", "these", "those", "its", "their"})
_NAMED = frozenset({"obj", "nsubj", "nsubj:pass", "conj", "nmod", "obl", "appos", "root"})
_GOODS = frozenset({"people", "tonnes", "tons", "barrels", "litres", "homes", "rounds", "shells", "doses", "meals", "hectares", "votes"})
_MILLION = 10**6
# Words between a share and its whole: "of a", "of the promised".
_OF = 4
# What stands behind these is whom or what aid is for.
_GOING_TO = frozenset({"for", "to", "'s", "'"})
_CARRIED = frozenset({"carrying", "with", "loaded", "bringing", "of"})
_STRIKES = frozenset({"hit", "struck", "fired", "shelled", "bombed", "exploded", "destroyed", "attacked", "shot", "ambushed", "blocked"})
_OPENING: tuple[Stage, ...] = ("announced", "pledged", "committed", "contracted", "allocated")


@dataclass(slots=True, kw_only=True)
class Draft:
    """A package while its sentences are read. spans: the words that tell of it."""

    donor: str | None = None
    recipient: str | None = None
    amount: Figure | None = None
    funding: list[Span] = field(default_factory=list)
    items: list[AidItem] = field(default_factory=list)
    stages: list[tuple[Stage, Figure | None, str | None, Span]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    kinds: dict[AidKind, int] = field(default_factory=dict)

    def add_stage(self, stage: Stage, amount: Figure | None, date: str | None, verb: Span) -> None:
        """Each stage once a date and sum."""
        same = [n for n, known in enumerate(self.stages) if known[0] == stage and known[1] == amount]
        undated = [n for n in same if self.stages[n][2] is None]
        if date is not None and undated:
            self.stages[undated[0]] = (stage, amount, date, verb)
        elif not any(self.stages[n][2] in (date, None) for n in same):
            self.stages.append((stage, amount, date, verb))


class Packages:
    """Gathers the packages of one report, sentence by sentence."""

    def __init__(self, around: Surroundings, parties: Parties, dates: Dates, figures: tuple[Figure, ...]) -> None:
        self._around, self._parties, self._dates = around, parties, dates
        self._figures, self._gifts = figures, Gifts(around)
        self.drafts: list[Draft] = []
        self._fresh = False
        self._last: Draft | None = None

    def read(self, tokens: range, figures: tuple[Figure, ...]) -> None:
        """Take in one sentence. figures: those that stand in it."""
        around = self._around
        words = [around.words[i] for i in tokens if around.tokens[i].upos != "PUNCT"] or [""]
        sentence = around.span(tokens.start, tokens.stop)
        sources = list(funding_in(around.text, sentence))
        told = [hit for hit in stages_in(around, tokens) if not any(_holds(span, around.tokens[hit.verb].span) for span in sources)]
        sums = [f for f in figures if _is_money(f, is_aid=bool(_AID & set(words))) and not is_asked_for(around, f.span) and f.low]
        renewed, self._fresh = bool(_FRESH & set(words)), self._fresh or bool(_FRESH & set(words))
        draft = None
        if sums and told and not self._is_summed(sums, words):
            draft = self._with_sums(sums, told, tokens, words, sentence)
        elif not sums:
            draft = self._without_sum(told, tokens, words, sentence)
        elif self.drafts and (self._takes_up(words) or self._names_item(words)) and not self._is_summed(sums, words):
            draft = self._worth(sums[0], words)
        if draft is None and self._last is not None and not self._fresh and self._lists(tokens, words):
            draft = self._last
        if draft is not None:
            self._add(draft, told, words, tokens, sentence)
        self._last = draft
        self._fresh = renewed and draft is None
        self._dates.turn(tokens, is_of_aid=draft is not None or bool(_AID & set(words)))

    def _lists(self, tokens: range, words: list[str]) -> bool:
        """Whether a sentence behind one of a package goes on to list its things: several that are counted, and nobody fights."""
        counted = [i for i in tokens if self._around.words[i] in _MATERIEL and self._gifts.is_counted(i)]
        return len(counted) > 1 and not self._is_fighting(tokens) and not WORDS["no_aid"] & set(words)

    def _is_summed(self, sums: list[Figure], words: list[str]) -> bool:
        """Whether sums are totals of many packages: "since 2015 it has given 410 million"."""
        since = any(word == "since" and after.isdigit() for word, after in pairwise(words))
        return since or bool(_SUMMED & set(words)) or any(amount.since for amount in sums)

    def _with_sums(self, sums: list[Figure], told: list[Told], tokens: range, words: list[str], sentence: Span) -> Draft | None:
        draft: Draft | None = None
        if len(sums) > 1 and self._is_first_of(sums[0], sums[1]):
            # "The first 200 million of a 500 million dollar loan": the loan is the package.
            whole = self._known(sums[1]) or self._opened(self._giver(self._nearest(told, sums[0].span)), sums[1])
            whole.spans.append(sums[1].span)
            sums = [sums[0], *sums[2:]]
        for number, amount in enumerate(sums):
            near = self._nearest(told, amount.span)
            donor = (self._parties.before(amount.span, sentence) if number else None) or self._giver(near)
            known = self._known(amount)
            is_part = known is None and self._is_part(amount, number, sums, words, tokens) and not self._is_another(donor)
            if known is not None:
                draft = known
                draft.amount = amount if draft.amount is None or draft.amount.currency is None else draft.amount
            elif is_part and self.drafts:
                draft = self.drafts[-1] if draft is None else draft
            elif self._takes_up(words) and self._is_raised(amount, near):
                draft = self.drafts[-1]
                draft.amount = amount
            elif self._may_open(near, donor, words, tokens):
                draft = self._opened(donor, amount)
            else:
                continue
            draft.spans.append(amount.span)
            hits = told if len(sums) == 1 else [near]
            for hit in hits:
                self._tell(draft, hit, amount, tokens)
        return draft

    def _is_first_of(self, part: Figure, whole: Figure) -> bool:
        between = self._around.text[part.span.end : whole.span.start].lower().split()
        return between[:1] == ["of"] and len(between) <= _OF and (part.low or 0) < (whole.low or 0)

    def _worth(self, amount: Figure, words: list[str]) -> Draft:
        """A sum that a sentence gives for the package before: "the batteries, worth 210 million crowns"."""
        draft = (self._with_item(words) if self._names_item(words) else None) or self.drafts[-1]
        draft.amount = draft.amount or amount
        draft.spans.append(amount.span)
        return draft

    def _giver(self, hit: Told) -> str | None:
        return (self._parties.lender(hit.verb) if hit.stage == "contracted" else None) or self._parties.donor(hit.verb)

    def _is_another(self, donor: str | None) -> bool:
        """Whether somebody else gives than gave the package before."""
        return bool(self.drafts) and donor is not None and self.drafts[-1].donor not in (donor, None)

    def _opened(self, donor: str | None, amount: Figure | None, *, inherits: bool = True) -> Draft:
        """A new package; where nobody is named who gives, whoever gave the one before."""
        earlier = self.drafts[-1] if inherits and self.drafts and donor is None else None
        draft = Draft(amount=amount, donor=earlier.donor if earlier else donor, recipient=earlier.recipient if earlier else None)
        self.drafts.append(draft)
        return draft

    def _without_sum(self, told: list[Told], tokens: range, words: list[str], sentence: Span) -> Draft | None:
        """A sentence that goes on with a package, or opens one of things."""
        around, text = self._around, self._around.text
        things = _MATERIEL & set(words) or any(self._gifts.of(hit.verb) for hit in told)
        draft: Draft | None = None
        if self.drafts and not self._fresh and (self._takes_up(words) or self._names_item(words)):
            draft = self.drafts[-1] if not self._names_item(words) else self._with_item(words)
        elif told and things and not WORDS["no_aid"] & set(words) and not self._is_fighting(tokens):
            donor = next((party for hit in told if (party := self._giver(hit))), None)
            recipient = self._parties.recipient(tokens, donor=donor)
            if around.words[told[0].verb].startswith("receiv") or around.words[told[0].verb] in ("got", "gets"):
                donor, recipient = self._parties.source(tokens), donor
            donor = donor or (self._parties.source(tokens) if _AID & set(words) else None)
            recipient = recipient if recipient != donor else self._parties.recipient(tokens, donor=donor)
            if not self._may_open_by_things(
                told,
                words,
                donor=donor,
                recipient=recipient,
                goes=self._parties.is_given_to(tokens),
                is_own=bool({"army", "brigade", "works"} & set(words)),
            ):
                return None
            if is_headline(sentence.of(text)) and (donor is None or recipient is None):
                return None
            draft = self._opened(donor, None, inherits=self._fresh)
            draft.recipient = draft.recipient or recipient
        if draft is None or not (told or any(items_in(text, sentence)) or any(funding_in(text, sentence))):
            return None
        for hit in told:
            self._tell(draft, hit, None, tokens)
        return draft

    def _may_open_by_things(
        self, told: list[Told], words: list[str], *, donor: str | None, recipient: str | None, goes: bool, is_own: bool
    ) -> bool:
        """Whether things given are aid: somebody gives them to somebody, the sentence says so, or what brings them arrives."""
        is_aid = bool(_AID & set(words)) or (self._fresh and bool(self.drafts))
        relief = bool(WORDS["humanitarian"] & set(words))
        carried = relief and told[0].stage == "delivered" and (bool(WORDS["carriers"] & set(words)) or (donor is not None and not is_own))
        gets = recipient is not None and (donor is not None or is_aid or told[0].stage == "delivered")
        gives = donor is not None and (recipient is not None or is_aid or (self._around.words[told[0].verb] in GIVE and goes))
        if is_own and donor is None:
            return False
        known = (donor is not None or recipient is not None) and told[0].stage in ("delivered", "cancelled")
        return gets or gives or (is_aid and (self._fresh or known)) or carried

    def _is_fighting(self, tokens: range) -> bool:
        """Whether a sentence tells of weapons in use or of forces on their way: "rockets supplied by Brotherland hit a queue"."""
        words = [self._around.words[i] for i in tokens]
        marching = any(f"{a} {b}" in ("the border", "the frontier", "the front") for a, b in pairwise(words)) and "across" in words
        return bool(_STRIKES & set(words)) or (marching and not _AID & set(words))

    def _tell(self, draft: Draft, hit: Told, amount: Figure | None, tokens: range) -> None:
        verb = self._around.tokens[hit.verb].span
        whole = draft.amount if amount is not None and draft.amount is not None and draft.amount.low == amount.low else amount
        date = self._dates.of(hit.verb, tokens)
        if date is None and self._is_present(hit.verb, tokens):
            date = self._dates.today
        draft.add_stage(hit.stage, whole, date, verb)
        draft.spans.append(verb)

    def _is_present(self, verb: int, tokens: range) -> bool:
        """Whether a headline tells a stage in the present, which is of the day: "Canada pledges", "Germany to send"."""
        around, word = self._around, self._around.words[verb]
        below = {around.words[k] for k in around.children(verb)}
        is_line = is_headline(around.span(tokens.start, tokens.stop).of(around.text))
        return is_line and (word.endswith("s") or "to" in below)

    def _add(self, draft: Draft, told: list[Told], words: list[str], tokens: range, sentence: Span) -> None:
        """What a sentence says of its package beside sums and stages."""
        text = self._around.text
        known = {item.name for item in draft.items}
        listed = list(items_in(text, sentence))
        named = (
            item for item in (*self._given_by(told), *self._given(tokens)) if not any(_holds(other.span, item.span) for other in listed)
        )
        for item in (*listed, *named):
            last = item.name.split()[-1]
            # "The generators" of a later sentence, and "212 generators", are those named before.
            taken_up = last in {name.split()[-1] for name in known} and (" " not in item.name or item.count is not None)
            if item.name not in known and not taken_up:
                draft.items.append(item)
                draft.spans.append(item.span)
                known.add(item.name)
        for span in funding_in(text, sentence):
            draft.funding.append(span)
            draft.spans.append(span)
        for kind in KINDS:
            draft.kinds[kind] = draft.kinds.get(kind, 0) + sum(word in WORDS[kind] for word in words)
        draft.recipient = draft.recipient or self._parties.recipient(tokens, donor=draft.donor)

    def _given_by(self, told: list[Told]) -> Iterator[AidItem]:
        """What the verbs give by the syntax."""
        around = self._around
        for noun in (noun for hit in told for noun in self._gifts.of(hit.verb)):
            first = noun
            while first > 0 and around.tokens[first - 1].head in range(first, noun + 1) and around.tokens[first - 1].upos in _DESCRIBING:
                first -= 1
            yield from listed(around.text, around.span(first, noun + 1))

    def _given(self, tokens: range) -> Iterator[AidItem]:
        """Things that a sentence of the package names, each with what describes it: "has allocated 60 lorries and 2,000 radio sets"."""
        around = self._around
        for i in tokens:
            token = around.tokens[i]
            if token.upos == "NOUN" and token.relation in _NAMED and (around.words[i] in _MATERIEL or self._gifts.is_counted(i)):
                first, past = self._phrase(i, tokens)
                before = around.words[first - 1] if first > tokens.start else ""
                if before in _GOING_TO or (around.words[i] in WORDS["carriers"] and _CARRIED & set(around.words[past : past + 2])):
                    continue
                if before not in _TAKING_UP or around.tokens[first].upos == "NUM":
                    span = around.span(first, past)
                    yield from listed(around.text, span) if around.words[i] not in _MATERIEL else things_in(around.text, span)

    def _phrase(self, noun: int, tokens: range) -> tuple[int, int]:
        """A noun with the words before it that belong to it; "rounds of ammunition" with what they are of."""
        around, first, past = self._around, noun, noun + 1
        while first > tokens.start and (
            (around.tokens[first - 1].upos in _DESCRIBING and around.tokens[first - 1].head in range(first, noun + 1))
            or around.words[first - 1] == "-"
        ):
            first -= 1
        if past + 1 < tokens.stop and around.words[past] == "of" and around.words[past + 1] in _MATERIEL:
            past += 2
            while past < tokens.stop and around.tokens[past - 1].relation in ("compound", "amod"):
                past += 1
        return first, past

    def _nearest(self, told: list[Told], figure: Span) -> Told:
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

    def _known(self, amount: Figure) -> Draft | None:
        same = (d for d in self.drafts if d.amount and d.amount.low == amount.low)
        return next(
            (d for d in same if d.amount and (None in (d.amount.currency, amount.currency) or d.amount.currency == amount.currency)), None
        )

    def _is_part(self, amount: Figure, number: int, sums: list[Figure], words: list[str], tokens: range) -> bool:
        """Whether a sum is a share of the package: the first tranche of it, "of which 18 million"."""
        first = self._around.touched(amount.span).start
        before = [self._around.words[i] for i in range(max(tokens.start, first - 5), first)]
        smaller = number > 0 and (amount.low or 0) < (sums[0].low or 0) and (words[0] == "of" or before[-2:] == ["of", "which"])
        behind = [self._around.words[i] for i in range(first, min(first + 8, tokens.stop))]
        of_total = "total" in behind or "part" in behind
        if self.drafts and self.drafts[-1].amount and self._is_first_of(amount, self.drafts[-1].amount):
            return True
        return smaller or of_total or bool(_PART & set(before) and self.drafts and (amount.low or 0) < (self._last_sum() or 0))

    def _last_sum(self) -> float | None:
        return next((d.amount.low for d in reversed(self.drafts) if d.amount), None)

    def _is_raised(self, amount: Figure, near: Told) -> bool:
        """Whether a sentence names the greater sum that the package is taken out of: "use up the 60 million pledged in June"."""
        last = self._last_sum()
        return bool(self.drafts) and last is not None and (amount.low or 0) > last and near.stage == "pledged"

    def _takes_up(self, words: list[str]) -> bool:
        """Whether a sentence speaks of a package named before: "the package", "it", "the rest"."""
        if not self.drafts or not words:
            return False
        start = words[:6]
        named = any(w in _REFERENCE for w in start) and bool(_DEFINITE & set(start))
        return named or (words[0] == "it" and len(words) > 1)

    def _names_item(self, words: list[str]) -> bool:
        return self._with_item(words) is not None and bool({"the", "remaining"} & set(words) or any(w in _MATERIEL for w in words[:4]))

    def _with_item(self, words: list[str]) -> Draft | None:
        present = set(words)
        return next((d for d in reversed(self.drafts) if any(item.name.split()[-1].lower() in present for item in d.items)), None)

    def _may_open(self, near: Told, donor: str | None, words: list[str], tokens: range) -> bool:
        """Whether a sum with a stage is aid: the sentence says so, or a state pledges it; and it is known who gives or gets."""
        recipient = self._parties.recipient(tokens, donor=donor)
        is_aid = bool(_AID & set(words))
        if (WORDS["no_aid"] & set(words)) - ({"budget"} if is_aid else set()) or (self._is_fighting(tokens) and not is_aid):
            return False
        is_aid = is_aid or bool(WORDS["military"] & set(words) and (recipient or self.drafts))
        gives = self._around.words[near.verb] in GIVE or near.stage in ("pledged", "committed", "allocated", "contracted", "delivered")
        relief = bool(WORDS["humanitarian"] & set(words))
        is_gift = gives and (recipient is not None or (donor is not None and relief))
        is_stage = near.stage == "pledged" or bool(self.drafts) or is_aid or is_gift
        parties = donor is not None or bool(self.drafts) or recipient is not None or is_aid
        return parties and is_stage and not self._is_conference(near)

    def _is_conference(self, near: Told) -> bool:
        """Whether a conference raised a sum: a total of many packages."""
        subject = self._around.child(near.verb, "nsubj", "nsubj:pass")
        return subject is not None and self._around.words[subject] in ("conference", "donors", "appeal", "countries")


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_money(figure: Figure, *, is_aid: bool) -> bool:
    """Whether a figure is a sum. Millions of what is counted nowhere else are, where a sentence speaks of aid: "45 million florins"."""
    if figure.unit == "money" or figure.currency is not None or (figure.unit or "") in _CURRENCIES:
        return True
    return figure.counts is None and (figure.low or 0) >= _MILLION and (figure.unit is None or (is_aid and figure.unit not in _GOODS))
