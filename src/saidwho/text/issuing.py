"""Is one who prints a body that tells its own deeds there, as a ministry, a rebel movement or a company does on its own page?"""

import re
from functools import lru_cache
from typing import Literal

from saidwho.text.press import ANY_TITLE

# More than names end in elsewhere: it is known of these that they print, and asked only whether they are the press.
PRESS = re.compile(
    rf"\b(?:{ANY_TITLE}|newspapers?|r[aá]dio|tv|television|echo|wire|magazine|review|agency|online|today|star|"
    r"evening|morning|register(?! of)|"
    r"ledger|inquirer|enquirer|mirror|globe|clarion|"
    r"observer(?! (?:mission|group|force|team|corps|office|house|network|unit)\b)|digest|mail|mercury|"
    r"broadcast\w*|channel|live|report(?:er)?|sentinel|telegraph|guardian|express|standard|voice|argus|examiner|advertiser|independent|"
    r"blog|bulletin|truth|(?<!\bof )information(?! (?:committee|department|directorate)\b)|"
    r"messenger|letters?|quarterly|monthly|almanac|forum)\b(?![^(]*\))",
    re.IGNORECASE,
)
# What such a body adds to its name where it speaks for itself.
_PRESS_OFFICES = (
    r"press (?:office|service|centre|center|desk)|media (?:office|desk|relations)|information (?:office|service|bureau)|"
    r"(?:office of the )?spokes\w+(?:['’]s? office)?"
)
_OFFICE = re.compile(
    rf"(?:['’]s?)? (?:{_PRESS_OFFICES}|secretariat|headquarters|communiqu[eé]s?|statements?|general staff|high command|command)$",
    re.IGNORECASE,
)
# Where such an office sits may stand behind it: "Coalition press desk, Lorn".
_OFFICE_AT = re.compile(rf"(?:['’]s?)? (?:{_PRESS_OFFICES})$", re.IGNORECASE)
# "Police Press Service" is the police's, "Continental Press Service" is an agency.
_PRESS_SERVICE = re.compile(r"^(?P<whose>.*?)(?:['’]s?)? press service$", re.IGNORECASE)
_OFFICIAL = re.compile(r"\b(?:president\w*|prime minister\w*|minist\w+|governor\w*|mayor\w*|border|parliament\w*|kremlin)\b", re.IGNORECASE)
# "Press Service of the President" is no press.
_OFFICE_OF = re.compile(r"^(?:the )?(?:press|information|media) (?:office|service|centre|center|bureau) of\b", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:secretariat|directorate|ministry|headquarters|brigades?|battalion|regiment|front|army|navy|forces?|command|council|committee|"
    r"commission|mission|union|league|movement|party|society|association|federation|confederation|congress|assembly|team|company|telecom\w*|"
    r"authority|police|hospital|clinic|infirmary|embassy|administration|government|railways?|physicians|doctors|foundation|charity|"
    r"institute|clinics|admiralty|funds?|diocese|archdiocese|synod|delegation|cooperative|coordination|trust|"
    r"resistance|militia|banner|office of|chamber|bank|court|parliament|senate|fleet|guard|legion|red cross|red crescent|pipelines|"
    r"shipping|(?:ferry|cruise|steamship|container) lines?|"
    r"board|witness|rights|cell|emergency room|\w*watch\w*|observatory|inspectorate|corps|column|group|soldiers|panel|seismic|register of|"
    r"department of|presidency|president of|general staff|action|transmission|international$|"
    r"monitors?|relief|war office|office for|registry|coast ?guard|chancell?ery|(?<!media )(?<!press )(?<!broadcasting )cent(?:re|er)|"
    r"archives?|surgeons|nurses|medics|jurists|lawyers|mothers|petroleum|airlines?|airways|charter|corporation|ltd|limited|inc|plc|gmbh)\b",
    re.IGNORECASE,
)
# What stands behind a comma may tell of what kind a paper is ("Karlia Today, state newspaper"), or what a body prints ("daily report 58").
_PAPER = re.compile(
    r"\b(?:(?:news)?paper|magazine|weekly|radio|television|tv|channel|broadcast\w*|news|agency|blog|digest|live)\b|\bdaily$", re.IGNORECASE
)
# Where an official or a body speaks for itself on somebody else's pages: "Governor S. Volkin (official channel)".
_PAGE = re.compile(r"(?: \(|, )(?:(?:own|official|personal|verified) )*(?:channel|account|page|feed|blog)\)?$", re.IGNORECASE)
# What a body prints, by its own name: "Karlia Watch bulletin 6".
_PRINTED = re.compile(
    r" (?:situation |daily |weekly |monthly )?(?:bulletin|note|log|report|update|brief|newsletter)s?(?: (?:no\.? ?)?\d+)?$", re.IGNORECASE
)
# What stands in brackets after a name tells of a place, or how it was sent: "(e-mail to editors)".
_BRACKETS = re.compile(r" ?\([^()]*\)")
_LEGAL = re.compile(r",? (?:ltd|limited|inc|plc|gmbh|corporation|corp)\.?$", re.IGNORECASE)
# Whose deeds a body tells as its own; a paper speaks of its reporters.
_OURS = re.compile(
    r"\bour (?:\w+ )?(?:fighters|soldiers|troops|forces|units?|men|women|members|comrades|brigades?|movement|group|doctors?|nurses?|"
    r"surgeons?|staff|clinics?|hospitals?|volunteers|engineers|pilots|drones|aircraft|planes|guns|ships?|vessels?|company|workers|employees|deminers|teams?|"
    r"patrols?|mission|observers|monitors|brothers|sisters|martyrs|organi[sz]ation|party|union|"
    r"satellites?|heads? of mission|logisticians?|"
    r"network|collective|warehouses?|convoys?|trucks|lorries|field staff|analysts?|sappers|hotline|helpline|delegates?|"
    r"researchers?|investigators?|interviewers|midwife|rescuers|surveyors?|inspectors|caseworkers|volunteer|shelters|kitchens)\b",
    re.IGNORECASE,
)


# Whoever speaks of armed people as its own speaks for them, whatever it calls itself: "a vehicle of ours", "our artillery".
_FIGHTS = re.compile(
    r"\bour (?:own |brave |heroic |valiant )?(?:fighters|soldiers|troops|forces|units?|artillery|guns|defenders|brothers|sons|martyrs|"
    r"armed forces|army|navy|fleet|air force|positions?|posts?|losses|boys|men|heroes|brigades?|battalions?|gunners|drones|aircraft|planes|"
    r"ships?)\b(?! of the)"
    r"|\b(?:units?|aircraft|vehicles?|ships?|boats?|men|fighters|planes?|guns?|two|three|some|none) of (?:ours|our own)\b"
    r"|\b(?:is|are|remains?) in our hands\b|\b(?:is|was|are|were) not ours\b",
    re.IGNORECASE,
)
# Work that a paper does not do.
_WORKS = re.compile(
    r"\bour (?:own )?(?:laborator\w+|monitoring|lists|records|sensors|stations?|repair crews?|members)\b|^We are \w",
    re.MULTILINE | re.IGNORECASE,
)
# What is said of a body by its own name on its own page, where it does what a paper does not.
_BY_NAME = (
    r"\b(?:convoys?|teams?|crews?|staff|volunteers?|members|fighters|engineers|doctors|pictures?|images?|tracks|data|lists?)\b"
    r"(?: (?:of|for|by|taken for|that|which)){{1,2}} (?:the )?{name}\b"
    r"|\b{name} (?:has |have )?(?:sent|suspend\w*|remov\w*|deliver\w*|treat\w*|record\w*|clear\w*|bought|received|compared|counted|"
    r"evacuat\w*|runs|operates|claims responsibility|puts|carried out|its)\b"
)
# What somebody else says, in quotation marks.
QUOTED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"|«[^«»]*»|„[^„“]*“|‘[^‘\n]*?’(?!\w)")


def is_page(outlet: str) -> bool:
    """Whether it is the page of somebody on pages of others: "Governor S. Volkin (official channel)"."""
    return bool(_PAGE.search(outlet))


# Each is asked for with each claim that its outlet tells.
@lru_cache(maxsize=1 << 12)
def is_body(outlet: str) -> bool:
    """Whether the name of one who prints is that of a body other than the press ("Coast Front Secretariat")."""
    if (service := _PRESS_SERVICE.match(outlet)) is not None:
        return bool(_BODY.search(service["whose"]) or _OFFICIAL.search(service["whose"]))
    name, _, kind = _BRACKETS.sub("", outlet).partition(",")
    outlet, name = _PRINTED.sub("", outlet), _PRINTED.sub("", name)
    if any(form.search(outlet) for form in (_PAGE, _OFFICE, _OFFICE_OF)) or _OFFICE_AT.search(name):
        return True
    return bool(_BODY.search(outlet)) and not PRESS.search(name) and not _PAPER.search(kind)


@lru_cache(maxsize=1 << 14)
def tells_its_own(outlet: str, words: str) -> bool:
    """Whether one who prints tells deeds of its own people in its own voice ("our team loosened the track")."""
    return bool(_OURS.search(words)) and not PRESS.search(outlet)


PrintsAs = Literal["paper", "body", "side"]


# Texts are long: reading and linking ask for the same one, one after the other.
@lru_cache(maxsize=8)
def prints_as(outlet: str, text: str) -> PrintsAs:
    """As what somebody prints a text: a body its own word, a side of the conflict its word, a paper what happened.

    A body tells what its own people did, or tells of itself by its name as of one who acts. What prints news and speaks of its own
    fighters is the press of a side, whichever it is. Words in quotation marks are somebody else's.
    """
    if is_body(outlet):
        return "body"
    plain = QUOTED.sub("", text)
    if PRESS.search(outlet) or _PAPER.search(outlet.partition(",")[2]):
        return "side" if _FIGHTS.search(plain) else "paper"
    ours = {found[0].lower().replace(" own ", " ") for found in _OURS.finditer(plain)}
    if _WORKS.search(plain) or not all(map(_OF_A_PEOPLE.search, ours)) or _is_told_of(outlet.removeprefix("The "), plain):
        return "body"
    # Any paper may call the army of its state its own.
    fights = ours | {found[0].lower().replace(" own ", " ") for found in _FIGHTS.finditer(plain)}
    is_of_one = fights - _OF_A_NATION and len(_SAYING.findall(plain)) < _REPORTS
    return "body" if is_of_one else "side" if fights else "paper"


# Whom a town's paper calls its own as well as a movement does: what it fights with, and where its wounded lie.
_OF_A_PEOPLE = re.compile(
    r"\b(?:fighters|soldiers|troops|forces|units?|m[ae]n|women|members|brigades?|group|pilots|drones|aircraft|planes|guns|ships?|vessels?|"
    r"brothers|sisters|martyrs|hospitals?)$"
)
# Whoever tells so often what somebody says prints news.
_SAYING = re.compile(r"\b(?:said|says?|told|tells?|according to|announced|reported|added)\b")
_REPORTS = 3
_OF_A_NATION = frozenset({"our army", "our armed forces", "our navy", "our air force", "our fleet"})


def _is_told_of(name: str, text: str) -> bool:
    """Whether a text tells by name what a body did."""
    # Asked first for the name alone: to make an expression of it takes milliseconds, and few texts name their outlet.
    return bool(name) and name in text and re.search(_BY_NAME.format(name=re.escape(name)), text) is not None


_KINDS = (
    r"(?:aid |rights |relief |medical |armed |rebel |human rights |monitoring |hacker )?(?:group|charity|society|association|company|firm|"
    r"monitor|institute|think tank|organi[sz]ation|movement|militia|network|laboratory)"
)
# Of so many words at most, and letters: a text may be one long word.
_NAMED = r"((?<![\w&'’-])[A-Z][\w&'’-]{0,40}(?: (?:(?:and|of|the|in|for) ){0,2}[A-Z][\w&'’-]{0,40}){0,8})"
_CALLED = rf"\b{_KINDS}(?: of [a-z]+)?(?: (?:named|called|that calls itself))? {_NAMED}"
_IS_A = rf"{_NAMED}, (?:an?|the) (?:[\w-]+ ){{0,3}}?{_KINDS}\b"
_DESCRIBED = re.compile(f"{_CALLED}|{_IS_A}")


def described_as_bodies(text: str) -> frozenset[str]:
    """Names that a text introduces with a word for a body that does not print: "the charity World Bread", "Lumen, a rights group"."""
    return frozenset(found[1] or found[2] for found in _DESCRIBED.finditer(text))


def body_of(outlet: str) -> str:
    """The name of the body, without its office for the press, what stands in brackets or behind a comma, and its form at law."""
    name = _BRACKETS.sub("", _OFFICE.sub("", _PAGE.sub("", outlet))).partition(",")[0].strip()
    printed = _PRINTED.sub("", name)
    return _LEGAL.sub("", _OFFICE_AT.sub("", printed if is_body(printed) else name))
