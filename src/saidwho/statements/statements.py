"""Which statements does a report hold?"""

import re
from collections.abc import Mapping
from dataclasses import replace

from saidwho.statements.acts.acts import Acts
from saidwho.statements.basis import Bases
from saidwho.statements.beside import Beside
from saidwho.statements.caveats import caveats_of, find_caveats, is_caveat
from saidwho.statements.chains import Chains
from saidwho.statements.denials import denial
from saidwho.statements.doubted import Caveat, start_of
from saidwho.statements.forms import find_quotations
from saidwho.statements.happenings import Vectors
from saidwho.statements.nesting import enclosing, passing_on
from saidwho.statements.outlets import Outlets
from saidwho.statements.own_voice.own_voice import SCORE, Assertion, OwnVoice
from saidwho.statements.propositions import Propositions
from saidwho.statements.sides import shipped_sides
from saidwho.statements.surroundings import Surroundings
from saidwho.statements.unsaid import says_nothing
from saidwho.statements.venue import Venues
from saidwho.statements.widening import widened
from saidwho.text.issuing import prints_as
from saidwho.text.sayings import Sayings
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Grounding, Speaker
from saidwho.types.ids import statement_id
from saidwho.types.reading import Attribution, Reading
from saidwho.types.statement import Act, Basis, Statement


def make_statements(document: Document, reading: Reading, grounding: Grounding, *, vectors: Vectors | None = None) -> tuple[Statement, ...]:
    """Make one statement of each attribution and of each assertion of the outlet's own, in the order of the text.

    Caveats of the outlet's are none.

    vectors: the encoder of clauses, by which the events of propositions are told; without it they have none.
    Two attributions of the same characters are one statement, with the higher score.
    """
    making = _Making(document, reading, grounding, vectors)
    best: dict[str, Statement] = {}
    for number in range(len(making.attributions)):
        statement = making.statement(number)
        known = best.get(statement.id)
        if known is None or known.score < statement.score:
            best[statement.id] = statement
    for number, assertion in enumerate(making.assertions, start=len(making.attributions)):
        own = making.own_statement(number, assertion)
        best.setdefault(own.id, own)
    return tuple(sorted(best.values(), key=_place))


# By these somebody says that something is so or is not, which may be doubted.
_CLAIMING: frozenset[Act] = frozenset({"assert", "deny", "confirm", "admit", "claim responsibility"})
_WILLING: frozenset[Act] = frozenset({"demand", "pledge"})
# "Footage appeared to show | a burning tank."
_SHOWN = re.compile(r"\b(?:show(?:s|ed|ing|n)?|depict(?:s|ed|ing)?|captur(?:es|ed|ing)) (?:that )?$", re.IGNORECASE)
_BEFORE = 20  # characters
_WE = frozenset({"we", "us", "our", "ours"})
_MEDIUM = re.compile(r"the (?:\w+ )?(?:news agency|newspaper|paper|broadcaster|channel|website)", re.IGNORECASE)
_NEAR_BY = 6  # statements back


class _Making:
    """What the statements of one report are made with."""

    def __init__(self, document: Document, reading: Reading, grounding: Grounding, vectors: Vectors | None) -> None:
        self._document, self._around = document, Surroundings(document.text, reading)
        bases = Bases(self._around, reading.attributions)
        voice = OwnVoice(document, reading, grounding, self._around)
        self._media = _media(document, grounding)
        spoken = (a for a in reading.attributions if not self._is_none(bases, a))
        self.attributions = tuple(a for a in spoken if not voice.is_own(a))
        kept = replace(reading, attributions=self.attributions)
        self._ids = [_id(document, attribution) for attribution in self.attributions]
        self._within = enclosing(self.attributions)
        self._passing_on = passing_on(self.attributions, self._within)
        self._quotations = find_quotations(document.text)
        caveats = find_caveats(self._around, reading.attributions, reading.marks, media=self._media)
        doubts = [caveat.span for caveat in caveats]
        self.assertions = voice.assertions(reading.attributions, quotations=self._quotations, caveats=doubts)
        self._speakers = {speaker.source: speaker for speaker in grounding.speakers}
        self._groups = {actor.id for actor in grounding.actors if actor.kind == "group"}
        self._sides = shipped_sides().of_report(document, grounding)
        self._sayings, self._acts = Sayings(document.text, reading, grounding.times), Acts(self._around)
        self._bases, self._venues = bases, Venues(self._around, reading.attributions)
        self._beside = Beside(self._around, reading, (*self.attributions, *map(_as_attribution, self.assertions)))
        first = len(self.attributions)
        shown = {first + number: assertion for number, assertion in enumerate(self.assertions) if self._rests(number)}
        self._did = [self._act(number) for number in range(first)]
        kept_acts = dict(zip(self.attributions, self._did, strict=True))
        self._caveats = _caveats(self._around, caveats, reading.attributions, kept_acts, shown, media=self._media)
        chains = Chains(document, kept, grounding, self._beside.relays())
        self._chains, self._own_chain = chains.chains(self.attributions, within=self._within), chains.of_outlet
        self._outlet = Speaker(source=(), actor=chains.outlet_actor, score=SCORE, why="nobody is named: the outlet asserts it")
        # A paper tells the deeds of others.
        self._issuer = chains.outlet_actor if prints_as(document.outlet or "", document.text) != "paper" else None
        self._propositions = Propositions(self._around, kept, grounding, vectors=vectors)

    def _is_none(self, bases: Bases, attribution: Attribution) -> bool:
        return (
            is_caveat(self._around, attribution, media=self._media)
            or bases.is_basis(attribution)
            or says_nothing(self._around, attribution)
        )

    def statement(self, number: int) -> Statement:
        attribution, identity, act = self.attributions[number], self._ids[number], self._did[number]
        speaker = self._speakers.get(attribution.source)
        around = self._within[number]
        return Statement(
            id=identity,
            form=self._quotations.form_of(attribution.content, cue=attribution.cue),
            content=attribution.content,
            cue=attribution.cue,
            source=attribution.source,
            score=attribution.score,
            speaker=speaker,
            spoken=self._sayings.spoken(attribution),
            act=act,
            within=None if around is None else self._ids[around],
            chain=self._chains[number],
            speaker_side=self._side(number),
            basis=self._basis(number),
            venue=self._beside.venue(number) or self._venues.venue(attribution),
            denies=denial(self._around, attribution) if act == "deny" else None,
            caveats=self._caveats.get(number, ()),
            propositions=self._propositions.of(identity, attribution.content, act=act, speaker=None if speaker is None else speaker.actor),
        )

    def _act(self, number: int) -> Act:
        attribution = self.attributions[number]
        speaker = self._speakers.get(attribution.source)
        by_group = speaker is not None and speaker.actor in self._groups
        return self._acts.act(attribution, by_group=by_group, passes_on=number in self._passing_on, answers=self._answers(number))

    def _answers(self, number: int) -> bool:
        """Whether the last to speak before a statement, in its paragraph or the one before, is of another party to the conflict."""
        side = self._side(number)
        if side is None or number == 0 or self._within[number] is not None:
            return False
        here = start_of(self.attributions[number])
        before = [(start, i) for i in range(max(0, number - _NEAR_BY), number) if (start := start_of(self.attributions[i])) < here]
        start, last = max(before, default=(0, None))
        if last is None or self._around.paragraph(here) - self._around.paragraph(start) > 1:
            return False
        other = self._side(last)
        return other is not None and other != side

    def _side(self, number: int) -> str | None:
        return self._sides.of(self._speakers.get(self.attributions[number].source))

    def _basis(self, number: int) -> Basis | None:
        attribution = self.attributions[number]
        if self._did[number] == "decline":
            return None
        found = self._bases.basis(attribution) or self._beside.basis(number)
        # What somebody will do or wants is known from nothing that is cited beside it, and from nothing that he saw before.
        is_source = found is not None and found.kind == "document" and any(span.start == found.span.start for span in attribution.source)
        if found and self._did[number] in _WILLING and not (is_source or _touches(attribution.content, found.span)):
            return None
        # Whoever heard it does not rest on himself: "villagers watched".
        if found is None or (_touches(attribution.source, found.span) and _touches(attribution.cue, found.span)):
            return None
        return widened(self._around, found)

    def own_statement(self, number: int, assertion: Assertion) -> Statement:
        identity = statement_id(document=self._document.id, content=assertion.content, cue=(), source=())
        return Statement(
            id=identity,
            form="own voice",
            content=assertion.content,
            cue=(),
            source=(),
            score=assertion.score,
            speaker=self._outlet,
            act="deny" if assertion.denies else "assert",
            chain=self._own_chain(by=assertion.by),
            basis=assertion.basis or self._beside.basis(number),
            denies=denial(self._around, _as_attribution(assertion)) if assertion.denies else None,
            first_hand=assertion.first_hand,
            caveats=self._caveats.get(number, ()),
            propositions=self._propositions.of(identity, assertion.content, speaker=self._we(assertion)),
        )

    def _we(self, assertion: Assertion) -> str | None:
        """Whose "our" is in an assertion: "our troops" are those of a body that tells its own deeds."""
        words = (self._around.words[i] for i in self._around.touched_by(assertion.content))
        return None if _WE.isdisjoint(words) else self._issuer

    def _rests(self, number: int) -> bool:
        """Whether the text says what an assertion of the outlet's, by its number among these, rests on, or shows it by pictures."""
        assertion = self.assertions[number]
        if assertion.basis or self._beside.basis(len(self.attributions) + number):
            return True
        start = assertion.content[0].start
        return bool(_SHOWN.search(self._document.text[max(start - _BEFORE, 0) : start]))


def _media(document: Document, grounding: Grounding) -> frozenset[tuple[Span, ...]]:
    """The sources that are media, by what is known of their speakers, by their names, or as "the news agency"."""
    outlets, found = Outlets(document, grounding.actors, grounding.outlet), []
    for speaker in grounding.speakers:
        if not speaker.source:
            continue
        last = Span(start=speaker.source[-1].end - 1, end=speaker.source[-1].end)
        named = outlets.at(last)
        is_named = named is not None and named.span.end == last.end
        if (speaker.actor and outlets.is_outlet(speaker.actor)) or is_named or _MEDIUM.fullmatch(speaker.source[-1].of(document.text)):
            found.append(speaker.source)
    return frozenset(found)


def _touches(pieces: tuple[Span, ...], span: Span) -> bool:
    return any(piece.start < span.end and span.start < piece.end for piece in pieces)


def _caveats(
    around: Surroundings,
    caveats: tuple[Caveat, ...],
    read: tuple[Attribution, ...],
    kept: Mapping[Attribution, Act],
    shown: Mapping[int, Assertion],
    *,
    media: frozenset[tuple[Span, ...]],
) -> dict[int, tuple[Span, ...]]:
    """The outlet's caveats, by the place in kept of what they are about.

    caveats: all of the text. read: what the reader found; kept: those of it that are statements of somebody, with what is done by each.
    shown: what the outlet asserts that rests on something, by numbers past those of kept. media: the sources that are media.
    """
    own = {_as_attribution(assertion): number for number, assertion in shown.items()}
    found = (*read, *own)
    numbers = {attribution: number for number, attribution in enumerate(kept)} | own
    acts = [kept.get(attribution) for attribution in read]
    told = caveats_of(
        around,
        found,
        caveats,
        without=frozenset(i for i, act in enumerate(acts) if act == "decline"),
        shown=frozenset(range(len(read), len(found))),
        claims=frozenset(i for i, act in enumerate(acts) if act in _CLAIMING),
        media=media,
    )
    return {numbers[found[i]]: spans for i, spans in told.items() if found[i] in numbers}


def _as_attribution(assertion: Assertion) -> Attribution:
    """What the outlet asserts, as an attribution to nobody."""
    return Attribution(source=(), cue=(), content=assertion.content, score=assertion.score)


def _id(document: Document, attribution: Attribution) -> str:
    return statement_id(document=document.id, content=attribution.content, cue=attribution.cue, source=attribution.source)


def _place(statement: Statement) -> tuple[list[Span], str]:
    return sorted((*statement.source, *statement.cue, *statement.content)), statement.id
