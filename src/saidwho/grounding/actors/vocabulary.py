"""Which words speak of people and bodies, and of women or men?"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from saidwho.text.tables import rows_of

Gender = Literal["m", "f"]
NounKind = Literal["person", "body", "document", "group"]

HONORIFICS: dict[str, Gender | None] = {
    "mr": "m", "mister": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "mme": "f", "dame": "f", "lady": "f",
    "dr": None, "prof": None, "gen": None, "lt": None, "col": None, "maj": None, "capt": None, "sgt": None, "cpl": None, "adm": None,
    "brig": None, "cmdr": None, "sen": None, "rep": None, "gov": None, "rev": None, "hon": None, "pres": None, "amb": None,
    "president": None, "senator": None, "secretary": None, "governor": None, "general": None, "colonel": None, "major": None,
    "captain": None, "lieutenant": None, "sergeant": None, "admiral": None, "judge": None, "justice": None, "sheikh": "m",
    "mullah": "m", "mulla": "m", "maulana": "m", "maulvi": "m", "ayatollah": "m", "sheik": "m", "shaikh": "m", "commandant": None,
    "cllr": None, "councillor": None, "msgr": "m", "monsignor": "m", "king": "m", "queen": "f", "prince": "m", "princess": "f", "pope": "m",
    "congressman": "m", "congresswoman": "f",
}  # fmt: skip

# Offices that stand right before a surname, and that nobody is called by: "Mayor Lind".
OFFICES = frozenset({
    "president", "senator", "secretary", "governor", "mayor", "minister", "premier", "chancellor", "ambassador", "commissioner",
    "spokesman", "spokeswoman", "spokesperson", "chairman", "chairwoman", "prosecutor", "inspector", "congressman", "congresswoman",
})  # fmt: skip

# Words of ranks before the rank itself: "Rear Admiral", "Air Vice Marshal".
OF_RANKS = frozenset(
    {"rear", "vice", "air", "wing", "field", "group", "flight", "squadron", "first", "second", "staff", "master", "warrant"}
)

# Plurals that do not end in s, and what they are plurals of.
_PLURALS = {"men": "man", "women": "woman", "children": "child", "spokesmen": "spokesman", "lawmen": "lawman", "policemen": "policeman"}
_MAN, _MEN = "man", "men"


# Nouns that reports use one for another. The lemma of each is the one on the right.
_SAME = {
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "attorney": "lawyer", "advisor": "adviser", "aide": "adviser",
    "chairman": "chair", "chairwoman": "chair", "policeman": "officer", "policewoman": "officer", "congressman": "lawmaker",
    "congresswoman": "lawmaker", "legislator": "lawmaker", "physician": "doctor", "reporter": "journalist", "correspondent": "journalist",
    "organisation": "organization", "organiser": "organizer", "communique": "statement", "release": "statement", "newspaper": "paper",
    "lab": "laboratory", "panel": "committee", "pm": "premier", "commission": "committee",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A common noun for those who can speak. many: it is a plural, or means many."""

    lemma: str
    kind: NounKind
    gender: Gender | None
    many: bool


def noun(word: str) -> Noun | None:
    """What a common noun says of whom it stands for; None for nouns that stand for no person or body. word: in lower case."""
    table = _nouns()
    if word in table:
        kind, gender = table[word]
        return Noun(lemma=_SAME.get(word, word), kind=kind, gender=gender, many=kind == "group")
    for lemma in _singulars(word):
        if lemma in table:
            kind, gender = table[lemma]
            same = _SAME.get(lemma, lemma)
            return Noun(lemma=same, kind="group" if kind == "person" else kind, gender=None if kind == "person" else gender, many=True)
    return _by_ending(word)


# Endings of nouns for people ("Democrat", "analyst", "co-founder"), which the table cannot list all. "-er" is not one of
# them: "paper" and "number" are.
_ENDINGS = ("ist", "crat", "ician", "woman", "man", "person", "founder", "leader", "worker", "holder", "maker", "keeper")
# Men by their ending alone, whoever holds the office.
_OF_BOTH = frozenset({"ombudsman"})
# Words that end so and say of where somebody is, or of what kind, or are people's names.
_OF_PLACES = frozenset({
    "german", "roman", "norman", "ottoman", "turkoman", "human", "suleiman", "sulaiman", "soliman", "salman", "osman", "usman", "othman",
    "rahman", "noman", "numan", "herman", "naaman", "feldman", "goldman", "newman", "friedman", "holloman",
})  # fmt: skip


def _by_ending(word: str) -> Noun | None:
    if word in _OF_PLACES:
        return None
    if word.endswith(_ENDINGS):
        gender: Gender | None = "f" if word.endswith("woman") else "m" if word.endswith("man") and word not in _OF_BOTH else None
        return Noun(lemma=word, kind="person", gender=gender, many=False)
    if word.endswith((*tuple(f"{ending}s" for ending in _ENDINGS), "men", "women", "people")):
        return Noun(lemma=word.removesuffix("s"), kind="group", gender=None, many=True)
    return None


def gender_of_name(given: str) -> Gender | None:
    """Whether women or men bear a given name, None where it is unknown or both do."""
    return _given_names().get(given.lower())


def _singulars(word: str) -> list[str]:
    found = [_PLURALS[word]] if word in _PLURALS else []
    if word.endswith(_MEN):
        found.append(word.removesuffix(_MEN) + _MAN)
    if word.endswith("ies"):
        found.append(word[:-3] + "y")
    if word.endswith("es"):
        found.append(word[:-2])
    if word.endswith("s"):
        found.append(word[:-1])
    return found


@cache
def _nouns() -> dict[str, tuple[NounKind, Gender | None]]:
    rows = rows_of("nouns.tsv", package=__package__, columns=3, has_head=True)
    return {word: (kind, gender or None) for word, kind, gender in rows}  # type: ignore[misc]


@cache
def _given_names() -> dict[str, Gender]:
    rows = rows_of("given_names.tsv", package=__package__, columns=2, has_head=True)
    return {name.lower(): gender for gender, names in rows for name in names.split()}  # type: ignore[misc]
