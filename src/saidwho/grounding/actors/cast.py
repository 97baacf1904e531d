"""The actors of one text while they are being worked out."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from saidwho.grounding.actors.markables import Markable, MarkableKind
from saidwho.grounding.actors.vocabulary import Gender
from saidwho.grounding.register.entries import Entry
from saidwho.types.document import Span


@dataclass(slots=True, kw_only=True, eq=False)
class Member:
    """One actor of the text. Grows while the text is gone through; what is handed on is made of it at the end.

    names: the words of each of its names. lemmas: the nouns it is spoken of by. markables: all that stand for it.
    seen: those of them that were gone through.
    role: words that say what it is. told: words that are said of it right beside its name. of: the member it speaks for or belongs to.
    """

    number: int
    kind: MarkableKind | None
    gender: Gender | None = None
    many: bool | None = None
    entry: Entry | None = None
    names: list[tuple[str, ...]] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    markables: list[Markable] = field(default_factory=list)
    seen: list[Markable] = field(default_factory=list)
    role: Span | None = None
    told: set[str] = field(default_factory=set)
    called: str | None = None  # a name from outside the text, such as the byline's
    of: "Member | None" = None

    @property
    def is_named(self) -> bool:
        return self.entry is not None or bool(self.names)

    def add(self, markable: Markable) -> None:
        """Let a markable stand for this member."""
        self.markables.append(markable)
        self.gender = self.gender or markable.gender
        if self.many is None:
            self.many = markable.many
        if markable.shape == "name" and markable.words not in self.names:
            self.names.append(markable.words)
        if markable.lemma:
            self.lemmas.add(markable.lemma)


class Cast:
    """The members of one text, looked up by markable, by noun, and by how late they were seen."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self._of: dict[Span, Member] = {}
        self._by_key: dict[str, Member] = {}
        self._recent: OrderedDict[int, Member] = OrderedDict()
        self._papers: dict[str, Member] = {}
        self._bearers: dict[tuple[str, ...], set[int]] = {}

    def new(self, *, kind: MarkableKind | None, entry: Entry | None = None) -> Member:
        """A member of its own; the one that is there already where the register's entry is in the cast."""
        if entry is not None and entry.key in self._by_key:
            return self._by_key[entry.key]
        member = Member(number=len(self.members), kind=kind, entry=entry)
        self.members.append(member)
        if entry is not None:
            self._by_key[entry.key] = member
        return member

    def put(self, markable: Markable, member: Member) -> None:
        """Let a markable stand for a member."""
        member.add(markable)
        self._of[markable.span] = member

    def move(self, markable: Markable, member: Member, other: Member) -> None:
        """Let the only markable of a member stand for another."""
        member.markables.clear()
        member.seen.clear()
        member.lemmas.clear()
        self._recent.pop(member.number, None)
        self.put(markable, other)
        other.seen = sorted([*other.seen, markable], key=lambda m: m.first)

    def see(self, markable: Markable) -> None:
        """Note that the text was gone through up to a markable, so that its member can be gone back to."""
        member = self._of.get(markable.span)
        if member is None:
            return
        member.seen.append(markable)
        self._recent[member.number] = member
        self._recent.move_to_end(member.number)
        if markable.kind == "document":
            self._papers[markable.lemma] = member

    def at(self, span: Span) -> Member | None:
        """Who the markable of exactly these characters stands for."""
        return self._of.get(span)

    def is_shared(self, markable: Markable) -> bool:
        """Whether several members bear the name a markable is written with."""
        return len(self._bearers.get(markable.words, ())) > 1

    def bears(self, words: tuple[str, ...], members: Iterable[Member]) -> None:
        """Note whose name words may be."""
        self._bearers.setdefault(words, set()).update(member.number for member in members)

    def people(self, surname: str) -> list[Member]:
        """The people whose last name it is. surname: in lower case."""
        return [m for m in self.members if m.kind == "person" and any(name[-1:] == (surname,) for name in m.names)]

    def recent(self) -> Iterator[Member]:
        """The members seen so far, the latest first."""
        return reversed(self._recent.values())

    def paper(self, lemma: str) -> Member | None:
        """Who the last paper called so was taken for."""
        return self._papers.get(lemma)
