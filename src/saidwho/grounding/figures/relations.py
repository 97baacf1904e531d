"""Which figure is part of which, which share their fate, and which does the text deny?"""

from dataclasses import replace
from decimal import Decimal

from saidwho.grounding.figures.befallen import NOTHING, Befallen
from saidwho.grounding.figures.candidates import Candidate
from saidwho.grounding.figures.fates import NOUNS
from saidwho.grounding.figures.lexicon import PEOPLE
from saidwho.grounding.figures.qualifiers import Qualifier
from saidwho.grounding.figures.syntax import Syntax
from saidwho.text.tables import word_set

_LISTING = word_set(", and or as well plus along with together alongside another a further an additional some the also but")
# A part is looked for so many figures back.
_BACK = 4


def related(s: Syntax, found: list[Candidate]) -> list[Candidate]:
    """Candidates with wholes, shared fates and denials; their order is kept."""
    found = [_denied(s, c) for c in found]
    for i in range(len(found)):
        found[i] = _bare(s, found, i)
    found = _shared(s, found)
    for i in range(len(found)):
        _hand_down(s, found, i)
        found[i] = _part(s, found, i)
    for i in range(len(found)):
        _add_up(s, found, i)
    return found


def _add_up(s: Syntax, found: list[Candidate], i: int) -> None:
    """ "Six people died: four soldiers and two civilians": those in the list behind a number that make up its sum are its parts."""
    whole = found[i]
    if whole.unit != "people" or whole.number.low is None or whole.number.low != whole.number.high:
        return
    past, total = i + 1, Decimal(0)
    while past < len(found) and total < whole.number.low and _may_be_part(s, found, past, whole, is_first=past == i + 1):
        total += found[past].number.low or Decimal(0)
        past += 1
    if past > i + 1 and total < whole.number.low and _one_more(s, found[past - 1].past):
        total, past_of_one = total + 1, past + 1
    else:
        past_of_one = past
    if past_of_one > i + 2 and total == whole.number.low:
        for j in range(i + 1, past):
            found[j] = replace(found[j], whole=i, fate=whole.fate, counts=whole.counts)


def _one_more(s: Syntax, p: int) -> bool:
    """Whether a list of people goes on with a single one: "and a child"."""
    q = p + (s.at(p) == ",")
    q += s.at(q) == "and"
    if q == p or s.at(q) not in ("a", "an") or q >= len(s):
        return False
    end = min(q + 4, s.pasts[q])
    named = (r for r in range(q + 1, end) if s.at(r) in PEOPLE or s.is_capital(r))
    return any(all(s.upos[t] in ("ADJ", "NOUN") for t in range(q + 1, r)) for r in named)


def _may_be_part(s: Syntax, found: list[Candidate], i: int, whole: Candidate, *, is_first: bool) -> bool:
    """Whether a number may be one of those that another is the sum of: people of whom nothing else is told."""
    c = found[i]
    if c.unit != "people" or c.whole is not None or c.number.low is None or c.number.low != c.number.high or c.qualifier:
        return False
    is_beside = s.at(c.first - 1) in (":", ",", "(", "-", "–", "—") if is_first else _are_listed_with_places(s, found[i - 1], c)
    return _same_sentence(s, whole, c) and is_beside and c.counts in (None, whole.counts)


def _are_listed_with_places(s: Syntax, one: Candidate, two: Candidate) -> bool:
    """Whether one list holds both, each with where it was: "two in Kostra and one in Tern"."""
    if _are_listed(s, one, two):
        return True
    between = range(one.past, two.first)
    return (
        s.at(one.past) in ("in", "at", "near")
        and len(between) <= _WITH_PLACE
        and all(s.lower[p] in _LISTING or s.upos[p] in ("ADP", "DET", "NOUN", "PROPN", "ADJ") for p in between)
    )


_WITH_PLACE = 9


def _hand_down(s: Syntax, found: list[Candidate], i: int) -> None:
    """What stands after "two of the three soldiers" befell the two."""
    whole = _of_next(s, found, i)
    if whole is None or found[whole].fate.side != "after":
        return
    part, other = found[i], found[whole]
    if not part.fate.found:
        found[i] = replace(part, fate=other.fate, counts=other.counts)
    inner = NOUNS.get(s.at(other.phrase.head)) if other.phrase.head is not None else None
    found[whole] = replace(other, fate=NOTHING, counts=inner)


def _denied(s: Syntax, c: Candidate) -> Candidate:
    """ "not 400", "rather than 400", "instead of 400"."""
    i = c.first - 1
    i -= s.at(i) in ("the", "a", "just")
    word = s.at(i)
    if word == "not" and i >= s.firsts[c.first] and not _is_only(s, i):
        return replace(c, negated=True)
    if s.reads(i - 1, "rather", "than") or s.reads(i - 1, "instead", "of"):
        return replace(c, negated=True)
    return c


def _is_only(s: Syntax, i: int) -> bool:
    return s.at(i + 1) in ("only", "all", "even")


def _same_sentence(s: Syntax, one: Candidate, two: Candidate) -> bool:
    return s.firsts[one.number.first] == s.firsts[two.number.first]


_COMPARING = (
    ("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"), ("not",), ("rather", "than"), ("instead", "of"), ("but",),
    ("from",), ("than", "the"), ("not", "the"), ("against",), ("or",), ("to",), ("perhaps",), ("even",), ("and", "possibly"),
)  # fmt: skip


def _bare(s: Syntax, found: list[Candidate], i: int) -> Candidate:
    """A number without a noun beside one of the same kind: "not 400 but 40", "up from 300", "and 12 more"."""
    c = found[i]
    before = found[i - 1] if i and _same_sentence(s, c, found[i - 1]) and found[i - 1].unit else None
    if before and _is_more(s, c) and _goes_on(s, c, before):
        return replace(c, unit=before.unit, fate=before.fate, counts=before.counts)
    if c.phrase.head is not None or c.is_money or c.unit == "percent" or c.victims:
        return c
    if before and c.unit is None and not before.is_money and _goes_on(s, c, before):
        return replace(c, unit=before.unit)
    after = found[i + 1] if i + 1 < len(found) and _same_sentence(s, c, found[i + 1]) and found[i + 1].unit else None
    if after and c.unit is None and _lacks_noun_of(s, c, after):
        return _like(c, after)
    for other in (before, after):
        if other and c.unit in (None, other.unit) and _compares(s, c, other):
            return _like(c, other)
    return c


def _lacks_noun_of(s: Syntax, c: Candidate, other: Candidate) -> bool:
    """Whether only adjectives and "and" stand between a number and the next: "thirteen Chadian and six Cameroonian soldiers"."""
    between = range(c.number.past, other.first)
    kinds = [s.upos[p] for p in between if s.at(p) not in ("and", "or", ",")]
    return 0 < len(kinds) <= 2 and len(kinds) < len(between) and all(kind in ("ADJ", "PROPN") for kind in kinds)


def _like(c: Candidate, other: Candidate) -> Candidate:
    """The number counts what the other counts; what is said to have befallen it stays."""
    fate, counts = (c.fate, c.counts) if c.fate.found else (other.fate, other.counts)
    return replace(c, unit=other.unit, victims=other.victims, money=other.money, fate=fate, counts=counts)


def _is_more(s: Syntax, c: Candidate) -> bool:
    """ "12 more", and "12 others" where no verb says what they did."""
    if c.phrase.head is None or c.fate.found:
        return False
    return s.at(c.phrase.head) == "more" or (s.at(c.phrase.head) == "others" and s.tag(c.past) not in ("AUX", "VERB"))


def _goes_on(s: Syntax, c: Candidate, other: Candidate) -> bool:
    """Whether a bare number goes on with what the one before counts: "312 houses were destroyed and 1,100 damaged", "and 12 more"."""
    if c.first - other.past > 12 or s.at(c.first - 1) not in ("and", ",", ";", "but", "another"):
        return False
    return s.at(c.past - 1) in ("more", "others") or s.upos[min(c.past, len(s) - 1)] == "VERB"


def _compares(s: Syntax, c: Candidate, other: Candidate) -> bool:
    if abs(c.first - other.first) > 14:
        return False
    if other.first < c.first:
        return any(s.reads(c.first - len(words), *words) for words in _COMPARING)
    return any(s.reads(c.past, *words) for words in (("but",), ("to",), (",", "not"), ("rather", "than"), (",", "but"), ("or",)))


def _shared(s: Syntax, found: list[Candidate]) -> list[Candidate]:
    """Counts in one list share what befell them: "three soldiers and two civilians were killed"."""
    for i in range(len(found) - 2, -1, -1):
        if found[i + 1].fate.side in ("after",) and _are_listed(s, found[i], found[i + 1]):
            found[i] = _take(found[i], found[i + 1].fate)
    for i in range(1, len(found)):
        one = found[i - 1]
        if (one.fate.side == "before" and _are_listed(s, one, found[i])) or _is_along_with(s, one, found[i]):
            found[i] = _take(found[i], one.fate)
    return found


def _are_listed(s: Syntax, one: Candidate, two: Candidate) -> bool:
    if two.phrase.is_pronoun:
        return False
    if not _same_sentence(s, one, two):
        return False
    between = _without_single(s, one.past, two.first)
    return 0 < len(between) <= 4 and all(word in _LISTING for word in between)


def _is_along_with(s: Syntax, one: Candidate, two: Candidate) -> bool:
    """ "13 soldiers were killed, along with a policeman and three guards"."""
    past = one.fate.where + 1
    past += s.at(past) == ","
    if one.fate.side != "after" or two.first <= past or not any(s.reads(past, *words) for words in _TOGETHER):
        return False
    return _same_sentence(s, one, two) and all(word in _LISTING for word in _without_single(s, past, two.first))


_TOGETHER = (("along", "with"), ("together", "with"), ("as", "well", "as"))


def _without_single(s: Syntax, first: int, past: int) -> list[str]:
    """The words between two figures without single ones in their list: "13 soldiers, a policeman and three guards"."""
    kept, p = [], first
    while p < past:
        q = p
        if s.at(p) in ("a", "an"):
            q = next((r for r in range(p + 1, past) if s.upos[r] not in ("ADJ", "NOUN", "PROPN")), past)
        kept += [s.lower[p]] if q < p + 2 or s.at(q - 1) not in PEOPLE else []
        p = p + 1 if q < p + 2 or s.at(q - 1) not in PEOPLE else q
    return kept


def _take(c: Candidate, fate: Befallen) -> Candidate:
    if c.fate.found or c.unit not in ("people", None):
        return c
    if c.unit is None and fate.kind is None:
        return c
    return replace(c, fate=fate, unit="people", counts=fate.kind)


def _part(s: Syntax, found: list[Candidate], i: int) -> Candidate:
    """Find the figure that this one is part of."""
    c = found[i]
    if c.is_money:
        return c
    whole = _of_next(s, found, i)
    whole = _among_next(s, found, i) if whole is None else whole
    if whole is None and c.number.form != "none" and (_is_part(s, c) or _is_of_those(s, found, i)):
        whole = _nearest(s, found, i)
    if whole is None:
        return c
    other = found[whole]
    if _is_aside(c, other):
        return replace(c, whole=whole, unit=other.unit, counts=None, fate=other.fate)  # "Lost 31 tanks, nine of them in a day".
    unit = c.unit or other.unit
    counts = (c.fate.kind if unit == "people" else None) if c.fate.found else (other.counts if unit in ("people", "families") else None)
    if c.number.form == "fraction" and c.phrase.is_pronoun:
        unit = other.unit
    if unit == "percent":
        counts = None
    fate = c.fate if c.fate.found else other.fate
    return replace(c, whole=whole, unit=unit, counts=counts if unit != "percent" else None, fate=fate)


def _is_aside(c: Candidate, other: Candidate) -> bool:
    """Whether a figure "of them" stands right behind things that are counted."""
    is_right_behind = 0 < c.first - other.past <= _ASIDE
    return c.phrase.is_pronoun and other.unit not in (None, "people", "families") and c.victims is None and is_right_behind


def _among_next(s: Syntax, found: list[Candidate], i: int) -> int | None:
    """ "Three advisers were among 13 people killed": the whole stands after the part."""
    c = found[i]
    if (
        i + 1 < len(found)
        and s.at(c.past) in ("was", "were", "are", "is")
        and s.at(c.past + 1) == "among"
        and found[i + 1].first - c.past <= 4
    ):
        return i + 1
    return None


def _of_next(s: Syntax, found: list[Candidate], i: int) -> int | None:
    """ "two of the three soldiers": the whole stands inside the part's own words."""
    c = found[i]
    past = c.phrase.past if c.phrase.is_percent else c.number.past
    if (
        i + 1 < len(found)
        and s.at(past) == "of"
        and found[i + 1].first <= past + 6
        and c.phrase.head is None
        and (c.phrase.is_partitive or (c.phrase.is_percent and not found[i + 1].is_money))
        and past < found[i + 1].first
    ):
        return i + 1
    return None


def _is_part(s: Syntax, c: Candidate) -> bool:
    first, start = c.first, s.firsts[c.first]
    if c.phrase.is_pronoun and c.phrase.head is not None and s.at(c.phrase.head) in ("them", "whom", "those", "which"):
        return True
    if " ".join(s.lower[max(start, first - 5) : first]).endswith(_OPENING_PARTS) or _is_among_them(s, c):
        return True
    listed = not {"including", "among"}.isdisjoint(s.lower[max(start, first - 10) : first])
    return listed and s.at(first - 1) in ("and", ",", "as") and c.fate.side != "after" and _is_in_list(s, c)


_OPENING_PARTS = (
    "including", "includes", "include", "included", "among them", "amongst them", "of whom", "of them", "of which", "of these", "of those",
    "including the", "including some", "including a", "including another", "among them were", "among whom were",
    "of that number", "among the dead", "among the dead were", "among the victims were", "among those killed",
)  # fmt: skip


def _is_among_them(s: Syntax, c: Candidate) -> bool:
    """ "16 people, three women and five children among them"."""
    p = c.past
    while p < c.past + _WITH_PLACE and (s.at(p) in ("and", ",") or s.tag(p) in ("NUM", "NOUN", "ADJ", "DET")):
        p += 1
    return s.reads(p, "among", "them") and s.at(c.first - 1) in (",", "and", "-", "–", "—", "(")


# Words from what is counted to a figure of some of it: ", nine of them".
_ASIDE = 2
_HOW_BADLY = word_set("critically seriously fatally badly gravely severely mortally lightly slightly")


def _is_of_those(s: Syntax, found: list[Candidate], i: int) -> bool:
    """ "Of the 40 people on board, 12 drowned"; "wounded five, two critically"."""
    c = found[i]
    if c.phrase.head is None and s.at(c.past) in _HOW_BADLY and s.at(c.first - 1) in (",", "-", "–", "—", "("):
        return True
    if i == 0 or not _same_sentence(s, c, found[i - 1]):
        return False
    p = found[i - 1].first - 1
    p -= s.at(p) in ("the", "those", "these", "its", "all")
    opens = p == s.firsts[c.first] or s.at(p - 1) in (",", "that", "and", '"', "“", ";", "said")
    return s.at(p) == "of" and p >= s.firsts[c.first] and opens and c.phrase.head is None


def _is_in_list(s: Syntax, c: Candidate) -> bool:
    """Whether only a list stands between "including" and the figure: "including three children and two nurses"."""
    p = c.first - 1
    while p > s.firsts[c.first] and s.at(p) not in ("including", "among"):
        if s.upos[p] in ("VERB", "AUX") or s.at(p) == ";":
            return False
        p -= 1
    return True


def _nearest(s: Syntax, found: list[Candidate], i: int) -> int | None:
    c = found[i]
    for j in range(i - 1, max(-1, i - 1 - _BACK), -1):
        other = found[j]
        near = _same_sentence(s, c, other)
        if not near or other.is_money or other.unit is None or other.unit == "percent":
            continue
        if other.whole is None and other.number.form != "none" and (c.unit in (None, other.unit, "percent") or _is_aside(c, other)):
            return j
    return None


def qualifier_words(s: Syntax, qualifier: Qualifier) -> str:
    return " ".join(s.lower[qualifier.first : qualifier.past])
