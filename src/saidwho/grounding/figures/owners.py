"""Whose are those whom a figure counts, or that which it counts?"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from saidwho.grounding.figures.befallen import Befallen
from saidwho.grounding.figures.candidates import Candidate
from saidwho.grounding.figures.fates import NOUNS
from saidwho.grounding.figures.phrases import has_staff, is_demonym
from saidwho.grounding.figures.syntax import DASHES, Syntax
from saidwho.text.sending import SENT
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.grounding import Actor
from saidwho.types.reading import Mention, Reading

# Verbs whose subject has the losses that their object counts.
_SUFFER = word_set(
    """
    lose loses lost losing suffer suffers suffered suffering sustain sustains sustained sustaining incur incurs incurred incurring
    take took taking taken report reported
    """
)
_LAUNCH = word_set("launch launches launched launching fire fires fired firing deployed deploys fly flies flew flying flown")
# What is fired at is not the firer's: "have fired on 27 vessels".
_AIMED = word_set("on at upon against into")
_FORCES = word_set("army government rebel enemy coalition troop navy police regime militia insurgent separatist separatists opposition")
_INFLICT = word_set("inflict inflicts inflicted inflicting cost costs costing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of a text, for asking whether a word is in one of a body or a place. spans: in the order of the text."""

    starts: tuple[int, ...]
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, mentions: tuple[Mention, ...]) -> "Names":
        spans = tuple(sorted({m.span for m in mentions}))
        return cls(starts=tuple(span.start for span in spans), spans=spans)

    def covers(self, start: int, end: int) -> bool:
        i = bisect_right(self.starts, start) - 1
        return any(span.start <= start and end <= span.end for span in self.spans[max(0, i - 2) : i + 1])


def names_of(reading: Reading) -> Names:
    kinds = ("organisation", "location", "Organisation", "Nationality")
    return Names.of(tuple(m for m in (*reading.names, *reading.mentions) if m.kind in kinds))


def of_words(s: Syntax, c: Candidate, names: Names) -> tuple[int, int] | None:
    """The words that say whose they are, from the narrowest: inside the figure, beside it, the subject of its clause."""
    if c.unit in ("money", "percent"):
        return None
    inside = _inside(s, c, names)
    return inside or _possessor(s, c) or _after(s, c) or _sent(s, c) or _losing(s, c) or _of_losses(s, c, names)


def _inside(s: Syntax, c: Candidate, names: Names) -> tuple[int, int] | None:
    """ "300 Russian soldiers", "12 Hamas fighters", "40 Palestinians"."""
    head = c.phrase.head
    if head is None or c.phrase.is_pronoun:
        return None
    if s.is_capital(head) and is_demonym(s.at(head)):
        return head, head + 1
    found = [q for q in range(c.phrase.first, head) if s.is_capital(q) and _may_own(s, q, names)]
    if found:
        first, past = found[0], found[0] + 1
        while past < head and (s.is_capital(past) or s.at(past) == "-") and s.at(head - 1) != "":
            past += 1
        return first, past
    if s.at(head) in NOUNS and s.at(head - 1) in _FORCES and head > c.phrase.first:
        return head - 1, head
    return _members(s, c)


_ADJECTIVAL = (
    "ian", "ean", "ish", "ese", "ican", "raqi", "aeli", "emeni", "udi", "stani", "deshi", "ench", "utch", "erman", "reek", "wiss", "aiti",
    "omani", "uwaiti", "atari", "irati", "mali", "fghan", "ezbollah", "amas", "aliban", "uthi", "erb", "roat", "hechen", "rab",
    "azidi", "estern", "nited", "ppine", "filipino",
)  # fmt: skip


def _may_own(s: Syntax, q: int, names: Names) -> bool:
    """Whether a capitalised word before the noun is of a body or a people, and no model of a weapon."""
    word = s.lower[q]
    if word.endswith(_ADJECTIVAL) or word in ("un", "us", "u.s.", "u.n.", "uk", "eu", "nato", "israeli", "iraqi", "idf"):
        return True
    return names.covers(s.starts[q], s.ends[q])


def _members(s: Syntax, c: Candidate) -> tuple[int, int] | None:
    """ "members of the security forces"."""
    head = c.phrase.head
    if head is None or s.at(head) not in ("members", "member") or s.at(head + 1) != "of" or c.phrase.past <= head + 1:
        return None
    return None if s.at(c.phrase.past - 1) in ("family", "public") else (head + 2, c.phrase.past)


def _possessor(s: Syntax, c: Candidate) -> tuple[int, int] | None:
    """ "its 40 dead", "Russia's 300 tanks", "three of its soldiers"."""
    i = c.first - 1
    if s.at(i) in ("its", "their", "his", "her", "our", "my", "your") and s.upos[i] == "PRON":
        return i, i + 1
    if s.at(i) in ("'s", "'") and i - 1 >= s.firsts[c.first]:
        return _phrase_back(s, i - 1)
    inner = c.phrase.first - 1
    if c.phrase.is_partitive or s.at(inner) in ("its", "their", "our"):
        if s.at(inner) in ("its", "their", "our", "his", "her", "my", "your"):
            return inner, inner + 1
        if s.at(inner) == "'s":
            return _phrase_back(s, inner - 1)
        marks = [q for q in range(c.phrase.first, c.phrase.past) if s.at(q) == "'s"]
        if marks:
            return _phrase_back(s, marks[0] - 1)
    return None


def _phrase_back(s: Syntax, last: int) -> tuple[int, int]:
    """The name that ends at a word: capitals, adjectives and nouns before it."""
    first = last
    while (
        first - 1 >= s.firsts[last]
        and s.at(first - 1) not in ("half", "all", "both")
        and last - first < 6
        and s.upos[first - 1] in ("PROPN", "ADJ", "NOUN", "DET")
        and s.heads[first - 1] == last
    ):
        first -= 1
    return first, last + 1


def _after(s: Syntax, c: Candidate) -> tuple[int, int] | None:
    """ "300 soldiers of the 72nd Brigade", "casualties among Russian troops", "400 casualties on the Russian side"."""
    p = c.past
    head = c.phrase.head
    if head is None:
        return None
    is_loss = c.counts is not None and c.fate.side == "inside"
    if (s.at(p) in ("of", "from") and has_staff(s, c.phrase)) or (s.at(p) in ("among", "on", "in") and is_loss):
        found = _phrase_on(s, p + 1)
        if found and (
            any(s.is_capital(q) for q in range(*found))
            or s.at(p) == "among"
            or s.at(found[1] - 1) in ("force", "army", "battalion", "brigade", "unit")
        ):
            return (
                None
                if s.at(p) == "in" or (s.at(p) == "on" and "side" not in s.lower[found[0] : found[1]] and not _inflicted(s, c))
                else found
            )
    return None


def _sent(s: Syntax, c: Candidate) -> tuple[int, int] | None:
    """ "72 drones that Russia launched", "25 drones sent by India"."""
    head = c.phrase.head
    if head is None or c.unit == "people":
        return None
    verb = next((v for v in s.dependents(head) if v > head and s.relations[v] in ("acl", "acl:relcl") and s.at(v) in SENT), None)
    if verb is None:
        return None
    told = [i for i in s.dependents(verb) if s.relations[i] == "nsubj" and s.at(i) not in ("that", "which")]
    by = [i for i in s.dependents(verb) if s.relations[i] in ("obl", "obl:agent", "nmod") and any(s.at(p) == "by" for p in s.dependents(i))]
    return _noun_words(s, (told or by)[0]) if told or by else None


def _inflicted(s: Syntax, c: Candidate) -> bool:
    first, _ = s.window(c.first, before=4)
    return not _INFLICT.isdisjoint(s.lower[first : c.first])


def _phrase_on(s: Syntax, p: int) -> tuple[int, int] | None:
    """The noun phrase that begins at p."""
    q = p + (s.at(p) in ("its", "their", "his", "our"))
    while (
        q < s.pasts[p - 1]
        and q < p + 8
        and (s.upos[q] in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or s.at(q) in ("-", "'s") or s.words[q][0].isdigit())
    ):
        q += 1
    while q > p and s.upos[q - 1] not in ("NOUN", "PROPN"):
        q -= 1
    return (p, q) if q > p else None


def _losing(s: Syntax, c: Candidate) -> tuple[int, int] | None:
    """The subject of "lost 300 soldiers", "after suffering 400 casualties a day"; whom "inflicted" names."""
    verb = _verb_of(s, c)
    if verb is None:
        return None
    if s.at(verb) in _INFLICT:
        return _victim_of(s, c, verb)
    if s.at(verb) in _LAUNCH and (c.unit in ("people", "money", "percent") or s.at(c.first - 1) in _AIMED):
        return None
    if s.at(verb) not in _LAUNCH and (
        s.at(verb) not in _SUFFER or (s.at(verb) in ("report", "reported", "take", "took", "taking", "taken") and not _is_loss(c.fate))
    ):
        return None
    subject = _subject(s, verb)
    subject = _just_before(s, verb) if subject is None else subject
    return None if subject is None else _noun_words(s, subject)


def _is_loss(fate: Befallen) -> bool:
    return fate.kind in ("casualties",)


def _verb_of(s: Syntax, c: Candidate) -> int | None:
    """The verb of losing whose object the figure is: just before it, or by syntax."""
    first, _ = s.window(c.first, before=4)
    for p in range(c.first - 1, first - 1, -1):
        if s.at(p) in _SUFFER or s.at(p) in _INFLICT or s.at(p) in _LAUNCH:
            return p
        if s.upos[p] in ("PUNCT", "CCONJ"):
            break
    top, steps = c.phrase.head if c.phrase.head is not None else c.number.past - 1, 0
    while steps < 4 and s.relations[top] in ("conj", "nmod", "nummod", "appos", "obl") and abs(s.heads[top] - top) < 30:
        top, steps = s.heads[top], steps + 1
        if s.upos[top] == "VERB":
            break
    verb = top if s.upos[top] == "VERB" else s.heads[top]
    return verb if (s.at(verb) in _SUFFER or s.at(verb) in _LAUNCH) and (s.upos[top] == "VERB" or s.relations[top] == "obj") else None


def _just_before(s: Syntax, verb: int) -> int | None:
    """The noun before a verb, across its auxiliaries, where syntax gives it no subject."""
    p = verb - 1
    while p > max(s.firsts[verb], verb - 5) and s.upos[p] in ("AUX", "ADV"):
        p -= 1
    return p if p >= s.firsts[verb] and s.upos[p] in ("NOUN", "PROPN") else None


def _subject(s: Syntax, verb: int) -> int | None:
    """The subject of a verb, or that of the clause it hangs on."""
    for _ in range(5):
        for child in s.dependents(verb):
            if s.relations[child] in ("nsubj", "nsubj:pass") and s.at(child) not in ("that", "which", "who"):
                return child
        if s.relations[verb] in ("acl:relcl", "acl"):
            return s.heads[verb]
        if (
            s.relations[verb] not in ("advcl", "xcomp", "conj", "ccomp", "parataxis")
            or s.heads[verb] == verb
            or s.relations[verb] == "ccomp"
        ):
            return None
        verb = s.heads[verb]
    return None


def _victim_of(s: Syntax, c: Candidate, verb: int) -> tuple[int, int] | None:
    """ "inflicted 400 casualties on the Russian army", "cost Russia 300 soldiers"."""
    if s.at(verb) in ("cost", "costs", "costing"):
        found = _phrase_on(s, verb + 1)
        return (found[0], min(found[1], c.first)) if found and found[0] < c.first else None
    for p in range(c.past, min(c.past + 3, s.pasts[c.first])):
        if s.at(p) in ("on", "upon"):
            return _phrase_on(s, p + 1)
    return None


def _noun_words(s: Syntax, head: int) -> tuple[int, int]:
    """A noun with its adjectives, names and possessor before it."""
    first = head
    while first - 1 >= s.firsts[head] and head - first < 7 and _is_of_noun(s, first - 1, head):
        first -= 1
    past = head + 1
    while past < s.pasts[head] and s.heads[past] == head and s.relations[past] in ("flat", "compound") and s.upos[past] == "PROPN":
        past += 1
    return first, past


def _is_of_noun(s: Syntax, p: int, head: int) -> bool:
    """Whether a word before a noun belongs to its phrase."""
    return (p < s.heads[p] <= head and (s.upos[p] in ("DET", "ADJ", "PROPN", "NOUN", "NUM") or s.at(p) in ("-", "'s"))) or s.at(p) == "'s"


def _of_losses(s: Syntax, c: Candidate, names: Names) -> tuple[int, int] | None:
    """ "Russian losses reached 400", "Ukraine's death toll rose to 40", "the number of Russian dead"."""
    i = c.fate.where
    if c.fate.side == "inside":
        i = next((q for q in range(c.first - 1, max(s.firsts[c.first], c.first - 11) - 1, -1) if s.at(q) in ("losses", "casualties")), -1)
    if (
        c.fate.side == "after"
        or i < 0
        or i >= c.first
        or s.at(i) not in ("losses", "casualties", "toll", "deaths", "dead", "wounded", "fatalities")
    ):
        return None
    if s.at(i + 1) in ("on", "among"):
        side = _phrase_on(s, i + 2)
        return side if side and side[1] < c.first else None
    p = i - 1
    while p > s.firsts[i] and (
        s.at(p) in ("death", "combat", "battlefield", "daily", "total", "military", "and", "overall", "own", "troop", "dead")
    ):
        p -= 1
    if s.at(p) == "'s":
        return _phrase_back(s, p - 1)
    if s.at(p) in ("its", "their"):
        return p, p + 1
    if s.is_capital(p) and _may_own(s, p, names):
        return p, p + 1
    return (p, p + 1) if s.at(p) in _FORCES else None


def actor_at(s: Syntax, words: tuple[int, int] | None, owners: "Owners", *, counted: int | None = None) -> str | None:
    """The id of the actor whose mention covers the head of the words: their last noun.

    counted: the noun of what is counted; who is called by it is not his own owner, but may have one.
    """
    if words is None:
        return None
    head = words[1] - 1
    noun = None if counted is None or words[0] <= counted < words[1] else (s.starts[counted], s.ends[counted])
    ends = ((s.starts[head], s.ends[head]), (s.starts[words[0]], s.ends[words[0]]))
    return next((who for start, end in ends if (who := owners.at(start, end, counted=noun))), None)


def state_at(s: Syntax, words: tuple[int, int] | None, states: Mapping[Span, str]) -> str | None:
    """The state that the words are the adjective of ("three US troops"); not of what was only made there ("Polish-made")."""
    if words is None or (s.at(words[1]) in DASHES and s.is_glued(words[1])):
        return None
    return states.get(s.span(*words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Owners:
    """Actors by where their mentions begin."""

    starts: tuple[int, ...]
    mentions: tuple[tuple[Span, str], ...]
    above: Mapping[str, str | None]

    @classmethod
    def of(cls, actors: tuple[Actor, ...]) -> "Owners":
        mentions = tuple(sorted((span, actor.id) for actor in actors for span in actor.mentions))
        above = {actor.id: actor.of for actor in actors}
        return cls(starts=tuple(span.start for span, _ in mentions), mentions=mentions, above=above)

    def at(self, start: int, end: int, *, counted: tuple[int, int] | None = None) -> str | None:
        """The actor of the narrowest mention that covers these characters, among those that begin nearest before.

        counted: characters of a noun; of a mention that covers it too, whoever its actor belongs to.
        """
        i = bisect_right(self.starts, start)
        near = sorted((span.end - span.start, span, who) for span, who in self.mentions[max(0, i - 3) : i] if span.end >= end)
        for _, span, who in near:
            is_same = counted is not None and span.start <= counted[0] and counted[1] <= span.end
            owner = self.above[who] if is_same else who
            if owner is not None:
                return owner
        return None
