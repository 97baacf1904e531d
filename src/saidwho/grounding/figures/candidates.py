"""Which numbers of a text are figures, with their qualifier, noun and fate?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from saidwho.grounding.figures.befallen import NOTHING, Befallen, befallen
from saidwho.grounding.figures.exclusions import counts_nothing
from saidwho.grounding.figures.fates import BEFELL
from saidwho.grounding.figures.lexicon import (
    ANIMALS,
    AREAS_AND_WEIGHTS,
    EQUIPMENT,
    GROUPS,
    NOT_COUNTED,
    PEOPLE,
    PERSONS_BY_FATE,
    POINTED_AT,
)
from saidwho.grounding.figures.money import Money, is_doubtful, money_after, money_before
from saidwho.grounding.figures.numbers import Number, find_numbers
from saidwho.grounding.figures.phrases import Phrase, is_demonym, phrase_after, unit_of, victims_of
from saidwho.grounding.figures.qualifiers import Qualifier, qualifier_after, qualifier_before
from saidwho.grounding.figures.syntax import Syntax
from saidwho.text.tables import word_set
from saidwho.types.grounding import Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A number on its way to a figure.

    first, past: its words, with qualifier, money and noun. unit: None where no words give one yet.
    victims: first word and word just past. whole: the number of the candidate it is part of.
    is_open: a figure though nothing says of what.
    """

    number: Number
    first: int
    past: int
    phrase: Phrase
    qualifier: Qualifier | None = None
    unit: str | None = None
    fate: Befallen = NOTHING
    counts: Counted | None = None
    victims: tuple[int, int] | None = None
    money: Money | None = None
    whole: int | None = None
    negated: bool = False
    is_open: bool = False

    @property
    def is_money(self) -> bool:
        return self.unit == "money"


def candidates(s: Syntax) -> Iterator[Candidate]:
    """The candidates of a text in its order; numbers that count nothing are left out."""
    for number in find_numbers(s):
        if counts_nothing(s, number):
            continue
        money = _money(s, number)
        found = _sum(s, number, money) if money else _count(s, number)
        if found:
            yield found


def _money(s: Syntax, number: Number) -> Money | None:
    """The money of a number, from both sides: "US$2.3 million", "300 million euros"."""
    if number.form in ("none", "weak"):
        return None
    before, after = money_before(s, number.first), money_after(s, number.past)
    if number.form == "vague" and not after and s.at(number.past) == "of":
        after = money_after(s, number.past + 1)
    is_large = number.form == "vague" or (number.low is not None and number.low >= 10**5)
    if after and is_doubtful(s, after, is_large=is_large):
        after = None
    if before and after:
        return Money(first=before.first, past=after.past, code=after.code or before.code)
    return before or after


def _sum(s: Syntax, number: Number, money: Money) -> Candidate:
    first, past = min(number.first, money.first), max(number.past, money.past)
    first, qualifier, past = _qualified(s, number, first, past)
    return Candidate(
        number=number,
        first=first,
        past=past,
        phrase=Phrase(first=past, past=past, head=None),
        qualifier=qualifier,
        unit="money",
        money=money,
    )


def _qualified(s: Syntax, number: Number, first: int, past: int) -> tuple[int, Qualifier | None, int]:
    """Words first to past with the qualifier around them. One after the number is looked for where none stands before."""
    if number.is_range:
        first -= 1 if s.at(first - 1) in ("between", "from") else 0
    before = qualifier_before(s, first)
    if before:
        return before.first, before, past
    after = qualifier_after(s, past, number.first)
    return first, after, after.past if after else past


def _count(s: Syntax, number: Number) -> Candidate | None:
    """A count of people or things; None where there is nothing that it counts."""
    late = qualifier_after(s, number.past, number.first)
    phrase = phrase_after(s, replace(number, past=late.past) if late else number)
    if late:
        phrase = replace(phrase, past=max(phrase.past, late.past))
    else:
        late = qualifier_after(s, phrase.past, number.first)
    past = max(phrase.past, number.past, late.past if late else 0)
    first = number.first - (number.is_range and s.at(number.first - 1) in ("between", "from"))
    early = qualifier_before(s, first)
    unit = unit_of(s, phrase)
    head = phrase.head
    if head is not None and _is_not_counted(s, number, phrase):
        return None
    noun = (phrase.first, phrase.past) if head is not None else (number.past, number.past)
    start = early.first if early else first
    fate = (
        befallen(s, first=start, past=past, noun=noun, head=head if head is not None else number.past - 1, gives_way=_gives_way(s, phrase))
        if unit != "percent"
        else NOTHING
    )
    made = Candidate(
        number=number, first=start, past=past, phrase=phrase, qualifier=early or late, unit=unit, fate=fate,
        victims=victims_of(s, phrase),
    )  # fmt: skip
    return _settled(s, made)


def _gives_way(s: Syntax, phrase: Phrase) -> bool:
    return phrase.is_partitive or (phrase.head is not None and s.at(phrase.head) in PERSONS_BY_FATE)


def _is_not_counted(s: Syntax, number: Number, phrase: Phrase) -> bool:
    if phrase.head is None:
        return False
    word = s.at(phrase.head)
    if word in NOT_COUNTED:
        return s.at(phrase.head - 1) not in ("square", "sq")
    known = word.endswith("s") or word in PEOPLE or word in EQUIPMENT or is_demonym(word)
    # "138 unarmed Nuer" are counted, "12 Division" is a name.
    is_described = s.tag(phrase.head - 1) == "ADJ" and number.past < phrase.head and not s.is_capital(phrase.head - 1)
    if s.upos[phrase.head] == "PROPN" and not known and not is_described:
        return True
    return word in POINTED_AT and s.at(number.first - 1) in ("the", "these", "those", "both", "other")


# "Has 30", "counted six", where the sentence or clause ends behind the number.
_GIVING = frozenset({"has", "have", "counted", "counts"})
_ENDS = frozenset({".", ";", ":"})
_KILLING = ("killed", "wounded", "displaced", "detained", "executed", "casualties")


def _settled(s: Syntax, c: Candidate) -> Candidate | None:
    """With unit and counts as they go together; None where the number counts nothing worth a figure."""
    form, fate, unit = c.number.form, c.fate, c.unit
    head = s.at(c.phrase.head) if c.phrase.head is not None else ""
    if c.phrase.is_pronoun:
        unit = "people" if (fate.found and fate.kind) or s.at(c.phrase.past - 1) in BEFELL else None
    if s.at(c.past - 1) == "strong" and unit is None:
        unit = "people"
    of_number = c.phrase.is_partitive and c.phrase.head is None and form != "none"  # "half of its 36 hospitals": the whole says of what
    if (unit is None and fate.found and not of_number) or _must_be_people(unit, head, fate):
        unit = "people"
    counts = fate.kind if fate.found and (unit == "people" or head in GROUPS) else None
    called = _called(s, c) if c.phrase.is_pronoun else None
    unit = "people" if called or (c.phrase.head is None and _is_of_crew(s, c)) else unit
    victims = (c.victims or called or _all_of_them(s, c)) if unit == "people" else None
    c = replace(c, unit=unit, counts=counts, victims=victims)
    if form == "none":
        return _zero(s, c)
    if form == "weak":
        return c if counts and unit == "people" else None
    if s.at(c.number.first) == "one" and c.number.high == 1:
        return c if _is_one(s, c, head) and not _is_one_of_the_most(s, c) else None
    if c.unit is None and c.phrase.head is None and _is_called_figure(s, c):
        return replace(c, is_open=True)
    return c


def _is_called_figure(s: Syntax, c: Candidate) -> bool:
    """ "the figure of 6,000", "the true figure might be 300", "his count of eleven": a figure, whatever it counts."""
    at = c.first - 1 - (s.tag(c.first - 1) == "ADV")  # "Puts it at barely 2,000".
    if s.reads(at - 2, "puts", "it", "at") or s.reads(at - 2, "put", "it", "at"):
        return True
    if s.at(c.first - 1) in _GIVING and s.at(c.past) in _ENDS:
        return True  # "The rebels, whom it quotes, have 30."
    first, _ = s.window(c.first, before=6)
    for p in range(c.first - 1, first - 1, -1):
        if s.at(p) in ("figure", "estimate", "tally", "count"):
            return p < c.first - 1
        if s.at(p) not in (
            "of",
            "at",
            "to",
            "as",
            "be",
            "is",
            "was",
            "might",
            "may",
            "could",
            "stood",
            "stands",
            "than",
            "been",
            "had",
            "closer",
            "near",
            "rose",
        ):
            return False
    return False


def _must_be_people(unit: str | None, head: str, fate: Befallen) -> bool:
    """Whether a noun in no list is of people, since things are not killed, wounded or detained."""
    return unit not in (None, "people", "percent") and fate.kind in _KILLING and not _is_thing(head)


def _all_of_them(s: Syntax, c: Candidate) -> tuple[int, int] | None:
    """ "eleven people, all civilians": who they are, said after."""
    p = c.past + (s.at(c.past) in (",", "-", "–", "—", "("))
    if s.at(p) != "all" or p == c.past:
        return None
    p += 3 if s.reads(p, "all", "of", "them") else 1
    past = p
    while past < p + 3 and s.tag(past) in ("ADJ", "NOUN") and past < s.pasts[c.first]:
        past += 1
    return (p, past) if past > p and s.at(past - 1) in PEOPLE else None


def _called(s: Syntax, c: Candidate) -> tuple[int, int] | None:
    """ "three of them children": who they are, said right after."""
    first = c.past + (s.at(c.past) in ("a", "an"))
    past = first + (s.at(first) == "serving")
    while past < first + 3 and past < s.pasts[c.first] and s.tag(past) in ("ADJ", "NOUN", "PROPN"):
        past += 1
    if s.at(past) == "and" and s.at(past + 1) in PEOPLE:
        past += 2
    is_people = s.at(past - 1) in PEOPLE or (s.is_capital(past - 1) and is_demonym(s.at(past - 1)))
    return (first, past) if past > first and is_people else None


# Nouns of people together.
_CREWS = word_set("crew crews staff team crowd garrison workforce")


def _is_of_crew(s: Syntax, c: Candidate) -> bool:
    """ "The crew of 22"."""
    return s.reads(c.first - 1, "of") and s.at(c.first - 2) in _CREWS


def _is_thing(head: str) -> bool:
    return head in EQUIPMENT or head in ANIMALS or head in AREAS_AND_WEIGHTS or head in GROUPS


def _is_one(s: Syntax, c: Candidate, head: str) -> bool:
    """Whether "one" counts: one person, one tank, "one was killed"."""
    if c.phrase.is_pronoun:
        return True
    if head and not c.phrase.is_partitive:
        return head in PEOPLE or head in EQUIPMENT or c.counts is not None
    return c.counts is not None or c.phrase.is_partitive


def _is_one_of_the_most(s: Syntax, c: Candidate) -> bool:
    """ "one of the heaviest attacks", "one of the reasons"."""
    words = s.lower[c.number.past : c.past]
    return (
        words[:1] == ["of"]
        and not c.phrase.is_pronoun
        and (c.unit != "people" or any(word == "most" or (word.endswith("est") and word != "protest") for word in words))
    )


def _zero(s: Syntax, c: Candidate) -> Candidate | None:
    """Zero, where it is said of what befell people: "no casualties were reported", "no one was killed"."""
    word = s.at(c.number.first)
    if not c.counts or c.unit != "people":
        return None
    if word == "no" and s.at(c.number.past) in ("longer", "more", "fewer", "less", "doubt", "matter"):
        return None
    return c
