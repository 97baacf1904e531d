"""Of whom do words say that somebody is: of which state, place or body?

"The president of Vinland" is not the president of Kastria, nor is "the Vinlandic foreign minister".
"""

import re

from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.scene import Scene
from saidwho.grounding.actors.vocabulary import HONORIFICS, noun
from saidwho.grounding.register.entries import Entry

# Whose somebody is, behind the noun: "of Vinland", "for the Coral Cross", "of neighbouring Vinland".
_BEHIND = re.compile(r"[ \t]+(?:of|for|in)[ \t]+(?:the[ \t]+)?(?:[a-z]+ing[ \t]+)?(?P<name>[A-Z][\w'’-]*(?:[ \t]+[A-Z][\w'’-]*)*)")
_POSSESSIVE = re.compile(r"['’]s?$")
# Noun phrases of a member that are looked at.
_MOST = 12


def belong_apart(markable: Markable, member: Member, scene: Scene) -> bool:
    """Whether words say that a markable and a member are of different states or bodies. False where they leave either open."""
    own = owners_in(markable, scene)
    others = owners_of(member, scene) if own else frozenset()
    return bool(own) and bool(others) and own.isdisjoint(others) and own.isdisjoint(member.told)


def owners_in(markable: Markable, scene: Scene) -> frozenset[str]:
    """Of whom the words of a noun phrase, and those right behind it, say that somebody is: keys of states, or words."""
    if markable.shape != "nominal":
        return frozenset()
    trees, found = scene.trees, set[str]()
    for token in range(markable.first, markable.past - 1):
        word = trees.tokens[token].span.of(trees.text)
        is_owner = trees.words[token + 1] in ("'s", "'")
        opens = token == 0 or trees.sentence(token) != trees.sentence(token - 1)
        if word[:1].isupper() and (is_owner or not opens or scene.register.demonym(word)) and not _is_title(word):
            found.add(_key(word, scene))
    behind = _BEHIND.match(trees.text, markable.span.end)
    if behind is not None:
        found.update(_keys(behind["name"], scene))
    return frozenset(found)


def owners_of(member: Member, scene: Scene) -> frozenset[str]:
    """Of whom a text says that a member is."""
    found = {key for m in member.markables[-_MOST:] for key in owners_in(m, scene)}
    if member.role is not None:
        behind = _BEHIND.match(scene.text, member.role.end)
        words = f"{member.role.of(scene.text)} {behind['name'] if behind else ''}"
        found |= {_key(word, scene) for word in words.split() if word[:1].isupper() and not _is_title(_POSSESSIVE.sub("", word))}
    for one in (member, member.of):
        if one is not None and one.entry is not None:
            state = scene.register.state_of(one.entry)
            found |= {state.key} if state else set(one.entry.name.lower().split())
    return frozenset(found)


def _keys(name: str, scene: Scene) -> set[str]:
    whole = _key(name, scene)
    return {whole} if whole != _plain(name) else {_key(word, scene) for word in name.split()}


def _key(word: str, scene: Scene) -> str:
    """The key of the state that a word is the name of, says of what is of it, or is the seat of; else the word."""
    bare, register = _POSSESSIVE.sub("", word), scene.register
    state = state_of_word(bare, scene)
    seat = None if state else register.metonym(bare, context=scene.context)
    state = state or (register.state_of(seat) if seat else None)
    return state.key if state else _plain(word)


def state_of_word(word: str, scene: Scene) -> Entry | None:
    """The state that a word is the name of, or says of what is of it: "U.S.", "American"."""
    return scene.register.state_named(word, context=scene.context) or scene.register.demonym(word, context=scene.context)


def _plain(word: str) -> str:
    return _POSSESSIVE.sub("", word).lower()


def _is_title(word: str) -> bool:
    known = noun(word.lower())
    is_person = known is not None and known.kind == "person"
    return is_person or word.lower().strip(".") in HONORIFICS or word in ("The", "A", "An")
