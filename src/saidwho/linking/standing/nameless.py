"""As what does somebody speak who is of nobody known: by a name, or by a description alone?"""

import re

from saidwho.linking.facts import Voice
from saidwho.linking.papers import STAFF
from saidwho.linking.parties import Party, named
from saidwho.linking.scenes import Scene, folded
from saidwho.linking.standing.kinds import Standing
from saidwho.linking.standing.names import PEOPLE_OF, PEOPLE_THERE, are_several_states, by_name, is_named_group
from saidwho.linking.standing.own_basis import has_own_basis

# A source that is no speaker but a name for what stands elsewhere in the text, and what all print.
_REPORT = re.compile(
    r"^(?:\w+ )?(?:reports?|media|papers?|agency|agencies|accounts?|sites?|outlets?|who|we|us|i|nobody|none)$"
    r"|^(?:\w+ )?(?:reports?|posts?|rumou?rs?|claims?) (?:on|in|across) (?:the )?"
    r"(?:social media|internet|networks?|telegram|twitter|facebook)$"
    r"|^(?:everybody|everyone|all|many|most|whoever\b.*)$|^.*\b(?:of|in) (?:the )?(?:[\w-]+ )?(?:press|media)$",
    re.IGNORECASE,
)
# Words that point at somebody whom the text has named or told before; whoever they stand for is counted there.
_POINTING = re.compile(
    r"^(?:the|its|his|her|their|our|one|another|both|who|which|what|whoever|it|he|she|they|that|this|these|those|others?)\b", re.IGNORECASE
)
_SOMEBODYS = re.compile(r"^(?:its|his|her|their|our)\b", re.IGNORECASE)
# "One of the trackmen" is told nowhere else, "one of them" is.
_ONE_OF = re.compile(r"^(?:one|another|both|two|some) of (?:the|those|its|his|her|their|our|\w+) (?!he\b|she\b)\w+", re.IGNORECASE)
# Of whom a text tells that he shall have no name, it names nobody elsewhere.
_NOT_NAMED = re.compile(
    r"\b(?:(?:asks?|asked|wish\w*|want\w*|prefer\w*|insist\w*|requested) (?:\w+ ){0,3}?(?:not (?:to )?be|anonymity|"
    r"to (?:stay|remain) (?:anonymous|unnamed))|"
    r"(?:would|did|does|do|will) not (?:give|tell|say|want|wish) (?:\w+ ){0,3}?(?:names?|named|identified)|"
    r"on (?:the )?condition|anonymous\w*|"
    r"(?:may|can|could|must) not be (?:named|identified))\b",
    re.IGNORECASE,
)
# Bodies that need no name to be one: there is one of the kind where it happens.
_BODY = re.compile(
    r"\b(?:committee|council|association|union|organi[sz]ation|institute|monitors?|monitoring group|charity|mission|red cross|network)\b",
    re.IGNORECASE,
)
# Companies and offices that a text describes closely enough to be one: "the grid company", "the company that runs the yard".
_DESCRIBED = re.compile(
    r"^the (?:(?!same\b|other\b|said\b)[\w'’-]+ )+(?:company|companies|railways?|operator|committee|council|union|authority|port|"
    r"university|refugee agency|aid agency|charity|owners?)\b"
    r"|^the (?:company|firm|charity|committee|union|agency|office|body) (?:that|which) \w+"
    r"|^the \w+['’]s (?:agent|owners?|operator|captain|master|skipper|principal|director)\b",
    re.IGNORECASE,
)
# One alone is whoever is kin to somebody with a name, or speaks at law for him: "Ostrov's wife" and "his wife" of one claim are one.
_KIN = re.compile(
    r"^(?:[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*['’]s?|his|her) (?:\w+ )?"
    r"(wife|widow|husband|mother|father|sister|brother|son|daughter|lawyer)$"
)
# Whom a text calls by a name that is not his own.
_TO_CALL = re.compile(r"\bcall (?:him|her|them) ([A-Z][\w'’-]*)")


def points_back(words: str) -> bool:
    """Whether words point at somebody of whom their text has told before ("the witnesses")."""
    return bool(_POINTING.match(words)) and not _ONE_OF.match(words)


def by_itself(voice: Voice, party: Party | None, scene: Scene) -> Standing:
    """One who speaks for nobody we know of."""
    if party is None or _REPORT.match(party.name) or are_several_states(party.name, scene):
        return _without_party(party.name if party else " ".join(voice.source.split()), scene)
    name = folded(party.name)
    if (state := scene.states_by_name.get(name)) is not None:
        return Standing(kind="body", root=state, name=scene.states[state])
    if party.key is None and (own := scene.own_names.get((voice.document.id, name))):
        return Standing(kind="body", root=f"name:{folded(own)}", name=own)
    if name in scene.owners or name in scene.owners.values():
        base = scene.owners.get(name, name)
        return Standing(kind="body", root=f"name:{base}", name=base.title())
    if _is_described(party):
        is_kin = _KIN.match(voice.source) and voice.source.split()[0].lower() not in ("his", "her")
        is_told = is_kin or _DESCRIBED.match(voice.source) or _TO_CALL.search(voice.source)
        words = voice.source if is_told or _is_somebodys(voice.source, party) or _NOT_NAMED.search(voice.source) else party.name
        return _nameless(words, scene, is_own=has_own_basis(voice))
    return by_name(voice, party, scene)


# "Karlians put it at nine": whoever speaks for their state.
_PEOPLE_NAME = re.compile(r"^(?:the )?[A-Z][a-z]+s$")


def _is_somebodys(source: str, party: Party) -> bool:
    """Whether a source is told by whom it is of alone, who is named before ("her owners")."""
    is_told = source.lower().endswith(f" {party.name.lower()}") and not _KIN.match(source)
    return bool(_SOMEBODYS.match(source)) and is_told


def _is_described(party: Party) -> bool:
    """Whether a party bears no name of its own."""
    if party.key is None or named(party.name) is None or PEOPLE_OF.match(party.name):
        return True
    return party.kind in ("group", "people") and not is_named_group(party.name)


def _without_party(words: str, scene: Scene) -> Standing:
    """A source that stands for no actor."""
    if not words or _REPORT.match(words) or are_several_states(words, scene):
        return Standing(kind="open", root=f"open:{folded(words)}", name=words or "nobody named")
    if named(words) and is_named_group(words):
        name = folded(words)
        state = scene.states_by_name.get(name)
        return Standing(kind="body", root=state or f"name:{name}", name=scene.states[state] if state else words)
    return _nameless(words, scene)


def _nameless(words: str, scene: Scene, *, is_own: bool = False) -> Standing:
    """One told by a description alone. is_own: it tells what it itself rests on."""
    name = folded(words)
    if (is_own and _BODY.search(words)) or _DESCRIBED.match(words):
        return Standing(kind="body", root=f"unnamed:{name}", name=words)
    if (told := _TO_CALL.search(words) or _KIN.match(words)) is not None:
        return Standing(kind="body", root=f"name:{folded(told[1])}", name=words)
    if name in scene.outlets:
        return Standing(kind="outlet", root=f"outlet:{name}", name=words)
    if _PEOPLE_NAME.match(words) and (state := scene.state_named(name.removesuffix("s"))) is not None:
        return Standing(kind="unnamed official", root=state, name=scene.states[state], body=words)
    is_pointing = bool(_POINTING.match(words)) and not (PEOPLE_THERE.search(words) or _NOT_NAMED.search(words) or _ONE_OF.match(words))
    # Whoever works for an outlet is none beside it, whichever it is.
    if is_pointing or STAFF.search(words):
        return Standing(kind="open", root=f"open:{name}", name=words)
    return Standing(kind="unnamed", root=f"unnamed:{name}", name=words)
