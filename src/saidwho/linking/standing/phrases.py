"""What do the words that name a source tell by themselves: which noun, opened how, of whom?

The kinds of nouns stand in nouns.tsv. A phrase is taken as news writes it: an opening ("the", "two", "his"), words before its noun, the
noun or a name, and what follows ("of the harbour", "who fled").
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from saidwho.text.tables import words_of

_KINDS = words_of("nouns.tsv", package=__package__)
_ALL = frozenset[str]().union(*_KINDS.values())
_PEOPLE = _KINDS["people"] | _KINDS["official"] | _KINDS["staff"]
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[\w][\w'’-]*|[^\w\s]")
_POSSESSED = re.compile(r"['’]s$|(?<=s)['’]$")
_OPENINGS = (
    "the a an this that these those its his her their our my one two three four five six seven eight nine ten several some many numerous "
    "both all another other others no most few dozens"
)
_OPENING = frozenset(_OPENINGS.split())
DEFINITE = frozenset(["the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "both"])
POSSESSIVE = frozenset(["its", "his", "her", "their", "our", "my"])
# A name, a noun or a number stands for nobody else than these do, where they stand alone.
_PRONOUNS = (
    "who which what whoever it he she they we us i one another other others both some all two three many most everybody everyone nobody "
    "none this that these those them"
)
_PRONOUN = frozenset(_PRONOUNS.split())
_PERSONAL = frozenset(["it", "he", "she", "they", "who", "which"])
_NEGATIVE = frozenset(["nobody", "none", "neither", "no"])
# Where the noun of a phrase has come before: prepositions, and what begins a clause.
_BEHIND = (
    "of in at from on for with by near to about across inside outside around among between before after who which that whose whom where "
    "when while and or but as during under over close familiar present there here nearby abroad elsewhere"
)
_BEHIND_NOUN = frozenset(_BEHIND.split())
_PARTICIPLE = re.compile(r"(?:\w+ed|\w+ing|seen|shown|taken|read|made|sent|given|held|found|left)$")
_NAME = r"[A-Z][\w'’-]*(?: (?:of |for |the )*[A-Z][\w'’-]*)*"
_OF_NAME = re.compile(rf"\b(?P<link>by|from|of|to) (?:(?:the|an?|its|her|his) )?(?P<of>{_NAME})")
_IRREGULAR = {"people": "people", "media": "media", "men": "man", "women": "woman", "fishermen": "fisherman", "families": "family"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """words: as written, blanks single. opening: how it begins, in lower case, where that is no noun. before: the words before its noun.

    noun: its head in the singular and lower case; empty where that is a name, or a pronoun. is_plural: of the noun. title: the
    noun before a name ("analyst Ivo Varn"). name: a name that is its head. owner: whose it is by "'s". behind: all after its head.
    several: of whom it is one ("one of the drivers").
    """

    words: str
    opening: str
    before: tuple[str, ...]
    noun: str
    title: str
    name: str
    owner: str
    behind: str
    is_plural: bool = False
    several: "Phrase | None" = None

    def is_of(self, *kinds: str) -> bool:
        """Whether its noun, or that before its name, is of one of some kinds of nouns.tsv; of several, as one of them is."""
        nouns = {self.noun, self.title} - {""}
        return any(noun in _KINDS[kind] for kind in kinds for noun in nouns) or (self.several is not None and self.several.is_of(*kinds))

    @property
    def is_pronoun(self) -> bool:
        return not (self.noun or self.name)

    @property
    def stands_for_another(self) -> bool:
        """Whether it is a pronoun alone, and tells nothing of whom it stands for ("they")."""
        return self.is_pronoun and self.opening in _PERSONAL and self.several is None and not self.behind.strip(" ,")

    @property
    def is_negative(self) -> bool:
        """Whether it says of nobody that he says it."""
        return self.opening in _NEGATIVE or self.words.lower().startswith("no one ")

    @property
    def of(self) -> str:
        """The name that follows "of", "by", "from" or "to"; empty where there is none."""
        found = _OF_NAME.search(f" {self.behind}")
        return found["of"] if found else ""


@lru_cache(maxsize=1 << 14)
def phrase_of(words: str) -> Phrase:
    """The phrase that the words of a source, or a role, begin with."""
    words = " ".join(words.split())
    tokens = [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(words)]
    texts = [token for token, _, _ in tokens]
    start = 1 if texts and texts[0].lower() in _OPENING | _PRONOUN else 0
    opening = texts[0].lower() if start else ""
    if start and len(texts) > 2 and texts[1].lower() == "of":
        return _one_of_several(words, opening, tokens[1][1], phrase_of(words[tokens[2][1] :]))
    end = _end_of_head(texts, start)
    core = texts[start:end]
    owner, core = _parted(core)
    name = _name_at_end(core)
    rest = core[: len(core) - len(name)]
    title = next((noun for word in reversed((*rest, *name[:-1])) if (noun := _singular(word)) in _ALL), "") if name else ""
    noun = "" if name or not core else _singular(core[-1])
    return Phrase(
        words=words,
        opening=opening,
        before=tuple(rest if name else core[:-1]),
        noun=noun,
        title=title,
        name=" ".join(name),
        owner=owner,
        behind=words[tokens[end][1] :] if end < len(tokens) else "",
        is_plural=bool(core) and not name and core[-1].lower() != noun,
    )


def _one_of_several(words: str, opening: str, at: int, several: Phrase) -> Phrase:
    return Phrase(words=words, opening=opening, before=(), noun="", title="", name="", owner="", behind=words[at:], several=several)


def _end_of_head(texts: list[str], start: int) -> int:
    """Behind the last word of the phrase of the head."""
    return next((at for at in range(start, len(texts)) if _is_behind(texts, at, start)), len(texts))


def _is_behind(texts: list[str], at: int, start: int) -> bool:
    word = texts[at]
    if not word[0].isalnum():
        return True
    if at == start:
        return start > 0 and word.lower() in _BEHIND_NOUN
    if word == "of" and _goes_on(texts, at, start):
        return False
    return word.lower() in _BEHIND_NOUN or (_PARTICIPLE.match(word) is not None and _singular(texts[at - 1]) in _ALL)


def _goes_on(texts: list[str], at: int, start: int) -> bool:
    """Whether "of" stands in a name before the noun that is of it: "Union of Nations monitors"."""
    behind = at + 1 if texts[at + 1 : at + 2] != ["the"] else at + 2
    end = next((n for n in range(behind, len(texts)) if not texts[n][0].isupper()), len(texts))
    is_name = texts[at - 1][0].isupper() and not (at - 1 == start and _singular(texts[start]) in _PEOPLE)
    return is_name and behind < end < len(texts) and _singular(texts[end]) in _ALL


def _parted(core: list[str]) -> tuple[str, list[str]]:
    """Whose it is by "'s", and what is his: "Karlia's | deputy envoy"."""
    at = next((n for n in range(len(core) - 1, 0, -1) if _POSSESSED.search(core[n - 1])), 0)
    return (_POSSESSED.sub("", " ".join(core[:at])), core[at:]) if at else ("", core)


def _name_at_end(core: list[str]) -> list[str]:
    """The words of a name that ends the phrase of a head; a noun that begins a sentence is none."""
    if not core or not core[-1][0].isupper():
        return []
    start = len(core) - 1
    while start and core[start - 1][0].isupper():
        start -= 1
    name = core[start:]
    return [] if len(name) == 1 and _singular(name[0]) in _ALL else name


def _singular(word: str) -> str:
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _ALL or not word.endswith("s"):
        return word
    for ending, singular in (("ies", "y"), ("sses", "ss"), ("es", "is"), ("s", "")):
        if word.endswith(ending) and word.removesuffix(ending) + singular in _ALL:
            return word.removesuffix(ending) + singular
    return word.removesuffix("s")
