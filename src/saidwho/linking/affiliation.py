"""For whom does somebody speak, where the register does not know: "the foreign ministry of Astrel", "ministry spokesman Corin Hale"?

The words that name a source tell an organ (a ministry, an army) and often whose it is. Where they tell the organ alone, the
same text has mostly told whose it is before.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from saidwho.linking.stems import plain_words
from saidwho.text.calendar_words import CALENDAR

Service = Literal["medical", "police", "rescue", "local"]

# What belongs to a state, and acts or speaks for it. Each word leads to the organ it is of.
_ARMY = (
    r"army|armed forces|troops|"
    r"military(?! (?:bloggers?|analysts?|experts?|observers?|historians?|correspondents?|commentators?|government|council)\b)|"
    r"(?:general|defen[cs]e|joint|naval|main) staff|chief of staff|high command|command|command(?:er|ant)s?|brigade|battalion|"
    r"air force|navy|ground forces|generals?|colonel|admirals?|(?:air|field) marshal|commodore|brigadier|soldiers?|coast ?guards?|"
    r"(?:border|frontier) (?:guards?|service|troops|police)|gendarmerie|"
    r"(?<!press )(?<!police )(?<!petty )(?<!first )(?<!second )(?<!third )(?<!executive )(?<!medical )(?<!relief )officers?|"
    # Ranks before a name.
    r"(?-i:(?:Gen|Col|Adm|Maj|Lt|Brig|Cmdr|Sgt|Cpl|Pte)\.|Lieutenant|Major|Commissar|Sergeant|Corporal|Private)(?= ?(?-i:[A-Z]))"
)
_MINISTRY = (
    r"(?:\w+ )?ministr\w+|minister\w*|(?:foreign|home|defen[cs]e|interior|health|energy|transport|finance|justice) secretary|"
    r"(?:foreign|war|home|colonial) office|admiralty|treasury|chancellery|"
    # "Department of Migrant Workers", "Secretary Ivo Marn": ministries by another word.
    r"(?-i:Department)(?= (?:of|for) (?:the )?(?-i:[A-Z]))|(?<!\w )(?-i:Secretary)(?! General)(?= (?-i:[A-Z]))"
)
_GOVERNMENT = (
    r"government(?! (?:[\w'’-]+ ){0,3}(?-i:[Hh]ospital|[Cc]linic))|cabinet|(?-i:(?:ruling|governing) council)|junta|regime|"
    r"presidency|president\w*|prime minister|premier|chancellor|office of the president|head of state|"
    r"communication service|information service|(?<!hospital )authorities|side|diplomats?|envoy|ambassador|embassy|"
    r"(?:counter-?)?intelligence(?: service)?(?! (?:firm|company|consultancy|consultants?|group|platform|analysts?)\b)|"
    r"(?:security|secret|customs|prison|border|immigration) services?|directorate|(?<!hospital )(?<!clinic )officials?|parliament|"
    r"prosecut(?:ors?|or['’]s office|ion service)|"
    r"(?:supreme|district|regional|military|high|provincial) court|court of audit|(?:defen[cs]e|security|government) sources?|"
    r"national security (?:advis[eo]r|council)|"
    r"commissioner for (?:internal|home|public|information|health|education|works|justice|defen[cs]e|security|finance)(?: \w+)?|"
    r"ombuds\w+|human rights (?:defender|commissioner)|investigative committee|(?:election|electoral) commission|"
    r"council of ministers|justices? of the peace|magistrates?|"
    r"speaker['’]s office|disaster (?:unit|agency|office)|(?:general|public) security|"
    r"(?:health|labou?r|interior|education|agriculture|justice|state|defen[cs]e|foreign|finance|welfare|transport|environment|energy|immigration|"
    r"irrigation|housing|planning) department|"
    r"judiciary|state(?:-run)? (?:media|television|tv|radio|news agency|broadcaster)|state-(?:owned|run|controlled) \w+|"
    r"state (?:\w+ )?(?:company|firm|operator|utility|corporation|service|inspectorate|laborator(?:y|ies))|"
    r"military (?:government|council)|courts?(?= (?:spokes\w+|officials?|clerk)\b)"
)
# Who speaks for a state or a movement where words tell which: "Karlia's chief negotiator", "his Karlian counterpart".
_SENT = re.compile(r"\b(?:negotiators?|negotiating team|delegat(?:ion|e)s?|counterparts?|headquarters|rulers?|leadership)\b", re.IGNORECASE)
_ORGAN = re.compile(rf"\b(?:(?P<army>{_ARMY})|(?P<ministry>{_MINISTRY})|(?P<government>{_GOVERNMENT}))(?!\w)", re.IGNORECASE)
# Whoever speaks for "the Karlian forces" speaks for an army; a text that tells of them may mean anybody's.
_FORCES = re.compile(r"\bforces(?!\w)")
# "Secretary of State for Defence" is no state's name.
_OFFICE_OF_STATE = re.compile(r"\bSecretary of State(?: for (?:the )?[A-Z]\w+(?: (?:and|of) [A-Z]\w+)*)?")
_SPOKES = re.compile(r"\bspokes\w+|\bspeaks for\b|\bpress (?:officer|service|office|cent(?:re|er))\b", re.IGNORECASE)
# "Rebel spokesman Hale", "a spokesman for the rebels": of no state.
_OF_FIGHTERS = re.compile(
    r"\b(?:rebels?|insurgents?|guerrillas?|separatists?|militants?|jihadists?|militia|gangs?|(?:for|of) the (?:group|movement))\b",
    re.IGNORECASE,
)
_FOR_ANOTHER = re.compile(r"\bspokes\w+ (?:for|of) (?:the |an? |its |his |her |their )?[a-z]|\b(?:of|in|from) (?:the two|both)\b")
# "The charity Physicians in Transit" is no doctor.
_NAMED_CARE = re.compile(
    r"\b(?:Physicians|Doctors|Surgeons|Nurses|Medics)(?: (?:in|without|for|of(?: the)?|beyond|at|on|across|under|with))? [A-Z]\w+"
)
_MEDICAL = (
    r"hospitals?|clinics?|doctors?|surgeons?|physicians?|nurses?|midwi\w+|medics?|paramedics?|infirmary|morgue|"
    r"health workers?|(?:head|chief) of surgery|medical (?:director|superintendent)"
)
_POLICE = r"police\w*|sheriff"
_RESCUE = r"ambulance|fire (?:service|brigade|department)|firefighters?|emergency services?|rescue\w*|civil (?:defen[cs]e|protection)"
_LOCAL = (
    r"mayor\w*|governor\w*|prefect\w*|city council|town council|municipal\w*|city hall|village head|town hall|harbour office|"
    r"headm[ae]n|village chiefs?|"
    r"(?:regional|city|local|district|provincial|military(?! (?:government|council))|oblast|county|village|town) "
    r"(?:health |education |relief )?(?:office|department|directorate|administration|authorit\w+|council|government|head|chief)|"
    r"(?:head|administrator) of (?:the |this |that )?(?:[\w’'-]+ ){0,3}"
    r"(?:region|district|province|oblast|county|territory|settlement|municipality|city|town|village)|"
    r"administrat(?:ion|or)|harbou?r ?master|(?:director|head|chief) of (?:the )?(?:port|harbour|airport)"
)
_SERVICE = re.compile(rf"\b(?:(?P<medical>{_MEDICAL})|(?P<police>{_POLICE})|(?P<rescue>{_RESCUE})|(?P<local>{_LOCAL}))\b", re.IGNORECASE)
_NAME = r"[A-Z][^\W\d_]+(?:[ -](?:[A-Z][^\W\d_]+))*"
_POSSESSED = re.compile(rf"\b({_NAME})['’]s?\s+(?P<rest>[^,;]*)")
_STATE_OF = (
    r"(?:(?:Republic|Kingdom|Federation|State|Union|Sultanate|Emirate|Principality|Duchy|Empire|People's Republic|government)"
    r"\s+of\s+(?:the\s+)?)?"
)
# What is of "the Lorn plant" is not Lorn's.
_NOT_BEFORE_PLACE = (
    r"\b(?![ -][A-Z])(?! (?:\w+ )?(?:plant|station|garrison|region|area|valley|river|front|sector|district|province|airport|port|base|"
    r"camp|prison|dam|bridge|road|hills?|islands?|coast|border|crossing|strait|conflict|war|crisis|operation|campaign|talks)\b)"
)
_OF = re.compile(rf"\b(?P<link>of|from|for)\s+(?:the\s+)?{_STATE_OF}({_NAME}){_NOT_BEFORE_PLACE}")
# Whose president, premier or ambassador is none of a state's: "Senate President Hale", "Incoming President Hale".
_OF_NO_STATE = "".join(rf"(?<!\b{word} )" for word in (
    "Senate", "Assembly", "Council", "Chamber", "House", "Congress", "Court", "Bank", "Company", "Union", "Club", "Party", "Opposition",
    "University", "Incoming", "Outgoing", "Transitional", "Former", "Acting", "Vice",
))  # fmt: skip
# "The Iskan Ministry of Fisheries", "Iskan General Staff figures".
_CAPITAL_ADJECTIVE = re.compile(
    r"\b(?!The\b)((?:[A-Z][^\W\d_]+ ){0,2}?[A-Z][^\W\d_]+) "
    r"(?=(?:(?:Foreign |Defen[cs]e |Interior |Prime |Finance |Health )?(?:Ministry|Minister|Government)|"
    rf"{_OF_NO_STATE}(?:President|Premier|Chancellor|Ambassador|Parliament)|General Staff|Armed Forces|Air Force|Navy)\b)"
)
# Whom another state has put there: "the Varlandic-installed governor of Lorn".
_INSTALLED = re.compile(r"\b([A-Z][^\W\d_]+)-(?:installed|appointed|imposed)\b")
# "Lorn's Karlian embassy" is Karlia's.
_EMBASSY = re.compile(r"\b(?!The\b)([A-Z][^\W\d_]+) (?:[Ee]mbassy|[Cc]onsulate)\b")
_IN = re.compile(rf"\b(?i:ministry(?: of \w+)?|general staff|government|cabinet)\s+in\s+({_NAME})")
_OF_THE_ADJECTIVE = re.compile(r"\bof the ([A-Z][^\W\d_]+)\s+(?P<rest>[a-z][^,;]*)")
_BEFORE = (
    r"(?:^|\b(?:the|an?|two|three|four|some|several|unnamed|senior|that|his|her|its|their)\s+)"
    r"(?:(?:[a-z]\w*|The|An?|Two|Three|Four|Some|Several|Unnamed|Senior)\s+)??"
)
_ADJECTIVE = re.compile(rf"{_BEFORE}((?:[A-Z][^\W\d_]+ ){{0,2}}[A-Z][^\W\d_]+)\s+(?P<rest>(?!of\b|in\b|who\b)[a-z][^,;]*)")
# A capital inside a sentence.
_INNER_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]+")
# What a state has under a name of its own: "Karlia's Counter-Terrorism Service".
_OWNED_BODY = re.compile(
    rf"\b({_NAME})['’]s? (?:[A-Z][\w-]* (?:(?:of|for|and|on|the|against) )*){{1,5}}"
    r"(?:Service|Agency|Authority|Directorate|Commission|Administration|Bureau|Council|Office|Cent(?:er|re))\b(?! (?:of |for |[A-Z]))"
)
# What stands between an adjective and its organ is no other phrase: "the Brigade and the government", "the Good Star the ministry".
_OTHER_PHRASE = re.compile(r"\b(?:the|an?|no|and|or|that|his|her|its|their|of|from|by|with|to)\b")
_OTHER_CLAUSE = re.compile(r"\b(?:what|who|whom|which|that|when|where|while|as|and)\b")
_PHRASE_BEFORE = re.compile(r"(?<!of )\b(?:the|an?|no|and|or|that|his|her|its|their|from|by|with|to)\b")
# Whose an organ is stands in one clause with it.
_CLAUSE = re.compile(r"[^.,;:\n“”\"]+")
# What is told about an office holder in a book is not his: "an authorized biography of President Hale".
_ABOUT = re.compile(r"\b(?:biograph(?:y|ies)|memoirs?|books?|films?|documentar(?:y|ies)|histor(?:y|ies)|profiles?) (?:of|about|on)\b")
# Who brings two together is neither of them: "brokered by the Merovan government".
_MEDIATING = re.compile(r"\b(?:broker|mediat|facilitat)(?:ed|es?|ing|ions?|ors?)\b", re.IGNORECASE)
# What else is told of whoever speaks, unless it is what he leads: "a doctor who had backed the government", "Hale, who heads the army".
_ASIDE = re.compile(
    r",? (?:who|whom|whose|which)\b"
    r"(?! (?:\w+ )?(?:heads?|leads?|commands?|runs?|speaks? for|directs?|chairs?|represents?|ran|led|headed|commanded)\b)",
    re.IGNORECASE,
)
# Who stands by an organ, or against it, is not of it: "Varland, the ally of Merova's government".
_RELATED = re.compile(
    r"\b(?:all(?:y|ies)|enem(?:y|ies)|foes?|opponents?|critics?|rivals?|backers?|friends?|neighbou?rs?|supporters?|partners?) of\b",
    re.IGNORECASE,
)
# What somebody found or said stands for whoever did ("findings of Astrel").
_WORDS_OF = re.compile(
    rf"^(?:the |its )?(?:\w+ )?(?:findings|information|assessments?|estimates?|figures?|count|data|statements?) "
    rf"(?:of|by|from) (?:the )?({_NAME})"
)
# Nor is who is kin to one who holds an office: "the mayor's wife".
_KIN = r"(?:wife|widow|husband|mother|father|parents|sister|brother|son|daughter|family|cousin|uncle|aunt)"
_KIN_OF = re.compile(rf"['’]s? (?:\w+ )?{_KIN}\b|^(?:the |a )?(?:\w+ )?{_KIN} of\b", re.IGNORECASE)
# An adjective stands so many words before its organ at most: "Karlian general staff", "Iranian military spokesman".
_NEAR = 3
# "Merova's state agency for the defence ministry": no further than this from its owner.
_FAR = 5
_OF_A_NATION = frozenset({"an", "ian", "ish", "ese", "i", "n"})
# What a ministry is for.
_PORTFOLIO_WORDS = (
    "foreign defence defense interior prime energy health home finance war affairs emergencies veterans digital communications "
    "infrastructure civil fisheries culture transport agriculture justice information education labour trade industry internal security "
    "relief railways economy oil water housing planning works tourism aviation mines fuel communication reconstruction integration "
    "migration strategic humanitarian emergency population sports youth science technology commerce electricity investment religious"
)
_PORTFOLIO = frozenset(_PORTFOLIO_WORDS.split())
# Capitalised words that are no owner.
_NO_OWNER_WORDS = (
    "the a an two three four some several deputy first general chief senior captain colonel major president minister government ministry "
    "army military police mayor governor presidential former western eastern northern southern "
    "provincial regional federal local municipal central interim caretaker acting vice new current elected ousted then another other "
    "last next this that these those earlier later yesterday today tonight on in at we it they he she but and after before when while "
    "what which who whose how why where there such no every each all both any as if since honourable honorable "
    "his her its their our my rebel rebels militia militias separatist separatists insurgent insurgents guerrilla guerrillas militant "
    "militants air force army"
)
_NO_OWNER = frozenset(_NO_OWNER_WORDS.split()) | CALENDAR | _PORTFOLIO
# "The government of President Hale" is not Hale's.
_OF_A_PERSON = frozenset({"president", "minister", "mayor", "governor", "captain", "colonel", "major"})
# People who begin a sentence.
_ANYBODY_WORDS = "residents witnesses villagers survivors relatives refugees neighbours neighbors families women men workers"
_ANYBODY = frozenset(_ANYBODY_WORDS.split())
# What stands for a state, or for an organ of one, without its name: "the President of the Republic", "the Royal Ministry".
_STATE_WORDS = (
    "national state public supreme royal imperial federal republic republican kingdom sultanate emirate principality nation transition "
    "navy forces staff command task joint"
)
_DEPARTMENT = frozenset(_STATE_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """For whom a source speaks, as its words tell.

    owner: the name of the state or body behind, folded; None where nothing tells. organ: of what kind what speaks is.
    service: what kind of public service or local authority it is. is_spokes: a spokesperson. is_seat: owner is
    the place where the organ sits ("the ministry in Dravna"). is_of_fighters: who speaks for rebels that no name tells.
    is_for_another: whose it is these words tell without a name ("a spokesman for the company", "the joint command of the two armies").
    """

    owner: str | None = None
    organ: str | None = None
    service: Service | None = None
    is_spokes: bool = False
    is_seat: bool = False
    is_of_fighters: bool = False
    is_for_another: bool = False


NO_AFFILIATION = Affiliation()
# The organ of whoever is sent by somebody or leads him.
SENT = "sent"

_WHO = re.compile(r"\bWHO\b")
# Who held an office speaks for himself: "a former U.S. Army technician", "a retired British officer".
_NO_LONGER = re.compile(r"\b(?:[Ff]ormer|[Rr]etired|[Ee]x)\b")
# "A Western official" is of no state that the text tells of.
_FROM_ABROAD = re.compile(
    r"\b(?:Western|European|Arab|Gulf|[Ff]oreign|[Aa]llied)(?: (?:intelligence|security|defen[cs]e|military|government))? "
    r"(?:officials?|diplomats?|sources?|governments?|envoys?)\b"
)


@lru_cache(maxsize=1 << 14)
def affiliation_of(words: str) -> Affiliation:
    """What the words of a source, or a role, tell by themselves."""
    words = _WHO.sub("World Health Organization", _OFFICE_OF_STATE.sub("Minister", words))
    found = _WORDS_OF.search(words)
    if found and (owner := _folded(found[1])):
        return Affiliation(owner=owner, organ="words")
    words = _RELATED.split(_ASIDE.split(words)[0])[0]
    if any(pattern.search(words) for pattern in (_KIN_OF, _FROM_ABROAD, _NO_LONGER, _ABOUT)):
        return NO_AFFILIATION
    organ, service = _ORGAN.search(words), _SERVICE.search(_NAMED_CARE.sub("", words))
    if organ is None and service is None and _FORCES.search(words) and (owner := _owner(words, _FORCES.search)):
        return Affiliation(owner=owner, organ="army", is_spokes=bool(_SPOKES.search(words)))
    is_spokes = bool(_SPOKES.search(words))
    if organ is None and service is None and (body := _OWNED_BODY.search(words)) and (owner := _folded(body[1])):
        return Affiliation(owner=owner, organ="government", is_spokes=is_spokes)
    if not (organ or service or is_spokes):
        owner = _owner(words, _SENT.search) if _SENT.search(words) else None
        return Affiliation(owner=owner, organ=SENT) if owner else NO_AFFILIATION
    return Affiliation(
        owner=_owner(words, _is_organ),
        organ=organ.lastgroup if organ else None,
        service=service.lastgroup if service else None,  # type: ignore[arg-type]
        is_spokes=is_spokes,
        is_seat=bool(_IN.search(words)),
        is_of_fighters=bool(_OF_FIGHTERS.search(words)),
        is_for_another=bool(_FOR_ANOTHER.search(words)),
    )


def _owner(words: str, is_organ: Callable[[str], object]) -> str | None:
    """Whose organ it is: "Merova's defence ministry", "the army of Merova", "the Merovan army", "Brand of the Karlian general staff".

    is_organ: whether words name an organ of the kind that is asked for.
    """
    return next((name for written in _owners(words, is_organ) if (name := _folded(written))), None)


def _owners(words: str, is_organ: Callable[[str], object]) -> Iterator[str]:
    """Names that may own an organ, the surest first."""
    yield from (found[1] for found in _INSTALLED.finditer(words))
    yield from (found[1] for found in _EMBASSY.finditer(words))
    if (found := _OF_THE_ADJECTIVE.search(words)) and is_organ(_one_phrase(found["rest"])):
        yield found[1]
    for possessed in _POSSESSED.finditer(words):
        if is_organ(_OTHER_CLAUSE.split(" ".join(possessed["rest"].split()[:_FAR]))[0]):
            yield possessed[1]
    if (found := _ADJECTIVE.search(words)) and is_organ(_one_phrase(found["rest"])):
        yield found[1]
    for pattern in (_CAPITAL_ADJECTIVE, _IN):
        if (found := pattern.search(words)) and found[1][:1].isupper():
            yield found[1]
    for of in _OF.finditer(words):
        before = words[: of.start()]
        # "The army moved from Vessin" is not Vessin's.
        last = _last_words(before) if of["link"] != "from" else " ".join(before.split()[-1:])
        if is_organ(last) and not _is_bare_ministry(before):
            yield of[2]


def _one_phrase(rest: str) -> str:
    """The next words, as far as they can be of one phrase with an adjective before them."""
    return _OTHER_PHRASE.split(" ".join(rest.split()[:_NEAR]))[0]


def _is_bare_ministry(words: str) -> bool:
    """Whether words end in a ministry, department or minister of whom they do not tell for what: that follows ("Minister of Supply")."""
    last = plain_words(words)[-2:]
    return last[-1:] in (["ministry"], ["minister"], ["department"]) and not (len(last) > 1 and last[0] in _PORTFOLIO)


def _last_words(words: str) -> str:
    """The words right before a name: an organ is of it only where no comma, no other phrase and few words part them."""
    last = _PHRASE_BEFORE.split(words.rpartition(",")[2])[-1]
    return " ".join(last.split()[-_NEAR - 1 :])


def _is_organ(words: str) -> bool:
    return bool(_ORGAN.search(words) or _SERVICE.search(words) or _SPOKES.search(words))


def _folded(name: str) -> str | None:
    words = plain_words(name)
    while len(words) > 1 and words[-1] in _NO_OWNER | _DEPARTMENT:
        words = words[:-1]
    while words and words[0] in _NO_OWNER:
        if words[0] in _OF_A_PERSON and len(words) > 1 and words[1] not in _NO_OWNER:
            return None
        words = words[1:]
    if _is_organ_alone(" ".join(words)):
        return None
    is_name = bool(words) and not set(words) <= _NO_OWNER | _DEPARTMENT | _ANYBODY and not _SPOKES.fullmatch(words[0])
    return " ".join(words) if is_name else None


def _is_organ_alone(words: str) -> bool:
    """Whether words name an organ of any state ("state security service")."""
    organ = _ORGAN.search(words)
    return organ is not None and set(plain_words(words[: organ.start()] + words[organ.end() :])) <= _DEPARTMENT | _NO_OWNER


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """A place in a text that tells whose an organ is. at: offset of the organ."""

    at: int
    organ: str
    owner: str


def owned_in(text: str, lands: Iterable[str] = ()) -> tuple[Owned, ...]:
    """All places of a text that tell whose an organ is, in its order. lands: folded words that it has for states.

    Any other word that begins a sentence and is written with a capital nowhere else is no name ("Witnesses told soldiers").
    """
    found = []
    known = {word.lower() for word in _INNER_CAPITAL.findall(text)} | set(lands)
    for clause in _CLAUSE.finditer(text):
        organ = _ORGAN.search(clause[0]) if not _MEDIATING.search(clause[0]) else None
        words = clause[0].lstrip()
        owner = _owner(words, _ORGAN.search) if organ else None
        is_first = owner is not None and words.lower().startswith(owner) and owner.split()[0] not in known
        if organ and owner and not is_first:
            found.append(Owned(at=clause.start() + organ.start(), organ=str(organ.lastgroup), owner=owner))
    return tuple(found)


def settle(told: Affiliation, at: int | None, owned: Sequence[Owned]) -> Affiliation:
    """An affiliation that tells no owner has that of the same organ named last before it, else of the one named next.

    A spokesperson of nobody speaks for whoever was named last. at: offset of its source in the text of owned.
    """
    # The spokesman of a police is of no ministry that the text has named.
    is_for_another = told.is_for_another and (told.organ is None or not told.is_spokes)
    if told.owner or at is None or told.is_of_fighters or is_for_another or not (told.organ or (told.is_spokes and not told.service)):
        return told
    same = [one for one in owned if one.organ == told.organ or not told.organ]
    if not same and told.organ == "government":  # the widest word for an organ
        same = list(owned)
    before = [one for one in same if one.at <= at]
    if before:
        return replace(told, owner=before[-1].owner, organ=told.organ or before[-1].organ)
    return replace(told, owner=same[0].owner, organ=told.organ or same[0].organ) if same and told.organ else told


def is_adjective_of(adjective: str, name: str) -> bool:
    """Whether a folded word may be the adjective of a folded name: "merovan" of "merova", "iranian" of "iran"."""
    stem = name[:-1] if len(name) > 4 and name[-1] in "aeiouy" else name
    ending = adjective.removeprefix(stem)
    if len(stem) < 4:  # "iskan" of "isk", and "isker" of nothing
        return len(stem) == 3 and ending in _OF_A_NATION
    return ending != adjective and (ending in _OF_A_NATION or 2 <= len(ending) <= 4)
