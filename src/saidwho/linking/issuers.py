"""Whose press is one who prints: a state's, a movement's? What bodies print by themselves is told in saidwho.text.issuing."""

import re
from collections.abc import Iterable

from saidwho.linking.stems import plain_words
from saidwho.text.issuing import PRESS

# What a state calls its own press, after its name or before it: "Ghaz News Service", "Radio-Television Kasamba".
_STATE_PRESS = (
    r"(?:(?:state|national|official|public) )?(?:television|tv|radio|broadcast\w*|press bureau|state gazette|official gazette|"
    r"(?:news|press|telegraph|information|state|official|national) (?:agency|service|bureau|news|radio|television|tv))"
)
_OF_A_STATE = re.compile(
    rf"^(?:the )?(?:(?P<before>.+?) (?:{_STATE_PRESS}|truth|information|official news|one)|"
    rf"(?:radio[- ]television|{_STATE_PRESS}|voice|(?:first )?channel(?: one)?)(?: of)? (?:the )?(?P<after>.+))$",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"^ ?(?:the )?(?:state|official|government)(?:[- ](?:owned|run))? "
    r"(?:(?:news)?paper|daily|weekly|television|tv|radio|broadcaster|agency|channel)",
    re.IGNORECASE,
)
_LAST_PRESS = re.compile(rf" {PRESS.pattern}$", re.IGNORECASE)

# Armed and political bodies by the rest of their names; what stands before or after is the name that their papers bear.
_MOVEMENT_WORDS = (
    "army armies brigade brigades front movement league banner guard guards militia forces force resistance liberation compact committee "
    "council union party command sons national people peoples free republic line territory government administration district districts "
    "islamic emirate caliphate"
)
_MOVEMENT = frozenset(_MOVEMENT_WORDS.split())
_FIGHTING_WORDS = (
    "army armies brigade brigades front guards militia forces resistance liberation assembly congress movement compact banner sons command"
)
_FIGHTING = frozenset(_FIGHTING_WORDS.split())
# What stands for a paper in its name, beside the words for the press.
_PAPER = frozenset(["channel", "state", "official", "public"])


# What a paper adds to its name to tell whose it is: "organ of the Hill Front", "Azurist bulletin", "(Hill Front)".
_KIND_OF_PRESS = (
    r"(?:(?:news)?paper|organ|voice|mouthpiece|channel|(?:web)?site|radio|station|television|tv|bulletin|weekly|daily|media|"
    r"press(?: (?:cent(?:re|er)|service|office))?|news service)"
)
_ADDED = re.compile(r"(?:, |(?P<bracket>\())(?P<added>[^(),]+)\)?$")
_ORGAN_FOR = re.compile(rf"^(?:the )?(?:official )?{_KIND_OF_PRESS} of (?:the )?(?P<of>.+)$", re.IGNORECASE)
# "(Hezbollah-run)".
_RUN_BY = re.compile(r"^(?P<of>[A-Z].*)-(?:run|owned|controlled|affiliated|linked|aligned)$")
_ITS_PRESS = re.compile(rf"^(?P<of>(?:[A-Z]|al-)[\w'’-]*(?: [A-Z][\w'’-]*)*) {_KIND_OF_PRESS}$")


def organ_for(outlet: str) -> str | None:
    """Whose organ one who prints says to be behind its name; what stands in brackets alone may be a place as well."""
    added = _ADDED.search(outlet)
    if added is None:
        return None
    found = _ORGAN_FOR.match(added["added"]) or _ITS_PRESS.match(added["added"]) or _RUN_BY.match(added["added"])
    return found["of"] if found else added["added"] if added["bracket"] else None


def paper_of(outlet: str, groups: Iterable[str]) -> str | None:
    """The movement whose paper one who prints is by its name: "Azure Voice" is the Azure Brigade's. groups: folded names.

    None where none or several of the groups may be meant.
    """
    if not PRESS.search(outlet):
        return None
    words = [word for word in plain_words(PRESS.sub("", outlet)) if word not in {*_PAPER, "of", "the", "s"}]
    if not words:
        return None
    found = {group for group in groups if _bears(group.split(), words)}
    return found.pop() if len(found) == 1 else None


def fights_by_name(name: str) -> bool:
    """Whether a folded name is that of a movement that may fight ("hill front")."""
    return bool(_FIGHTING & set(name.split()))


def _bears(group: list[str], words: list[str]) -> bool:
    """Whether a movement's name is some words and no more than what kind of movement it is."""
    rest = [word for word in group if word not in words and word not in ("of", "the", "s")]
    return set(words) <= set(group) and bool(set(group) & _MOVEMENT) and all(word in _MOVEMENT or word.isdigit() for word in rest)


def whose_press(outlet: str) -> str | None:
    """Whose press one who prints is by its name, if that is a state's ("Ghaz News Service"): what stands beside the words for it.

    What stands behind a comma tells a programme ("Radio Quillane, Home Service"), or that a paper is a state's ("Tashur Today, state
    newspaper").
    """
    name, _, kind = outlet.partition(",")
    if _OWNED.search(kind):
        return _LAST_PRESS.sub("", name).strip() or None
    found = _OF_A_STATE.match(name.strip())
    return (found["before"] or found["after"]) if found else None
