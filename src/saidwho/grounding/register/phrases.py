"""Who is a noun phrase, taken as a whole?

In this order: a name of the register; an organ of a state ("the Ukrainian military", "Ministry of Health of Lebanon", "Kyiv's foreign
ministry"); a body of a place ("the Kherson regional military administration"); an organ alone, where the text is about one state.
Then the same without what only describes: "the Palestinian militant group Hamas", "Hamas fighters", "the Observatory (SOHR)".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from saidwho.grounding.register.directory import Directory
from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.names import fold
from saidwho.grounding.register.organs import MILITARY, Organ, Organs, organ_of, place_body
from saidwho.grounding.register.wording import Wording

# Longer phrases name nobody by one name; they are not looked into, so that a text of one endless phrase costs nothing.
LONGEST_PHRASE = 240
_MOST_WORDS = 24
_LONGEST_OWNER = 6

_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "their", "our", "this", "that"})

_AFTER_ORGAN = frozenset({"in", "near", "at", "on", "outside", "inside", "around", "along", "stationed", "based", "to", "across", "from"})
_BEFORE_OWNER = frozenset({"of", "for", "in", "from"})

# "the Houthi-run health ministry", "RSF-controlled police": organs of those who hold the place.
_HELD_BY = ("-run", "-controlled")

# Who may have organs of its own: "the Houthi foreign ministry", "the NUG's defence ministry".
_WITH_ORGANS = frozenset({"state", "group", "government"})

# Their names end in possessives of their own: "Lomna Women's Hospital", but "Lomna's city council".
_NAMED_FOR_PEOPLE = frozenset({"hospital", "university"})

_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_ASIDE = re.compile(r"^(?P<before>[^()]+?)\s*\((?P<inside>[^()]+)\)$")
_QUOTES = str.maketrans("", "", '"“”«»')


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """The words of a phrase without determiner and possessive endings.

    owners: which of them are possessive ("Russia's"). written: the words with their endings. is_definite: began with "the".
    """

    words: tuple[str, ...]
    owners: frozenset[int]
    written: tuple[str, ...]
    is_definite: bool = False

    def text(self, first: int = 0, past: int | None = None) -> str:
        """The words from first to past, the last without its possessive ending: "President's Office" of "the President's Office's"."""
        past = len(self.words) if past is None else past
        return " ".join((*self.written[first : max(first, past - 1)], *self.words[past - 1 : past]))

    def after(self, first: int) -> "Phrase":
        owners = frozenset(n - first for n in self.owners if n >= first)
        return Phrase(words=self.words[first:], owners=owners, written=self.written[first:])

    def before(self, past: int) -> "Phrase":
        owners = frozenset(n for n in self.owners if n < past - 1)
        return Phrase(words=self.words[:past], owners=owners, written=self.written[:past])


def split_phrase(words: str) -> Phrase | None:
    """The phrase that words are; None for one that is empty or too long to name one actor."""
    parts = words.translate(_QUOTES).split() if len(words) <= LONGEST_PHRASE else []
    is_definite = bool(parts) and parts[0].lower() == "the"
    while parts and parts[0].lower() in _DETERMINERS:
        del parts[0]
    if not 0 < len(parts) <= _MOST_WORDS:
        return None
    bare = tuple(_POSSESSIVE.sub("", part) or part for part in parts)
    owners = frozenset(n for n, part in enumerate(parts[:-1]) if part != bare[n])
    return Phrase(words=bare, owners=owners, written=tuple(parts), is_definite=is_definite)


class Resolver:
    """Finds who noun phrases name."""

    __slots__ = ("_directory", "_organs", "_wording")

    def __init__(self, directory: Directory, organs: Organs, wording: Wording) -> None:
        self._directory = directory
        self._organs = organs
        self._wording = wording

    def over(self, directory: Directory) -> "Resolver":
        """The same over another directory."""
        return Resolver(directory, self._organs, self._wording)

    def resolve(self, words: str, context: tuple[str, ...]) -> Entry | None:
        """The actor that a noun phrase names, or None where that is open."""
        phrase = split_phrase(words)
        if phrase is None:
            return None
        return self.named(words.strip(), context) or self.of_phrase(phrase, context) or self._without_aside(words, context)

    def of_phrase(self, phrase: Phrase, context: tuple[str, ...]) -> Entry | None:
        return self._plain(phrase, context) or self._described(phrase, context)

    def named(self, words: str, context: tuple[str, ...]) -> Entry | None:
        bearers = self._directory.names.bearers(words)
        if bearers and not words.lower().startswith("the ") and self._directory.demonyms.bearers(words):
            # "Australian" alone is of Australia; the paper has an article.
            bearers = [bearer for bearer in bearers if bearer.entry.kind != "outlet"]
        return self._directory.choose(bearers, context)

    def owner(self, words: str, context: tuple[str, ...], *, is_possessive: bool) -> Entry | None:
        """Whose an organ is: a state by its name or demonym, a body by its name, a government by its capital ("Kyiv's army")."""
        directory = self._directory
        found = directory.choose(directory.demonyms.bearers(words), context) or self.named(words, context)
        if found is None and is_possessive:
            found = directory.choose(directory.metonyms.bearers(words), context)
        if found is None and words.endswith(_HELD_BY):
            found = self.named(words.rpartition("-")[0], context)
        # A rival government ("the National Unity Government") governs no state and has organs of its own.
        return (directory.governed_by(found) or found) if found and found.kind == "government" else found

    def _plain(self, phrase: Phrase, context: tuple[str, ...]) -> Entry | None:
        return (
            self.named(phrase.text(), context)
            or self._owned(phrase, context)
            or self._organ_of_owner(phrase, context)
            or self._of_place(phrase)
            or self._bare(phrase, context)
        )

    def _owned(self, phrase: Phrase, context: tuple[str, ...]) -> Entry | None:
        """Owner, then organ: "Ukrainian military", "Russia's new defence ministry", "US forces in Syria"."""
        start = self._after_modifiers(phrase, 0)
        last = min(len(phrase.words) - 1, start + _LONGEST_OWNER)
        for past in range(last, start, -1):
            owner = self.owner(phrase.text(start, past), context, is_possessive=past - 1 in phrase.owners)
            if owner and (found := self._organ(owner, phrase.after(past))):
                return found
        return None

    def _organ_of_owner(self, phrase: Phrase, context: tuple[str, ...]) -> Entry | None:
        """Organ, then owner: "Ministry of Health of Lebanon", "the armed forces of Ukraine"."""
        for n in range(len(phrase.words) - 2, 0, -1):
            if phrase.words[n] in _BEFORE_OWNER:
                organ = self._organ_named(phrase.text(0, n))
                # The ministry in Kyiv is Ukraine's; troops in Kyiv may be anybody's.
                is_seat = phrase.words[n] == "in" and organ is not None and organ.key != MILITARY
                owner = self.owner(phrase.text(n + 1), context, is_possessive=is_seat) if organ else None
                if organ and owner and owner.kind in _WITH_ORGANS:
                    return organ_of(owner, organ, self._directory)
        return None

    def _organ(self, owner: Entry, rest: Phrase) -> Entry | None:
        """The organ of an owner that the words after it name, as far as they say where it is."""
        cut = next((n for n, word in enumerate(rest.words) if n and word in _AFTER_ORGAN), len(rest.words))
        words = [rest.text(start, cut) for start in range(self._after_modifiers(rest, 0) + 1) if start < cut]
        organ = next((found for text in words if (found := self._organ_named(text))), None)
        if organ and self._has_organs(owner, organ):
            return organ_of(owner, organ, self._directory)
        is_fighters = owner.kind in {"group", "force", "government"} and any(text.lower() in self._wording.fighters for text in words)
        return owner if is_fighters else None

    def _organ_named(self, text: str) -> Organ | None:
        return self._organs.by_words.get(fold(text))

    @staticmethod
    def _has_organs(owner: Entry, organ: Organ) -> bool:
        """States have all organs, armed groups may, and of other bodies only their troops count: "NATO forces"."""
        return owner.kind in _WITH_ORGANS or (organ.key == MILITARY and owner.kind != "outlet")

    def _after_modifiers(self, phrase: Phrase, start: int) -> int:
        while start < len(phrase.words) - 1 and phrase.words[start] in self._wording.modifiers:
            start += 1
        return start

    def _of_place(self, phrase: Phrase) -> Entry | None:
        """A body of a place. The place is whatever stands in capitals before the words, unless it is a state."""
        for n in range(len(phrase.words) - 1, 0, -1):
            organ = self._organs.local.get(fold(phrase.text(n)))
            if organ and (n == 1 or not self._organs.local.get(fold(phrase.text(n - 1)))):
                place = " ".join(phrase.written[:n]) if organ.key in _NAMED_FOR_PEOPLE else phrase.text(0, n)
                return place_body(place, phrase.text(n), organ) if self._is_place(phrase, n) else None
        return None

    def _is_place(self, phrase: Phrase, past: int) -> bool:
        place = phrase.text(0, past)
        known = self._directory.demonyms.bearers(place) or [b for b in self._directory.names.bearers(place) if b.entry.kind == "state"]
        return past <= _LONGEST_OWNER and all(word[0].isupper() for word in phrase.words[:past]) and not known

    def _bare(self, phrase: Phrase, context: tuple[str, ...]) -> Entry | None:
        """An organ without owner, of the one state that the text is about."""
        states = [entry for key in dict.fromkeys(context) if (entry := self._directory.entry(key)) and entry.kind == "state"]
        text = fold(phrase.text(self._after_modifiers(phrase, 0)))
        organ = self._organs.by_words.get(fold(phrase.text())) or self._organs.by_words.get(text)
        if len(states) != 1 or organ is None or not {text, fold(phrase.text())} & organ.bare:
            return None
        return organ_of(states[0], organ, self._directory)

    def _described(self, phrase: Phrase, context: tuple[str, ...]) -> Entry | None:
        """A name after or before words that say what kind of body it is."""
        for past in range(1, len(phrase.words)):
            if phrase.words[past - 1].lower() in self._wording.kinds:
                near = (*self._states_in(phrase.before(past)), *context)
                found = self.named(phrase.text(past), near)
                if found and found.kind not in {"state", "government"}:
                    return found
        return next(self._named_before_kind(phrase, context), None)

    def _named_before_kind(self, phrase: Phrase, context: tuple[str, ...]) -> Iterator[Entry]:
        past = len(phrase.words)
        while past > 1 and phrase.words[past - 1].lower() in self._wording.kinds | self._wording.fighters:
            past -= 1
            found = self.named(phrase.text(0, past), context)
            if found and found.kind in {"outlet", "group", "body", "force"}:
                yield found

    def _states_in(self, phrase: Phrase) -> tuple[str, ...]:
        demonyms = self._directory.demonyms
        found = (self._directory.choose(demonyms.bearers(word), ()) for word in phrase.words)
        return tuple(entry.key for entry in found if entry)

    def _without_aside(self, words: str, context: tuple[str, ...]) -> Entry | None:
        """What stands before the brackets, else what stands in them."""
        match = _ASIDE.match(words.strip())
        if not match:
            return None
        phrases = (split_phrase(match["before"]), split_phrase(match["inside"]))
        return next((found for phrase in phrases if phrase and (found := self.of_phrase(phrase, context))), None)
