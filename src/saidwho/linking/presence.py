"""Where does an outlet tell that its own people were there, and who are they?

A sentence in which "our reporter watched from a ridge" is told by one who was there: what it says in the outlet's own voice is first-hand.
So is how it looks there, right behind ("Fourteen burned cars lie along the road"); what else stands beside it may be from anybody.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from saidwho.linking.papers import STAFF, short_name
from saidwho.linking.stems import plain_words
from saidwho.text.issuing import QUOTED
from saidwho.text.press import KINDS
from saidwho.types.document import Span

_STAFF = rf"(?:{STAFF.pattern}|camerawom[ae]n|cameras?(?: team)?|colleagues?|contributors?|editors?|crew|team|stringers?|special envoys?)"
# Of an outlet alone: "our own man in Lorn".
_OUR_STAFF = rf"(?:{_STAFF}|m[ae]n|wom[ae]n|people)"
# What somebody does who is there.
_WAS_THERE = (
    r"(?:saw|ha[sd] seen|have seen|sees|can see|stood|stands|counted|counts|watched|watches|visited|found|filmed|walked|drove|heard|hears|"
    r"reached|spent|went|lay|sat|(?:was|were) (?:at|in|on|among|there|let)|lives|caught|knelt|looked|examined|photographed|measured|"
    r"witnessed|followed|kept|recogni[sz]ed|crossed|entered|climbed|rode|travelled)"
)
_DOES = rf"(?:(?!\b(?:that|he|she|they|it|whom|told)\b)[^.\n]){{0,70}}?(?:\b{_WAS_THERE}\b|\bbeside (?:him|her|them)\b)"
# What staff do who ask, hear or report, want and fail to, or only sit somewhere: nothing of it is done on the spot.
_FROM_AFAR = (
    r"(?:asked|reported|learned|contacted|telephoned|phoned|called|rang|interviewed|questioned|invited|requested|refused|barred|banned|"
    r"denied|expelled|tried|attempted|failed|wanted|hoped|wished|needed|intended|planned|claimed|noted|added|explained|described|quoted|"
    r"cited|estimated|believed|understood|translated|published|shared|received|wired|cabled|concluded|confirmed|revealed|disclosed|stated|"
    r"announced|mentioned|commented|answered|replied|suggested|recalled|remembered|based|accredited|posted|stationed|assigned|named|"
    r"used|retired|covered|worked|joined)"
)
# Any other deed right behind who does it: "our photographer brought out pictures", "our man in Lorn paced the yard".
_ANY_DEED = (
    r"(?: (?:in|at|on|near|with) (?:the )?[\w'’-]+(?: [\w'’-]+)?,?)?(?: (?:then|later|also|first|once))?"
    rf" (?:(?!{_FROM_AFAR}\b)[a-z]{{2,}}(?<!e)ed\b|got (?:there|here|to|into|in|out|through|back|within|up|down|as far)\b|"
    r"brought (?:back|out|home|away|us)\b|took (?!part|over|issue|note|office|exception)|"
    r"made (?:out|it|his way|her way|their way)|"
    r"came (?:to|upon|across|through|into|back|within|out|down)\b|slept|ran|held|felt|smelled|passed|"
    r"was able to (?:see|count|reach|enter|go)\b)"
)
_OURS = rf"(?:our|this (?:news)?paper['’]s|this agency['’]s) (?:own )?{_OUR_STAFF}"
_OWN = re.compile(
    rf"\b(?:{_OURS}|an? {_STAFF} of this (?:newspaper|paper|agency|channel)|this {_STAFF})\b(?:{_DOES}|{_ANY_DEED})",
    re.IGNORECASE,
)
# "Heard by our contributor at the ferry", "seen by us".
_BY_OWN = re.compile(
    r"\b(?:seen|heard|counted|watched|filmed|photographed|recorded|visited|examined|inspected|witnessed|logged|verified|measured|tracked) "
    rf"(?:\w+ ){{0,2}}?by (?:us\b|{_OURS}\b)",
    re.IGNORECASE,
)
# "A Norrpress reporter at the ferry saw".
_OF_NAME = re.compile(rf"\b[Aa]n? (?P<of>[A-Z][\w.]{{0,40}}(?: [A-Z][\w.]{{0,40}}){{0,4}}) {_STAFF}\b{_DOES}")
# "The Courier's stringer saw".
_WHOSE = re.compile(rf"\b(?P<of>[A-Z][\w.]{{0,40}}(?: [A-Z][\w.]{{0,40}}){{0,4}})['’]s (?:own )?{_STAFF}\b{_DOES}")
# "She showed a Norrpress reporter the turbine hall", "took me behind the boilers".
_NAMED_STAFF_OF = rf"an? (?P<of>[A-Z][\w.]{{0,40}}(?: [A-Z][\w.]{{0,40}}){{0,4}}) {_STAFF}"
_SHOWN_TO = re.compile(
    rf"\b(?:showed|took|led) (?:me|us|(?:our|this (?:news)?paper['’]s) {_STAFF}|{_NAMED_STAFF_OF}) "
    r"(?:the|a|an|to|through|round|behind|into|where|over|one|two|three|his|her|their|its)\b"
)
# What somebody tells of himself who is there. Nothing stands between but helping words: who "tried to count" or "cannot see" tells less.
_HELPING = r"(?: (?:have|had|also|both|all|just|then|later|first|now|ourselves|myself|could|can|still)){0,2}"
# Papers and pictures that whoever has them can count from.
_PAPERS = (
    r"(?:names|lists?|certificates?|documents?|photographs?|photos|pictures|images|footage|videos?|recordings?|cop(?:y|ies)|records|"
    r"receipts?|samples?|fragments?)"
)
_FIRST_PERSON = re.compile(
    rf"\b(?:(?-i:I)|we){_HELPING} (?:saw|seen|stood|counted|watched|visited|found|filmed|walked|drove|"
    r"heard(?! (?:on|from|about|of|by|the same|as much|this|it|so)\b)|"
    r"lay|sat|knelt|examined|"
    r"measured|photographed|bought|rowed|climbed|crossed|travelled|waited|slept|verified|obtained|compared|traced|"
    r"reviewed|looked (?:for|into|at)|"
    r"went (?:to|through|into|up|down|round)|came (?:into|through|down|up|across|upon)|"
    r"(?:was|were) (?:led|taken|driven|let) "
    r"(?:to|into|through|round|over|up|down)|(?:was|were) able to see|"
    r"(?:\w+ ){1,8}and (?:went through|counted|compared|examined|measured|traced)|"
    r"(?:was|am|were|are) (?:there|here|at|in|on|behind|among|inside|beside|near|under))\b(?! (?:none|no|nothing|neither|not|that|out)\b)"
    r"|\b(?:where|which|whom|that) (?:I|we) (?:went|came|stayed|reached|passed|entered|met|found|saw|"
    r"could (?:reach|see|enter|visit|count))\b"
    rf"|\b(?:I|we) (?:have|hold|keep) (?!no\b|not\b)(?:[\w'’]+ ){{0,3}}?{_PAPERS}\b"
    r"|\b(?:in front of|before|beside|around|above|past) (?:us|our (?:eyes|windows?|door|office|car))\b"
    r"|\bour (?:own )?(?:photographs|pictures|count|measurements|visit|examination)\b|['’]s correspondent beside (?:him|her|them)\b",
    re.IGNORECASE,
)
# What a paper does whose people were there, or who looked into it: "The Dagblad rowed out", "Atlas Desk has compared the ridge".
_DEEDS = (
    r"(?:(?:has|had) )?(?:saw|seen|counted|watched|visited|photographed|filmed|examined|measured|walked|drove|rowed|went|stood|"
    r"witnessed|compared|verified|recogni[sz]ed|geolocated|confirmed the (?:location|place|date|authenticity)|analy[sz]ed)\b"
    r"(?! (?:none|no|nothing|neither)\b)"
)
# How the next sentence goes on with whoever was there in the last.
_GOES_ON = re.compile(rf"^(?:She|He|They|The reporter|The photographer|The correspondent) (?:also |then |later )?{_WAS_THERE}\b")
# How a place looks to one who is there, and who tells of it as somebody else's word.
_LOOKS = re.compile(
    r"^[^,;:\n]{0,90}\b(?:lay|lies?|lying|st(?:ood|ands?)|h[ua]ngs?|gapes?|gaped|leans?|leaned|smells?|smelled|there (?:is|are|was|were)|"
    r"(?:has|have|had|shows?|showed) (?:an?|one|two|three|four|five|six|no|its|their|holes?|bullet|burn)\b|"
    r"(?:has|have) (?:burn(?:ed|t)|collapsed|fallen|caved|been (?:blown|torn|ripped|burn(?:ed|t)|shattered|destroyed|smashed))|"
    r"(?:is|are|was|were) (?:empty|open|closed|shut|covered|strewn)|"
    # In the past they may be deeds: "nine houses were burnt".
    r"(?:is|are) (?:missing|gone|broken|shattered|blackened|burn(?:ed|t)|destroyed))\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:sa(?:id|ys?)|told|tells?|according|reports?|reported|announced?s?|wrote|writes|claim\w*|insist\w*|ago|since)\b", re.IGNORECASE
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
    written = [found[1] for found in _NAMED_STAFF.finditer(plain)]
    names = [" ".join(plain_words(name)) for name in written]
    return Presence(
        sentences=tuple(_there(outlet, plain, {name.rpartition(" ")[2] for name in written})),
        staff=frozenset(names) | {name.rpartition(" ")[2] for name in names},
    )


def _there(outlet: str, text: str, surnames: Iterable[str]) -> Iterator[Span]:
    """The sentences in which own people are there. Whoever was there in one goes on with a pronoun or a surname in the next."""
    own = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(surnames)))}) (?:{_WAS_THERE})\b") if surnames else None
    told = shown = False
    for sentence in _sentences(text):
        words = sentence.of(text)
        is_there = (own is not None and own.search(words) is not None) or _is_there(outlet, words)
        # Only staff are gone on with by a pronoun, and how it looks is told by any who was there.
        goes_on = told and bool(_GOES_ON.match(words))
        looks = shown and bool(_LOOKS.match(words)) and not _SAID.search(words)
        if goes_on or looks or is_there:
            yield sentence
        # Quotations are blanks here: the next paragraph may begin with one.
        ends = "\n" in words[len(words.rstrip()) :]
        told = not ends and (goes_on or _tells_of_staff(outlet, words))
        shown = not ends and (goes_on or looks or is_there)


def _sentences(text: str) -> Iterator[Span]:
    ends = [found.end() for found in _STOP.finditer(text)]
    for start, end in pairwise([0, *ends, len(text)]):
        yield Span(start=start, end=end)


def _is_there(outlet: str, words: str) -> bool:
    if _FIRST_PERSON.search(words) or _BY_OWN.search(words) or _tells_of_staff(outlet, words):
        return True
    if any(re.search(rf"\b{re.escape(name)} {_DEEDS}", words) for name in _names_of(outlet) if name in words):
        return True
    shown = _SHOWN_TO.search(words)
    return shown is not None and (not shown["of"] or _is_of(shown["of"], outlet))


def _tells_of_staff(outlet: str, words: str) -> bool:
    return bool(_OWN.search(words)) or any(
        _is_of(found["of"], outlet) for pattern in (_OF_NAME, _WHOSE) for found in pattern.finditer(words)
    )


def _names_of(outlet: str) -> tuple[str, ...]:
    """How an outlet of several words is called: by all of them, by the last, and without the words for its kind ("Lume" of Lume News)."""
    words = outlet.partition(",")[0].removeprefix("The ").split()
    if len(words) < 2:
        return ()
    short = [word for word in words if word.lower() not in KINDS]
    # "The Republic" of the Voice of the Republic is none.
    is_own = words[-1].lower() not in KINDS and words[-2].lower() not in ("of", "the", "for", "and")
    names = (" ".join(words), words[-1] if is_own else "", " ".join(short))
    return tuple(sorted({name for name in names if len(name) > _TELLING}))


def _is_of(name: str, outlet: str) -> bool:
    """Whether a name before "reporter" is the outlet's, whole, short or by its first letters."""
    short = short_name(outlet)
    initials = "".join(word[0] for word in outlet.split() if word[:1].isupper())
    told = short_name(name)
    # "The Review" is whoever prints, where that is the Lorn Review.
    return name in (initials, outlet.partition(",")[0].rpartition(" ")[2]) or bool(told and short and (told in short or short in told))
