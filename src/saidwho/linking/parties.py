"""Who is it, in every document the same?

An actor of the register has one id everywhere. Others have an id that only their document knows; they are told by name and
by whom they speak for.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from saidwho.linking.stems import plain_words
from saidwho.types.grounding import Actor, ActorKind
from saidwho.types.ids import is_content_id
from saidwho.types.statement import Report

# Whose chain of owners ends here has no further one; a longer chain than this is a loop.
_DEEPEST = 8
# Names that begin with a number: "7th Brigade", "9 March Movement".
_NUMBERED = re.compile(r"^\d+(?:st|nd|rd|th)\b.*|\b(?:Movement|Front|Army|Brigade|Division|Battalion|Regiment|Corps|Party)$")
_TITLE_WORDS = (
    "mr mrs ms miss dr prof professor gen general col colonel lt lieutenant major maj capt captain cpl corporal sgt sergeant private pvt "
    "ensign cadet cdr commander cmdr commodore admiral adm marshal brigadier flight squadron president chairman minister deputy prime "
    "spokesman spokeswoman governor gov mayor senator ambassador judge inspector father sister brother count countess"
)
_TITLES = frozenset(_TITLE_WORDS.split())
# With a capital they begin a sentence, and no name: "One of the survivors".
_SOME_WORDS = "one two three four five six some many most several both all each another others none few no nobody somebody"
_SOME = frozenset(_SOME_WORDS.split())

# Who stands by somebody, or against him, does not speak for him: "Varland, the ally of Merova's government".
_RELATED = re.compile(
    r"^(?:\w+ )?(?:ally|allies|enemy|foe|opponent|critic|rival|backer|friend|neighbou?r|supporter|partner) of\b", re.IGNORECASE
)
# Officials no longer, or not of their own will.
NO_OFFICIAL = re.compile(r"\b(?:former|ex-|captured|retired|prisoners?|deserters?|surrendered|detained)", re.IGNORECASE)
# One name in the several ways that Cyrillic is written in Latin letters: Zelensky, Zelenskiy, Zelenskyy.
_SPELLINGS = re.compile(r"(?<=\w)sk(?:yy|iy|yi|yj|ij|ii|i)$")
# Kinds of bodies that end a name in small letters.
_KIND_WORDS = (
    "society group party movement company agency union mission brigade hospital network fund league foundation institute charity "
    "association committee council commission militia front corps board authority battalion regiment"
)
_KINDS = frozenset(_KIND_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One actor with all that tells it apart in every document.

    key: the same in every document; None for those told by a description alone ("two soldiers"). owners: keys and names of
    whom it belongs to, the nearest first. state: the key of the state at the end of them. surname: of a person with a name.
    """

    key: str | None
    name: str
    kind: ActorKind
    role: str | None
    country: str | None
    owners: tuple[tuple[str, str, ActorKind], ...]
    state: str | None
    surname: str | None

    @property
    def nation(self) -> str | None:
        """The country that it is or belongs to, ISO 3166-1 alpha-3."""
        return self.country


def parties_of(report: Report) -> dict[str, Party]:
    """Every actor of a report as a party, by its id there."""
    actors = {actor.id: actor for actor in report.grounding.actors}
    return {actor.id: _party(actor, actors) for actor in actors.values()}


def _party(actor: Actor, actors: Mapping[str, Actor]) -> Party:
    chain = _chain(actor, actors) if not _RELATED.match(actor.role or "") else ()
    owners = tuple((key, one.name, one.kind) for one in chain if (key := _key(one, _chain(one, actors))))
    state = next((_key(one, ()) for one in (actor, *chain) if one.kind == "state"), None)
    country = actor.country or next((one.country for one in chain if one.country), None)
    return Party(
        key=_key(actor, chain),
        name=actor.name,
        kind=actor.kind,
        role=actor.role,
        country=country,
        owners=owners,
        state=state,
        surname=_surname(actor),
    )


def _chain(actor: Actor, actors: Mapping[str, Actor]) -> tuple[Actor, ...]:
    chain: list[Actor] = []
    while actor.of and (owner := actors.get(actor.of)) is not None and len(chain) < _DEEPEST:
        chain.append(owner)
        actor = owner
    return tuple(chain)


def is_of_register(actor: str) -> bool:
    """Whether an id is the register's, the same in every document."""
    return not is_content_id(actor)


def is_registered(party: Party) -> bool:
    """Whether it is of the register, or belongs to one of it who does not print: "Houthi military spokesman Ali Sarhan"."""
    if party.state or (party.key and ":" not in party.key):
        return True
    last = party.owners[-1] if party.owners else None
    is_of_one = last is not None and ":" not in last[0] and last[2] != "outlet"
    return is_of_one and not NO_OFFICIAL.search(party.role or "")


def _key(actor: Actor, chain: tuple[Actor, ...]) -> str | None:
    if is_of_register(actor.id):
        return actor.id
    name = named(actor.name)
    if not name:
        return None
    if actor.kind == "state":  # one that no register holds is known by its name
        return f"name:{' '.join(word for word in name.split() if word != 'the')}"
    owner = next((one.id for one in chain if is_of_register(one.id)), "")
    return f"{'person' if actor.kind == 'person' else 'body'}:{name}@{owner}"


def _ends_a_name(words: list[str]) -> bool:
    """Whether the last word is of a name: "Green Lamp", "the Green Lamp society", "Umar al-Fadil", but not "Green Lamp workers"."""
    return words[-1].removeprefix("al-").removeprefix("el-")[:1].isupper() or (words[-1] in _KINDS and words[0][:1].isupper())


@lru_cache(maxsize=1 << 14)
def named(name: str) -> str | None:
    """A name folded for comparison; None for a description ("two soldiers", "a captured fighter")."""
    words = name.split()
    if words and words[0].lower() in _SOME and not any(word[:1].isupper() for word in words[1:2]):
        return None
    while words and words[0].lower() in {"the", "a", "an"}:
        if words[0].lower() != "the" and len(words) > 1:
            return None
        words = words[1:]
    capitals = [word for word in words if word[:1].isupper()]
    if not capitals or (words[0][:1].isdigit() and not _NUMBERED.search(" ".join(words))) or not _ends_a_name(words):
        return None
    folded = plain_words(" ".join(words))
    while len(folded) > 1 and folded[0] in _TITLES:
        folded = folded[1:]
    return " ".join(_SPELLINGS.sub("sky", word) for word in folded) or None


def _surname(actor: Actor) -> str | None:
    name = named(actor.name) if actor.kind == "person" else None
    return name.split()[-1] if name else None


@lru_cache(maxsize=1 << 14)
def folded(name: str) -> str:
    """A name for comparison: "The Harbour Tribune" and "Harbour Tribune" are one."""
    return " ".join(word for word in plain_words(name) if word != "the")


def known_as(party: Party) -> str:
    """The folded name of an actor, a person's without titles: "Corporal Aro" and "Denis Aro" share the surname."""
    return (named(party.name) if party.kind == "person" else None) or folded(party.name)
