"""Which words of a report name outlets, and which of these is the one that printed it?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from saidwho.text.press import ANY_TITLE, KINDS, TITLES
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Actor
from saidwho.types.ids import is_content_id

_NAME = r"[A-Z][\w'’-]{1,30}"
# "Varnok News Agency", "the Norrpress news agency", "Radio Varnok"; and "the newspaper Norra Posten".
_BY_FORM = re.compile(
    rf"\b(?:(?P<before>{_NAME}(?:[ \t]{_NAME}){{0,3}})[ \t](?:(?:[Nn]ews|[Pp]ress)[ \t][Aa]gency|[Nn]ews[ \t]service|newspaper|broadcaster|"
    r"news[ \t](?:site|website|portal|channel|outlet)|"
    rf"[Tt]elevision|TV(?:[ \t]channel)?|[Rr]adio)\b"
    r"|(?:(?:news|state|press)[ \t](?:agency|site|website|portal|channel|outlet)|newspaper|broadcaster|Telegram[ \t]channel"
    r"|(?:the|an?)[ \t](?:(?!aid|relief|UN|U\.N\.|refugee)[\w-]+[ \t]){0,2}"
    r"(?:daily|weekly|paper|magazine|portal|podcast|newsletter|blog|(?<!aid )(?<!UN )(?<!relief )agency|"
    r"(?:radio|television|TV|Telegram)[ \t]channel)"
    rf"|(?:radio|television|TV|local|private)[ \t]station)[ \t](?P<behind>{_NAME}(?:[ \t]{_NAME}){{0,2}}))"
)
_STATE_MEDIA = re.compile(
    rf"\b(?:{_NAME}(?:['’]s)?[ \t])?(?:official[ \t])?[Ss]tate(?:[ -](?:run|owned|controlled))?[ \t]"
    r"(?:media|television|TV|(?:news[ \t])?agency|broadcaster|radio|newspaper)\b"
)
# "the Varnok Herald", "Norra Times"; "Ukrainian media", "local media".
_BY_LAST_WORD = re.compile(
    rf"\b(?:{_NAME}[ \t]){{1,3}}"
    rf"(?:{ANY_TITLE}|Telegraph|Newswire|Today)\b"
    r"(?![ \t][A-Z])"
    rf"|\b(?:{_NAME}|[Ll]ocal|[Nn]ational)[ \t](?:media|newspapers?|television|radio)\b"
)
# "Radio Varnok", "Voice of the North".
_BY_FIRST_WORD = re.compile(
    rf"\b(?:Radio|Rádio|Radyo|Kanal|Canal|Télé|TV)[ \t-]{_NAME}(?:[ \t]{_NAME})?|\bVoice of (?:the )?(?:{_NAME}[ \t])?{_NAME}\b"
)
# "Norra Posten, a daily in the capital"; and single words that end as agencies call themselves.
_BY_APPOSITION = re.compile(
    rf"\b{_NAME}(?:[ \t]{_NAME}){{0,2}}(?=,[ \t](?:a|an|the)[ \t](?:[\w-]{{1,20}}[ \t]){{0,4}}"
    r"(?:daily|newspaper|news[ \t](?:agency|site|website|portal|outlet|channel)|broadcaster|television[ \t]channel|radio[ \t]station|"
    r"magazine)\b)"
    r"|\b(?!(?:Ex|Cy|Em|Im|Com|De|Sup|Op|Re|Wiki|Multi|Inter|Social)(?:press|media))[A-Z][a-z]{2,20}(?:press|news|media|inform)\b"
)
# A name nobody knows is an outlet's where it is spoken to or cites, and it is the name of a body that could be one.
_SPOKEN_TO = re.compile(
    r"\b(?:(?:told|telling|tells)|(?:interviews?|comments?|remarks|phone call|spoke|speaking|talking)[ \t](?:with|to|for|by))[ \t]+"
    r"(?:the[ \t]+)?(?:(?:news[ \t]agency|newspaper|daily|broadcaster)[ \t]+)?$"
    r"|\b(?:aired|broadcast|televised|carried|printed)[ \t](?:by|on|in)[ \t]+(?:the[ \t]+)?$",
    re.I,
)
_REPORTING = re.compile(
    r"[ \t]*,?[ \t]*(?:(?:has[ \t])?(?:quoted|cited)\b|(?:quoting|citing)\b|(?:has[ \t])?reported,?[ \t]+(?:citing|quoting)\b)", re.I
)
_REPORTED_CITING = re.compile(r"[ \t]*,?[ \t]*(?:has[ \t])?reported,?[ \t]+(?:citing|quoting)\b", re.I)
_DATELINE = re.compile(rf"^[A-Z][^()\n]{{1,60}}\((?P<name>{_NAME}(?:[ \t]{_NAME}){{0,2}})\)[ \t]?[-–—]", re.M)
_MOST_DATELINES = 20
_NO_OUTLET = re.compile(
    r"\b(?:parliament|council|congress|committee|courts?|ministry|senate|commission|assembly|army|union|party|nations|police|tribunal|"
    r"(?:un|aid|relief|refugee|migration|food|health|security|intelligence|space|border)[ \t]agency|"
    r"observatory|rights|watch|group|centre|center|network|front|movement|brigade|battalion|forces?|government|office|house|department|"
    r"bank|hospital|university|institute|association|foundation|league|alliance|navy|guard|nato|officials?|troops|security|agency for|"
    r"federation|cabinet|duma|knesset|embassy|mission)\b",
    re.I,
)
_BEFORE = 40
# What a description of an outlet ends in, and what stands between it and the name.
_DESCRIBING = KINDS | {"television", "tv", "radio", "media"}
# "The Tarvian | broadcaster Norra TV": the first name only says whose the second is.
_OF_ANOTHER = re.compile(rf"[ \t](?:[a-z]+[ \t])?(?:{'|'.join(sorted(_DESCRIBING))})[ \t][A-Z]")
_STATION = r"(?:[ \t](?:station|channel|agency|network|broadcaster))?"
_AT_ONCE = re.compile(rf"{_STATION}[ \t][\"“'‘]?")
_APPOSED = re.compile(rf"{_STATION},[ \t]")
_ONE_OF_ITS_KIND = re.compile(r"\b(?:an?|the)[ \t](?:[\w-]+[ \t]){0,2}$", re.I)
# Behind the last of a list stands no such end: "the state broadcaster, Norra TV and Norrpress".
_ENDS = re.compile(r"(?:,(?! and\b| [A-Z])|[.;\n]|$)")
_IN_APPOSITION = re.compile(r",[ \t](?:a|an|the)[ \t](?:[\w-]+[ \t]){0,3}", re.I)
_ARTICLES = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
# What outlets put behind their names on some pages and not on others.
_EXTRA = frozenset({"the", "news", "agency", "online", "newspaper", "com", "net", "org", "co", "uk", "www", "staff", "english", "service"})
# What agencies have in their names and leave out in their datelines.
_COMMON = frozenset({
    "wire", "newswire", "press", "cable", "network", "dispatch", "bureau", "agence", "agencia", "agenzia", "agentur", "de", "la",
    "of", "and", "radio", "tv", "television", "presse", "prensa", "noticias", "world", "international", "national",
})  # fmt: skip
_OF_PAPERS = frozenset(title.casefold() for title in TITLES) - {"dispatch", "news", "press"}
# "Continental Press Service, Moscow bureau", "Fernschreib-Dienst (English desk)".
_BEHIND_NAME = re.compile(r"[,(–—|].*$")
# Letters by which a name may be abbreviated.
_ABBREVIATION = re.compile(r"[A-Z](?:\.?[A-Z]){1,5}\.?")
# Words of which agencies make one.
_PARTS = re.compile(r"(?<=news|tele|fern)(?=wire|press|graph|schreib)")
_WORDS = re.compile(r"\w+")
_ASIDE = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class OutletName:
    """Words that name an outlet. actor: the id of its Actor, None where it has none."""

    span: Span
    name: str
    actor: str | None


class Outlets:
    """The outlets named in one report.

    names: in the order of the text, none within another. own: the keys under which the outlet that printed it may stand.
    printed: the id of the actor that printed it, where grounding told.
    """

    def __init__(self, document: Document, actors: tuple[Actor, ...], printed: str | None = None) -> None:
        found = _apart((*_of_actors(actors), *_by_form(document.text), *_by_part(document.text, actors)))
        self.names = tuple(_without_descriptions(document.text, found))
        self._starts = [name.span.start for name in self.names]
        self._actors = frozenset(name.actor for name in self.names)
        self._by_form = frozenset(actor.id for actor in actors if actor.kind == "body" and self._is_named(actor, document.text))
        told = document.outlet and _ASIDE.sub("", document.outlet)  # "Daily Mirror (Colombo)" is the Daily Mirror
        self._own = frozenset(filter(None, (_key(document.outlet), _key(told), _key(document.url and _host(document.url)))))
        self._initials = _initials(document.outlet)
        self._told = tuple(_WORDS.findall(_BEHIND_NAME.sub("", document.outlet or "").casefold()))
        self._telling = frozenset(self._told) - _COMMON - _EXTRA
        self._is_paper = not _OF_PAPERS.isdisjoint(self._told)
        self._printed = printed
        self._own_actors = frozenset(a.id for a in actors if a.id == printed or self._is_own_actor(a, document.text))
        self._last = next(iter((document.outlet or "").split()[:0:-1]), None)

    def within(self, span: Span) -> tuple[OutletName, ...]:
        """The outlets whose names lie in a span."""
        first = bisect_left(self._starts, span.start)
        return tuple(name for name in self.names[first : bisect_left(self._starts, span.end)] if name.span.end <= span.end)

    def at(self, span: Span) -> OutletName | None:
        """The outlet that a span names, in whole or with words around the name."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        near = self.names[first : bisect_left(self._starts, span.end)]
        return next((name for name in near if name.span.start < span.end and span.start < name.span.end), None)

    def is_own(self, name: OutletName) -> bool:
        """Whether an outlet is the one that printed the report."""
        return name.actor in self._own_actors or _key(name.name) in self._own or name.name in self._initials

    def signs_as(self, name: OutletName) -> bool:
        """Whether the outlet signs its datelines by a name: itself, or words or beginnings of words of its name.

        "Parallel" is "Parallel Wire", "Austral" the "Agencia Austral", "MNW" the "Meridian Newswire"; the "Parallel Post" is a paper, which
        prints agencies.
        """
        is_unknown = name.actor is None or is_content_id(name.actor)
        return self.is_own(name) or (
            is_unknown and ((not self._is_paper and _is_part(name.name, self._telling)) or _abbreviates(name.name, self._told))
        )

    def is_own_in_short(self, name: OutletName) -> bool:
        """Whether it is the outlet, or a name that is nobody's else and the last word of the outlet's: "the Courier"."""
        return self.is_own(name) or (name.actor is None and name.name == self._last)

    def is_outlet(self, actor: str | None) -> bool:
        """Whether an actor of an id is an outlet, by its kind, by its name or by how the text speaks of it."""
        return actor is not None and (actor in self._actors or actor in self._by_form)

    def _is_named(self, actor: Actor, text: str) -> bool:
        """Whether a mention of a body is the whole name of an outlet: "the agency" is "the Norra News Agency" then."""
        named = (span for span in actor.mentions if span.of(text).endswith(actor.name))
        return may_be_outlet(actor) and any((outlet := self.at(span)) is not None and outlet.span.end == span.end for span in named)

    @property
    def own_actor(self) -> str | None:
        """The id of the actor that is the outlet of the report, where it is among the actors."""
        return self._printed or min(self._own_actors, default=None)

    def _is_own_actor(self, actor: Actor, text: str) -> bool:
        """An outlet by any of its names; a ministry or a monitor that publishes itself by its full name."""
        if actor.kind == "person":
            return False
        names = {span.of(text) for span in actor.mentions} if actor.kind == "outlet" else set()
        return any(_key(name) in self._own for name in (actor.name, actor.id, *names))


def _of_actors(actors: tuple[Actor, ...]) -> Iterator[OutletName]:
    for actor in actors:
        if actor.kind == "outlet":
            yield from (OutletName(span=span, name=actor.name, actor=actor.id) for span in actor.mentions)


def _by_form(text: str) -> Iterator[OutletName]:
    forms = (_BY_FORM, _STATE_MEDIA, _BY_LAST_WORD, _BY_FIRST_WORD, _BY_APPOSITION)
    for match in (match for form in forms for match in form.finditer(text)):
        start = match.start() + len(match[0]) - len(_ARTICLES.sub("", match[0]))
        behind = match.groupdict().get("behind")
        if behind:
            start = match.start("behind")
        yield OutletName(span=Span(start=start, end=match.end()), name=text[start : match.end()], actor=None)


def _by_part(text: str, actors: tuple[Actor, ...]) -> Iterator[OutletName]:
    """All mentions of those whom nobody knows, but who are spoken to, cite, or stand in a dateline as outlets do."""
    in_datelines = {match["name"] for match in islice(_DATELINE.finditer(text), _MOST_DATELINES)}
    for actor in actors:
        if not may_be_outlet(actor):
            continue
        named = [span for span in actor.mentions if span.of(text)[:1].isupper()]
        if actor.name in in_datelines or any(_acts_as_outlet(text, span, is_body=actor.kind == "body") for span in named):
            yield from (OutletName(span=span, name=actor.name, actor=actor.id) for span in actor.mentions)


def may_be_outlet(actor: Actor) -> bool:
    """Whether an actor that nobody knows has a name of its own, and none that only other bodies bear."""
    return is_content_id(actor.id) and actor.name[:1].isupper() and not _NO_OUTLET.search(actor.name)


def _acts_as_outlet(text: str, span: Span, *, is_body: bool) -> bool:
    """Whether the words around a name are those around an outlet's. A name not known for a body's needs the plainest."""
    if _REPORTED_CITING.match(text, span.end, span.end + _BEFORE):
        return " " not in span.of(text) or is_body
    if _OF_ANOTHER.match(text, span.end):
        return False
    before = text[max(0, span.start - _BEFORE) : span.start]
    return is_body and bool(_SPOKEN_TO.search(before) or _REPORTING.match(text, span.end, span.end + _BEFORE))


def _apart(found: Iterable[OutletName]) -> tuple[OutletName, ...]:
    """Names without those that overlap an earlier one; an actor's come before those told by form alone."""
    kept: list[OutletName] = []
    ordered = sorted(found, key=lambda name: (name.span.start, name.actor is None, -name.span.end))
    for name in ordered:
        if kept and name.span.start < kept[-1].span.end:
            if kept[-1].actor is None and name.actor is not None:
                kept[-1] = name
            continue
        kept.append(name)
    return tuple(kept)


def _without_descriptions(text: str, names: tuple[OutletName, ...]) -> Iterator[OutletName]:
    """Names without words that only say what the one behind them is ("the state news agency Norrpress", "a Varnok broadcaster, Norra
    TV"); words that say it of the one before them ("Norra Posten, a Varnok newspaper") stand for that one."""
    for number, name in enumerate(names):
        before = names[number - 1] if number else None
        behind = names[number + 1] if number + 1 < len(names) else None
        if not _describes(text, name):
            yield name
        elif before is not None and _IN_APPOSITION.fullmatch(text, before.span.end, name.span.start):
            yield OutletName(span=name.span, name=before.name, actor=before.actor)
        elif not _is_behind(text, name, behind):
            yield name


def _describes(text: str, name: OutletName) -> bool:
    """Whether words end in a noun for an outlet, as a name may and a description does."""
    words = name.span.of(text)
    return (name.actor is None or words.islower()) and words.rsplit(maxsplit=1)[-1].casefold() in _DESCRIBING


def _is_behind(text: str, name: OutletName, behind: OutletName | None) -> bool:
    """Whether another name follows at once, or behind the comma of an apposition."""
    if behind is None:
        return False
    between = text[name.span.end : behind.span.start]
    is_one = _ONE_OF_ITS_KIND.search(text, max(name.span.start - _BEFORE, 0), name.span.start) and _ENDS.match(text, behind.span.end)
    return _AT_ONCE.fullmatch(between) is not None or (is_one is not None and _APPOSED.fullmatch(between) is not None)


def _key(name: str | None) -> str:
    """An outlet's name without what only some pages write: "BBC News" and "The BBC" are one."""
    words = _WORDS.findall((name or "").casefold())
    return "".join(word for word in words if word not in _EXTRA) or "".join(words)


def _initials(name: str | None) -> frozenset[str]:
    """The abbreviations under which an agency signs its own reports: "AC" for "Agence Continentale"; none for one word."""
    words = _WORDS.findall(name or "")
    found = ("".join(word[0] for word in words if word[0].isupper()), "".join(word[0].upper() for word in words))
    return frozenset(one for one in found if len(one) > 1)


def _is_part(name: str, telling: frozenset[str]) -> bool:
    """Whether all that tells one name from others is among the words that tell an outlet from others."""
    words = set(_WORDS.findall(name.casefold())) - _COMMON - _EXTRA
    return bool(words) and words <= telling


def _abbreviates(name: str, words: tuple[str, ...]) -> bool:
    """Whether capitals begin all words of a name of several, small words aside: "AMP" those of "Amalgamated Press"."""
    if not _ABBREVIATION.fullmatch(name):
        return False
    letters = name.replace(".", "").casefold()
    parts = [part for word in words if word not in ("de", "of", "and", "the", "la") for part in _PARTS.split(word)]
    return len(parts) > 1 and _spells(letters, parts)


def _spells(letters: str, words: list[str]) -> bool:
    """Whether letters are beginnings of words, one or two of each in their order, and of none of them none."""
    if not words:
        return not letters
    return any(letters[:n] == words[0][:n] and len(letters) >= n and _spells(letters[n:], words[1:]) for n in (1, 2))


def _host(url: str) -> str:
    return re.sub(r"^[a-z]+://", "", url.casefold()).split("/", 1)[0]
