"""Which words of a page say whose its pictures are, and number them? "toggle caption Ada Vale/AP", "Hide Caption 3 of 8"

What a caption tells stands; whoever took or sold the picture credits it alone, and relays nothing of the report.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from saidwho.types.document import Span

# Who sells pictures, as credits name them.
_AGENCY = (
    r"(?:AP(?: Photo)?|(?:The )?Associated Press|Reuters|REUTERS|AFP|Agence France-Presse|EPA(?:-EFE)?|EFE|Xinhua|Getty(?: Images)?|"
    r"PA (?:Images|Wire)|Shutterstock|Alamy|Rex Features)"
)
_PERSON = r"[A-Z][\w.'’-]{0,30}(?: [\w.'’-]{1,30}){0,4}"
_CAPTION = r"(?= [A-Z“\"‘'])"
# "Ada Vale / Reuters Soldiers cross ...", "Getty Images A boat ...", "AP:Associated Press Women wait ..."
_BEFORE = re.compile(
    rf"^[^\S\n]*+(?:{_PERSON} ?/ ?(?:AFP ?/ ?)?{_AGENCY}|AP:Associated Press|(?:[A-Z]\w+ - )?Getty(?: Images)?(?: - [A-Z]\w+)?){_CAPTION}",
    re.MULTILINE,
)
# An agency's name alone begins sentences too: where a line has no stop, and other captions are credited so.
_BARE = re.compile(rf"^[^\S\n]*+{_AGENCY}(?: or licensors)?{_CAPTION}(?=[^\n]*[^\s.!?”\"][^\S\n]*$)", re.MULTILINE)
_FEWEST_CREDITS = 2
# "Reuters Cameraman Killed" tells of one of its people.
_OF_THE_PRESS = re.compile(
    r" ?(?:journalist|reporter|photo|correspondent|camera|crew|staff|editor|bureau|news|agency|institute|foundation)", re.IGNORECASE
)
_BEHIND = re.compile(
    r"(?:"
    rf"\((?:[^()\n]{{0,80}}\b)?(?:AP Photo|File Photo|Photo by|Getty|Handout|via (?:{_AGENCY}|Storyful)|REUTERS/)[^()\n]{{0,60}}\)"
    rf"|\([A-Z][^()/\n]{{1,60}}/ ?(?:AFP ?/ ?)?{_AGENCY}(?:/\w+)?(?:, \w+)?\)"
    r"|(?<=[.!?”\"] )\([A-Z][^()/\n]{1,60}/[A-Z][^()\n]{1,40}\)"
    r"|[\[(](?:Photo|Image|Picture)s?(?:/| by |: ?)[^\[\]()\n]{1,60}[\])]"
    r"|©(?! ?\d{4}\b)[^\n©]{1,80}"
    r"|(?:REUTERS|AP Photo|AFP PHOTO) ?/ ?[A-Z][^\n./]{1,80}"
    r"|(?<=\s)(?:Photograph|Credit): ?[A-Z][^\n.:]{1,60}"
    rf"|(?<=[.!?”\"] ){_AGENCY}"
    rf")(?: \({_AGENCY}\))?[^\S\n]*$",
    re.MULTILINE,
)
# "The tram lies on its side (Reuters)": behind a stop it may credit the report.
_UNSTOPPED = re.compile(rf"(?<=[^\s.!?”\"] )\({_AGENCY}(?:/{_AGENCY})?\)[^\S\n]*$", re.MULTILINE)
# "8/34 23 November 2017 Shoppers pass a sign AFP/Getty Images"
_SELLER = rf"(?:{_AGENCY}|PA|Rex|REX)"
_NUMBERED = re.compile(
    rf"^[^\S\n]*+\d{{1,2}}/\d{{1,2}} [^\n]{{1,600}}?[^\s.] (?P<credit>(?:{_PERSON}/)?{_SELLER}(?:/{_SELLER})?)[^\S\n]*$", re.MULTILINE
)
# A line that is a credit and nothing else, often twice: "Ada Vale/AP Ada Vale/AP", "AP - AFP".
_CREDIT = rf"(?:[A-Z][^/\n]{{1,40}} ?/ ?)?{_AGENCY}(?:(?: via |/| - ){_AGENCY})?"
_ALONE = re.compile(
    rf"^[^\S\n]*+(?:(?:Enlarge this image )?toggle caption\b[^\n]*|Enlarge this image|{_CREDIT}(?: {_CREDIT})?)[^\S\n]*$", re.MULTILINE
)
# "Image copyright Norrpress Image caption The depot burned"
_LABEL = re.compile(
    r"^[^\S\n]*+(?:Image copyright [^\n]{1,50}?(?= Image caption|[^\S\n]*$)(?: Image caption)?|(?:Image|Media) caption)(?=\s|$)",
    re.MULTILINE,
)
_NUMBER = re.compile(r"\bHide Caption \d{1,3} of \d{1,3}\b")
_GALLERY = re.compile(r"\bPhotos?: (?=\S)")
_LONGEST_TITLE = 200


def picture_credits(text: str) -> Iterator[Span]:
    """The words of a text that credit, label and number pictures."""
    before = [Span(start=match.start(), end=match.end()) for match in _BEFORE.finditer(text)]
    yield from before
    for form in (_BEHIND, _ALONE, _LABEL, _NUMBER):
        yield from (Span(start=match.start(), end=match.end()) for match in form.finditer(text))
    yield from (Span(start=match.start("credit"), end=match.end("credit")) for match in _NUMBERED.finditer(text))
    below = text.find("\n", len(text) - len(text.lstrip()))
    yield from (Span(start=match.start(), end=match.end()) for match in _UNSTOPPED.finditer(text, max(below, 0)))
    bare = [Span(start=match.start(), end=match.end()) for match in _BARE.finditer(text, max(below, 0)) if _credits(text, match)]
    if len(bare) + len(before) >= _FEWEST_CREDITS:
        yield from bare
    if _NUMBER.search(text):
        yield from _gallery_titles(text)


def _credits(text: str, match: re.Match[str]) -> bool:
    """Whether an agency's name at the head of a line credits it, and does not belong to one of its people who is told of."""
    return not _OF_THE_PRESS.match(text, match.end())


def _gallery_titles(text: str) -> Iterator[Span]:
    """The title that each picture of a gallery repeats before its caption: "Photos: A port burns Smoke rises over the quay"."""
    starts = [match.end() for match in _GALLERY.finditer(text)]
    titled = [text[start : start + _LONGEST_TITLE].split("\n", 1)[0].split(" ") for start in starts]
    shared = sum(1 for _ in takewhile(lambda words: len(set(words)) == 1, zip(*titled, strict=False))) if len(titled) > 1 else 0
    for match, words in zip(_GALLERY.finditer(text), titled, strict=True):
        yield Span(start=match.start(), end=match.end() + len(" ".join(words[:shared])))
