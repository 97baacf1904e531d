"""How far does a sentence say that a package has come?"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from saidwho.statements.aid.arrivals import comes
from saidwho.statements.aid.makes import make_at
from saidwho.statements.aid.tenses import stage_of_beginning, stage_of_giving
from saidwho.statements.aid.verbs import AHEAD, BEGINNING, DENIED, PLANNED, SPENDING, Verb
from saidwho.statements.aid.words import DELAYING_PHRASES, GETTERS, STAGE_OF, STAGE_OF_NOUN, STAGE_OF_PHRASE, TIMES, WORDS, forms_of
from saidwho.statements.surroundings import Surroundings
from saidwho.types.statement import Stage

# What is delivered, dropped or signed must be aid; these verbs do much else.
_BROAD = frozenset({"delivered", "cancelled", "contracted", "committed", "allocated"})
_NO_MORE = frozenset({"will", "'ll", "would", "wo", "longer"})
_DELAYED = frozenset(form for word in WORDS["delayed"] for form in forms_of(word))
_RESOLVED = WORDS["resolved"]
_CHANGED = frozenset(form for word in WORDS["changed"] for form in forms_of(word)) | frozenset({"cut", "cuts"})
_FREEING = ("releas", "free", "unfreez", "unlock", "unblock")
_CUTTING = ("cut", "slash", "strip")
_STILL_AHEAD = frozenset({
    "due", "expected", "awaiting", "awaits", "await", "needs", "need", "requires", "require", "seeking", "seeks", "pending", "planned",
    "scheduled", "subject", "urged", "called", "demanded",
})  # fmt: skip
_RESUMED = forms_of("resume") | forms_of("restart")
_MONEYS = frozenset({"fund", "package", "loan", "grant", "credit", "aid"})
# What takes up a sum that was told before: "raised the amount to 10 million".
SUMS = frozenset({"amount", "sum", "total", "offer", "pledge", "figure", "value"})
_CHANGEABLE = (WORDS["aid"] | {"rations"}) - {"pledges", "contributions", "donations"}
# "Approval came on Monday", "the decision fell".
_HAPPENING = frozenset({"came", "comes", "fell", "followed"})
# Words behind a participle among which its time stands.
_DESCRIPTION = 6
# Words from "on top of" to what it is of.
_BESIDE = 4
_LOADS = frozenset({"tonnes", "tons", "pallets", "parcels", "packages", "crates", "bundles", "meals"})
_KEPT = frozenset(form for word in WORDS["kept"] for form in forms_of(word))
_GETTING = GETTERS - {"received", "receives"}
_BEING = frozenset({"is", "are"})
_FORCES = frozenset({"army", "navy", "police", "military", "troops", "marines"})
_GOING = frozenset({"go", "goes", "went", "gone", "going"})
_PROMISING = frozenset(form for word in WORDS["pledged"] | {"offer"} for form in forms_of(word))
_SEALING = frozenset(form for word in WORDS["sealing"] for form in forms_of(word))
_OPENING = frozenset(form for word in WORDS["opening"] for form in forms_of(word))
_MADE = frozenset({"made", "gave", "given", "issued", "voiced", "repeated"})
_LIGHT = frozenset(form for word in WORDS["light"] for form in forms_of(word))
_FROM_ABOVE = frozenset({"over", "into", "onto", "parachute", "air"})
# Beginnings of verbs that hold aid back or let it go, and do much else.
_HOLDING = (
    "freez", "froz", "suspend", "withh", "paus", "drop", "halt", "stop", "block", "terminat", "axe", "abandon", "forb", "ban", "bar",
    "clear", "free", "unlock", "unblock",
)  # fmt: skip
# What is resolved on: a bill, a package, the transfer of tanks.
_RESOLVED_ON = (
    WORDS["plans"]
    | WORDS["aid"]
    | WORDS["reference"]
    | WORDS["tranches"]
    | frozenset(
        {
            "programme",
            "program",
        }
    )
    | frozenset({"transfer", "delivery", "dispatch", "supply", "handover", "sale"})
)
# What is cleared away.
_SWEPT = frozenset({"mine", "mines", "rubble", "debris", "ordnance", "snow"})
# What is signed.
_CONTRACTS = frozenset({
    "contract", "contracts", "loan", "deal", "agreement", "agreements", "grant", "order", "accord", "memorandum", "protocol", "notes",
    "treaty",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A word and the stage it tells. is_read: by the reader's events, where no rule knows the word."""

    verb: int
    stage: Stage
    is_read: bool = False


def stages_in(around: Surroundings, tokens: range) -> Iterator[Told]:
    """The stages that the verbs of one sentence tell as come to pass, in its order, and its nouns where no verb does.

    Plans and wishes tell none.
    """
    told = [Told(verb=i, stage=stage) for i in tokens if _may_tell(around, i) and (stage := _stage(Verb.at(around, i))) is not None]
    told = [hit for hit in told if not _is_of_what_ends(around, hit, told)]
    telling = [hit for hit in told if not _only_says(around, hit, told) and not (len(told) > 1 and _only_describes(around, hit))]
    yield from telling or _by_nouns(around, tokens)


def _may_tell(around: Surroundings, token: int) -> bool:
    """Whether a word is a verb that says something; behind "has" it is one, though the parser took it for something else."""
    word = around.tokens[token]
    if word.relation == "acl" and _adds_to(around, word.head):
        return False  # "Three tanks, on top of three given in February".
    is_verb = word.upos == "VERB" or (word.upos == "ADJ" and around.words[token].endswith(("ed", "en")))
    is_lost = word.upos == "VERB" and token > 0 and around.words[token - 1] in ("has", "have", "had")
    return (is_verb and word.relation not in ("amod", "compound")) or is_lost


def _is_of_what_ends(around: Surroundings, hit: Told, told: list[Told]) -> bool:
    """Whether a verb only says what is given up: "voted down a plan to give", "scrapped an offer to send"."""
    ended = {other.verb for other in told if other.stage == "cancelled"} - {hit.verb}
    is_plan = around.tokens[hit.verb].relation in ("acl", "xcomp", "advcl") and around.words[hit.verb - 1] == "to"
    return is_plan and not ended.isdisjoint(around.ancestors(hit.verb))


def _adds_to(around: Surroundings, noun: int) -> bool:
    """Whether a noun is only of what something is given beside: "on top of", "in addition to"."""
    start = max(noun - _BESIDE, 0)
    before = around.words[start:noun]
    return any(pair in (("top", "of"), ("addition", "to")) for pair in pairwise(before))


def _by_nouns(around: Surroundings, tokens: range) -> Iterator[Told]:
    """ "Germany's pledge of 35 million euros", "the Danish decision to arm Estria"."""
    for i in tokens:
        stage = STAGE_OF_NOUN.get(around.words[i])
        if stage is not None and around.tokens[i].upos == "NOUN" and not _is_lacking(around, i) and not _is_taken_up(around, i):
            yield Told(verb=i, stage=stage)


def _is_lacking(around: Surroundings, noun: int) -> bool:
    """ "No decision has been taken", "any offer"."""
    above = around.tokens[noun].head
    beside = {around.words[above], *(around.words[k] for k in around.children(above))}
    # "A vote is due in May", "before a decision", "needs the approval of parliament".
    # "Would keep its promise": the promise was made.
    ahead = _STILL_AHEAD if STAGE_OF_NOUN[around.words[noun]] == "pledged" else _STILL_AHEAD | PLANNED - {"to"}
    # "Were being prepared for delivery".
    is_purpose = STAGE_OF_NOUN[around.words[noun]] == "delivered" and "for" in {around.words[k] for k in around.children(noun)}
    is_ahead = is_purpose or bool(beside & ahead) or bool({around.words[k] for k in around.children(noun)} & {"without", "before", "until"})
    return is_ahead or bool({around.words[k] for k in around.children(noun)} & {"no", "any", "further"})


def _is_taken_up(around: Surroundings, noun: int) -> bool:
    """ "Called the decision a disgrace": it was told of before, and nothing is said of what it is."""
    below = around.children(noun)
    tells_more = any(around.tokens[k].relation.startswith(("acl", "nmod", "obl", "compound", "amod", "ccomp")) for k in below)
    return bool({around.words[k] for k in below} & {"the", "this", "that"}) and not tells_more and not _heads_a_list(around, noun)


def _heads_a_list(around: Surroundings, noun: int) -> bool:
    """ "The pledges made in Geneva: Sweden, 20 million": a noun that begins its sentence, and is what stands behind the colon."""
    sentence = around.touched(around.sentence(around.tokens[noun].span.start))
    colon = next((i for i in range(noun + 1, sentence.stop) if around.words[i] == ":"), None)
    if colon is None or any(around.tokens[i].upos not in ("DET", "ADJ", "NUM") for i in range(sentence.start, noun)):
        return False
    return not any(around.tokens[i].upos == "AUX" or around.tokens[i].relation == "obj" for i in range(noun + 1, colon))


def _only_describes(around: Surroundings, hit: Told) -> bool:
    """Whether a participle without a time only says which things they are: "the helicopters promised by Australia have arrived"."""
    past = next((i for i in range(hit.verb + 1, len(around.tokens)) if around.tokens[i].upos in ("VERB", "AUX")), len(around.tokens))
    behind = around.words[hit.verb + 1 : min(hit.verb + 1 + _DESCRIPTION, past)]
    is_described = around.tokens[hit.verb].relation.startswith("acl") and hit.stage in ("pledged", "committed", "announced", "contracted")
    if is_described and hit.stage == "contracted":
        # "Drones bought in Lithuania have arrived".
        return not (TIMES | {"last", "this", "ago", "earlier"}) & set(behind) and not any(word.isdigit() for word in behind)
    return is_described and behind[:1] == ("by",) and not {"in", "on", "last", "this"} & set(behind)


def _only_says(around: Surroundings, hit: Told, told: list[Told]) -> bool:
    """Whether a verb only says what another clause tells: "will provide ..., the minister announced"."""
    if hit.stage != "announced" or STAGE_OF.get(around.words[hit.verb]) != "announced":
        return False
    if _is_behind_a_comma(around, hit.verb) and any(other.verb < hit.verb for other in told):
        return True
    said = (other for other in told if other.verb != hit.verb)
    return any(
        around.tokens[i].relation in ("ccomp", "parataxis") and around.tokens[i].head == hit.verb
        for other in said
        for i in (other.verb, *around.ancestors(other.verb))
    ) or (around.tokens[hit.verb].relation == "parataxis" and any(other.verb == around.tokens[hit.verb].head for other in told))


def _is_behind_a_comma(around: Surroundings, verb: int) -> bool:
    """Whether somebody behind a comma says what stands before it: "will supply six ships, their ministers announced on Wednesday"."""
    below = around.children(verb)
    subject = next((k for k in below if around.tokens[k].relation == "nsubj" and k < verb), None)
    if subject is None or around.child(verb, "obj", "nsubj:pass", "ccomp") is not None:
        return False
    first = subject
    while first > 0 and around.tokens[first - 1].head in range(first, subject + 1):
        first -= 1
    return around.words[first - 1] == "," and around.words[subject] not in ("which", "that", "who")


def _stage(verb: Verb) -> Stage | None:
    """The stage that one verb tells: with the words beside it, giving by its tense, other verbs by what they mean."""
    if (
        (verb.word in _PROMISING and verb.only_promises_a_deed)
        or verb.is_denied
        or verb.is_unresolved
        or verb.below & {"whether", "unless"}
        or _is_condition(verb)
    ):
        return None
    phrased = _by_light_verb(verb) or _by_noun_done(verb) or _by_phrase(verb)
    if phrased is not None and not verb.below & DENIED:
        is_running = phrased == "allocated" and verb.word.endswith("ing") and bool(verb.below & _BEING)  # "Is making available".
        return _planned(phrased, verb) if verb.below & PLANNED else "announced" if is_running else phrased
    # "Presented a package" announces, "presented it to the town" gives.
    is_shown = verb.word.startswith("present") and not (verb.gives_to_somebody or "with" in verb.beside)
    if verb.ends_aid:
        return _by_its_end(verb)
    if verb.word in SPENDING and not verb.spends_money:
        return None
    if _is_airdrop(verb) or verb.word in SPENDING or (verb.gives and not is_shown):
        return stage_of_giving(verb)
    return _by_event(verb) or _meant(verb) or (stage_of_giving(verb) if _is_given_over(verb) else None)


def _is_given_over(verb: Verb) -> bool:
    """Whether somebody does something to things so that somebody else by name has them, whatever verb tells it: "is passing two tanks on
    to Ukraine", "signed over six lorries to Ossel". Who deploys, sells or fires them gives nothing."""
    around, thing = verb.around, verb.object
    if (
        thing is None
        or (verb.word in STAGE_OF and "over" not in verb.below)
        or verb.word in _KEPT
        or around.tokens[verb.number].upos != "VERB"
    ):
        return False
    if not (around.words[thing] in WORDS["materiel"] or make_at(around, thing) is not None):
        return False
    behind = (k for k in around.children(verb.number) if k > verb.number and around.tokens[k].upos == "PROPN")
    return any(around.tokens[k].relation == "obl" and "to" in {around.words[i] for i in around.children(k)} for k in behind)


def _by_its_end(verb: Verb) -> Stage | None:
    """ "Ordered a halt to all aid"; "lifted its pause", and will not have done so before it does."""
    if verb.word in WORDS["ending"]:
        return None if verb.below & DENIED else "cancelled"
    return None if verb.is_open else "announced"


def _is_condition(verb: Verb) -> bool:
    """ "If parliament agrees", "until its owner is given others": what depends on it has not come to pass, nor has it."""
    return verb.relation == "advcl" and bool({"if", "until", "till", "once"} & verb.below) and "even" not in verb.below


def _is_airdrop(verb: Verb) -> bool:
    """ "Dropped 33 tonnes of food over Ossel"; a plan that is dropped is cancelled, and what fighters drop strikes."""
    if not verb.word.startswith("drop") or verb.object is None or verb.around.child(verb.number, "compound:prt") is not None:
        return False
    around = verb.around
    if verb.head in BEGINNING and around.words[verb.object] in WORDS["aid"]:
        return True  # "Will begin dropping aid".
    things = {around.words[i] for i in (verb.object, *around.children(verb.object))}
    is_of_people = bool(things & (WORDS["humanitarian"] | _LOADS) and not things & WORDS["plans"])
    return is_of_people or (bool(things & (WORDS["aid"] | WORDS["materiel"])) and bool(verb.beside & _FROM_ABOVE))


def _planned(stage: Stage, verb: Verb) -> Stage | None:
    """What a stage that is still to come tells: a delivery that will be is promised."""
    if stage == "delivered" and verb.below & AHEAD:
        return "pledged"
    return stage if stage == "cancelled" else None


def _by_light_verb(verb: Verb) -> Stage | None:
    """What a verb that means little tells by its noun: "gave the go-ahead", "put his signature to", "cleared the way for a transfer"."""
    around = verb.around
    nouns = [k for k in around.children(verb.number) if around.tokens[k].relation in ("obj", "nsubj:pass")]
    if verb.word in ("begun", "began", "resumed", "started"):
        nouns += [k for k in around.children(verb.number) if around.tokens[k].relation == "nsubj"]  # "Deliveries have begun".
    if verb.word in _OPENING and any(around.words[k] in WORDS["ways"] for k in nouns):
        return "committed"
    is_command = verb.word.startswith(("giv", "gave", "issu")) and any(around.words[k] in WORDS["commands"] for k in nouns)
    if is_command or (verb.word in _LIGHT and any(_consents(around, k) for k in nouns)):
        return "committed"
    if verb.word.startswith("sign") and (
        set(around.words[verb.number + 1 : verb.number + 3]) == {"into", "law"} or _names_a_law(around, nouns)
    ):
        return None if verb.is_open else "committed"
    if verb.word in _SEALING and any(around.words[k] in _CONTRACTS for k in (*nouns, *_described(verb))) and not verb.below & DENIED:
        return None if verb.below & PLANNED else "contracted"
    if verb.word in BEGINNING and any(around.words[k] in WORDS["acts"] for k in nouns) and verb.is_of_aid:
        return stage_of_beginning(verb)
    return None


def _by_noun_done(verb: Verb) -> Stage | None:
    """ "The promise that the minister gave in January", "the offer made in June": what the noun tells, when it was made."""
    if verb.word not in _MADE or verb.is_open:
        return None
    around = verb.around
    nouns = verb.described if verb.relation.startswith("acl") else ()
    stages = (STAGE_OF_NOUN.get(around.words[i]) for i in nouns if around.tokens[i].upos == "NOUN")
    return next((stage for stage in stages if stage in ("pledged", "committed", "announced")), None)


def _names_a_law(around: Surroundings, nouns: list[int]) -> bool:
    return any(around.words[k] in ("law", "bill", "decree", "act") for k in nouns)


def _described(verb: Verb) -> tuple[int, ...]:
    """The noun that a verb describes: "the deal inked in Riyadh"."""
    return (verb.around.tokens[verb.number].head,) if verb.relation.startswith("acl") else ()


def _consents(around: Surroundings, noun: int) -> bool:
    """Whether a noun is of a consent, "go-ahead" in parts; a light where it is green."""
    hyphened = "-".join(around.words[max(noun - 2, 0) : noun + 1 : 2]) if around.words[noun - 1] == "-" else ""
    is_green = around.words[noun] == "light" and around.words[noun - 1] == "green"
    return is_green or bool({around.words[noun], hyphened} & WORDS["consents"])


def _by_phrase(verb: Verb) -> Stage | None:
    """ "Gave its consent", "put on hold"; "approval came"; what is put off is promised anew."""
    subject = verb.around.child(verb.number, "nsubj")
    is_open_noun = subject is not None and verb.word in _HAPPENING and _is_taken_up(verb.around, subject)
    # "The decision came a day after a call" takes up what was told.
    is_open_noun = (
        is_open_noun and verb.around.words[subject] in ("decision", "announcement", "offer", "pledge", "promise") if subject else False
    )
    if (
        verb.word in _HAPPENING
        and subject is not None
        and not is_open_noun
        and not verb.is_open
        and (stage := STAGE_OF_NOUN.get(verb.around.words[subject])) is not None
    ):
        return stage
    if "good" in verb.below:
        return None  # "Made good on its promise": what was promised is told beside it.
    stage = next((stage for small in sorted(verb.beside) if (stage := STAGE_OF_PHRASE.get((verb.word, small)))), None)
    if stage == "cancelled" and verb.word.startswith(("pull", "back")) and not verb.is_of_aid:
        return None
    is_delayed = verb.word in _DELAYED or any((verb.word, small) in DELAYING_PHRASES for small in verb.below)
    return "pledged" if stage is None and is_delayed and not verb.is_open and verb.is_of_aid else stage


def _by_event(verb: Verb) -> Stage | None:
    """What happens to aid: it is got, changed, rejected, or comes."""
    if verb.word in _GETTING and (verb.is_open or verb.below & _BEING or verb.word in ("got", "gets")):
        return _by_getting(verb)
    if verb.word in _GOING and _goes_to_somebody(verb):
        return _by_going(verb)
    return _by_change(verb) or ("delivered" if _has_come(verb) else None)


def _by_getting(verb: Verb) -> Stage | None:
    """ "Got ten jets", "is getting a loan", "is to get ten jets"."""
    if verb.below & DENIED or (verb.is_open and not verb.below & AHEAD and not ("to" in verb.below and verb.below & _BEING)):
        return None
    if _gets_its_own(verb):
        return None
    if verb.gives_people_alone:
        return None
    return "pledged" if verb.is_open else "announced" if verb.word.endswith("ing") else "delivered"


def _gets_its_own(verb: Verb) -> bool:
    """ "Army gets new howitzers": a force of nobody named, from nobody named."""
    subject = verb.around.child(verb.number, "nsubj")
    is_force = subject is not None and verb.around.words[subject] in _FORCES
    named = (i for i in verb.around.children(subject) if subject is not None) if subject is not None else ()
    return (
        is_force
        and not any(verb.around.tokens[i].relation in ("nmod:poss", "amod", "compound", "nmod") for i in named)
        and "from" not in verb.beside
    )


def _by_change(verb: Verb) -> Stage | None:
    """What becomes of aid that was told of: it is made more or less, goes on, or is rejected."""
    if verb.word in _CHANGED and not verb.below & DENIED and verb.object is not None:
        changed = verb.around.words[verb.object]
        if changed in _CHANGEABLE or (changed in SUMS and not verb.is_open):
            return "announced"
    if verb.word.startswith(_CUTTING) and not verb.is_open and verb.object is not None and verb.is_of_aid:
        # "Cut $175 million in aid"; what is cut "to 12 million" goes on.
        beside = {verb.around.words[k] for k in (verb.object, *verb.around.children(verb.object))}
        is_sum = bool(beside & (WORDS["currency"] | {"$", "€", "£", "million", "billion"}))
        if is_sum and "to" not in verb.beside:
            return "cancelled"
    if verb.word in _RESUMED and not verb.below & DENIED and verb.is_of_aid:
        return "pledged" if verb.below & AHEAD else None if verb.is_open else "announced"
    if verb.word in ("rejected", "rejects"):
        return "cancelled" if verb.names(WORDS["plans"] | _MONEYS) else None
    return None


def _has_come(verb: Verb) -> bool:
    """Whether things have come to somebody."""
    # "It may be another week before it reaches the capital".
    # "The shells come from stocks".
    is_origin = verb.word == "come" and not verb.below & {"has", "have", "had"}
    # "Only 120 million are left of it".
    is_rest = verb.word == "left" and bool(verb.below & {"is", "are", "was", "were", "be"})
    is_come = not is_rest and verb.word in WORDS["coming"] and not verb.is_open and not is_origin and "before" not in verb.below
    return is_come and comes(verb)


def _goes_to_somebody(verb: Verb) -> bool:
    """ "Twelve howitzers will go to Ukraine"."""
    around, subject = verb.around, verb.around.child(verb.number, "nsubj")
    if subject is None or not (around.words[subject] in WORDS["materiel"] or make_at(around, subject) is not None):
        return False
    behind = (k for k in around.children(verb.number) if k > verb.number and around.tokens[k].upos == "PROPN")
    return any("to" in {around.words[i] for i in around.children(k)} for k in behind)


def _by_going(verb: Verb) -> Stage | None:
    if verb.below & DENIED:
        return None
    if verb.below & AHEAD or "to" in verb.below:
        return "pledged"
    return "announced" if verb.word.endswith("ing") else None if verb.is_open else "delivered"


def _meant(verb: Verb) -> Stage | None:  # noqa: PLR0911
    """The stage that a verb tells by what it means, where nothing in its clause speaks against it."""
    stage = STAGE_OF.get(verb.word)
    if stage is None and verb.word in _RESOLVED and not verb.is_open and _resolves_on_aid(verb):
        return "committed"
    if stage is None or (verb.word in WORDS["coming"] and not verb.is_open):
        return None
    if stage in ("committed", "allocated", "delivered") and verb.below & DENIED and verb.below & _NO_MORE:
        if verb.beside & {"before", "until"}:
            return "pledged"  # "Will not reach Kastria before May".
        return "cancelled"  # "Will not be released", "would no longer be paid out".
    ahead = _by_what_will_be(verb, stage)
    if ahead is not None:
        return None if _is_of_others(verb, stage) else ahead
    if stage == "delivered" and (_is_abstract(verb) or verb.gives_people_alone):
        return None  # "After receiving assurances", "has received 14 bodies".
    if verb.ended_by is not None and stage in ("committed", "allocated"):
        return "cancelled" if verb.is_of_aid and not verb.ended_by.is_open else None  # "Refused to ratify the loan".
    if verb.below & DENIED or (verb.below & PLANNED and stage in _BROAD and not verb.is_resolved) or _is_of_others(verb, stage):
        return None
    if stage == "contracted" and verb.word.endswith("ing") and verb.below & {"is", "are"}:
        return "announced"  # "The Dutch are buying 100 lorries for Ossel".
    if stage == "contracted" and verb.is_resolved:
        return "committed"  # "Decided to buy 50,000 shells for Ukraine".
    is_command = verb.word in ("ordered", "orders") and verb.around.child(verb.number, "ccomp", "xcomp") is not None
    return "committed" if is_command else stage


def _is_abstract(verb: Verb) -> bool:
    return verb.object is not None and verb.around.words[verb.object] in WORDS["abstract"]


def _by_what_will_be(verb: Verb, stage: Stage) -> Stage | None:
    """What is told though it is still to come: "will suspend its aid" ends it, "will release another 235 million" promises it."""
    if stage == "cancelled" and _will_end(verb):
        return stage
    is_freed = stage == "committed" and verb.word.startswith(_FREEING) and verb.relation != "acl:relcl" and verb.is_of_aid
    return "pledged" if is_freed and verb.below & AHEAD and not verb.below & DENIED else None


def _will_end(verb: Verb) -> bool:
    """ "Will suspend its aid": who says so has decided it, unless something else must come first."""
    conditions = (k for k in verb.around.children(verb.number) if verb.around.tokens[k].relation == "advcl")
    is_open = any(verb.around.words[i] in ("if", "unless", "until") for k in conditions for i in verb.around.children(k))
    ahead = verb.below & PLANNED
    return bool(ahead) and ahead <= AHEAD and not verb.below & DENIED and not is_open and verb.is_of_aid


def _is_of_others(verb: Verb, stage: Stage) -> bool:
    """Whether what is held back, freed or signed is no aid; or it is not said to be done: "instead of scrapping them"."""
    is_habit = stage == "contracted" and verb.relation == "acl:relcl" and verb.word.endswith("s")  # "A fund that buys weapons".
    is_not_done = is_habit or (verb.word.endswith("ing") and bool(verb.below & {"of", "without", "instead"}))
    if verb.word.startswith(("block", "veto")) and verb.around.child(verb.number, "nsubj") is not None:
        return True  # Whoever blocks aid mostly does not give it.
    is_signed = stage == "contracted" and verb.word.startswith("sign")
    is_sweeping = verb.word.startswith("clear") and verb.names(_SWEPT)  # "Tanks for clearing mines".
    return (
        is_not_done or is_sweeping or (verb.word.startswith(_HOLDING) and not verb.is_of_aid) or (is_signed and not verb.names(_CONTRACTS))
    )


def _resolves_on_aid(verb: Verb) -> bool:
    """ "Adopted the bill", "agreed to the delivery of two batteries", "the loan on which parliament decided"."""
    around, number = verb.around, verb.number
    if around.tokens[number].upos != "VERB":
        return False
    below = [i for i in around.children(number) if i > number and around.tokens[i].relation in ("obj", "obl")]
    below += [i for i in around.children(number) if around.tokens[i].relation == "nsubj:pass"]
    # "Voted to pass a bill".
    resolved = (i for i in around.children(number) if i > number and around.words[i - 1] == "to" and around.tokens[i].upos == "VERB")
    below += [k for i in resolved for k in around.children(i) if around.tokens[k].relation == "obj"]
    below += [k for i in below for k in around.children(i) if around.tokens[k].relation in ("obj", "flat", "appos")]
    # "A programme of 120 million, agreed in 2021": joined to the noun by the parser.
    is_described = verb.relation.startswith("acl") or (verb.relation == "conj" and around.tokens[around.tokens[number].head].upos == "NOUN")
    nouns = {around.words[i] for i in verb.described} | {verb.head}
    # "The radars, agreed in October, are late": things are resolved on at a time of its own.
    is_timed = (
        verb.word == "agreed" and around.words[number + 1 : number + 2] in (("in",), ("on",), ("last",)) and "," in around.words[number - 1]
    )
    return (is_described and bool(nouns & (_RESOLVED_ON | (WORDS["materiel"] if is_timed else frozenset())))) or any(
        around.words[i] in _RESOLVED_ON for i in below
    )
