"""Who prints under a name that is no outlet's of the register: "Ministry of Defence, Lorn", "Karlian State Radio"?"""

import re

from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.register import Register
from saidwho.text.issuing import PRESS, body_of

_PARTS = re.compile(r" ?[,()] ?")
# What a movement that the register knows calls its press.
_MEDIA = re.compile(r" (?:media|information) (?:centre|center|wing|bureau|department|office|committee)$", re.IGNORECASE)
# Who prints its own word and is no outlet.
_BODIES = frozenset({"government", "force", "group", "body"})
# Whose channel speaks for it ("Southern Voice, channel of the Dawn Front").
_FIGHTING = frozenset({"force", "group"})
# A state's own press says so.
_OF_STATE = re.compile(
    r"\b(?:\w*state(?:-(?:run|owned|controlled))?|official|government(?:al)?|of the (?:republic|nation|state|revolution)|"
    r"(?:army|navy|military|air force)(?:['’]s)? (?:(?:news)?paper|daily|weekly|journal|gazette|television|radio|channel)|"
    r"national (?:(?:news|press|information|radio|television) )*"
    r"(?:agency|service|television|tv|radio|channel|broadcast\w*|bureau|bulletin))\b",
    re.IGNORECASE,
)
# Organs that sit in a capital are of its state.
_ORGAN = re.compile(
    r"\b(?:ministry|directorate|presidency|cabinet|council of ministers|civil defen[cs]e|(?:border|coast) ?guards?|customs|police|"
    r"(?:defen[cs]e|army|military|police|government) (?:portal|spokes\w+)|"
    r"general staff|(?:defen[cs]e|army|navy|air force|police) (?:headquarters|command)|"
    r"(?:press|information) (?:committee|department|directorate))\b",
    re.IGNORECASE,
)
# "News agency of the Federal Republic of Karlia".
_ORGAN_OF = re.compile(rf"(?:{PRESS.pattern}|\b(?:television|organ|gazette)\b)[^,()]* of (?P<of>(?:the )?[A-Z][^,()]*)", re.IGNORECASE)
# Names of states are this long at most where others follow: "South Ossetian", "Central African Republic".
_LONGEST = 3


def body_printing(name: str, register: Register, *, context: tuple[str, ...]) -> Entry | None:
    """The entry of a body that prints its own word: "UN humanitarian office, Port-au-Prince", "Karlian Front media office".

    A ministry is of the state or government that stands behind its name. context: keys of the states that the text is about.
    """
    head, *rest = parts_of(name)
    seats = tuple(state.key for state in _states_in(rest, register))
    found = [register.resolve(words, context=seats) for words in dict.fromkeys((head, body_of(name), _MEDIA.sub("", head)))]
    if (of := _ORGAN_OF.search(name)) is not None and (mover := register.resolve(of["of"])) is not None and mover.kind in _FIGHTING:
        return mover
    if _ORGAN.search(head):
        found += [register.resolve(part, context=context) for part in rest]
    return next((entry for entry in found if entry is not None and entry.kind in _BODIES), None)


def state_printing(name: str, register: Register) -> Entry | None:
    """The state whose press or organ one who prints is by its name: "Karlian State Television", "Directorate of Fisheries, Lorn"."""
    if (of := _ORGAN_OF.search(name)) is not None and (state := register.state_named(of["of"])) is not None:
        return state
    head, *rest = parts_of(name)
    seats = _states_in(rest, register)
    if _OF_STATE.search(name):
        return next(iter(seats), None) or _state_before(head, register) or _capital_in(head, register)
    return seats[0] if seats and _ORGAN.search(head) and not PRESS.search(head.split()[-1]) else None


def is_state_press(name: str) -> bool:
    """Whether whoever prints calls itself a state's, whichever ("Southern News, state television"); a revolution may be against it."""
    found = _OF_STATE.search(name)
    return found is not None and not found[0].lower().endswith("revolution")


def parts_of(name: str) -> list[str]:
    """The name itself, then what stands behind commas and in brackets."""
    return [part for part in _PARTS.split(name) if part] or [name]


def country_printing(name: str, register: Register) -> Entry | None:
    """The state at home in which a paper is by its name, which tells its capital: "Lorn Courier", "Courier, Lorn"."""
    head, *rest = parts_of(name)
    seats = _states_in(rest, register)
    words = head.removeprefix("The ").split()
    first = register.metonym(words[0]) if len(words) > 1 and PRESS.search(words[-1]) else None
    return next(iter(seats), None) or (register.state_of(first) if first is not None else None)


def _states_in(parts: list[str], register: Register) -> list[Entry]:
    """The states that parts of a name tell."""
    return [state for part in parts if (state := _state_in(part, register)) is not None]


def _state_in(words: str, register: Register) -> Entry | None:
    """The state that words name, or whose capital."""
    government = register.metonym(words)
    return register.state_named(words) or (register.state_of(government) if government is not None else None)


def _capital_in(words: str, register: Register) -> Entry | None:
    """The state whose capital is a word of a name: "Radio Lorn, Voice of the Republic", "Lorn Broadcasting Corporation (state)"."""
    told = words.removeprefix("The ").split()
    # "Washington State" is none.
    names = (word for word, then in zip(told, [*told[1:], ""], strict=True) if word[0].isupper() and then != "State")
    return next((state for name in names if (city := register.metonym(name)) is not None and (state := register.state_of(city))), None)


def _state_before(words: str, register: Register) -> Entry | None:
    """The state that a name begins with: "Karlian State Television", "Karlia State Bulletin"."""
    told = words.removeprefix("The ").split()
    starts = (" ".join(told[:count]) for count in range(min(_LONGEST, len(told) - 1), 0, -1))
    return next((state for start in starts if (state := register.state_named(start) or register.demonym(start)) is not None), None)
