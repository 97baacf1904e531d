"""Whose are the army, the board and the ministry that a name tells of, and by what other name is a state called?"""

import re

from saidwho.statements.aid.words import WORDS
from saidwho.types.grounding import Actor

# "Sund navy", "the Landtag of Oberau", "the International Monetary Fund's board" act for whoever they are of.
_ORGANS = (
    r"(?:army|navy|air force|armed forces|coastguard|police|parliament|landtag|senate|congress|government|cabinet|board|"
    r"(?:(?:defence|defense|foreign|finance|interior|health|development|aid) )?ministry|embassy|rescue service)"
)
_BEHIND = re.compile(rf"(?:the )?(?P<name>[A-Z][\w'’ -]*?)(?:['’]s)? {_ORGANS}", re.IGNORECASE)
_BEFORE = re.compile(rf"(?:the )?{_ORGANS}(?: of [a-z ]+)?,? of (?:the )?(?P<name>[A-Z][\w'’ -]*)", re.IGNORECASE)
_BOARD = re.compile(r"\b(?:board|council|directors|executive)$", re.IGNORECASE)
_FORMS = r"(?:(?:\w+ )?(?:republic|federation|confederation|commonwealth)|kingdom|sultanate|emirate|principality|state)"
_FORMAL = re.compile(rf"(?:the )?{_FORMS} of (?:the )?(?P<name>\w+)", re.IGNORECASE)
_THE = re.compile(r"^the ", re.IGNORECASE)
# "Lutrian" is of Lutria: letters that an adjective may have more than the name, or a name more than what they share.
ENDINGS = ("n", "an", "ian", "ish", "ese", "i")
_MORE = 4


def without_article(words: str) -> str:
    return _THE.sub("", words)


def organ_of(actor: Actor) -> str | None:
    """The name of whose army, board or ministry a body without an owner is: "Sund" of "Sund navy"."""
    if actor.of is not None or actor.kind not in ("body", "force", "government"):
        return None
    told = _BEHIND.fullmatch(actor.name) or _BEFORE.fullmatch(actor.name)
    name: str | None = told["name"] if told else None
    return name if name and name[:1].isupper() else None


def is_office(actor: Actor) -> bool:
    """Whether nobody knows whose a body is: "the government", "Parliament"; "Defence" of "the Minister of Defence"."""
    is_body = actor.of is None and actor.kind in ("body", "government")
    return is_body and without_article(actor.name).lower() in WORDS["offices"] | WORDS["bodies"]


def is_independent(actor: Actor, owner: Actor) -> bool:
    """Whether a body gives on its own: an agency or bank of a body of states, other than its commission and its board."""
    is_part = "Commission" in actor.name or _BOARD.search(actor.name) is not None
    return actor.kind == "body" and owner.kind == "body" and not is_part


def plain_name(name: str) -> str | None:
    """The name of a state without what form it has, in lower case: "lutria" of "Federation of Lutria"."""
    told = _FORMAL.fullmatch(name)
    return told["name"].casefold() if told else None


def is_adjective(word: str, name: str) -> bool:
    """Whether a word is the adjective of a name: "Lutrian" of Lutria."""
    shared = len(name) - 1 if name[-1:] in "aey" else len(name)
    return name != word and len(word) <= len(name) + _MORE and word.startswith(name[:shared]) and word.endswith(ENDINGS)
