"""What befell those whom a figure counts?"""

from collections.abc import Callable
from dataclasses import dataclass

from saidwho.grounding.figures.fates import LAST_WORDS, MODIFIERS, NOUNS, Fate, fates_at, fates_before, joined
from saidwho.grounding.figures.syntax import Syntax
from saidwho.text.calendar_words import WEEKDAYS
from saidwho.text.tables import word_set
from saidwho.types.grounding import Counted

_BE = word_set("be been being was were is are am 's 're get got gets getting were left lay lie")
_HAVE = word_set("have has had 've having")
# Words between those counted and what befell them.
_CHAIN = word_set(
    """
    as registered
    who that which all both also now not already still since later reported reportedly confirmed feared believed presumed thought
    known said to be so far allegedly initially only just then either currently officially apparently instantly immediately were be
    remain remained remains or may might could would will must should listed declared pronounced found considered counted registered
    have seriously critically badly severely slightly lightly fatally gravely subsequently eventually there today yesterday recently
    alone others estimated assumed deliberately simply simultaneously mostly and being
    """
)
_MODAL_VERBS = ("AUX", "ADV", "PART")


@dataclass(frozen=True, slots=True, kw_only=True)
class Befallen:
    """What befell them, and from which side of the figure that is known.

    found: False where no words say it. kind: None where they say something that is none of the kinds.
    side: inside the figure, after it, before it. where: the word that says it.
    """

    found: bool
    kind: Counted | None = None
    side: str = ""
    where: int = -1


NOTHING = Befallen(found=False)


def befallen(s: Syntax, *, first: int, past: int, noun: tuple[int, int], head: int | None, gives_way: bool) -> Befallen:
    """Read what befell those that words first to past count.

    noun: the words of what is counted, empty where there are none. head: its noun, or the number's last word.
    gives_way: what the noun says holds only where no verb says more ("detainees have died", "three of the wounded died").
    """
    if _is_alive_after_all(s, past, noun=noun):
        return NOTHING
    inside = _inside(s, noun=noun, head=head)
    taken = _by_noun(s, first)
    if taken.found and inside.kind != "killed":
        return taken
    if inside.found and inside.where != head:
        worse = _first_found(lambda: _after(s, past), lambda: _before(s, first))
        inside = worse if worse.kind in ("killed", "executed") else inside
    if (inside.found and not gives_way) or _is_of_any(s, first):
        return inside
    around = _first_found(lambda: _between(s, first, past), lambda: _after(s, past), lambda: _before(s, first))
    if around.found or inside.found:
        return around if around.found else inside
    word = head if head is not None else past - 1
    return _first_found(lambda: _by_syntax(s, word), lambda: _by_toll(s, first), lambda: _by_price(s, first, past))


_BELIEVED = word_set("thought believed feared presumed assumed")
_FREED = word_set("freed released rescued returned")


def _is_alive_after_all(s: Syntax, past: int, *, noun: tuple[int, int]) -> bool:
    """Whether what was believed of them was wrong: "one of the freed men was thought dead", "two had been feared dead"."""
    p = past
    while s.at(p) in _BE or s.at(p) in _HAVE or s.tag(p) == "ADV":
        p += 1
    is_over = "had" in s.lower[past:p] or any(s.at(q) in _FREED for q in range(*noun))
    return is_over and p > past and s.at(p) in _BELIEVED


def _first_found(*rules: Callable[[], Befallen]) -> Befallen:
    return next((found for rule in rules if (found := rule()).found), NOTHING)


def _is_of_any(s: Syntax, first: int) -> bool:
    """Whether what follows befell only some of them: "any of the 28 crew"."""
    p = first - (s.at(first - 1) in ("the", "its", "their", "those"))
    return s.at(p - 1) == "of" and s.at(p - 2) in ("any", "some", "many", "few", "several", "each", "either", "which")


_TAKE = word_set("took take takes taking taken captured")
_HOLD = word_set("hold holds held holding keep keeps kept keeping take took taking")
_DRIVE = word_set("driven drove drives driving forced forcing force forces sent chased pushed")
_HELD_AS: dict[str, Counted | None] = {
    "captive": "captured",
    "prisoner": "captured",
    "prisoners": "captured",
    "hostage": None,
    "hostages": None,
}
_DRIVEN = (
    ("from", "their", "homes"),
    ("out", "of", "their", "homes"),
    ("to", "flee"),
    ("into", "exile"),
    ("from", "home"),
    ("out", "of", "the", "city"),
)


def _between(s: Syntax, first: int, past: int) -> Befallen:
    """Words on both sides: "took 22 prisoners", "hold 38 soldiers captive", "driven 250,000 from their homes"."""
    before = s.at(first - 1) if first > s.firsts[first] else ""
    if before in _TAKE and s.at(past - 1) in ("prisoners", "prisoner", "captives"):
        return Befallen(found=True, kind="captured", side="before", where=first - 1)
    if before in _HOLD and s.at(past + (s.at(past) == "as")) in _HELD_AS:
        return Befallen(found=True, kind=_HELD_AS[s.at(past + (s.at(past) == "as"))], side="before", where=first - 1)
    if before in _DRIVE and any(s.reads(past, *words) for words in _DRIVEN):
        return Befallen(found=True, kind="displaced", side="after", where=past)
    return NOTHING


def _inside(s: Syntax, *, noun: tuple[int, int], head: int | None) -> Befallen:
    """Words of the figure itself: "12 dead", "2,500 dead and wounded", "40 displaced families"."""
    kinds = [NOUNS[s.at(q)] for q in range(*noun) if s.at(q) in NOUNS and (q == head or s.at(q - 1) in ("and", "or"))]
    if head is not None and s.at(head) in NOUNS and kinds:
        kind: Counted | None = kinds[0]
        for other in kinds[1:]:
            kind = joined(kind, other)
        return Befallen(found=True, kind=kind, side="inside", where=head)
    for q in range(*noun):
        if s.at(q) in MODIFIERS and q != head:
            return Befallen(found=True, kind=MODIFIERS[s.at(q)], side="inside", where=q)
    return NOTHING


def _after(s: Syntax, past: int) -> Befallen:
    """Words after the figure: "17 people were killed", "12 have died", "30 wounded"."""
    p, was_be, was_have = _past_aside(s, past), False, False
    end = min(p + 9, s.pasts[past - 1])
    while p < end:
        fate = _of_subject(s, p, was_be=was_be, was_have=was_have)
        if fate:
            return NOTHING if s.at(p) == "held" and _is_of_what_befell(s, past - 1, p) else _joined_on(s, fate, side="after")
        word = s.lower[p]
        was_be = was_be or word in _BE or word == "as"
        was_have = was_have or word in _HAVE
        if (
            (word == "," and p == past and s.at(p + 1) in ("who", "which", "all", "most", "many"))
            or word in _CHAIN
            or word in _BE
            or word in _HAVE
            or (s.upos[p] in _MODAL_VERBS and s.lower[p] not in ("not", "n't"))
        ):
            p += 1
        else:
            return NOTHING
    return NOTHING


def _is_of_what_befell(s: Syntax, counted: int, verb: int) -> bool:
    """Whether those counted only belong to what the verb tells of: "the funerals of 12 dockers were held"."""
    case = next((i for i in range(counted - 1, 0, -1) if s.heads[i] == counted and s.at(i) == "of"), None)
    # "Of the dockers" hangs on what stands before it, also where syntax ties the dockers to the verb.
    of = case - 1 if case is not None and s.heads[counted] == verb else s.heads[counted]
    return of < counted and not _is_whole(s, of) and s.relations[of] in ("nsubj", "nsubj:pass") and s.heads[of] == verb


def _past_aside(s: Syntax, p: int) -> int:
    """Past an aside that says who some of them are: "30 people, 12 of them children, were killed"."""
    if s.at(p) != ",":
        return p
    end = min(p + _LONGEST_ASIDE, s.pasts[p])
    q = next((q for q in range(p + 1, end) if s.at(q) == "," or s.upos[q] in ("VERB", "AUX")), end)
    is_aside = any(s.reads(r, "of", "them") or s.reads(r, "of", "whom") or s.reads(r, "among", "them") for r in range(p + 1, q))
    return q + 1 if q < end and s.at(q) == "," and (is_aside or s.at(p + 1) in _OPENING_ASIDES) else p


_LONGEST_ASIDE = 14
_OPENING_ASIDES = word_set("mostly mainly including largely")


def _of_subject(s: Syntax, p: int, *, was_be: bool, was_have: bool) -> Fate | None:
    """The fate at p that is one of the subject before it."""
    for fate in fates_at(s, p):
        if fate.voice in ("state", "happens"):
            if fate.past - fate.first > 1 and fate.voice == "state" and not was_be and _takes_object(s, fate.past):
                continue  # "two gunmen shot dead six policemen"
            if fate.voice == "happens" and fate.kind == "displaced" and was_be and s.at(p) != "evacuated":
                continue
            return fate
        if fate.voice == "done" and (was_be or (not was_have and not _takes_object(s, fate.past))):
            return fate
    return None


def _takes_object(s: Syntax, p: int) -> bool:
    """Whether the words at p are what a verb acts on: then the figure before it is the doer."""
    if p >= len(s) or s.at(p) in (",", ".", ";", ":", ")", "and", "or", "but"):
        return False
    if s.at(p) in _QUALIFYING and s.at(p + 1)[:1].isdecimal():
        return True
    if (
        s.reads(p, "at", "least")
        or s.reads(p, "more", "than")
        or s.reads(p, "as", "many")
        or s.reads(p, "up", "to")
        or s.reads(p, "an", "estimated")
    ):
        return True
    if s.upos[p] in ("PROPN", "NOUN") and s.lower[p] in _DAYS:
        return False
    return s.upos[p] in ("DET", "NUM", "NOUN", "PROPN", "ADJ", "PRON") and s.relations[p] not in ("obl", "nmod:tmod", "advmod")


_QUALIFYING = word_set("some about around nearly almost over")
_DAYS = frozenset(WEEKDAYS) | word_set("yesterday today overnight tonight last this earlier late early")


def _joined_on(s: Syntax, fate: Fate, *, side: str) -> Befallen:
    """With the second of "killed or wounded"."""
    kind, p = fate.kind, fate.past
    if s.at(p) in ("and", "or", "/") or (s.reads(p, "or", "seriously")):
        q = p + 1 + (s.tag(p + 1) == "ADV")
        others = [other for other in fates_at(s, q) if other.voice in ("done", "state")]
        if others and not _takes_object(s, others[0].past) and others[0].kind:
            kind = joined(kind, others[0].kind)
    return Befallen(found=True, kind=kind, side=side, where=fate.past - 1)


def _before(s: Syntax, first: int) -> Befallen:
    """Words before the figure: "killed 17", "wounding 12", "claimed the lives of 40"."""
    p = first
    while p > s.firsts[first] and s.at(p - 1) in (
        "another",
        "further",
        "additional",
        "a",
        "an",
        "the",
        "all",
        "its",
        "these",
        "those",
        "over",
        "some",
        "extra",
    ):
        p -= 1
    if p == s.firsts[first]:
        return NOTHING
    if s.tag(p - 1) == "VERB" and s.at(p - 2) == "and" and s.at(p - 1) not in LAST_WORDS:
        p -= 2  # "executed and buried nine men"
    if s.at(p - 1) == "with" and s.at(p - 2) in ("along", "together"):
        return next((_joined_back(s, fate) for fate in fates_before(s, p - 2) if fate.voice == "done"), NOTHING)
    for fate in fates_before(s, p):
        if fate.voice == "does" or (fate.voice == "done" and not _is_passive(s, fate.first)):
            return _joined_back(s, fate)
    return NOTHING


def _by_noun(s: Syntax, first: int) -> Befallen:
    """A noun of what befell them just before the figure: "the release of 14 detainees", "the deaths of 23 protesters"."""
    p = first - (s.at(first - 1) in ("another", "all", "the", "some"))
    if s.at(p - 1) != "of" or p <= s.firsts[first]:
        return NOTHING
    return next((_joined_back(s, fate) for fate in fates_before(s, p) if fate.voice == "does"), NOTHING)


def _is_passive(s: Syntax, i: int) -> bool:
    """Whether the participle at i has a form of "be" before it, across adverbs."""
    p = i - 1
    while p > i - 4 and p >= s.firsts[i] and (s.upos[p] == "ADV" or s.at(p) in ("reportedly", "also")):
        p -= 1
    return s.at(p) in _BE and p >= s.firsts[i]


def _joined_back(s: Syntax, fate: Fate) -> Befallen:
    kind = fate.kind
    if s.at(fate.first - 1) in ("and", "or"):
        others = [other for other in fates_before(s, fate.first - 1) if other.voice in ("done", "does")]
        if others and others[0].kind:
            kind = joined(kind, others[0].kind)
    return Befallen(found=True, kind=kind, side="before", where=fate.first)


def _by_syntax(s: Syntax, head: int) -> Befallen:
    """What syntax says befell it: subject of a passive, object of an active, noun with a participle or relative clause."""
    for child in s.dependents(head):
        if child > head and s.relations[child] in ("acl", "acl:relcl") and "NUM" not in s.upos[head + 1 : child]:
            for fate in fates_at(s, child):
                if fate.voice != "does":
                    return _joined_on(s, fate, side="after")
    top, steps = head, 0
    while s.relations[top] in ("conj", "nmod", "appos") and steps < 4 and s.upos[s.heads[top]] in ("NOUN", "PROPN", "NUM", "PRON"):
        if s.relations[top] != "conj" and not _is_whole(s, s.heads[top]):
            break
        top, steps = s.heads[top], steps + 1
    relation, verb = s.relations[top], s.heads[top]
    if verb == top or abs(verb - top) > 30 or (s.at(verb) == "held" and _is_of_what_befell(s, top, verb)):
        return NOTHING
    return _of_verb(s, relation, verb, top)


def _is_whole(s: Syntax, i: int) -> bool:
    """Whether a noun is only the amount of what hangs on it ("dozens of people")."""
    return s.upos[i] == "NUM" or s.at(i) in ("dozens", "scores", "hundreds", "thousands", "millions", "tens", "number", "group")


_HELD_TRUE = word_set("believed feared reported thought said presumed confirmed known understood assumed forced")


def _of_verb(s: Syntax, relation: str, verb: int, top: int) -> Befallen:
    fates = [fate for start in (verb, verb - 1, verb - 2) if start >= 0 for fate in fates_at(s, start) if fate.first <= verb < fate.past]
    for fate in fates:
        if relation == "nsubj:pass" and fate.voice in ("done", "state"):
            return _joined_on(s, fate, side="after")
        if relation == "nsubj" and (fate.voice in ("happens", "state") or (fate.voice == "done" and _is_passive(s, fate.first))):
            return _joined_on(s, fate, side="after")
        is_listed = relation == "conj" and top > verb and s.at(top - 1) in ("and", ",", "or")
        if (relation == "obj" or is_listed) and fate.voice in ("does", "done") and not _is_passive(s, fate.first):
            return _joined_back(s, fate)
    if relation in ("nsubj", "nsubj:pass") and s.at(verb) in _HELD_TRUE:
        return _of_complement(s, verb, ("xcomp", "ccomp"))
    if relation == "obj" and s.at(verb) in _LEAVE:
        return _of_complement(s, verb, ("xcomp", "acl", "advcl", "ccomp"))
    return NOTHING


_LEAVE = word_set("left leave leaving leaves saw made found took taken taking")


def _of_complement(s: Syntax, verb: int, relations: tuple[str, ...]) -> Befallen:
    """What a verb's complement says: "left 12 people dead", "all five are believed to have died"."""
    for child in s.dependents(verb):
        for fate in fates_at(s, child) if s.relations[child] in relations else ():
            if fate.voice in ("happens", "state") or (fate.voice == "done" and (s.at(verb) in _LEAVE or _is_passive(s, fate.first))):
                return _joined_on(s, fate, side="after")
    return NOTHING


_TOLL_WORDS: dict[str, Counted] = {
    "toll": "killed", "deaths": "killed", "fatalities": "killed", "dead": "killed", "killed": "killed", "martyrs": "killed",
    "casualties": "casualties", "losses": "casualties", "wounded": "wounded", "injured": "wounded", "injuries": "wounded",
    "missing": "missing", "displaced": "displaced", "refugees": "displaced", "captured": "captured", "detained": "detained",
    "arrests": "detained", "detainees": "detained", "arrested": "detained", "executions": "executed", "executed": "executed",
}  # fmt: skip
_TOLL_LINKS = word_set(
    """
    rose risen rises rising climbed climbing climbs reached reaching reaches stood stands standing stand hit passed topped exceeded
    surpassed grew grown jumped fell fallen totalled totaled totalling numbered numbering put puts putting estimated was were is at
    to of : from by now has had have been since as in above over near past may could might said went gone up down revised raised
    lowered the a total least it between not more than about around included include nearly almost some only below under and reach
    exceed exceeds averaged average averaging averages surpass top rise pass be number go amount amounted counted soared doubled
    tripled topping surpassing
    """
)


def _by_toll(s: Syntax, first: int) -> Befallen:
    """ "The death toll rose to 40", "the number of wounded stood at 12", "casualties at 400"."""
    p, verbs = first - 1, 0
    start = max(s.firsts[first], first - 16)
    while p >= start:
        word = s.lower[p]
        if word in _TOLL_WORDS:
            is_toll = word != "toll" or True
            return Befallen(found=is_toll and (verbs > 0), kind=_toll_kind(s, p), side="before", where=p)
        if word in _TOLL_LINKS:
            verbs += 1
        elif not _is_aside(s, p):
            comma = _comma_of_clause(s, p, start)
            if comma is None:
                return NOTHING
            p = comma
        p -= 1
    return NOTHING


def _comma_of_clause(s: Syntax, p: int, start: int) -> int | None:
    """The comma before "which", where p ends its clause or is the word: "the toll, which stood at 27 on Monday, has risen to 31"."""
    which = next((q for q in range(p, start, -1) if s.at(q) == "which" or (s.at(q) == "," and q != p)), start)
    return which - 1 if s.at(which) == "which" and s.at(which - 1) == "," and s.at(p) in (",", "which") else None


def _is_aside(s: Syntax, p: int) -> bool:
    """Whether a word may stand between "toll" and its figure: places, times, the cause."""
    return s.lower[p] in ("-", "'s") or (
        s.upos[p] in ("PROPN", "ADJ", "DET", "NOUN", "ADP", "ADV", "NUM", "PART", "AUX") and s.lower[p] not in (",", "including")
    )


def _toll_kind(s: Syntax, p: int) -> Counted:
    kind = _TOLL_WORDS[s.lower[p]]
    if s.lower[p] == "toll" and s.at(p - 1) in ("injury", "casualty", "wounded"):
        return "casualties" if s.at(p - 1) == "casualty" else "wounded"
    if s.at(p - 1) in ("and", "or") and s.at(p - 2) in _TOLL_WORDS:
        both = joined(_TOLL_WORDS[s.at(p - 2)], kind)
        return both or kind
    return kind


_COST = word_set("cost costs costing")


def _by_price(s: Syntax, first: int, past: int) -> Befallen:
    """ "cost Russia 20,000 soldiers", "brings to 140 the number of people detained"."""
    p = first - 1
    while p > max(s.firsts[first], first - 6) and s.upos[p] in ("PROPN", "DET", "NOUN", "ADJ", "PRON"):
        p -= 1
    if s.at(p) in _COST and p < first - 1:
        return Befallen(found=True, kind="killed", side="before", where=p)
    if s.reads(past, "the", "number", "of"):
        for q in range(past + 3, min(past + 6, s.pasts[past])):
            if s.at(q) in _TOLL_WORDS:
                return Befallen(found=True, kind=_TOLL_WORDS[s.at(q)], side="after", where=q)
    return NOTHING
