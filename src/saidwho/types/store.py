"""What linking keeps between one document and the next, and what it asks of whoever keeps it.

A store holds objects by number, rows of a few relations, and positions: where an item stands in the sorted list of a key. The
numbers come from content, so that the same documents give the same store in whatever order they came.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from saidwho.types.document import Document

# document: Facts. node: Kept. heard: Heard. vector: of the words of a number, float16. copy: Copy, by its document.
# bands: the rank of a document among originals, its id, and the numbers of the bands of its text. shingles: digests of those of its
# text. paper: for each folded name, the outlets that bear it and in how many documents. judged: the judgements that were applied.
# sketch: what comparing looks at of a node.
Kind = Literal["document", "node", "heard", "vector", "copy", "bands", "paper", "judged", "sketch", "shingles"]
Row = tuple[Any, ...]


class Position(NamedTuple):
    """Where an item stands in the list of a key: by day, then by what its words are like, then by number."""

    key: int
    day: int
    place: int
    item: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A table of rows. keys: how many columns, from the first, tell a row from all others."""

    name: str
    columns: tuple[str, ...]
    keys: int = 1


# A proposition: the node it is folded into, its document, the number of its statement there, and where its words start.
FACTS = Relation(name="facts", columns=("proposition", "node", "document", "voice", "start"))
# Two nodes, the smaller first: log-odds that they say the same (None where they cannot), the same where that may join them
# (None where it may not), log-odds that they are about the same, where one may deny; and where a person may have to say whether they
# are the same, how doubtful it is (hundredths) and what speaks for it and against it, as linking.scoring writes it.
EDGES = Relation(name="edges", columns=("one", "other", "odds", "joins", "likeness", "doubt", "moved"), keys=2)
# A node, the part of the graph that it was clustered with, the group it came into, how many times stricter than others the part was told
# apart (0 where it was not cut off from others), and the core of the group that it is of.
GROUPS = Relation(name="groups", columns=("node", "part", "grp", "cut", "core"))
# The claim that a group is, by its id.
CLAIMS = Relation(name="claims", columns=("grp", "claim"))
# A statement of a speaker somebody can name: what it is folded into, where it stands, and its utterance.
VOICES = Relation(name="voices", columns=("statement", "heard", "document", "voice"))
# Two of those folded statements that report one act of speaking, and how surely.
TIES = Relation(name="ties", columns=("one", "other", "strength"), keys=2)
# What is folded, and the id of the utterance it came into.
UTTERED = Relation(name="uttered", columns=("heard", "utterance"))
# A document that shares enough words with another to be its copy.
PROOFS = Relation(name="proofs", columns=("copy", "source"), keys=2)
# A name that a document speaks of, which may be an outlet's.
ASKS = Relation(name="asks", columns=("name", "document"), keys=2)
# A statement that denies, or may: its number in its document, who denies (0 where nobody knows), and the group that it denies by
# itself, with those of its utterance, and at last.
DENIERS = Relation(name="deniers", columns=("statement", "document", "voice", "who", "first", "second", "final"))
# A document that surely denies, and another that seems to be of its story.
STORIES = Relation(name="stories", columns=("document", "mate"), keys=2)
RELATIONS = (FACTS, EDGES, GROUPS, CLAIMS, VOICES, TIES, UTTERED, PROOFS, ASKS, DENIERS, STORIES)


class KeptLinks(Protocol):
    """What linking made of documents before, to be read."""

    def objects(self, kind: Kind, numbers: Iterable[int]) -> Mapping[int, Any]:
        """Those objects of these numbers that there are."""

    def find(
        self,
        relation: Relation,
        column: str,
        values: Iterable[Any],
        *,
        having: str | None = None,
        above: float | None = None,
        only: Sequence[str] | None = None,
    ) -> list[Row]:
        """The rows that have one of these values in a column, in no order. having: another column, which must not be empty.

        above: what the value there must be greater than. only: the columns that are asked for; None for all.
        """

    def rows(self, relation: Relation, keys: Iterable[Row]) -> list[Row]:
        """The rows of some keys, of two columns, in no order. Where few are wanted of what many others have a column of."""

    def near(self, wanted: Mapping[int, Sequence[Position]], *, reach: int, days: int | None = None) -> Mapping[int, Sequence[Position]]:
        """For each key a part of its sorted list: with each wanted position, so many places before it and after it.

        Where reach is 0, all between the first wanted position and the last; else what is near none of them may be left out.
        days: of odd keys, what stands further off in time may be left out.
        """

    def around(self, wanted: Mapping[int, Sequence[Position]], *, reach: int, days: int | None = None) -> NDArray[np.int64]:
        """The same as near, of all keys as one table: (positions, 4), in any order."""

    def head(self, keys: Iterable[int], *, count: int) -> Mapping[int, Sequence[Position]]:
        """The first positions of each key."""

    def texts(self, documents: Iterable[str]) -> Mapping[str, Document]:
        """Documents with their text, by id."""


class Store(KeptLinks, Protocol):
    """Keeps what linking made of documents. All that is written is seen by what is asked afterwards."""

    def keep(self, kind: Kind, objects: Mapping[int, Any]) -> None:
        """Put objects in the place of those of the same numbers."""

    def drop(self, kind: Kind, numbers: Iterable[int]) -> None:
        """Forget objects."""

    def add(self, relation: Relation, rows: Iterable[Row]) -> None:
        """Put rows in the place of those of the same key."""

    def remove(self, relation: Relation, column: str, values: Iterable[Any]) -> None:
        """Forget the rows that have one of these values in a column."""

    def forget(self, relation: Relation, rows: Iterable[Row]) -> None:
        """Forget the rows that have the keys of some rows."""

    def place(self, positions: Iterable[Position]) -> None:
        """Add positions."""

    def displace(self, positions: Iterable[Position]) -> None:
        """Take positions away."""
