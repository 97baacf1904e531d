"""What was said, by whom, in whose words, and about what."""

from dataclasses import dataclass
from typing import Literal, get_args

from saidwho.types.document import Document, Span
from saidwho.types.grounding import Figure, Grounding, Place, Speaker, Time

Form = Literal["direct", "indirect", "mixed", "own voice"]
Act = Literal[
    "assert", "deny", "confirm", "doubt", "admit", "claim responsibility", "threaten", "predict", "demand", "pledge", "judge", "decline",
]  # fmt: skip
Role = Literal["outlet", "relay", "speaker"]
BasisKind = Literal["intelligence", "document", "imagery", "witness", "own knowledge", "unnamed source", "other"]
DenialTarget = Literal["occurrence", "responsibility", "figure", "intent"]
AidKind = Literal["military", "financial", "humanitarian"]
Stage = Literal["announced", "pledged", "committed", "allocated", "contracted", "delivered", "cancelled"]
# In the order in which a package comes along.
STAGES: tuple[Stage, ...] = get_args(Stage)
Modality = Literal["actual", "ongoing", "planned", "possible", "conditional", "ordered", "past habit"]
# The root types of PLOVER, in the order of the reader's columns; "none" is a happening that is of no type.
EVENTS = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "none",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One of those through whom words came. span: where the text names them for it, None where it is known otherwise."""

    role: Role
    actor: str | None
    name: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What somebody rests his words on, as written."""

    span: Span
    kind: BasisKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """What is denied, as written, and how far."""

    span: Span
    target: DenialTarget


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happens in a proposition. type: a PLOVER root type. span: the word that says it. score: probability."""

    type: str
    mode: str | None
    span: Span
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """What is alleged, never a finding. provision: of the Geneva Conventions or the Rome Statute, where one plainly fits."""

    tag: str
    provision: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """One happening or figure inside a statement's content.

    actor, recipient: ids of actors, as PLOVER means them. places, times, figures: those in its words.
    aid: the id of the AidPackage that it tells of.
    """

    id: str
    spans: tuple[Span, ...]
    negated: bool
    modality: Modality | None
    event: Event | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    figures: tuple[Figure, ...]
    conduct: tuple[Conduct, ...] = ()
    aid: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution with what is worked out of it, or what the outlet asserts in its own voice.

    first_hand: the text says that the outlet saw or verified it itself. speaker: who the words are finally attributed to,
    and why. spoken: when they were said, where the text tells. within: the id of the statement it stands in.
    chain: from the outlet inwards to the speaker. caveats: the outlet's own.
    """

    id: str
    form: Form
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    score: float
    speaker: Speaker | None = None
    spoken: Time | None = None
    act: Act | None = None
    within: str | None = None
    chain: tuple[Link, ...] = ()
    speaker_side: str | None = None
    basis: Basis | None = None
    venue: Span | None = None
    denies: Denial | None = None
    caveats: tuple[Span, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    first_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AidItem:
    """A thing given. name: what it is, without its count. count: the number of pieces, where the text tells it."""

    span: Span
    name: str
    count: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AidStage:
    """How far a package had come. date: EDTF. statement: the id of the statement that tells it."""

    stage: Stage
    amount: Figure | None
    date: str | None
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AidPackage:
    """One package of aid, gathered over the sentences that describe it.

    id: made from content. donor, recipient: ids of actors. funding: the words that name the money it comes from.
    history: in the order of the text.
    """

    id: str
    donor: str | None
    recipient: str | None
    kind: AidKind | None
    amount: Figure | None
    funding: tuple[Span, ...]
    items: tuple[AidItem, ...]
    history: tuple[AidStage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document, read."""

    document: Document
    statements: tuple[Statement, ...]
    grounding: Grounding
    aid: tuple[AidPackage, ...] = ()
