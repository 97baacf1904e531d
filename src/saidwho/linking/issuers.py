"""Is one who prints a body that tells its own deeds there, as a ministry, a rebel movement or a company does on its own page?"""

import re
from functools import lru_cache

from saidwho.text.press import ANY_TITLE

# More than names end in elsewhere: it is known of these that they print, and asked only whether they are the press.
_PRESS = re.compile(
    rf"\b(?:{ANY_TITLE}|newspapers?|radio|tv|television|echo|wire|magazine|review|agency|online|today|star|observer|digest|mail|mercury|"
    r"broadcast\w*|channel|live|report(?:er)?|sentinel|telegraph|guardian|express|standard|voice|argus|examiner|advertiser|independent|"
    r"blog|bulletin)\b",
    re.IGNORECASE,
)
# What such a body adds to its name where it speaks for itself.
_OFFICE = re.compile(
    r"(?:['’]s?)? (?:press (?:office|service|centre|center)|secretariat|information (?:office|service|bureau)|media office|headquarters|"
    r"spokes\w+(?:['’]s? office)?|communiqu[eé]s?|statements?|general staff|high command|command)$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:secretariat|directorate|ministry|headquarters|brigades?|battalion|regiment|front|army|navy|forces|command|council|committee|"
    r"commission|mission|union|league|movement|party|society|association|federation|confederation|congress|assembly|team|company|telecom\w*|"
    r"authority|police|hospital|clinic|infirmary|embassy|administration|government|railways?|physicians|doctors|foundation|charity|institute|"
    r"resistance|militia|banner|office of|chamber|bank|court|parliament|senate|fleet|guard|legion|red cross|red crescent|pipelines|"
    r"shipping|lines|board|witness|\w*watch|observatory|monitors?|relief|war office|office for|registry)\b",
    re.IGNORECASE,
)
# What a state calls its own press, after its name or before it: "Ghaz News Service", "Radio-Television Kasamba".
_STATE_PRESS = (
    r"(?:(?:state|national|official|public) )?(?:television|tv|radio|broadcast\w*|"
    r"(?:news|press|telegraph|information|state|official|national) (?:agency|service|bureau|news|radio|television|tv))"
)
_OF_A_STATE = re.compile(
    rf"^(?:the )?(?:(?P<before>.+?) {_STATE_PRESS}|(?:radio[- ]television|{_STATE_PRESS})(?: of)? (?P<after>.+))$",
    re.IGNORECASE,
)
# Whose deeds a body tells as its own; a paper speaks of its reporters.
_OURS = re.compile(
    r"\bour (?:\w+ )?(?:fighters|soldiers|troops|forces|units?|men|women|members|comrades|brigades?|movement|group|doctors|nurses|staff|"
    r"clinics?|hospitals?|volunteers|engineers|pilots|drones|aircraft|planes|guns|ships?|vessels?|company|workers|employees|deminers|teams?|patrols?|"
    r"mission|observers|monitors|brothers|sisters|martyrs|organi[sz]ation|party|union|government|ministry|navy|army|air force|satellites?|"
    r"network|warehouses?|convoys?|trucks|field staff|analysts?|sappers)\b",
    re.IGNORECASE,
)


# Each is asked for with each claim that its outlet tells.
@lru_cache(maxsize=1 << 12)
def is_body(outlet: str) -> bool:
    """Whether the name of one who prints is that of a body other than the press ("Coast Front Secretariat")."""
    return bool(_OFFICE.search(outlet)) or (bool(_BODY.search(outlet)) and not _PRESS.search(outlet))


@lru_cache(maxsize=1 << 14)
def tells_its_own(outlet: str, words: str) -> bool:
    """Whether one who prints tells deeds of its own people in its own voice ("our team loosened the track")."""
    return bool(_OURS.search(words)) and not _PRESS.search(outlet)


def whose_press(outlet: str) -> str | None:
    """Whose press one who prints is by its name, if that is a state's ("Ghaz News Service"): what stands beside the words for it."""
    found = _OF_A_STATE.match(outlet.strip())
    return (found["before"] or found["after"]) if found else None


def body_of(outlet: str) -> str:
    """The name of the body, without its office for the press."""
    return _OFFICE.sub("", outlet)
