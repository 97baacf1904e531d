"""What mentions mean: who, where, when, how many."""

from dataclasses import dataclass, field
from typing import Literal

from saidwho.types.document import Span

ActorKind = Literal["person", "outlet", "state", "government", "body", "force", "group", "people"]
Use = Literal["literal", "metonym", "demonym"]
Counted = Literal["killed", "wounded", "casualties", "captured", "missing", "displaced", "detained", "executed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A toponym and where it is.

    name: as the gazetteer spells it; as written where it is in none. geonameid, country (ISO 3166-1 alpha-3), admin1,
    lat, lon (degrees, WGS 84), where_prec (UCDP GED codebook, 1 to 7): None where the text does not settle them.
    use: whether the words mean the place, those who act from it ("Kyiv has claimed"), or where somebody is of ("Turkish").
    score: how sure the choice of this place is, 0 to 1.
    """

    span: Span
    name: str
    geonameid: int | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    where_prec: int | None
    use: Use
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """Words of time and when that is.

    edtf: ISO 8601-2 (EDTF levels 0 to 2), None where the words or a missing publication date do not settle it.
    date_prec: UCDP GED codebook, 1 (a day) to 5 (more than a month), None where edtf is.
    duration: ISO 8601, of words that give a length of time ("in six days": P6D; "several weeks": PXW), else None.
    """

    span: Span
    edtf: str | None
    date_prec: int | None
    duration: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its words, and what it counts.

    low, high: what the words allow; "at least 17" is 17 and None, "dozens" None and None. Both are of the unit itself:
    "$150 million" is 150000000. qualifier: as written ("at least"), in lower case. unit: "people", a plural noun, or "money".
    counts: what befell the people counted. of: the id of the actor whose they are. victims: as written ("civilians").
    per: "day", "week", "month", "year". over: ISO 8601 duration that the figure was reached in. cumulative: a total so far.
    since, as_of: EDTF. part_of: the figure that this one is part of ("including three children"). currency: ISO 4217.
    negated: the text says that it is not so ("not 400").
    """

    span: Span
    low: int | float | None
    high: int | float | None
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
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who mentions stand for.

    id: made from content; that of the register where the actor is in it. name: the fullest in the text, or the register's.
    role: as written ("White House spokesperson"). of: the id of the actor it speaks for or belongs to.
    country: ISO 3166-1 alpha-3. wikidata: "Q212". mentions: in the order of the text.
    """

    id: str
    name: str
    kind: ActorKind
    role: str | None
    of: str | None
    country: str | None
    wikidata: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who the source of an attribution stands for.

    source: its words, empty where the text names nobody. actor: the id of an Actor, None where it stays open.
    score: how sure that is, 0 to 1. why: one line for people.
    """

    source: tuple[Span, ...]
    actor: str | None
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounding:
    """All that grounding finds in one text, each kind in the order of the text.

    speakers: one for each source of an attribution. outlet: the id of the actor that printed the text, by whichever name; what is
    read back from a record has none.
    """

    actors: tuple[Actor, ...]
    speakers: tuple[Speaker, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    figures: tuple[Figure, ...]
    outlet: str | None = field(default=None, compare=False)


NOTHING_GROUNDED = Grounding(actors=(), speakers=(), places=(), times=(), figures=())
