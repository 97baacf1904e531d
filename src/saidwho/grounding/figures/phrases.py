"""What does a number count: its noun, and who those are?"""

from dataclasses import dataclass, replace

from saidwho.grounding.figures.fates import ACTING, BEFELL, MODIFIERS, NOUNS
from saidwho.grounding.figures.lexicon import (
    AREAS_AND_WEIGHTS,
    BARE_PEOPLE,
    EQUIPMENT,
    HUMAN_ADJECTIVES,
    NOT_COUNTED,
    PEOPLE,
    PERSONS_BY_FATE,
    STAFF,
    plural,
)  # fmt: skip
from saidwho.grounding.figures.numbers import Number
from saidwho.grounding.figures.syntax import DASHES, Syntax
from saidwho.text.tables import word_set

_DETERMINERS = word_set("the its their his her our my your those these all some both")
_PRONOUNS = word_set("them us you whom which those these it")
_MORE = word_set("more other others additional further extra newly")
PERCENT = word_set("percent % pct")
_LONGEST = 9
QUOTES = frozenset("'\"“”‘’") | {"``", "''"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """The words after a number that say what it counts.

    past: just past its words; number.past where there are none. head: its noun, None where there is none.
    first: the first word of the noun's own phrase. is_partitive: the number is of those ("three of them", "two of the soldiers").
    pronoun: the noun is a pronoun. is_percent: of a hundred.
    """

    first: int
    past: int
    head: int | None
    is_partitive: bool = False
    is_pronoun: bool = False
    is_percent: bool = False


def phrase_after(s: Syntax, number: Number) -> Phrase:
    """Find what is counted just after a number."""
    p = number.past
    if s.at(p) in PERCENT or s.reads(p, "per", "cent"):
        return Phrase(first=p, past=p + 1 + (s.at(p) == "per"), head=None, is_percent=True)
    if s.at(p) in DASHES and s.at(p + 1) in ("strong", "plus", "odd") and s.is_glued(p):
        p += 2
        if s.at(p - 1) == "strong":
            return Phrase(first=p, past=p, head=None)
    if s.at(p) == "strong" and s.tag(p + 1) not in ("NOUN", "ADJ", "PROPN"):
        return Phrase(first=p + 1, past=p + 1, head=None)
    if s.at(p) == "of" and p < s.pasts[number.first]:
        return _of(s, number, p + 1)
    return _noun_phrase(s, number, p) or Phrase(first=p, past=p, head=None)


def _of(s: Syntax, number: Number, p: int) -> Phrase:
    """What follows "dozens of", "three of", "half of"."""
    nothing = Phrase(first=number.past, past=number.past, head=None)
    if s.at(p) == "those" and s.at(p + 1) in BEFELL - NOUNS.keys():
        return Phrase(first=p, past=p + 2, head=p, is_partitive=True, is_pronoun=True)
    if s.at(p) in ("them", "whom", "us", "which") or (s.at(p) in _PRONOUNS and s.tag(p + 1) not in ("NOUN", "NUM", "ADJ")):
        return Phrase(first=p, past=p + 1, head=p, is_partitive=True, is_pronoun=True)
    is_pointing = s.at(p) in _DETERMINERS
    q = p + is_pointing
    if s.tag(q) != "NUM" and "'s" in s.lower[q : q + 4]:
        marked = s.lower.index("'s", q) + 1
        q = marked if s.tag(marked) == "NUM" else q
    if s.tag(q) == "NUM" and q < s.pasts[number.first]:
        return replace(nothing, is_partitive=True)
    for mark in range(q, min(q + 4, len(s) - 1)):
        if s.at(mark) == "'s" and s.tag(mark + 1) in ("NOUN", "ADJ", "PROPN"):
            q = mark + 1
            break
        if s.tag(mark) not in ("NOUN", "ADJ", "PROPN", "DET"):
            break
    found = _noun_phrase(s, number, q)
    if not found or found.head is None:
        return nothing
    partitive = number.form not in ("vague", "weak") and (is_pointing or number.form == "fraction" or s.at(found.head) in PEOPLE)
    return Phrase(first=found.first, past=found.past, head=found.head, is_partitive=partitive and is_pointing)


# Words of time, and those of "took 11 prisoner".
_NO_NOUN = word_set("last this next earlier overnight yesterday today tonight tomorrow prisoner captive hostage")


def _noun_phrase(s: Syntax, number: Number, p: int) -> Phrase | None:
    if s.at(p) in _NO_NOUN or s.pasts[number.first] <= p < len(s):
        return None
    q = p
    while s.at(q) in _MORE and q < p + 2:
        q += 1
    if q > p and s.at(q) in QUOTES:
        return Phrase(first=q, past=q, head=q - 1)
    head = _head_by_syntax(s, number, q) if number.past == p else None
    head = head if head is not None else _head_by_order(s, q)
    if head is None or (s.upos[head] == "PROPN" and s.relations[head] == "amod"):
        return _without_noun(s, p, q)
    while (
        s.at(head + 1) in DASHES and s.is_glued(head + 1) and s.is_glued(head + 2) and head + 2 < s.pasts[head] and s.words[head + 1] == "-"
    ):
        head += 2
    if s.at(head) == "head" and s.at(head + 1) == "of" and s.tag(head + 2) == "NOUN":
        head += 2  # "200 head of cattle"
    past = _past_of(s, head, _past_joined(s, head))
    is_quoted = s.at(q) in QUOTES and s.at(past) in QUOTES and QUOTES.isdisjoint(s.lower[q + 1 : past])
    return Phrase(first=q, past=past + is_quoted, head=head)


def _without_noun(s: Syntax, p: int, q: int) -> Phrase | None:
    """ "12 dead", "dozens more", "six others injured": words from p, past "more" at q."""
    if s.at(q) in NOUNS and _stands_alone(s, q):
        return Phrase(first=q, past=_past_joined(s, q), head=q)
    return Phrase(first=q, past=q, head=q - 1) if q > p else None


def _stands_alone(s: Syntax, p: int) -> bool:
    """Whether a word for what befell them stands in the noun's place: "12 dead", "30 wounded"."""
    following = s.tag(p + 1)
    return following not in ("NOUN",) or s.at(p + 1) in NOT_COUNTED


def _head_by_syntax(s: Syntax, number: Number, p: int) -> int | None:
    last = number.past - 1
    while s.upos[last] not in ("NUM", "NOUN", "DET") and last > number.first:
        last -= 1
    head = s.heads[last]
    if s.relations[last] not in ("nummod", "det", "amod") or not p <= head < min(p + _LONGEST, s.pasts[number.first]):
        return None
    if any(s.upos[q] == "NUM" and s.at(q - 1) in ("and", "or") for q in range(p + 1, head)):
        return None  # "one dead and four wounded"
    if s.upos[head] not in ("NOUN", "PROPN") or (s.at(head) in MODIFIERS and s.upos[head] != "NOUN"):
        return None
    return head if all(_is_inside(s, q) for q in range(p, head)) and not _has_earlier_head(s, p, head) else None


def _has_earlier_head(s: Syntax, p: int, head: int) -> bool:
    """Whether a plural of people already ended the phrase before what syntax takes for its noun."""
    if any(s.is_capital(q) and is_demonym(s.at(q)) and s.at(q).endswith("s") for q in range(p, head)):
        return True
    return any(s.at(q) in PEOPLE and s.at(q).endswith(("people", "children", "men", "women", "s")) and s.upos[q] == "NOUN"
               and s.relations[q] != "compound" and s.at(q) not in HUMAN_ADJECTIVES for q in range(p, head))  # fmt: skip


def _is_inside(s: Syntax, q: int) -> bool:
    """Whether a word may stand between a number and its noun."""
    if s.upos[q] in ("ADJ", "NOUN", "PROPN", "NUM"):
        return s.lower[q] not in ACTING
    if s.upos[q] == "VERB":
        return s.relations[q] in ("amod", "compound") or s.lower[q] in MODIFIERS
    if s.upos[q] == "ADV":
        return s.tag(q + 1) in ("ADJ", "VERB")
    if s.lower[q] in DASHES:
        return s.is_glued(q) and s.is_glued(q + 1)
    return (
        s.lower[q] in ("'s", "and", "or")
        or (s.lower[q] in QUOTES and (s.upos[q - 1] == "NUM" or s.tag(q + 1) == "NOUN"))
        or (s.lower[q] == "," and s.tag(q - 1) == "ADJ" == s.tag(q + 1))
    )


def _head_by_order(s: Syntax, p: int) -> int | None:
    """The noun of a run of adjectives and nouns, where syntax names none."""
    head, q = None, p
    past = min(p + _LONGEST, s.pasts[p]) if p < len(s) else p
    while q < past:
        tag = s.upos[q]
        if s.lower[q] in ACTING:
            break
        if s.lower[q] == "(" and head is not None:
            closing = next((r for r in range(q + 1, min(q + 4, past)) if s.lower[r] == ")"), None)
            if closing is None or s.at(closing + 1) not in PEOPLE:
                break
            q = closing + 1
            continue
        if tag in ("NOUN", "PROPN"):
            if head is not None and (s.at(head) in PEOPLE or s.at(head) in NOUNS) and s.is_capital(q):
                break
            head = q
            if s.at(q) in NOT_COUNTED and s.upos[q - 1] == "NUM":
                break
            if (s.at(q) in PEOPLE and s.tag(q + 1) not in ("NOUN", "PROPN")) or (
                s.is_capital(q) and is_demonym(s.at(q)) and s.at(q + 1) not in PEOPLE
            ):
                break
        elif head is not None and tag == "ADJ" and s.is_capital(q) and s.upos[head] == "PROPN":
            head = None  # "South African" is of whom, and not yet who
        elif head is not None or not (_is_inside(s, q) and s.lower[q] not in ("and", "or")):
            break
        elif s.lower[q] in NOUNS and _stands_alone(s, q) and s.tag(q + 1) != "PROPN":
            return None
        q += 1
    return head


def _past_joined(s: Syntax, head: int) -> int:
    """Just past the noun, with a second noun that shares its number: "women and children", "dead and wounded"."""
    p = head + 1
    if s.at(p) in ("and", "or") and s.at(p + 1) not in s.lower[head : head + 1]:
        one, two = s.at(head), s.at(p + 1)
        if one in NOUNS and two in NOUNS:
            return p + 2
        both = (one in PEOPLE and two in PEOPLE) or (one in EQUIPMENT and two in EQUIPMENT and s.heads[p + 1] == head)
        if (both and s.tag(p + 2) not in ("NOUN", "VERB")) or (both and s.heads[p + 1] == head and s.tag(p + 1) == "NOUN"):
            return p + 2
    return p


def _past_of(s: Syntax, head: int, past: int) -> int:
    """Go on over "of ..." where the noun alone says little: "members of the security forces", "20 tonnes of flour", "prisoners of war"."""
    word = s.at(head)
    if past != head + 1 or s.at(past) != "of":
        return past
    if s.at(past + 1) == "war" and word in ("prisoners", "prisoner"):
        return past + 2
    if (
        word not in ("members", "member", "rounds", "pieces", "pairs", "truckloads", "units")
        and word not in AREAS_AND_WEIGHTS
        and s.at(head - 1) != "square"
    ):
        return past
    q = past + 1 + (s.at(past + 1) in _DETERMINERS)
    q += s.at(q) == "same"
    end = _head_by_order(s, q)
    return past if end is None else end + 1


def unit_of(s: Syntax, phrase: Phrase) -> str | None:
    """The unit: people, or the noun in the plural. None where there is no noun, or it is none that is counted."""
    if phrase.is_percent:
        return "percent"
    if phrase.head is None:
        return None
    if is_people(s, phrase):
        return "people"
    word = "".join(s.lower[_first_piece(s, phrase.head) : phrase.head]) + plural(s.at(phrase.head))
    return f"square {word}" if s.at(phrase.head - 1) in ("square", "sq") else word


def _first_piece(s: Syntax, head: int) -> int:
    """Where the noun begins, with what a hyphen ties to it: "F-16s"."""
    first = head
    while first - 2 > head - 6 and s.at(first - 1) in DASHES and s.is_glued(first) and s.is_glued(first - 1):
        first -= 2
    return first


def is_people(s: Syntax, phrase: Phrase) -> bool:
    if phrase.head is None:
        return False
    word = s.at(phrase.head)
    if word in ("bombers", "bomber", "fighters", "carriers") and any(_is_of_machine(s, q) for q in range(phrase.first, phrase.head)):
        return False
    if s.reads(phrase.past - 2, "security", "forces"):
        return True
    return word in PEOPLE or word in NOUNS or word in _MORE or (s.is_capital(phrase.head) and is_demonym(word))


def _is_of_machine(s: Syntax, q: int) -> bool:
    """Whether a word makes bombers and fighters aircraft: a model, a kind."""
    return any(c.isdigit() for c in s.words[q]) or s.at(q) in ("strategic", "stealth", "heavy", "range", "supersonic", "jet", "nuclear")


_PEOPLES = tuple(
    word_set(
        """
        ans iis raqis aelis kurds turks druze yazidis serbs ese arabs jews muslims tutsis hutus emenis akistanis angladeshis croats
        swedes danes britons saudis kuwaitis omanis rohingya tatars houthis alawites shiites sunnis shias poles finns uighurs uyghurs
        tajiks uzbeks nepalis somalis chechens greeks czechs filipinos
        """
    )
)


def is_demonym(word: str) -> bool:
    """Whether a name of many is that of people of somewhere: "Palestinians", "Iraqis"."""
    return word.endswith((*_PEOPLES, "men", "women")) and word not in PEOPLE


def victims_of(s: Syntax, phrase: Phrase) -> tuple[int, int] | None:
    """The words that say who they are; None where they are people and no more."""
    if phrase.head is None or phrase.is_pronoun:
        return None
    first, past = phrase.first, phrase.past
    if s.at(phrase.head) in NOUNS and (s.at(phrase.head) not in PERSONS_BY_FATE or s.at(phrase.head) == "lives"):
        words = [q for q in range(first, phrase.head) if s.at(q) in HUMAN_ADJECTIVES]
        return (words[0], words[-1] + 1) if words else None
    while first < past and s.at(past - 1) in QUOTES:
        past -= 1
    while first < past and (
        s.at(first) in QUOTES
        or s.at(first) in _MORE
        or s.at(first) in MODIFIERS
        or (s.at(first) in ("confirmed", "reported", "badly", "seriously", "internally"))
    ):
        first += 1
    if first >= past or (past - first == 1 and s.at(first) in BARE_PEOPLE):
        return None
    return first, past


def has_staff(s: Syntax, phrase: Phrase) -> bool:
    return phrase.head is not None and s.at(phrase.head) in STAFF
