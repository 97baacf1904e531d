"""Who is taken for a speaker where nobody is named? "It is believed that ..."; "the ambush has been blamed on the rebels"."""

import re
from dataclasses import replace

from saidwho.types.document import Span
from saidwho.types.reading import Attribution

_IT = re.compile(r"it(?P<is> is| was)?", re.IGNORECASE)
_PASSIVE = re.compile(
    r"(?P<is>(?:is|was|has been|had been|is being|was being) )?(?:\w+ly )?(?:believed|said|thought|understood|feared|reported|"
    r"known|hoped|expected|rumou?red|alleged|claimed|assumed|estimated|announced|stated|added|recalled|denied|suspected)"
)
# Who hears evidence says nothing: "the court heard that".
_HEARS = re.compile(
    r"\b(?:court|tribunal|inquiry|enquiry|inquest|jury|jurors|hearing|commission|committee|panel|judges?|parliament|MPs|lawmakers|"
    r"deputies|senators|council|assembly|congress|chamber)$",
    re.IGNORECASE,
)
_HEARD = re.compile(r"(?:(?:has|have|had|also|later|earlier) )*heard|hears?", re.IGNORECASE)
_FROM = re.compile(r" from (?P<who>[^\n.;:,]{2,80}?),? ")
_BLAMED = re.compile(r"(?:\w+ )*(?:been|is|are|was|were|being) (?:\w+ly )?blamed(?P<on> on)?")


# "The mission says 41 people died, but the real toll | is thought to be higher": who tells of the first, and where nobody's begins.
_TELLS = re.compile(r"(?:^|[.!?][”\"]? |\n)(?P<who>(?:The )?[A-Z][^.;:,\n]{1,80}?) (?P<cue>says|said|reports|reported) (?:that )?$")
_BUT = re.compile(r", (?:but|although|though|while) (?=[^,.;\n]*$)")
_LONGEST = 120  # characters before what is said in which its teller is looked for


def parted_from_nobody(text: str, attribution: Attribution) -> tuple[Attribution, ...]:
    """What somebody says, and what is thought behind it, where the latter took all for its own."""
    first, (cue, *others) = attribution.content[0], attribution.cue or (Span(start=0, end=0),)
    passive = _PASSIVE.fullmatch(cue.of(text))
    if attribution.source or others or first.end > cue.start or passive is None or not passive["is"]:
        return (attribution,)
    tells = _TELLS.search(text, max(first.start - _LONGEST, 0), first.start)
    but = _BUT.search(text, first.start, first.end)
    if tells is None or but is None:
        return (attribution,)
    who, verb = (Span(start=tells.start(part), end=tells.end(part)) for part in ("who", "cue"))
    said = replace(attribution, source=(who,), cue=(verb,), content=(Span(start=first.start, end=but.start()),))
    return (said, replace(attribution, content=(Span(start=but.end(), end=first.end), *attribution.content[1:])))


def without_nobody(text: str, attribution: Attribution) -> Attribution:
    """An attribution without a source that is nobody: "it" before a passive, who hears it, or on whom something is blamed."""
    if len(attribution.source) != 1 or len(attribution.cue) != 1:
        return attribution
    (source,), (cue,) = attribution.source, attribution.cue
    expletive, passive = _IT.fullmatch(source.of(text)), _PASSIVE.fullmatch(cue.of(text))
    if expletive and passive and (expletive["is"] or passive["is"]) and _is_of_nobody(text, attribution):
        return replace(attribution, source=())
    if source.end <= cue.start and _hears(source.of(text), cue.of(text)):
        heard = _FROM.fullmatch(text, cue.end, max(cue.end, attribution.content[0].start))
        return replace(attribution, source=(Span(start=heard.start("who"), end=heard.end("who")),) if heard else ())
    blamed = _BLAMED.fullmatch(cue.of(text))
    if blamed is None or source.start < cue.end or len(attribution.content) != 1 or attribution.content[0].end > cue.start:
        return attribution
    end = cue.start + blamed.start("on") if blamed["on"] else cue.end
    if not text.startswith(" on ", end):
        return attribution
    on = Span(start=end + len(" "), end=source.end)
    return replace(attribution, source=(), cue=(Span(start=cue.start, end=end),), content=(*attribution.content, on))


def _hears(who: str, cue: str) -> bool:
    """Whether a body hears something, and tells nothing."""
    return _HEARS.search(who) is not None and _HEARD.fullmatch(cue) is not None


def _is_of_nobody(text: str, attribution: Attribution) -> bool:
    """Whether a clause follows the passive, or the passive stands beside what is said; "it is said to have fled" is of somebody."""
    first = attribution.content[0]
    return first.end <= attribution.cue[0].start or not first.of(text).startswith("to ")
