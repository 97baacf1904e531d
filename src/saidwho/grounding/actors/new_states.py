"""Which names are of states that no register holds?

Whoever has a government, a parliament, an army or a foreign minister is a state: "Vinland's parliament", "the Vinland government",
"the Ministry of Defence of Vinland". A country may be new, or may be written as no gazetteer writes it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from saidwho.types.document import Document, Span
from saidwho.types.grounding import Actor, Place
from saidwho.types.ids import content_id, pairs

# What only states have. A president or a council may be a company's or a town's.
_ORGAN = (
    r"(?:governments?|parliament|cabinet|foreign\s+ministry|defen[cs]e\s+ministry|finance\s+ministry|(?:foreign|defen[cs]e|finance|prime|"
    r"interior|health|development)\s+minister|armed\s+forces|army|air\s+force|navy|embassy|ambassador|treasury|state\s+budget)"
)
_NAME = r"(?P<name>[A-Z][^\W\d_]{2,}(?:\s[A-Z][^\W\d_]{2,})?)"
_SHOWN = (
    re.compile(rf"\b{_NAME}['’]s?\s+(?:[a-z]+\s+){{0,2}}(?i:{_ORGAN})\b"),
    re.compile(rf"\b[Tt]he\s+{_NAME}\s+(?:government|parliament|army|armed\s+forces|embassy)\b"),
    re.compile(rf"\b(?i:{_ORGAN})\s+of\s+(?:the\s+)?{_NAME}(?!\s+[A-Z])"),
    re.compile(
        rf"\bMinistr(?:y|ies)\s+of\s+(?:the\s+)?[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+)?\s+(?:of\s+|in\s+)(?:the\s+)?{_NAME}(?!\s+[A-Z])"
    ),
    re.compile(rf"\b[Pp]resident\s+(?:[A-Z]\w+\s+){{0,2}}of\s+{_NAME}(?!\s+[A-Z])"),
)
# Words with a capital that describe an organ and are nobody's name.
_NO_NAME = re.compile(
    r"(?:National|Labour|Labor|Conservative|Coalition|Transitional|Interim|Federal|Royal|Central|Provisional|Military|Caretaker|Unity|"
    r"Foreign|Defen[cs]e|Finance|Interior|Health|Development|Exile|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|The|This|That|His|Her|Its|Their|Our|"
    r"Former|New|Old|Rebel|Local|State|Red|Salvation|Liberation|Revolutionary|Islamic|Affairs)\b"
)

# "The Tarvian government" names a people.
_DEMONYM = re.compile(r"(?:(?<!st)[aeiou]an|ican|ese|ish|[^aeiou]i)$")


def with_new_states(actors: tuple[Actor, ...], document: Document, places: tuple[Place, ...]) -> tuple[Actor, ...]:
    """The actors of a report, with states that it shows to be some; bodies and people named as theirs belong to them.

    A name that is that of another actor, or of a place that is known, shows nothing: "Biden's cabinet", "Kyiv's army".
    """
    text = document.text
    placed = {place.span.of(text) for place in places if place.country is not None}
    for name in _shown(text):
        if name in placed or any(_is_known(actor, name, text) for actor in actors):
            continue
        mentions = tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(rf"\b{re.escape(name)}\b", text))
        same = next((a for a in actors if a.of is None and _is_called(a.name, name)), None)
        if same is not None:
            state = replace(same, kind="state", role=None, mentions=tuple(sorted({*same.mentions, *_apart(mentions, same.mentions)})))
            actors = tuple(state if actor is same else actor for actor in actors)
        else:
            identity = content_id([document.id, "state", pairs(mentions)])
            state = Actor(id=identity, name=name, kind="state", role=None, of=None, country=None, wikidata=None, mentions=mentions)
            actors = (*actors, state)
        actors = tuple(replace(a, of=state.id) if a is not state and _is_of(a, name, text) else a for a in actors)
    return actors


def _shown(text: str) -> Iterator[str]:
    """The names that stand where only a state's can, each once, in the order of the patterns and the text."""
    found = (match["name"] for pattern in _SHOWN for match in pattern.finditer(text))
    yield from dict.fromkeys(name for name in found if not _NO_NAME.search(name) and not _DEMONYM.search(name))


def _is_called(whole: str, name: str) -> bool:
    """Whether a state bears a name with its form: "the Federation of Lutria"."""
    forms = r"(?:[Tt]he )?(?:(?:\w+ )?(?:Federation|Republic|Kingdom|Commonwealth|Union|Confederation|Emirate|Duchy) of (?:the )?)?"
    return re.fullmatch(forms + re.escape(name), whole) is not None


def _apart(mentions: tuple[Span, ...], others: tuple[Span, ...]) -> Iterator[Span]:
    """The mentions that stand inside none of the others."""
    yield from (m for m in mentions if not any(o.start <= m.start and m.end <= o.end for o in others))


def _is_known(actor: Actor, name: str, text: str) -> bool:
    """Whether a name is somebody else's: the register's, or that of somebody with more to the name, or with a role."""
    if actor.wikidata is not None or actor.country is not None or actor.kind == "outlet":
        return actor.name == name or any(span.of(text) == name for span in actor.mentions)
    is_more = actor.name != name and any(span.of(text) == name for span in actor.mentions)
    return is_more and actor.kind in ("person", "force", "group")


def _is_of(actor: Actor, name: str, text: str) -> bool:
    """Whether an actor who belongs to nobody yet is named as a state's: "Vinland's army", "the cabinet of Vinland"."""
    if actor.of is not None or actor.country is not None or actor.kind in ("state", "outlet"):
        return False
    escaped = re.escape(name)
    return any(
        re.match(rf"(?:[Tt]he\s+)?{escaped}(?:['’]s?)?\s", words := span.of(text))
        or re.search(rf"\bof\s+(?:the\s+)?{escaped}$", words)
        or re.match(rf"\s+of\s+(?:the\s+)?{escaped}\b", text[span.end : span.end + len(name) + 10])
        or re.search(rf"\b{escaped}['’]s?\s+$", text[max(span.start - len(name) - 4, 0) : span.start])
        for span in actor.mentions
    )
