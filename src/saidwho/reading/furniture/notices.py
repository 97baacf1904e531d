"""Which words of a page speak to its readers, or lead to other reports? "Sign up", "Advertisement", "READ MORE: Depot burns" """

import re
from collections.abc import Iterator

from saidwho.types.document import Span

_REST = r"[^\n]*$"
_NETWORKS = r"(?:Facebook|Twitter|X|Instagram|YouTube|Telegram|WhatsApp|TikTok)"
# Each begins with its line.
_NOTICES = (
    r"advertisement(?: continue reading the main story)?\W*$",
    rf"(?:story|article) continues (?:below|after)\b{_REST}",
    r"continue reading\b[^\n.]*$",
    rf"newsletter\W? sign[ -]?up\b{_REST}",
    rf"sign up for [^\n]{{0,60}}\b(?:newsletters?|briefings?|e-?mails?|alerts|updates)\b{_REST}",
    r"(?:sign up|subscribe|register|log in)(?: (?:now|here|today|for free))?\W*$",
    rf"(?:sign up|subscribe|register|log in) to (?:our|your|get|receive|read|continue)\b{_REST}",
    rf"thank you for (?:subscribing|signing up)\b{_REST}",
    rf"you have (?:\w+ free articles|reached your limit)\b{_REST}",
    rf"already (?:a|have an?) (?:subscri\w+|member|account)\?{_REST}",
    rf"to (?:continue|keep) reading,{_REST}",
    rf"(?:we|this (?:web)?site|this page|our (?:web)?site)(?: and our partners)? uses? cookies\b{_REST}",
    rf"by (?:continuing|using|clicking|closing)\b[^\n]{{0,80}}\bcookies?\b{_REST}",
    rf"just watched\b{_REST}",
    rf"(?:must watch|replay more videos)\b{_REST}",
    rf"(?-i:MOST (?:READ|POPULAR|VIEWED|SHARED))\b{_REST}",
    r"most (?:read|popular|viewed|shared)(?: (?:in|on) \w+)?:?\W*$",
    rf"(?:read|see|watch|listen|(?:read|see|listen) (?:more|also|next)|also read|more(?: on this)?|related):{_REST}",
    # "Bank bans coins Read more": a link with its button.
    r"(?-i:[^\n]{1,240}[^\s.:] Read more)$",
    r"(?:(?:read|see|show|load) (?:more|also|next)|also read|share|tweet|print|comments?|more videos)\W*$",
    # A link in the capitals of its site has a title behind it: "Related Stories 'WORST TO COME' Warlord mocks ..."
    rf"(?-i:(?:Related|RELATED) (?:Stories|STORIES|Articles|ARTICLES|Coverage|Links|Videos))\b{_REST}",
    r"(?:photos?|videos?|audio|image|gallery|graphic|slideshow(?: \(\d+ images\))?)$",
    rf"(?:like|follow|join|find) (?:us|@\w+|[^\n.]{{1,60}}?) on {_NETWORKS}\b{_REST}",
    rf"chat with us\b{_REST}",
    rf"click here\b{_REST}",
    rf"(?:we pay for your (?:stories|videos)|do you have a story for|got a (?:story|tip)\?|have you got a story)\b{_REST}",
    rf"(?:contact|e-?mail|write to) (?:us|the (?:writer|reporter|author|editor)s?)\b[^\n@]{{0,40}}@{_REST}",
    rf"(?:please enable javascript|your browser does(?: not|n['’]t) support|media playback is (?:un|not )supported)\b{_REST}",
    rf"this video (?:is (?:not|no longer) available|cannot be played)\b{_REST}",
    rf"this is a (?:breaking|developing)(?: news)? story\b{_REST}",
    rf"license for publishing\b{_REST}",
)
_NOTICE = re.compile(rf"^[^\S\n]*+(?:{'|'.join(_NOTICES)})", re.IGNORECASE | re.MULTILINE)
# "[Rebels free nine teachers]": a link in a line of its own. A note of the editors is a sentence with its stop.
_LINK = re.compile(r"^[^\S\n]*\[[^\[\]\n]{8,160}(?<!\.)\][^\S\n]*$", re.MULTILINE)
_LINKS_BELOW = re.compile(
    r"^[^\S\n]*+(?:read (?:more|also|next)|see also|also read|related|more on this story):?[^\S\n]*\n", re.IGNORECASE | re.MULTILINE
)
_LINE = re.compile(r"[^\n]+")
_MOST_LINKS, _LONGEST_LINK = 8, 140
_STOPS = (".", "!", "…", ".”", '."', ".’", ".'", ":")
# What stands before it may credit the whole report: "Copyright 2018 Norrpress."
_RIGHTS = re.compile(
    r"^[^\S\n]*+(?:copyright\b|©|\(c\))[^\n]{0,80}?(?P<rights>\ball rights reserved\b[^\n]*)$", re.IGNORECASE | re.MULTILINE
)
# Where a post or its picture lies; the number of a picture or a post among several, and the buttons in front of either.
_ADDRESS = re.compile(r"(?:https?://t\.co/|pic\.(?:twitter|x)\.com/)[\w./]+")
_NUMBER = r"\d{1,2}/\d{1,2}(?= (?:[A-Z“\"@#]|(?:\d{1,2} [A-Z][a-z]+ )?(?:19|20)\d\d ))"
_SHARING = r"(?:(?:Facebook|Twitter|Pinterest|WhatsApp|Email) ?){2,4}(?<! )"
_BEFORE = re.compile(
    rf"^[^\S\n]*+(?:Story highlights|Skip \w+ post by @?\w+|CLOSE(?= [A-Z][a-z ])|{_SHARING}|{_NUMBER})(?= )",
    re.MULTILINE,
)


def notices(text: str) -> Iterator[Span]:
    """The words of a text that speak to readers of its page or lead elsewhere."""
    for form in (_NOTICE, _LINK, _ADDRESS, _BEFORE):
        yield from (Span(start=match.start(), end=match.end()) for match in form.finditer(text))
    yield from (Span(start=match.start("rights"), end=match.end()) for match in _RIGHTS.finditer(text))
    past = 0
    for match in _LINKS_BELOW.finditer(text):
        if match.start() >= past:
            links = tuple(_links(text, match.end()))
            past = links[-1].end if links else match.end()
            yield from links


def _links(text: str, at: int) -> Iterator[Span]:
    """The titles of other reports that stand one below another, up to the first line that is long or has a stop."""
    for number, match in enumerate(_LINE.finditer(text, at)):
        words = match[0].strip()
        if number == _MOST_LINKS or len(words) > _LONGEST_LINK or words.endswith(_STOPS):
            return
        yield Span(start=match.start(), end=match.end())
