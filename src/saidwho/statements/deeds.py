"""Which words of a verdict tell the deed that it is given on: "condemned | the shelling of a school"?

What only refers to a deed tells nothing of it ("called the raid a crime"); what says to whom it was done, by whom or where, tells it.
"""

from collections.abc import Iterator
from dataclasses import replace

from saidwho.statements.clauses import Clause, ClauseFinder
from saidwho.text.calendar_words import CALENDAR
from saidwho.text.tables import word_set

# Nouns of deeds that are done to those behind "of": "the bombing of a church".
DONE_TO = word_set(
    "abduction abductions ambush annexation arrest arrests assassination assassinations beating beatings beheading beheadings bombardment"
    " bombardments bombing bombings burning capture demolition deportation deportations destruction detention detentions displacement"
    " downing drowning execution executions expulsion expulsions hijacking invasion invasions jailing kidnapping kidnappings killing"
    " killings liberation looting lynching massacre massacres mining murder murders mutilation occupation persecution poisoning raid rape"
    " rapes recapture recruitment release removal retaking sacking seizure seizures shelling shellings shooting shootings sinking slaughter"
    " slaying slayings stabbing storming takeover targeting torching torture neutralisation neutralization elimination annihilation"
)
# Behind "of" stands who does these.
_DEEDS = DONE_TO | word_set(
    "aggression airstrike airstrikes ambushes assault assaults attack attacks blockade blockades firing incursion incursions raids siege"
    " strike strikes"
)
# Behind these stands to whom a deed was done, by whom or where.
_TO, _THERE = frozenset({"of", "on", "against", "by", "upon"}), frozenset({"in", "at", "near", "outside", "inside"})
# Behind these begins what the speaker makes of it.
_VERDICT = frozenset({"as"})
_OUTSIDE = frozenset({"appos", "parataxis", "xcomp", "ccomp", "advcl", "dep", "conj", "cc"})
# Words for days hang on a deed as places do.
_DAYS = CALENDAR | word_set(
    "yesterday today morning afternoon evening night week month year day dawn weekend hours days weeks months years"
)


def deed_in(finder: ClauseFinder, clause: Clause) -> Clause | None:
    """The words of a clause without a verb that tell a deed, with its noun for their head; None where they tell none."""
    noun = clause.head
    if finder.word(noun) not in _DEEDS or finder.tokens[noun].upos == "ADJ" or not any(_tells(finder, noun)):
        return None
    inside = set(clause.tokens)
    found = tuple(sorted(i for i in _phrase(finder, noun) if i in inside))
    return replace(clause, head=noun, tokens=found, is_part=True) if len(found) > 1 else None


def _tells(finder: ClauseFinder, noun: int) -> Iterator[bool]:
    """Whether each word below a noun says to whom a deed was done, by whom, where or with what end."""
    particles = finder.children(noun, "compound:prt")
    for child in (*finder.children(noun), *(i for particle in particles for i in finder.children(particle))):
        relation = finder.tokens[child].relation
        cases = {finder.word(i) for i in finder.children(child, "case")}
        yield relation == "nmod:poss" or (relation in ("acl", "acl:relcl") and child > noun)
        yield relation in ("nmod", "obl", "obl:agent") and finder.word(child) not in _DAYS and not cases.isdisjoint(_TO | _THERE)


def _phrase(finder: ClauseFinder, noun: int) -> Iterator[int]:
    """The words of a noun's phrase, without what is made of it."""
    left = [noun]
    while left:
        at = left.pop()
        yield at
        left += [i for i in finder.children(at) if at != noun or not _is_verdict(finder, i)]


def _is_verdict(finder: ClauseFinder, token: int) -> bool:
    cases = {finder.word(i) for i in finder.children(token, "case", "mark")}
    return finder.tokens[token].relation in _OUTSIDE or not cases.isdisjoint(_VERDICT)
