"""What do answers look like? The contract's shapes, as /openapi.json tells programs of them.

Answers are written from the record's own shapes and not from these; tests compare the two, so that neither says more than
the other. A field that is not known is null or an empty list.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from saidwho.types.grounding import ActorKind, Counted, Use
from saidwho.types.linking import Verdict
from saidwho.types.statement import Act, AidKind, BasisKind, DenialTarget, Form, Modality, Role, Stage

Span = tuple[int, int]
Number = int | float


class Answer(BaseModel):
    """Whatever is answered has these."""

    ok: bool
    saidwho: int = Field(description="The version of the contract.")


class Page(Answer):
    """A page of a list, which stands under the list's name."""

    next: str | None = Field(description="The cursor of the next page, null on the last.")
    next_url: str | None = Field(description="The address of the next page, with the same filters.")


class Place(BaseModel):
    """A place as a text names it."""

    span: Span
    name: str
    geonameid: int | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    where_prec: int | None = Field(description="How exactly it is known, 1 to 7 (UCDP GED codebook).")
    use: Use
    score: float


class Time(BaseModel):
    """A time as a text tells it."""

    span: Span
    edtf: str | None
    date_prec: int | None
    duration: str | None


class Figure(BaseModel):
    """A number with what it counts. low, high: what the words allow."""

    span: Span
    low: Number | None
    high: Number | None
    qualifier: str | None
    unit: str | None
    counts: Counted | None
    of: str | None
    victims: str | None
    per: str | None
    over: str | None
    cumulative: bool
    since: str | None
    as_of: str | None
    part_of: Span | None
    currency: str | None
    negated: bool


class Link(BaseModel):
    """Somebody in a chain, the outlet first."""

    role: Role
    actor: str | None
    name: str
    span: Span | None


class Basis(BaseModel):
    """What a statement rests on."""

    span: Span
    kind: BasisKind


class Spoken(BaseModel):
    """When it was said."""

    edtf: str | None
    span: Span


class Denial(BaseModel):
    """What is denied."""

    span: Span
    target: DenialTarget


class Event(BaseModel):
    """What happens. type: a PLOVER root type."""

    type: str
    mode: str | None
    span: Span
    score: float


class Conduct(BaseModel):
    """What is alleged, never a finding."""

    tag: str
    provision: str | None


class Proposition(BaseModel):
    """One event or figure of what is said."""

    id: str
    spans: list[Span]
    negated: bool
    modality: Modality | None
    event: Event | None
    actor: list[str]
    recipient: list[str]
    conduct: list[Conduct]
    places: list[Place]
    times: list[Time]
    figures: list[Figure]
    aid: str | None


class StatementInReport(BaseModel):
    """Who says what, by spans of the document's text."""

    id: str
    within: str | None
    form: Form
    act: Act | None
    content: list[Span]
    cue: list[Span]
    source: list[Span]
    chain: list[Link]
    speaker: str | None
    speaker_score: float | None
    speaker_why: str | None
    speaker_side: str | None
    basis: Basis | None
    spoken: Spoken | None
    venue: Span | None
    first_hand: bool
    denies: Denial | None
    caveats: list[Span]
    propositions: list[Proposition]
    score: float


class Named(BaseModel):
    """An actor as one document names it."""

    id: str
    name: str
    kind: ActorKind
    role: str | None
    of: str | None
    country: str | None
    wikidata: str | None
    mentions: list[Span]


class Heading(BaseModel):
    """What of a document goes with each of its parts."""

    id: str
    key: str | None
    work: str
    outlet: str | None
    url: str | None
    title: str | None
    published: str | None


class Statement(StatementInReport):
    """A statement with its words and the heading of its document."""

    saidwho: int
    quote: str
    document: Heading
    actors: list[Named]


class AidItem(BaseModel):
    """A thing that is given."""

    span: Span
    name: str
    count: int | None


class AidStage(BaseModel):
    """How far a package had come, by which statement."""

    stage: Stage
    amount: Figure | None
    date: str | None
    statement: str


class AidInReport(BaseModel):
    """A package of aid, as one document tells of it."""

    id: str
    donor: str | None
    recipient: str | None
    kind: AidKind | None
    amount: Figure | None
    funding: list[Span]
    items: list[AidItem]
    history: list[AidStage]


class Aid(AidInReport):
    """A package with names and the heading of its document."""

    saidwho: int
    donor_name: str | None
    recipient_name: str | None
    document: Heading


class FoundFigure(Figure):
    """A figure with its words, and who gives it."""

    saidwho: int
    words: str
    of_name: str | None
    statement: str | None
    proposition: str | None
    quote: str | None
    speaker: str | None
    document: Heading


class Printed(BaseModel):
    """What is known of a document beside its text."""

    id: str
    work: str
    key: str | None
    outlet: str | None
    url: str | None
    title: str | None
    byline: str | None
    published: str | None
    zone: str | None
    language: str | None


class Document(Printed):
    """A document without its text."""

    saidwho: int
    characters: int
    statements: int
    revision: int
    is_latest: bool


class Text(Printed):
    """A document with its text."""

    text: str


class Original(BaseModel):
    """Bytes in the archive; /documents/ID/originals/SHA256 gives them."""

    sha256: str
    target: str
    size: int
    media_type: str | None
    erased: bool


class Actor(BaseModel):
    """An actor of the record."""

    saidwho: int
    id: str
    name: str
    kind: ActorKind
    role: str | None
    of: str | None
    of_name: str | None
    country: str | None
    wikidata: str | None
    documents: int
    statements: int


class FoundPlace(BaseModel):
    """A place of the record."""

    saidwho: int
    name: str
    geonameid: int | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    where_prec: int | None
    documents: int
    statements: int


class Change(BaseModel):
    """Something that happened to the record."""

    saidwho: int
    at: str
    kind: str
    item: str
    before: str | None
    note: str | None
    document: str | None
    key: str | None
    title: str | None
    outlet: str | None
    words: str | None


class Member(BaseModel):
    """One proposition of a claim, as one document gives it."""

    id: str = Field(description="Of the statement.")
    proposition: str
    document: str
    key: str | None
    outlet: str | None
    published: str | None
    quote: str
    spans: list[Span]
    form: Form
    act: Act | None
    speaker: str | None
    chain: list[str]
    utterance: str | None


class Copy(BaseModel):
    """A document that is, wholly or in part, another's text. passages: where the words stand here, and there."""

    document: str
    of: str
    share: float
    passages: list[tuple[Span, Span]]
    agency: str | None
    why: str


class Origin(BaseModel):
    """Who speaks from their own knowledge, and why it counts."""

    actor: str
    name: str
    bodies: list[str]
    basis: BasisKind | None
    side: str | None
    first_hand: bool
    statements: list[str]
    why: str
    unnamed: list[str]


class NotOrigin(BaseModel):
    """Who says or prints it and adds no origin, and why. possible: it may be one."""

    actor: str | None
    name: str
    statements: list[str]
    why: str
    possible: bool


class Denier(BaseModel):
    """Who denies it."""

    actor: str
    name: str
    statements: list[str]


class Contradiction(BaseModel):
    """Another claim that cannot hold together with it."""

    claim: str
    why: str


class FigurePoint(BaseModel):
    """A figure for what the claim counts, by a speaker, for a day."""

    as_of: str | None
    low: Number | None
    high: Number | None
    speaker: str | None
    statement: str
    qualifier: str | None
    counts: str | None
    unit: str | None
    per: str | None
    over: str | None
    since: str | None
    currency: str | None
    origin: str | None
    change: str


class Holder(BaseModel):
    """Who holds which figure."""

    speaker: str
    figure: str


class Dispute(BaseModel):
    """Figures that cannot both hold."""

    holders: list[Holder]
    statements: list[str]
    why: str


class Blame(BaseModel):
    """One who is named as the doer where tellers do not agree who it was."""

    name: str
    by: list[str]
    statements: list[str]


class Judgement(BaseModel):
    """What a person decided."""

    id: str
    verdict: Verdict
    subjects: list[str]
    reviewer: str
    at: str
    reason: str
    field: str | None
    value: str | None


class Claim(BaseModel):
    """What reports say in common, and from how many independent origins."""

    saidwho: int
    id: str
    text: str
    event: str | None
    actor: list[str]
    recipient: list[str]
    places: list[Place]
    when: str | None
    statements: list[Member]
    documents: int
    outlets: int
    copies: list[Copy]
    origins: list[Origin]
    not_origins: list[NotOrigin]
    independent_origins: int
    possible_origins: int
    denied_by: list[Denier]
    contradicts: list[Contradiction]
    figures: list[FigurePoint]
    disputed: list[Dispute]
    blamed: list[Blame]
    utterances: list[str]
    first_seen: str | None
    last_seen: str | None
    review: Judgement | None
    notes: list[str]


class Side(BaseModel):
    """One proposition of a pair to judge."""

    proposition: str
    words: str
    event: str | None
    statement: str
    quote: str
    speaker: str | None
    document: str
    title: str | None
    outlet: str | None
    published: str | None
    claim: str


class Pair(BaseModel):
    """Two propositions that may say the same."""

    one: Side
    other: Side
    score: float
    reasons: list[str]
    is_joined: bool


class Proof(BaseModel):
    """What saidwho log check reads."""

    model_config = ConfigDict(extra="allow")

    saidwho: int
    kind: str
    size: int
    root: str
    proof: dict[str, Any]


class Queue(Page):
    """A page of pairs. waiting: how many wait in all."""

    pairs: list[Pair]
    waiting: int
    linking: str


class Report(Answer):
    """A document with all that was read in it, its revisions and originals."""

    document: Text
    statements: list[StatementInReport]
    places: list[Place]
    times: list[Time]
    figures: list[Figure]
    actors: list[Named]
    aid: list[AidInReport]
    revisions: list[Document]
    originals: list[Original]


class Counts(BaseModel):
    """How much the record holds."""

    documents: int
    statements: int
    claims: int
    disputed: int
    utterances: int
    copies: int
    originals: int
    judgements: int
    withholdings: int
    first_day: str | None
    last_day: str | None


class ReaderCount(BaseModel):
    """How many documents a version of the reader read."""

    reader: str
    documents: int


class Score(BaseModel):
    """How well the reader of this program reads, as its model card tells. on: which texts. score: in per cent."""

    what: str
    on: str
    score: str


class LogRoot(BaseModel):
    """size: entries. root: SHA-256, in hex, that stands for all of them."""

    size: int
    root: str


class Overview(Answer):
    """What the record holds."""

    version: str
    counts: Counts
    readers: list[ReaderCount]
    scores: list[Score]
    log: LogRoot


class Search(Answer):
    """The first of each kind with some words."""

    about: str
    claims: list[Claim]
    statements: list[Statement]
    documents: list[Document]
    actors: list[Actor]


class Root(Answer, LogRoot):
    """The log's size and root."""


class Proofs(Answer):
    """That the log tells of a thing."""

    proofs: list[Proof]


class Growth(Answer):
    """That the log only grew."""

    proof: Proof


class Judged(Answer):
    """The judgement that was kept, and how far linking under it is."""

    judgement: Judgement
    linking: str


ROWS: dict[str, type[BaseModel]] = {
    "claims": Claim, "statements": Statement, "documents": Document, "figures": FoundFigure, "aid": Aid, "actors": Actor,
    "places": FoundPlace, "changes": Change,
}  # fmt: skip


def page_model(name: str) -> type[BaseModel]:
    """The page of a list, whose rows stand under its name."""
    row: Any = ROWS[name]
    fields: dict[str, Any] = {name: (list[row], ...)}
    return create_model(f"{name.capitalize()}Page", __base__=Page, __doc__=f"A page of {name}.", **fields)


def item_model(name: str) -> type[BaseModel]:
    """One row of a list, as an answer of its own."""
    row: Any = ROWS[name]
    bases: Any = (Answer, row)
    found: type[BaseModel] = create_model(f"One{row.__name__}", __base__=bases, __doc__=row.__doc__)
    return found


ITEMS = {name: item_model(name) for name in ("claims", "statements", "actors", "aid")}
