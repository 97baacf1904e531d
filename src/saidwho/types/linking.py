"""What many reports say together: claims, who stands behind them, and what was copied."""

from dataclasses import dataclass
from typing import Literal

from saidwho.types.document import Span
from saidwho.types.grounding import Figure, Place
from saidwho.types.statement import Act, AidItem, AidKind, BasisKind, Form, Stage

Verdict = Literal["same", "different", "unsure", "split", "merge", "correct", "reject", "undo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that two documents share: where they stand in the one, and where in the other."""

    here: Span
    there: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A document whose text is, wholly or in part, another's.

    document, of: ids. share: of the words of document, how many stand in the passages; 0 to 1. passages: in the order of
    document. agency: who is credited with the text, as written. why: one line for people.
    """

    document: str
    of: str
    share: float
    passages: tuple[Passage, ...]
    agency: str | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One proposition of a claim, where it was read. quote: its words. chain: names from the outlet inwards.

    speaker: the name of who says it, None where the text leaves it open. utterance: the id of the act of speaking.
    """

    statement: str
    proposition: str
    document: str
    key: str | None
    outlet: str | None
    published: str | None
    quote: str
    spans: tuple[Span, ...]
    form: Form
    act: Act | None
    speaker: str | None
    chain: tuple[str, ...]
    utterance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One act of speaking, as documents report it.

    id: the smallest id of its statements. speaker: a name. said: EDTF, where a text tells it. statements, documents: ids.
    words: the fullest of its quotations. why: what makes them one.
    """

    id: str
    speaker: str
    said: str | None
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    words: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A body that speaks from its own knowledge.

    actor: its id, that of the state where a state speaks. bodies: through whom it spoke. unnamed: those of its officials
    whom texts leave without a name. basis: what it rests on, where a text tells. why: a sentence for people.
    """

    actor: str
    name: str
    bodies: tuple[str, ...]
    basis: BasisKind | None
    side: str | None
    first_hand: bool
    statements: tuple[str, ...]
    why: str
    unnamed: tuple[str, ...] = ()


# With this ends why somebody is no origin, where the reason itself tells that he may be one.
POSSIBLE = "possible, and not counted."


@dataclass(frozen=True, slots=True, kw_only=True)
class NotOrigin:
    """Somebody who says or prints a claim and is no origin of it. is_possible: it may be one, without a name or by words less sure."""

    actor: str | None
    name: str
    statements: tuple[str, ...]
    why: str
    is_possible: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Denier:
    """Who denies a claim, with which statements."""

    actor: str
    name: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Another claim that cannot hold together with this one."""

    claim: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePoint:
    """A figure for the thing that a claim counts: who gives it, and for when.

    as_of: EDTF, of the text, else the day it was said or printed; None of a former number ("to 11 from eight") whose day is not told.
    speaker: a name. origin: the id of who stands behind it.
    change: how it stands to the figure before it of the same speaker.
    """

    as_of: str | None
    low: int | float | None
    high: int | float | None
    speaker: str | None
    statement: str
    qualifier: str | None = None
    counts: str | None = None
    unit: str | None = None
    per: str | None = None
    over: str | None = None
    since: str | None = None
    currency: str | None = None
    origin: str | None = None
    change: Literal["first", "same", "revised"] = "first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Figures of one thing that cannot both hold. holders: names and the figure that each holds, as written. why: a sentence."""

    holders: tuple[tuple[str, str], ...]
    statements: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """One who is named as the doer where tellers do not agree who it was. by: names of those who name him, as origins have them."""

    name: str
    by: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What propositions in one or many documents say in common.

    id: the smallest id among its propositions. event: a PLOVER root type. actor, recipient: names. when: EDTF of the
    happening. documents, outlets: how many. first_seen, last_seen: dates of publication. review: the last judgement on it.
    possible_origins: independent_origins and what unnamed sources might add. notes: what was cut short, for people.
    blamed: who is said to have done it, where one of those names another.
    """

    id: str
    text: str
    event: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    places: tuple[Place, ...]
    when: str | None
    members: tuple[Member, ...]
    documents: int
    outlets: int
    copies: tuple[Copy, ...]
    origins: tuple[Origin, ...]
    not_origins: tuple[NotOrigin, ...]
    independent_origins: int
    possible_origins: int
    denied_by: tuple[Denier, ...]
    contradicts: tuple[Contradiction, ...]
    figures: tuple[FigurePoint, ...]
    disputes: tuple[Dispute, ...]
    utterances: tuple[str, ...]
    first_seen: str | None
    last_seen: str | None
    review: "Judgement | None" = None
    notes: tuple[str, ...] = ()
    blamed: tuple[Blame, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerStage:
    """How far a package had come, by whose word. statements: all that tell it."""

    stage: Stage
    amount: Figure | None
    date: str | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One package of aid over all reports. id: the smallest id among its packages, which are members.

    donor, recipient: names of the states or bodies; donor_id, recipient_id: the same in every document. documents: ids.
    """

    id: str
    donor: str | None
    donor_id: str | None
    recipient: str | None
    recipient_id: str | None
    kind: AidKind | None
    amount: Figure | None
    items: tuple[AidItem, ...]
    stages: tuple[LedgerStage, ...]
    members: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two propositions that were compared. score: probability that they say the same. reasons: the strongest first."""

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided. It is stronger than the machine, and a later one undoes it.

    id: made from content. verdict: "same", "different" and "unsure" are of two subjects (propositions or claims), "merge" of
    two and more claims, "split" of a claim and the propositions to take out of it, "correct" of a claim with field and
    value, "reject" of a claim, "undo" of a judgement. at: RFC 3339, UTC.
    """

    id: str
    verdict: Verdict
    subjects: tuple[str, ...]
    reviewer: str
    at: str
    reason: str
    field: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """All that linking made of a set of reports. claims: most independent origins first, then newest.

    notes: what was cut short and why, for people.
    """

    claims: tuple[Claim, ...]
    copies: tuple[Copy, ...]
    utterances: tuple[Utterance, ...]
    ledger: tuple[LedgerRow, ...]
    pairings: tuple[Pairing, ...] = ()
    notes: tuple[str, ...] = ()
