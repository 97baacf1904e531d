"""For whom does the holder of an office speak?

"Ukrainian Foreign Minister", "White House spokesperson", "a spokesman for the Israeli military": an office speaks for an organ of the
state it is named with, or for whatever body it is named with.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from saidwho.grounding.register.directory import Directory
from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.files import read_rows
from saidwho.grounding.register.names import fold
from saidwho.grounding.register.organs import GOVERNMENT, LOCAL, OWN, Organs, organ_of
from saidwho.grounding.register.phrases import LONGEST_PHRASE, Phrase, Resolver, split_phrase
from saidwho.grounding.register.wording import Wording

_LONGEST_TITLE = 7
_MOST_PARTS = 6

_OF = frozenset({"of", "for", "at", "with", "from", "in", "to"})
_PLACES = frozenset({"in", "from"})

# An envoy "to Paris" or "for Syria" is somebody else's.
_ENVOY = "foreign-spokesperson"
_OF_ENVOYS = frozenset({"of", "from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office as a text names it.

    key: which office ("foreign-minister"). role: the words that name it, with whose it is ("Ukrainian Foreign Minister").
    speaks_for: None where the text leaves open whose office it is, and for former holders. person: the words after a title
    ("Dmytro Kuleba"). is_past: a former holder. is_local: of a region or town.
    """

    key: str
    role: str
    speaks_for: Entry | None
    person: str | None
    is_past: bool
    is_local: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """One line of offices.tsv.

    organ: None speaks for whoever it is named with; OWN for such a body, never for a state. state: whose it is when none is named.
    is_alone: the office without state is that of the state that the text is about.
    """

    key: str
    organ: str | None
    state: str | None
    is_alone: bool


def read_titles(path: Path) -> dict[str, Title]:
    """The offices by the folded words that name them. Raises RegisterError."""
    titles: dict[str, Title] = {}
    for row in read_rows(path, columns=("key", "organ", "state", "alone", "words"), required=("key", "organ", "words")):
        organ = row.cell("organ")
        title = Title(
            key=row.cell("key"),
            organ=None if organ == "-" else organ,
            state=row.cell("state") or None,
            is_alone=row.cell("alone") == "yes",
        )
        titles.update((fold(words), title) for words in row.cell("words").split("|"))
    return titles


class OfficeReader:
    """Finds the office that a noun phrase names."""

    __slots__ = ("_directory", "_organs", "_resolver", "_titles", "_wording")

    def __init__(self, directory: Directory, organs: Organs, resolver: Resolver, titles: Mapping[str, Title], wording: Wording) -> None:
        self._directory = directory
        self._organs = organs
        self._resolver = resolver
        self._titles = titles
        self._wording = wording

    def over(self, directory: Directory, resolver: Resolver) -> "OfficeReader":
        """The same over another directory. resolver: one over that directory."""
        return OfficeReader(directory, self._organs, resolver, self._titles, self._wording)

    def read(self, words: str, context: tuple[str, ...]) -> Office | None:
        """The office that a phrase names first, or None where it names none. Commas set a name apart ("John Kirby, ...")."""
        parts = words.split(",")[:_MOST_PARTS] if len(words) <= LONGEST_PHRASE else []
        for n, part in enumerate(parts):
            beside = next((name.strip() for name in (*parts[:n][-1:], *parts[n + 1 :][:1]) if _is_name(name)), None)
            office = self._read_part(part, context, has_name=beside is not None)
            if office:
                return office if office.person else replace(office, person=beside)
        return None

    def _read_part(self, words: str, context: tuple[str, ...], *, has_name: bool) -> Office | None:
        phrase = split_phrase(words)
        found = self._find(phrase) if phrase else None
        if phrase is None or found is None:
            return None
        title, first, past = found
        phrase = replace(phrase, is_definite=phrase.is_definite and not has_name)
        is_past = any(fold(word).split(" ")[0] in self._wording.past for word in phrase.words[:first])
        return Office(
            key=title.key,
            role=" ".join(phrase.written[: self._end_of_role(phrase, past)]),
            speaks_for=None if is_past else self._speaks_for(title, phrase, first=first, past=past, context=context),
            person=self._person(phrase, past),
            is_past=is_past,
            is_local=title.organ == LOCAL or "local" in phrase.words[:first],
        )

    def _find(self, phrase: Phrase) -> tuple[Title, int, int] | None:
        """The first title of the phrase at its longest, and where its words begin and end."""
        for first in range(len(phrase.words)):
            for past in range(min(len(phrase.words), first + _LONGEST_TITLE), first, -1):
                title = self._titles.get(fold(phrase.text(first, past)))
                if title and not self._is_part_of_name(phrase, first, past):
                    return title, first, past
        return None

    def _is_part_of_name(self, phrase: Phrase, first: int, past: int) -> bool:
        """Whether a title begins or ends inside the words for an organ, as "staff" does in "General Staff"."""
        pairs = ((n, n + 2) for n in (first - 1, past - 1) if 0 <= n < len(phrase.words) - 1)
        return any(fold(phrase.text(*pair)) in self._organs.by_words for pair in pairs)

    def _end_of_role(self, phrase: Phrase, past: int) -> int:
        return len(phrase.words) if past < len(phrase.words) and phrase.words[past] in _OF else past

    def _person(self, phrase: Phrase, past: int) -> str | None:
        rest = phrase.words[past:]
        return phrase.text(past) if rest and rest[0] not in _OF and rest[0][0].isupper() else None

    def _speaks_for(self, title: Title, phrase: Phrase, *, first: int, past: int, context: tuple[str, ...]) -> Entry | None:
        if title.organ == LOCAL or "local" in phrase.words[:first]:
            return None
        whose = (
            self._resolver.named(phrase.text(), context)
            or self._named_within(phrase, past, context)
            or self._named_before(phrase, first, context)
            or self._named_after(title, phrase, past, context)
        )
        if whose is None:
            return self._unnamed(title, phrase, first=first, past=past, context=context)
        if title.organ == OWN:
            return whose if self._directory.governed_by(whose) is None else None
        return self._of_state(title, whose) if whose.kind == "state" else whose

    def _named_within(self, phrase: Phrase, past: int, context: tuple[str, ...]) -> Entry | None:
        """The body that all words but the last of the title name: "Gaza health ministry spokesman"."""
        start = self._after_ranks(phrase, past - 1)
        return self._resolver.of_phrase(phrase.before(past - 1).after(start), context) if past - 1 > start else None

    def _named_before(self, phrase: Phrase, first: int, context: tuple[str, ...]) -> Entry | None:
        """Whose office the words before it say: "Ukrainian", "White House", "Israel's", "senior Hamas"."""
        start = self._after_ranks(phrase, first)
        end = first
        while end - 1 > start and _small(phrase.words[end - 1]) in self._wording.ranks:
            end -= 1
        if start >= end:
            return None
        return self._whose(phrase, start, end, context)

    def _named_after(self, title: Title, phrase: Phrase, past: int, context: tuple[str, ...]) -> Entry | None:
        """Whose office the words after it say: "of Ukraine", "for the Israeli military", "in Kyiv"."""
        links = _OF_ENVOYS if title.key == _ENVOY else _OF
        if past >= len(phrase.words) - 1 or phrase.words[past] not in links:
            return None
        start = past + (2 if phrase.words[past + 1].lower() == "the" else 1)
        past_name = next((n for n in range(start + 1, len(phrase.words)) if phrase.words[n].endswith(",")), len(phrase.words) - 1) + 1
        found = self._whose(phrase, start, past_name, context)
        if found is None and title.organ != OWN and phrase.words[past] in _PLACES:
            return self._directory.choose(self._directory.metonyms.bearers(phrase.text(start)), context)
        return found

    def _whose(self, phrase: Phrase, start: int, end: int, context: tuple[str, ...]) -> Entry | None:
        part = phrase.before(end).after(start)
        named = self._resolver.of_phrase(part, context)
        return named or self._resolver.owner(part.text(), context, is_possessive=end - 1 in phrase.owners)

    def _unnamed(self, title: Title, phrase: Phrase, *, first: int, past: int, context: tuple[str, ...]) -> Entry | None:
        """Whose an office is that stands alone: the state that alone has the title, else the one that the text is about.

        "The president" may be theirs; "President Duda", "presidents" and "the Freedonian president" need not.
        """
        if first > self._after_ranks(phrase, first) or self._end_of_role(phrase, past) > past:
            return None
        is_theirs = title.is_alone and phrase.is_definite and past == len(phrase.words) and not phrase.words[-1].endswith("s")
        keys = (title.state,) if title.state else tuple(dict.fromkeys(context)) if is_theirs else ()
        states = [entry for key in keys if (entry := self._directory.entry(key)) and entry.kind == "state"]
        return self._of_state(title, states[0]) if len(states) == 1 else None

    def _of_state(self, title: Title, state: Entry) -> Entry | None:
        organ = self._organs.by_key[title.organ or GOVERNMENT]
        return organ_of(state, organ, self._directory)

    def _after_ranks(self, phrase: Phrase, first: int) -> int:
        start = 0
        while start < first and _small(phrase.words[start]) in self._wording.ranks:
            start += 1
        return start


def _small(word: str) -> str:
    """A word in small letters, but for the one that begins the names of places ("New Jersey officials")."""
    return word if word == "New" else word.lower()


def _is_name(words: str) -> bool:
    """Whether words have the form of a person's name: two to five words in capitals."""
    parts = words.split()
    return 1 < len(parts) < 6 and all(part[0].isupper() for part in (parts[0], parts[-1]))
