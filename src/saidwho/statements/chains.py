"""Through whom did the words come?

A chain goes from the outlet that printed them inwards: each relay it quotes or cites, the outermost first, then the speaker.
Relays are told from the attribution itself ("Norrpress quoted the mayor as saying"), from the words around its cue ("told
Norrpress", "in a post carried by Norrpress"), from the statement it stands in, and from the report's dateline or credit.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from saidwho.statements.datelines import report_relay
from saidwho.statements.nameless_media import nameless_media
from saidwho.statements.outlets import OutletName, Outlets, may_be_outlet
from saidwho.text.press import KINDS
from saidwho.text.subtrees import Subtrees
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Grounding, Speaker
from saidwho.types.reading import Attribution, Reading
from saidwho.types.statement import Link

# Words in front of an outlet's name that belong to it: "told the Kastrian state news agency Norrpress".
_OWN_WORDS = frozenset({"DET", "ADJ", "NUM", "X"})
# The same for nouns, and what is said of whose outlet it is.
_KINDS = KINDS | frozenset({
    "agencies", "television", "tv", "radio", "network", "outlets", "media", "state-run", "run", "state", "owned", "program", "programme",
    "show", "journal", "business", "public", "podcast", "newsletter", "blog",
})  # fmt: skip
_BEFORE = 8
# Who is spoken to. Behind "in"/"on"/"for" only an occasion or a verb of appearing makes a name a recipient.
_OCCASION = (
    r"(?:interviews?|conversations?|comments?|remarks?|statements?|e-?mails?|letters?|messages?|calls?|articles?|columns?|op-eds?|"
    r"opinion pieces?|briefings?|appearances?|posts?|videos?|footage|audio|speech|address|text messages?|phone calls?|reply|response|"
    r"essays?|reports?|pieces?|press release|recording|announcement|documents?|debate)"
)
_SPOKE = r"(?:spoke|speaks|speaking|spoken|talked|talking|said|says|explained|confirmed|stated|complained|wrote|writes|writing|announced)"
_TO = re.compile(
    r"\b(?:(?:told|tells|telling|tell|informed|assured|interview|interviewed)"
    rf"|{_SPOKE}(?:[ \t]\w+ly)?[ \t](?:to|with|on|in|for|via)"
    r"|(?:appearing|appeared|appears|interviewed|live)[ \t](?:on|in|by|with)"
    rf"|{_OCCASION}[ \t](?:(?:sent|given|provided)[ \t]to|shared[ \t]with|published[ \t]in|aired[ \t]on|to|with|for|on|in|by))$",
    re.I,
)
# Who passes on. These say so of whoever follows, outlet by name or not.
_BY = re.compile(
    r"\b(?:(?:carried|quoted|cited|published|republished|broadcast|aired|relayed|reported|distributed|released|printed|posted|shown|"
    r"shared|run|obtained|seen|reviewed|conducted|picked up|televised|read|read out|quoted as (?:saying|telling|claiming|warning|stating))"
    r"[ \t](?:by|on|in|via|over)|via|through|according to"
    r"|(?:anchor|announcer|newsreader|presenter)[ \t](?:on|of|for|at|from))$",
    re.I,
)
# "Said on state television" tells where, and not through whom.
_VENUE = re.compile(r"\b(?:on|over)$", re.I)
_STATE_MEDIA = re.compile(r"(?:[Ss]tate|national|local|public|official)(?:[ -]run)? (?:television|TV|radio|media|broadcaster)")
_QUOTED_BY = re.compile(
    r"\b(?:quoted|cited|carried|relayed|broadcast|aired|televised)(?:[ \t]as[ \t]saying)?[ \t]by[ \t](?:the[ \t])?(?=[A-Z])", re.I
)
_APPOSED = re.compile(r",?[ \t](?:the[ \t])?(?=[A-Z])")
# "Voice | of the | North".
_OF = re.compile(r"(?:of (?:the )?|the (?<=of the ))(?=[A-Z])")
_LOOK_BACK = 60
# Characters of "The " in front of a source.
_ARTICLE = 4
# "The Varnok weekly" and "state news agency" before "Border Report".
_DESCRIBED = re.compile(rf"[^,;\n]*\b(?:{'|'.join(sorted(KINDS))}),?[ \t](?=[A-Z])")
_ARTICLE_BEFORE = re.compile(r"^(?:the|an?)[ \t]+", re.IGNORECASE)
# "A Varnok blogger" and "the corporal" are called by their nouns; "The Varnok Herald" by all of its name.
_ARTICLE_OF_NOUN = re.compile(r"^(?:[Tt]he|[Aa]n?) (?=[a-z\d]|[A-Z][\w’'-]* [a-z])")
# Who speaks on, and how many statements back the one is looked for that tells through whom.
_LONGEST_TURN = 8
_GOES_ON = frozenset({"he", "she", "they", "it"})
# Some of those who spoke go on through the same medium.
_ONE_OF = re.compile(
    r"(?:one|two|both|another|some|several|most|all) of (?:them|the(?:se)? (?:officials|sources|people|diplomats|witnesses))\b", re.I
)
# What names of places stand for; one in a dateline tells where: "LERNA (Dessaria) -".
_LANDS = frozenset({"state", "government", "force"})
_REPORTS = frozenset({"report", "article", "story", "dispatch", "broadcast", "editorial", "reports"})


# Who hears witnesses and members; whoever is told there is no medium.
_HEARING = frozenset({
    "chamber", "court", "tribunal", "committee", "commission", "inquiry", "parliament", "assembly", "senate", "congress", "jury", "inquest",
})  # fmt: skip


def _hears(name: str) -> bool:
    return name.casefold().split()[-1:] != [] and name.casefold().split()[-1].strip(".,") in _HEARING


# By what somebody is spoken to; none of these carries his words to others.
_LINES = frozenset({"skype", "zoom", "whatsapp", "signal", "viber", "phone", "telephone", "email", "text message"})


class Chains:
    """The chains of one report. Make it once; ask it for each attribution."""

    def __init__(
        self, document: Document, reading: Reading, grounding: Grounding, marked: Mapping[Attribution, Sequence[Span]] | None = None
    ) -> None:
        """marked: the words beside an attribution that the reader marked as a medium that carries it."""
        self._document, self._text, self._marked = document, document.text, marked or {}
        self._subtrees = Subtrees(reading.tokens, reading.sentences)
        self._outlets = Outlets(document, grounding.actors, grounding.outlet)
        self._names = {actor.id: actor.name for actor in grounding.actors}
        known = (actor.mentions for actor in grounding.actors if actor.kind != "outlet" and not may_be_outlet(actor))
        self._exact = {span: actor.id for actor in grounding.actors for span in actor.mentions}
        self._known = sorted(span for mentions in known for span in mentions)
        self._speakers = {speaker.source: speaker for speaker in grounding.speakers}
        lands = {span for actor in grounding.actors if actor.kind in _LANDS for span in actor.mentions}
        whole = report_relay(document, self._outlets, lands | {place.span for place in grounding.places})
        self._whole = () if whole is None else (self._relay(whole),)
        self._walls = sorted(span for attribution in reading.attributions for span in (*attribution.content, *attribution.cue))
        self._wall_starts = [span.start for span in self._walls]
        self._spoke_before = dict(self._pairs_of_one(reading))
        self._without_names = nameless_media(document.text)
        self._quoting = [match.end() for match in _QUOTED_BY.finditer(self._text)]

    def _pairs_of_one(self, reading: Reading) -> Iterator[tuple[Attribution, Attribution]]:
        """Each attribution to a pronoun with the one before it, where both are of one speaker, or of one of several, in one paragraph."""
        told = sorted((a for a in reading.attributions if a.source and a.cue), key=lambda a: a.cue[0])
        for before, after in pairwise(told):
            speakers = [self._speakers.get(attribution.source) for attribution in (before, after)]
            actors = {speaker.actor if speaker else None for speaker in speakers}
            between, who = self._text[before.cue[0].start : after.cue[0].start], after.source[0].of(self._text)
            is_same = len(actors) == 1 and None not in actors and who.casefold() in _GOES_ON
            if "\n" not in between and (is_same or _ONE_OF.match(who)):
                yield after, before

    def chain(self, attribution: Attribution, *, outer: tuple[Link, ...] | None = None) -> tuple[Link, ...]:
        """The chain of an attribution. outer: that of the statement around it, whose speaker relays this one.

        The outlet is there where it is known; the speaker, where the text names one. Nobody relays twice, and the outlet itself
        never does.
        """
        relays = [*self._around(outer), *(self._own_relays(attribution) or self._going_on(attribution))]
        speaker = self._speaker(attribution)
        return (*self._outlet(), *self._apart(relays, speaker), *speaker)

    def chains(self, attributions: tuple[Attribution, ...], *, within: tuple[int | None, ...]) -> tuple[tuple[Link, ...], ...]:
        """The chains of attributions in their order. within: for each, the position of the one it stands in."""
        found: dict[int, tuple[Link, ...]] = {}
        for number in range(len(attributions)):
            way = [number]
            while (outer := within[way[-1]]) is not None and outer not in found and outer not in way:
                way.append(outer)
            for inner in reversed(way):
                around = within[inner]
                found[inner] = self.chain(attributions[inner], outer=None if around is None else found.get(around))
        return tuple(found[number] for number in range(len(attributions)))

    def of_outlet(self, *, by: Span | None = None) -> tuple[Link, ...]:
        """The chain of what the outlet asserts itself: the outlet, and the agency that the report is taken from.

        by: the name of another outlet, whose people saw what is told.
        """
        named = self._outlets.at(by) if by else None
        relays = [*self._whole, *([self._relay(named)] if named else [])]
        return (*self._outlet(), *self._apart(relays, ()))

    @property
    def outlet_actor(self) -> str | None:
        """The id of the actor that printed the report."""
        return self._outlets.own_actor

    def _outlet(self) -> tuple[Link, ...]:
        if not self._document.outlet:
            return ()
        return (Link(role="outlet", actor=self._outlets.own_actor, name=self._document.outlet, span=None),)

    def _around(self, outer: tuple[Link, ...] | None) -> list[Link]:
        """What relays all that the attribution's surroundings say: the report's agency, or the outer statement's chain."""
        if outer is None:
            return list(self._whole)
        return [
            Link(role="relay", actor=link.actor, name=_ARTICLE_OF_NOUN.sub("", link.name), span=link.span)
            for link in outer
            if link.role != "outlet"
        ]

    def _own_relays(self, attribution: Attribution) -> list[Link]:
        """The attribution's own: who quotes it, then who carries it, then who was spoken to."""
        links = [self._quoting_one(attribution.relay)] if attribution.relay else []
        carriers, recipients = self._named_around(attribution)
        told = [*links, *carriers, *(link for link in recipients if not _hears(link.name))]
        marked = (
            span
            for span in self._marked.get(attribution, ())
            if not self._is_known_for_else(span)
            and self._is_beside(span, attribution)
            and span.of(self._text).casefold() not in _LINES
            and not _hears(span.of(self._text))
        )
        return told or [self._relay(self._outlets.at(span) or self._nameless(span)) for span in marked]

    def _is_beside(self, span: Span, attribution: Attribution) -> bool:
        """Whether words stand in a line of the attribution, and not in a line of credit below it."""
        parts = (*attribution.source, *attribution.cue, *attribution.content)
        gaps = (self._text[min(span.end, part.end) : max(span.start, part.start)] for part in parts)
        return any("\n" not in gap for gap in gaps)

    def _is_known_for_else(self, span: Span) -> bool:
        """Whether words name somebody known who is no outlet: "told NATO"."""
        first = bisect_left(self._known, Span(start=span.start, end=span.start))
        inside = self._known[first : bisect_left(self._known, Span(start=span.end, end=span.end))]
        return self._outlets.at(span) is None and any(named.end <= span.end for named in inside)

    def _nameless(self, span: Span) -> OutletName:
        """A medium that nobody knows, under the words of the text."""
        described = _DESCRIBED.match(self._text, span.start, span.end)
        named = Span(start=described.end(), end=span.end) if described else span
        return OutletName(span=named, name=_ARTICLE_BEFORE.sub("", named.of(self._text)), actor=None)

    def _going_on(self, attribution: Attribution) -> list[Link]:
        """Through whom the words before came, where the same one speaks on: "told Norrpress ... He added"."""
        for _ in range(_LONGEST_TURN):
            before = self._spoke_before.get(attribution)
            if before is None:
                return []
            if relays := self._own_relays(before):
                return relays
            attribution = before
        return []

    def _quoting_one(self, relay: tuple[Span, ...]) -> Link:
        span = Span(start=relay[0].start, end=relay[-1].end)
        speaker = self._speakers.get(relay)
        # "Norrpress, the state news agency," is Norrpress.
        span = Span(start=span.start, end=span.start + len(span.of(self._text).split(",", 1)[0].rstrip()))
        named = self._outlets.at(span)
        described = _DESCRIBED.match(self._text, span.start, span.end)
        if named is not None and described is not None and described.end() == named.span.start:
            return self._relay(named)
        actor = (speaker.actor if speaker else None) or (named.actor if named else None) or self._exact.get(span)
        return Link(role="relay", actor=actor, name=self._names.get(actor or "", "") or span.of(self._text), span=span)

    def _named_around(self, attribution: Attribution) -> tuple[list[Link], list[Link]]:
        """Carriers, the last in the text outermost; recipients as they stand."""
        carriers: list[Link] = []
        recipients: list[Link] = []
        for frame in self._frames(attribution):
            names = self._outlets.within(frame)
            roles: dict[int, str | None] = {}
            for place, name in enumerate(names):
                if self._is_source(name, attribution):
                    continue
                before = self._words_before(name.span.start, frame.start)
                joined = place > 0 and re.fullmatch(
                    r"(?:[\s,]+(?:and|or)?\s*(?:to\s+)?(?:the\s+)?|[\s,]*and[^,;]{0,40})",
                    self._text[names[place - 1].span.end : name.span.start],
                )
                roles[place] = self._opens_sentence(name, frame, before) or _role(before) or (roles.get(place - 1) if joined else None)
                if _VENUE.search(before) and _STATE_MEDIA.fullmatch(name.span.of(self._text)):
                    roles[place] = None
                if roles[place] == "by":
                    carriers.append(self._relay(name))
                elif roles[place] == "to":
                    recipients.append(self._relay(name))
            carriers += self._quoting_names(frame)
            for role, span in self._without_name(frame):
                (carriers if role == "by" else recipients).append(self._relay(self._nameless(span)))
        return sorted(carriers, key=lambda link: link.span or Span(start=0, end=0), reverse=True), recipients

    def _opens_sentence(self, name: OutletName, frame: Span, before: str) -> Literal["by"] | None:
        """ "In the Norra Herald, Ada Vale writes ..."; not "in the Norra Herald building"."""
        opens = before in ("In", "Writing in") and self._text[name.span.end : name.span.end + 1] == ","
        return "by" if opens and frame.start >= name.span.start - _LOOK_BACK else None

    def _is_source(self, name: OutletName, attribution: Attribution) -> bool:
        """Whether an outlet is itself the source, and not only named in it."""
        return any(source.start <= name.span.end <= source.end <= name.span.end + 1 and name.span.start - source.start <= _ARTICLE
                   for source in attribution.source)  # fmt: skip

    def _quoting_names(self, frame: Span) -> Iterator[Link]:
        """Whoever is named as quoting, outlet or not: "quoted by RIA Novosti"."""
        for at in self._quoting[bisect_left(self._quoting, frame.start) : bisect_left(self._quoting, frame.end)]:
            numbers = self._subtrees.touched(Span(start=at, end=min(frame.end, at + _LOOK_BACK)))
            past = next((i for i in numbers if not self._is_of_name(i, first=numbers.start)), numbers.stop)
            if past == numbers.start:
                continue
            span = self._subtrees.span(range(numbers.start, past))
            if self._outlets.at(span) is None:
                yield self._relay(self._nameless(span))

    def _without_name(self, frame: Span) -> Iterator[tuple[Literal["by", "to"], Span]]:
        """The media told of by their kind alone that are told, or quote somebody, in some words of saying."""
        first = bisect_left(self._without_names, frame.start, key=lambda found: found[0].start)
        for span, role in self._without_names[first:]:
            if span.start >= frame.end:
                return
            if self._outlets.at(span) is None and not self._is_named_behind(span):
                yield role, span

    def _is_named_behind(self, span: Span) -> bool:
        """Whether the name of a medium follows: "a Beirut broadcaster, | Cedar TV"."""
        between = _APPOSED.match(self._text, span.end)
        return between is not None and self._outlets.at(Span(start=between.end(), end=between.end() + 1)) is not None

    def _is_of_name(self, number: int, *, first: int) -> bool:
        """Whether a word goes on with a name: "Al-Manar"."""
        tokens = self._subtrees.tokens
        is_joined = number > first and tokens[number].span.start == tokens[number - 1].span.end
        if number > first and _OF.match(self._text, tokens[number].span.start):
            return True
        return tokens[number].upos == "PROPN" or (is_joined and self._text[tokens[number].span.start] in "-'’")

    def _frames(self, attribution: Attribution) -> Iterator[Span]:
        """The words of saying around each cue, and the source: what of the sentence no attribution has for content or other cue."""
        seen: set[Span] = set()
        for cue in attribution.cue:
            sentence = self._subtrees.sentence(cue.start)
            if sentence is not None:
                before = bisect_left(self._wall_starts, cue.start) - 1
                after = bisect_left(self._wall_starts, cue.end)
                start = max(sentence.start, self._walls[before].end if before >= 0 else 0)
                end = min(max(sentence.end, cue.end), self._walls[after].start if after < len(self._walls) else len(self._text))
                seen.add(Span(start=min(start, cue.start), end=max(end, cue.end)))
        for source in attribution.source:
            if not any(frame.start <= source.start and source.end <= frame.end for frame in seen):
                seen.add(source)
        yield from sorted(seen)

    def _words_before(self, at: int, start: int) -> str:
        """The words in front of a name, without those that belong to it."""
        numbers = self._subtrees.touched(Span(start=max(start, at - 2 * _LOOK_BACK), end=at))
        end = at
        for i in reversed(numbers[-_BEFORE:]):
            token = self._subtrees.tokens[i]
            words = token.span.of(self._text).casefold()
            belongs = token.upos in _OWN_WORDS or words in _KINDS or words in {"'s", "’s", "-", "its", "their", '"', "“"}
            if not belongs and not (token.upos in {"PROPN", "NOUN"} and words[:1] != words and self._text[token.span.start].isupper()):
                break
            end = token.span.start
        return self._text[max(start, end - _LOOK_BACK) : end].rstrip()

    def _relay(self, name: OutletName) -> Link:
        span = name.span if name.span.end > name.span.start else None
        actor = name.actor or (self._exact.get(span) if span else None)
        return Link(role="relay", actor=actor, name=name.name, span=span)

    def _speaker(self, attribution: Attribution) -> tuple[Link, ...]:
        if not attribution.source:
            return ()
        speaker: Speaker | None = self._speakers.get(attribution.source)
        actor = speaker.actor if speaker else None
        span = Span(start=attribution.source[0].start, end=attribution.source[-1].end)
        issuer = self._issuer(span) if actor is None else None
        if issuer is not None:
            return (Link(role="speaker", actor=issuer.actor, name=issuer.name, span=span),)
        return (Link(role="speaker", actor=actor, name=self._names.get(actor or "") or span.of(self._text), span=span),)

    def _issuer(self, source: Span) -> OutletName | None:
        """The outlet whose report is the source: "a report in Norrpress"."""
        head = self._subtrees.head(source)
        if head is None or self._subtrees.tokens[head].span.of(self._text).casefold() not in _REPORTS:
            return None
        named = self._outlets.within(source)
        return named[0] if len(named) == 1 else None

    def _apart(self, relays: list[Link], speaker: tuple[Link, ...]) -> Iterator[Link]:
        """Each relay once, without the outlet and whoever speaks."""
        seen = {key for link in speaker for key in _keys(link)}
        for link in relays:
            if seen.isdisjoint(_keys(link)) and not self._is_own(link):
                seen.update(_keys(link))
                yield link

    def _is_own(self, link: Link) -> bool:
        return self._outlets.is_own(OutletName(span=link.span or Span(start=0, end=0), name=link.name, actor=link.actor))


def _role(before: str) -> Literal["by", "to"] | None:
    if _BY.search(before):
        return "by"
    return "to" if _TO.search(before) else None


def _keys(link: Link) -> set[str]:
    """What tells one link from another: its actor, and its name."""
    return {link.actor or "", link.name.casefold()} - {""}
