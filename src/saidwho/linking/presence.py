"""Where does an outlet tell that its own people were there, and who are they?

A sentence in which "our reporter watched from a ridge" is told by one who was there: what it says in the outlet's own voice is first-hand.
What stands beside it in the paragraph may be from anybody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from saidwho.linking.papers import STAFF, short_name
from saidwho.linking.stems import plain_words
from saidwho.text.issuing import QUOTED
from saidwho.types.document import Span

_STAFF = rf"(?:{STAFF.pattern}|camerawom[ae]n|camera team|colleagues?|editors?|crew|team)"
# What somebody does who is there.
_WAS_THERE = (
    r"(?:saw|ha[sd] seen|have seen|sees|can see|stood|stands|counted|counts|watched|watches|visited|found|filmed|walked|drove|heard|hears|"
    r"reached|spent|went|lay|sat|(?:was|were) (?:at|in|on|among|there|let)|lives|caught|knelt|looked|examined|photographed|measured|"
    r"witnessed|followed|kept)"
)
_DOES = rf"(?:(?!\b(?:that|he|she|they|it|whom|told)\b)[^.\n]){{0,70}}?(?:\b{_WAS_THERE}\b|\bbeside (?:him|her|them)\b)"
_OWN = re.compile(
    rf"\b(?:(?:our|this (?:news)?paper['’]s|this agency['’]s) (?:own )?{_STAFF}|an? {_STAFF} of this (?:newspaper|paper|agency|channel)|"
    rf"this {_STAFF})\b{_DOES}",
    re.IGNORECASE,
)
# "A Norrpress reporter at the ferry saw".
_OF_NAME = re.compile(rf"\b[Aa]n? (?P<of>[A-Z][\w.]{{0,40}}(?: [A-Z][\w.]{{0,40}}){{0,4}}) {_STAFF}\b{_DOES}")
# What somebody tells of himself who is there. Nothing stands between but helping words: who "tried to count" or "cannot see" tells less.
_HELPING = r"(?: (?:have|had|also|both|all|just|then|later|first|now|ourselves|myself|could|can|still)){0,2}"
_FIRST_PERSON = re.compile(
    rf"\b(?:(?-i:I)|we){_HELPING} (?:saw|seen|stood|counted|watched|visited|found|filmed|walked|drove|heard|lay|sat|knelt|examined|"
    r"measured|photographed|bought|rowed|climbed|crossed|travelled|waited|slept|"
    r"(?:was|am|were|are) (?:there|here|at|in|on|behind|among|inside|beside|near|under))\b(?! (?:none|no|nothing|neither|not|that|out)\b)"
    r"|\bour (?:photographs|pictures|count|measurements)\b|['’]s correspondent beside (?:him|her|them)\b",
    re.IGNORECASE,
)
# What a paper does whose people were there: "The Dagblad rowed out".
_DEEDS = (
    r"(?:(?:has|had) )?(?:saw|seen|counted|watched|visited|photographed|filmed|examined|measured|walked|drove|rowed|went|stood|"
    r"witnessed)\b(?! (?:none|no|nothing|neither)\b)"
)
_STOP = re.compile(r"[.!?][”\"’»]?\s+|\n+")
_NAMED_STAFF = re.compile(
    rf"\b(?:[Oo]ur|[Tt]his (?:news)?paper['’]s|[Tt]his agency['’]s) (?:own |\w+ )?{_STAFF}"
    r"(?: (?:in|at|on) (?:the )?[\w'’ ]{2,30}?,)? ((?:[A-Z][\w'’-]+ )*[A-Z][\w'’-]+)"
)


# A shorter word may be anything.
_TELLING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """sentences: of a text in which its outlet's own people are told to be there. staff: their folded names and surnames."""

    sentences: tuple[Span, ...]
    staff: frozenset[str]

    def holds(self, at: int) -> bool:
        return any(sentence.start <= at < sentence.end for sentence in self.sentences)


def presence_in(outlet: str, text: str) -> Presence:
    """What a text tells of its outlet's own people. What stands in quotation marks is somebody else's."""
    plain = QUOTED.sub(lambda found: " " * len(found[0]), text)
    names = [" ".join(plain_words(found[1])) for found in _NAMED_STAFF.finditer(plain)]
    return Presence(
        sentences=tuple(sentence for sentence in _sentences(plain) if _is_there(outlet, sentence.of(plain))),
        staff=frozenset(names) | {name.rpartition(" ")[2] for name in names},
    )


def _sentences(text: str) -> Iterator[Span]:
    ends = [found.end() for found in _STOP.finditer(text)]
    for start, end in pairwise([0, *ends, len(text)]):
        yield Span(start=start, end=end)


def _is_there(outlet: str, words: str) -> bool:
    if _FIRST_PERSON.search(words) or (_named(outlet) and re.search(rf"\b{re.escape(_named(outlet))} {_DEEDS}", words)):
        return True
    return bool(_OWN.search(words)) or any(_is_of(found["of"], outlet) for found in _OF_NAME.finditer(words))


def _named(outlet: str) -> str:
    """The last word of an outlet's name, by which its people call it; empty where it is of one word, and may be anything else."""
    words = outlet.partition(",")[0].split()
    return words[-1] if len(words) > 1 and len(words[-1]) > _TELLING else ""


def _is_of(name: str, outlet: str) -> bool:
    """Whether a name before "reporter" is the outlet's, whole, short or by its first letters."""
    short = short_name(outlet)
    initials = "".join(word[0] for word in outlet.split() if word[:1].isupper())
    told = short_name(name)
    return name == initials or bool(told and short and (told in short or short in told))
