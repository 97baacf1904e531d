"""What does a proposition say, made comparable over documents, and whose voice says it?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from saidwho.linking.affiliation import NO_AFFILIATION, Affiliation, Owned, affiliation_of, owned_in, settle
from saidwho.linking.bare import bare_figures
from saidwho.linking.behind import body_behind
from saidwho.linking.days import Days, day_of, days_of
from saidwho.linking.falsehood import is_called_false
from saidwho.linking.homes import Home, home_of, lands_of, named_by, names_state, seat_of, tells_of_others, told_from, towns_of
from saidwho.linking.makers import maker_of
from saidwho.linking.papers import STAFF
from saidwho.linking.paragraphs import Paragraphs, paragraphs_of
from saidwho.linking.parties import Party, folded, parties_of
from saidwho.linking.pointers import pointed
from saidwho.linking.presence import Presence, presence_in
from saidwho.linking.quantities import Quantity, quantity
from saidwho.linking.settings import Settings
from saidwho.linking.stems import plain_words, stem, stems
from saidwho.text.calendar_words import CALENDAR, SHORT_MONTHS
from saidwho.text.issuing import PrintsAs, described_as_bodies, prints_as
from saidwho.text.marked_clauses import clause_in, passage_in, sentence_at
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Place
from saidwho.types.statement import AidPackage, Event, Modality, Proposition, Report, Statement

# UCDP GED where_prec: from 6 on a place is a country or wider, which says little of where.
COUNTRY = 6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Voice:
    """One statement with who speaks in it.

    document: without its text, which voices do not need. number: its place among the statements of its document.
    source: the words that name the speaker. told: those of what is said, cue: of its verb, between: from the source to what
    is said where one sentence holds both.
    speaker: None where they stay open. spoken: the day it was said, as the text
    tells; day: else of publication. quoted: its words inside quotation marks. names: words of names in its whole document.
    paragraphs: digests of the stems of its paragraphs.
    affiliation: for whom the speaker speaks, as its words and those before them tell. is_belied: whether the sentence around what is
    said calls it false. prints_as: what its outlet is in this document. is_there: whether its outlet's own people say it or are
    there where it says it. staff: names of those who report for it, as its text tells. governed: names or adjectives
    of those whose ministry or government its text tells of. bodies: names that its document
    introduces as those of bodies of another kind than the press. named: keys of all whom its text names, and of whom these are.
    home: the state of an office that its text gives to none. seat: the key of the country of a place that its source's words name.
    behind: the body that the words for a source tell somebody without a name to be of. maker: who made the pictures that it rests on.
    printer: who prints the document. lands: keys of states by the folded words that its document has for them. towns: such words
    for places inside one. is_of_others: whether its outlet is a state's press, and the document tells of other lands alone.
    """

    statement: Statement
    document: Document
    number: int
    speaker: Party | None
    source: str
    told: str
    cue: str
    between: str
    relays: tuple[tuple[str | None, str], ...]
    spoken: Days | None
    day: int | None
    basis: str
    quoted: tuple[str, ...]
    names: frozenset[str]
    affiliation: Affiliation
    paragraphs: bytes = b""
    is_belied: bool = False
    prints_as: PrintsAs = "paper"
    is_there: bool = False
    staff: frozenset[str] = frozenset()
    governed: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    home: Home | None = None
    seat: str | None = None
    behind: Party | None = None
    maker: Party | None = None
    printer: Party | None = None
    lands: Mapping[str, str] = field(default_factory=dict)
    towns: frozenset[str] = frozenset()
    is_of_others: bool = False

    @property
    def id(self) -> str:
        return self.statement.id


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fact:
    """One proposition, made comparable.

    text: its words. clause, passage: the sentence and the part of the text around them, with marks; see
    saidwho.text.marked_clauses. stems: of words that carry what it says.
    doers, receivers: keys, nations among them. places: those in its words, else in its statement's. days: when it happens, where the
    text tells. day: when that was said or printed.
    names: words of names among its words. around: figures in the sentence around its words that it does not hold itself.
    matter: the kind of event that it tells of, else that which its statement tells, or what stands before it in its text.
    then, there: when and where its part of the text is, by what was told there last; see saidwho.linking.settings. paragraph: the number
    of the one that it begins in.
    """

    id: str
    voice: Voice
    proposition: Proposition
    text: str
    clause: str
    passage: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    event: Event | None
    doers: frozenset[str]
    receivers: frozenset[str]
    places: tuple[Place, ...]
    days: Days | None
    day: int | None
    quantities: tuple[Quantity, ...]
    around: tuple[Quantity, ...]
    is_setting_lent: bool
    names: frozenset[str]
    matter: str | None
    then: Days | None
    there: tuple[Place, ...]
    paragraph: int

    @property
    def negated(self) -> bool:
        return self.proposition.negated

    @property
    def modality(self) -> Modality | None:
        return self.proposition.modality


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Facts:
    """All that one report gives to linking. document: without its text. aid: the packages that it tells of."""

    document: Document
    voices: tuple[Voice, ...]
    facts: tuple[Fact, ...]
    parties: dict[str, Party]
    aid: tuple[AidPackage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """What all voices of one document share; see Voice."""

    names: frozenset[str]
    paragraphs: Paragraphs
    prints_as: PrintsAs
    bodies: frozenset[str]
    presence: Presence
    governed: frozenset[str]
    named: frozenset[str]
    home: Home | None
    printer: Party | None
    lands: Mapping[str, str]
    towns: frozenset[str]
    is_of_others: bool


def facts_of(report: Report) -> Facts:
    """The voices and facts of one report, in its order."""
    parties, text = parties_of(report), report.document.text
    lands = lands_of(report)
    owned = owned_in(text, lands)
    home = home_of(report, parties)
    told = _affiliations(report, parties, owned if home is None else ())
    outlet = report.document.outlet or ""
    about = _About(
        names=names_in(text),
        paragraphs=paragraphs_of(text),
        prints_as=prints_as(outlet, text),
        bodies=described_as_bodies(text),
        presence=presence_in(outlet, text),
        governed=frozenset(one.owner for one in owned if one.organ in ("ministry", "government")),
        named=named_by(report, parties),
        home=home,
        printer=parties.get(report.grounding.outlet or ""),
        lands=lands,
        towns=towns_of(report),
        is_of_others=tells_of_others(report, parties),
    )
    document = replace(report.document, text="")
    voices = tuple(_voice(report, document, number, parties, about, told[number]) for number in range(len(report.statements)))
    figures, settings = _Figures(report=report, parties=parties), Settings.of(report)
    told_by = (fact for voice in voices for fact in _facts(voice, settings, parties, figures, about.paragraphs))
    facts = tuple(_with_matters(told_by))
    return Facts(document=document, voices=voices, facts=facts, parties=parties, aid=report.aid)


_NAME = re.compile(r"(?<![.!?:\n“\"] )(?<!^)(?<![\n“\"(])\b[A-Z][^\W\d_]{2,}", re.MULTILINE)
_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]{2,}")
_NO_NAMES = CALENDAR | {*SHORT_MONTHS, "the"}


def names_in(text: str) -> frozenset[str]:
    """Words that a text writes with a capital inside a sentence, without those of the calendar: what it is about."""
    return frozenset(stem(found.lower()) for found in _NAME.findall(text) if found.lower() not in _NO_NAMES)


# What is said before, as a noun: "Assertions by the criminals", "Reports about".
_A_SAYING = re.compile(
    r"^(?:assertions?|reports?|claims?|accusations?|allegations?|tales?|stor(?:y|ies)|talk|rumou?rs?|it is|so-called)\b", re.IGNORECASE
)


def _voice(report: Report, document: Document, number: int, parties: dict[str, Party], about: _About, told: Affiliation) -> Voice:
    text, statement = report.document.text, report.statements[number]
    speaker = statement.speaker.actor if statement.speaker else None
    cue = words_of(statement.cue, text)
    is_belied = bool(statement.content) and is_called_false(" ".join(sentence_at(statement.content[0], text).of(text).split()))
    # "Reports by foreign media about dead are inventions": whoever prints it denies, those who are named do not.
    is_printed = is_belied and bool(_A_SAYING.match(cue))
    if speaker is None:
        speaker = next((link.actor for link in reversed(statement.chain) if link.role == "speaker"), None)
    return Voice(
        statement=statement,
        document=document,
        number=number,
        speaker=parties.get(speaker) if speaker and not is_printed else None,
        source=words_of(statement.source, text) if not is_printed else "",
        told=words_of(statement.content, text),
        cue=cue,
        between=_between(statement, text),
        relays=tuple((_key(link.actor, parties), link.name) for link in statement.chain if link.role == "relay"),
        spoken=days_of(statement.spoken.edtf) if statement.spoken else None,
        day=day_of(report.document.published),
        basis=statement.basis.span.of(text) if statement.basis else "",
        quoted=tuple(_quoted(words_of(statement.content, text), statement.form)),
        names=about.names,
        paragraphs=about.paragraphs.digests,
        affiliation=told if not is_printed else NO_AFFILIATION,
        is_belied=is_belied,
        prints_as=about.prints_as,
        is_there=_is_there(statement, parties.get(speaker or ""), text, about.presence),
        staff=about.presence.staff,
        governed=about.governed,
        bodies=about.bodies,
        named=about.named,
        home=about.home,
        seat=seat_of(statement, report.grounding.places, text),
        behind=body_behind(statement, report, parties),
        maker=maker_of(statement, report, parties),
        printer=about.printer,
        lands=about.lands,
        towns=about.towns,
        is_of_others=about.is_of_others,
    )


_OUR_STAFF = re.compile(
    rf"^(?:our|this (?:news)?paper['’]s|this agency['’]s|the (?:news)?paper['’]s) (?:\w+ )?"
    rf"(?:{STAFF.pattern}|man\b|woman\b|stringers?\b|special envoys?\b)",
    re.IGNORECASE,
)


def _is_there(statement: Statement, speaker: Party | None, text: str, presence: Presence) -> bool:
    """Whether an outlet says something where its own people are, or one of them does."""
    if statement.form == "own voice":
        return bool(statement.content) and presence.holds(statement.content[0].start)
    if _OUR_STAFF.match(words_of(statement.source, text)):
        return True
    return speaker is not None and " ".join(plain_words(speaker.name)) in presence.staff


def _affiliations(report: Report, parties: dict[str, Party], owned: Sequence[Owned]) -> tuple[Affiliation, ...]:
    """For whom the source of each statement speaks; what one statement tells of a person holds for the next as well.

    owned: whose organs are, where the text tells it; none for whoever means his own by an organ that he gives to none.
    """
    found: list[Affiliation] = []
    known: dict[str, Affiliation] = {}
    line = told_from(report)
    for statement in report.statements:
        told = pointed(_told(report, statement, parties), statement, report, found)
        told = settle(told, statement.source[0].start if statement.source else None, owned)
        found.append(_at_dateline(told, statement, report, line) if line is not None else told)
    for number, statement in enumerate(report.statements):
        actor = statement.speaker.actor if statement.speaker else None
        if actor and found[number] != NO_AFFILIATION and (found[number].owner or actor not in known):
            known.setdefault(actor, found[number])
            known[actor] = known[actor] if known[actor].owner else found[number]
    actors = [statement.speaker.actor if statement.speaker else None for statement in report.statements]
    return tuple(known.get(actor or "", told) if not told.owner else told for actor, told in zip(actors, found, strict=True))


def _at_dateline(told: Affiliation, statement: Statement, report: Report, line: tuple[str, str]) -> Affiliation:
    """ "ABU DHABI: The Emirates have freed 350 captives, the foreign ministry said": a ministry of no state that the text tells is of the
    state that it is told from, where it speaks of that.

    line: the code and the name of that state.
    """
    if told.owner is not None or told.organ != "ministry" or told.is_for_another:
        return told
    code, name = line
    return replace(told, owner=folded(name)) if names_state(statement, code, report.grounding.places) else told


def _told(report: Report, statement: Statement, parties: dict[str, Party]) -> Affiliation:
    party = parties.get(statement.speaker.actor or "") if statement.speaker else None
    told = affiliation_of(words_of(statement.source, report.document.text))
    return _at_hospital(_with_role(told, party), party) if party is not None else told


def _with_role(told: Affiliation, party: Party) -> Affiliation:
    """What a party's role and name tell besides the words of the source, which may be a pronoun."""
    for words in (party.role, party.name):
        more = affiliation_of(words or "")
        if told == NO_AFFILIATION:
            told = more
    return told


def _at_hospital(told: Affiliation, party: Party) -> Affiliation:
    """Whoever is of a hospital by what the text told of him before ("its superintendent") speaks for one."""
    own = affiliation_of(party.owners[0][1]) if told == NO_AFFILIATION and party.owners else NO_AFFILIATION
    return own if own.service == "medical" and not own.organ else told


def _key(actor: str | None, parties: dict[str, Party]) -> str | None:
    party = parties.get(actor) if actor else None
    return party.key if party else None


def words_of(spans: Iterable[Span], text: str) -> str:
    """The words of a statement or proposition, pieces joined by a blank."""
    return " ".join(" ".join(span.of(text).split()) for span in spans)


# From a source to what it says, a sentence is no longer.
_ONE_SENTENCE = 80  # characters


def _between(statement: Statement, text: str) -> str:
    """The words from a source to what it says, where both stand in one sentence."""
    if not statement.source or not statement.content:
        return ""
    start, end = statement.source[-1].end, statement.content[0].start
    words = text[start:end] if 0 < end - start < _ONE_SENTENCE else ""
    return "" if "\n" in words or ". " in words else words


def _quoted(content: str, form: str) -> Iterator[str]:
    """What stands in quotation marks; all of a direct statement does."""
    if form == "direct":
        yield content
        return
    for opening, closing in (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“")):
        pieces = content.split(opening)[1:]
        yield from (piece.partition(closing)[0] for piece in pieces[:: 2 if opening == closing else 1])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Figures:
    """The figures of a report, for the sentences around its propositions."""

    report: Report
    parties: dict[str, Party]

    def around(self, proposition: Proposition) -> tuple[Quantity, ...]:
        """Those in the words of a proposition and the sentence they stand in, beyond those it holds itself."""
        text, grounding = self.report.document.text, self.report.grounding
        # "About 70 were killed, two diplomats said": those who say it are not counted. "He says 300 died, and the ministry says 500": nor
        # is what another says.
        sources = [span for statement in self.report.statements for span in statement.source]
        others = [span for statement in self.report.statements for span in _said_apart(statement, proposition)]
        spans = [sentence_at(span, text) for span in proposition.spans]
        own = {figure.span for figure in proposition.figures}
        apart = (*sources, *others)
        told = [f for f in grounding.figures if f.span not in own and not f.negated and not any(_is_in(f.span, span) for span in apart)]
        read = [f for f in told if any(_is_in(f.span, span) for span in spans)]
        taken = [figure.span for figure in grounding.figures] + [time.span for time in grounding.times]
        bare = {f.span: f for span in spans for f in bare_figures(text, span, taken, within=proposition.spans)}
        return tuple(quantity(f, _nation(f.of, self.parties), text=text) for f in (*read, *bare.values()))


def _said_apart(statement: Statement, proposition: Proposition) -> tuple[Span, ...]:
    """What a statement says, where a proposition is none of it."""
    is_its_own = any(_is_in(span, said) for span in proposition.spans for said in statement.content)
    return () if is_its_own or statement.form == "own voice" else statement.content


def _is_in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _facts(voice: Voice, settings: Settings, parties: dict[str, Party], figures: _Figures, paragraphs: Paragraphs) -> Iterator[Fact]:
    statement, text = voice.statement, settings.text
    places = tuple(place for proposition in statement.propositions for place in proposition.places if _is_there_told(place, text))
    times = [time.edtf for proposition in statement.propositions for time in proposition.times]
    for proposition in statement.propositions:
        words = words_of(proposition.spans, text)
        own = tuple(place for place in proposition.places if _is_there_told(place, text))
        days = when_of([time.edtf for time in proposition.times]) or when_of([f.since for f in proposition.figures])
        when = days or when_of(times)
        part = (proposition.spans[0].start, proposition.spans[-1].end)
        yield Fact(
            id=proposition.id,
            voice=voice,
            proposition=proposition,
            text=words,
            clause=clause_in(proposition.spans, text),
            passage=passage_in(proposition.spans, text),
            words=tuple(plain_words(words)),
            stems=stems(words),
            event=proposition.event,
            doers=keys_of(proposition.actor, parties),
            receivers=keys_of(proposition.recipient, parties),
            places=own or places,
            days=when,
            day=voice.spoken.first if voice.spoken and voice.spoken.length == 1 else voice.day,
            quantities=tuple(quantity(f, _nation(f.of, parties), text=text) for f in proposition.figures if not f.negated),
            around=figures.around(proposition),
            is_setting_lent=not own or days is None,
            names=frozenset(stem(word.lower()) for word in _CAPITAL.findall(words)) & voice.names,
            matter=proposition.event.type if proposition.event else None,
            # "Since October 11" is no day.
            then=(when if not when.is_open else None) if when else settings.when(*part),
            there=own or places or settings.where(*part),
            paragraph=paragraphs.at(part[0]),
        )


def _with_matters(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Facts in the order of their text: what tells of no event of its own goes on with its statement, or with what was told before it."""
    last: str | None = None
    for _, told in groupby(facts, key=lambda fact: fact.voice.number):
        of_one = list(told)
        last = next((fact.matter for fact in of_one if fact.matter), last)
        yield from (fact if fact.matter else replace(fact, matter=last) for fact in of_one)


# "Near the border with Arland" is in the other state.
_BORDERING = re.compile(r"\b(?:border|frontier|boundary) with (?:neighbou?ring )?(?:the )?$", re.IGNORECASE)
_LONGEST_BORDERING = 40  # characters


def _is_there_told(place: Place, text: str) -> bool:
    return is_where(place) and _BORDERING.search(text[max(0, place.span.start - _LONGEST_BORDERING) : place.span.start]) is None


def is_where(place: Place) -> bool:
    """Whether a place says where something happens, rather than who acts or where somebody is of."""
    return place.use == "literal"


def when_of(times: Iterable[str | None]) -> Days | None:
    """The narrowest of the times that a text gives."""
    found = [days for edtf in times if (days := days_of(edtf))]
    return min(found, key=lambda days: (days.length, days.first)) if found else None


def keys_of(actors: Iterable[str], parties: dict[str, Party]) -> frozenset[str]:
    """The keys of actors that have one, and the countries of all."""
    found = [parties[actor] for actor in actors if actor in parties]
    return frozenset(key for party in found for key in (party.key, party.nation) if key)


def _nation(actor: str | None, parties: dict[str, Party]) -> str | None:
    party = parties.get(actor) if actor else None
    return party.nation or party.key if party else None
