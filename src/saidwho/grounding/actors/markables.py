"""What is known of words that may stand for an actor?

A markable is a name, a noun phrase or a pronoun. Which markables stand for the same actor is decided elsewhere.
"""

import re
from dataclasses import dataclass
from typing import Literal

from saidwho.grounding.actors.vocabulary import HONORIFICS, Gender
from saidwho.types.document import Span

Shape = Literal["name", "nominal", "pronoun"]
# state: a country or its government, by a name of the place or of its people. document: a paper, which speaks for its issuer.
MarkableKind = Literal["person", "body", "state", "document", "group"]

# Pronouns in the forms they take, with kind, gender, and whether they stand for many; and how near the speaker they are.
PRONOUNS: dict[str, tuple[MarkableKind | None, Gender | None, bool | None, int]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "m", False, 3)),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "f", False, 3)),
    **dict.fromkeys(("it", "its", "itself"), (None, None, False, 3)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), (None, None, None, 3)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), ("person", None, False, 1)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), (None, None, True, 1)),
    **dict.fromkeys(("who", "whom", "whose"), (None, None, None, 3)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Markable:
    """Words that may stand for an actor.

    span: what is marked. first, past, head: its tokens. words: in lower case, without articles, honorifics and "'s".
    lemma: the noun a nominal has as head, in the singular. title: the honorific or role right before a name.
    """

    span: Span
    first: int
    past: int
    head: int
    shape: Shape
    kind: MarkableKind | None
    gender: Gender | None
    many: bool | None
    words: tuple[str, ...]
    lemma: str = ""

    @property
    def is_definite(self) -> bool:
        return self.words[:1] == ("the",)


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name to compare it by: lower case, no honorifics, no possessive, no article of Arabic names."""
    plain = re.sub(r"['’]s?$", "", name.replace("’", "'"))
    words = [re.sub(r"^(?:al|el|ash|an|as)-(?=\w)", "", w.strip(".,'\"").lower()) for w in plain.split()]
    kept = [w for w in words if w and w not in ("the",)]
    while len(kept) > 1 and kept[0] in HONORIFICS:
        kept = kept[1:]
    return tuple(kept)
