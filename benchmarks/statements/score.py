"""Which labelled statements were read, and which of their fields are right? Statements are compared as the contract writes them."""

import re
from collections.abc import Sequence
from typing import Any

from benchmarks.counts import Counts
from benchmarks.speakers.names import is_same_name
from benchmarks.statements.aid import score_aid
from benchmarks.statements.labels import Labelled, Range, Said
from saidwho.pipeline.reading import shipped_world

Statement = dict[str, Any]
Actor = dict[str, Any]
# Labelled propositions, each with ours of the same words.
Near = list[tuple[dict[str, Any], dict[str, Any]]]

# Contents that share so much of their letters are of one statement; and so much counts as the same words.
PAIRED, SAME, HALF = 0.3, 0.8, 0.5
_GOES_ON = frozenset({"in", "of", "at", "for", "who", "that", "to", "from", "near", "with", "on", "there", "involved", ","})
# A state that speaks may be the state or its government, also where the register does not hold it.
_GOVERNMENT = re.compile(r"^government of (?:the )?", re.IGNORECASE)
# Ids of actors that only one report knows; those of the register are words.
_OWN_ID = re.compile(r"[0-9a-f]{64}")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def score_report(wanted: Labelled, read: dict[str, Any]) -> dict[str, Counts]:
    """Count what is right of one report. read: the contract's object for it.

    found: statements whose content is read to four fifths, with the right form of attribution or as own voice. Other rows count
    pairs: of statements whose content is read at all, those whose field is right.
    """
    text, names = wanted.document.text, {actor["id"]: actor["name"] for actor in read["actors"]}
    mentions = {actor["id"]: {text[start:end] for start, end in actor["mentions"]} for actor in read["actors"]}
    counts: dict[str, Counts] = {}
    for own_voice in (False, True):
        labels = [s for s in wanted.said if s.is_own_voice == own_voice]
        ours = [s for s in read["statements"] if (s["form"] == "own voice") == own_voice]
        pairs = pair(labels, ours, text)
        same = [(a, b) for a, b, overlap in pairs if overlap >= SAME]
        counts["own voice" if own_voice else "found"] = Counts(right=len(same), predicted=len(ours), gold=len(labels))
        if not own_voice:
            counts |= _fields([(a, b) for a, b, _ in pairs], names, mentions, text)
            whole = sum(_is_whole(a, b, names, mentions) for a, b in same)
            counts["whole"] = Counts(right=whole, predicted=len(ours), gold=len(labels))
            counts |= _propositions([(a, b) for a, b, _ in pairs], labels, {actor["id"]: actor for actor in read["actors"]}, text)
    return counts | score_aid(wanted.aid, read.get("aid") or [], names)


def pair(labels: Sequence[Said], ours: Sequence[Statement], text: str) -> list[tuple[Said, Statement, float]]:
    """Best one-to-one pairs by the letters that contents share, greedily."""
    scores = [(overlap(a.content, b["content"], text), i, j) for i, a in enumerate(labels) for j, b in enumerate(ours)]
    found, used_labels, used_ours = [], set(), set()
    for score, i, j in sorted(scores, key=lambda s: (-s[0], s[1], s[2])):
        if score >= PAIRED and i not in used_labels and j not in used_ours:
            found.append((labels[i], ours[j], score))
            used_labels.add(i)
            used_ours.add(j)
    return found


def overlap(one: Sequence[Sequence[int]], other: Sequence[Sequence[int]], text: str) -> float:
    """The share of the letters and digits of both that both have."""
    a, b = letters(one, text), letters(other, text)
    return len(a & b) / max(len(a | b), 1)


def letters(spans: Sequence[Sequence[int]], text: str) -> frozenset[int]:
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def _fields(pairs: list[tuple[Said, Statement]], names: dict[str, str], mentions: dict[str, set[str]], text: str) -> dict[str, Counts]:
    def share(name: str, right: Sequence[bool]) -> dict[str, Counts]:
        return {name: Counts(right=sum(right), predicted=len(right), gold=len(right))}

    with_basis = [(a.basis, (b.get("basis") or {}).get("span")) for a, b in pairs]
    denials = [(a.denied, (b.get("denies") or {}).get("span")) for a, b in pairs]
    return {
        **share("form", [a.fields["form"] == b["form"] for a, b in pairs]),
        **share("act", [a.fields["act"] == b["act"] for a, b in pairs]),
        **share("speaker", [_same_speaker(a, b, names, mentions) for a, b in pairs if a.fields.get("speaker_known", True)]),
        **share("relays", [_same_relays(a, b) for a, b in pairs]),
        **share("spoken", [a.fields.get("spoken") == (b.get("spoken") or {}).get("edtf") for a, b in pairs if a.fields.get("spoken")]),
        "basis": _spans(with_basis, text),
        "denial": _spans(denials, text),
        "venue": _spans([(a.venue, b.get("venue")) for a, b in pairs], text),
        "caveats": _caveats(pairs, text),
        "side": _sides(pairs),
    }


def _spans(pairs: list[tuple[Range | None, Sequence[int] | None]], text: str) -> Counts:
    """Spans that share half of their letters, of those given and of those labelled."""
    right = sum(bool(a and b) and overlap([a or ()], [b or ()], text) >= HALF for a, b in pairs if a and b)
    return Counts(right=right, predicted=sum(b is not None for _, b in pairs), gold=sum(a is not None for a, _ in pairs))


def _caveats(pairs: list[tuple[Said, Statement]], text: str) -> Counts:
    """Caveats that share half of their letters, each on the statement that it is about."""
    right = sum(any(overlap([wanted], [ours], text) >= HALF for ours in b.get("caveats") or ()) for a, b in pairs for wanted in a.caveats)
    return Counts(right=right, predicted=sum(len(b.get("caveats") or ()) for _, b in pairs), gold=sum(len(a.caveats) for a, _ in pairs))


def _sides(pairs: list[tuple[Said, Statement]]) -> Counts:
    """Parties by their names, of those given and of those labelled."""
    sides = [(a.fields.get("speaker_side"), b.get("speaker_side")) for a, b in pairs]
    right = sum(wanted is not None and wanted == ours for wanted, ours in sides)
    return Counts(right=right, predicted=sum(ours is not None for _, ours in sides), gold=sum(wanted is not None for wanted, _ in sides))


def _same_speaker(label: Said, statement: Statement, names: dict[str, str], mentions: dict[str, set[str]]) -> bool:
    wanted, found = label.fields["speaker"], names.get(statement.get("speaker") or "")
    if wanted is None or found is None:
        return wanted is None and found is None
    called = wanted.get("names", (wanted.get("name"),))
    return any(_is_called(_ARTICLE.sub("", name), found, statement["speaker"], mentions) for name in called)


def _is_called(name: str, found: str, speaker: str, mentions: dict[str, set[str]]) -> bool:
    entry = shipped_world().register.resolve(name)
    bare = _ARTICLE.sub("", found)
    if is_same_name(name, bare) or _describes(bare, name) or (entry is not None and speaker in (entry.key, entry.of)):
        return True
    return is_same_name(_GOVERNMENT.sub("", name), _GOVERNMENT.sub("", bare)) or _is_registered_as(speaker, name, mentions)


def _is_registered_as(speaker: str, name: str, mentions: dict[str, set[str]]) -> bool:
    """Whether a body of the register is mentioned by just this name: "the army" of the armed forces of its state."""
    return not _OWN_ID.fullmatch(speaker) and any(is_same_name(_ARTICLE.sub("", words), name) for words in mentions.get(speaker, ()))


def _describes(found: str, wanted: str) -> bool:
    """Whether an unnamed speaker is given by the noun alone: "doctor" of "doctor at the hospital"."""
    ours, label = found.casefold().split(), wanted.casefold().replace(",", " ,").split()
    return ours == label[: len(ours)] and "".join(label[len(ours) : len(ours) + 1]) in _GOES_ON


def _same_relays(label: Said, statement: Statement) -> bool:
    found = [link for link in statement.get("chain") or [] if link["role"] == "relay"]
    wanted = label.fields["relays"]
    return len(found) == len(wanted) and all(map(_is_relay, wanted, found))


def _is_relay(name: str, link: dict[str, Any]) -> bool:
    """By its name; a body that the register knows may bear the register's name or that of the text."""
    entry = shipped_world().register.resolve(name)
    return is_same_name(name, link["name"]) or (entry is not None and entry.key == link.get("actor"))


def _is_whole(label: Said, statement: Statement, names: dict[str, str], mentions: dict[str, set[str]]) -> bool:
    """Content to four fifths, speaker, act and relays."""
    return _same_speaker(label, statement, names, mentions) and label.fields["act"] == statement["act"] and _same_relays(label, statement)


def _propositions(pairs: list[tuple[Said, Statement]], labels: Sequence[Said], actors: dict[str, Actor], text: str) -> dict[str, Counts]:
    """Labelled propositions whose words are found by half, and those with their event; then, of those whose words are found,
    the fields that are right; and how many given events are right, those of propositions that nobody labelled among them."""
    near = [found for label, statement in pairs for found in _near(label, statement, text)]
    given = [p for _, statement in pairs for p in statement.get("propositions") or [] if p.get("event")]
    told = [(label, ours) for label, ours in near if ours.get("event")]
    right = sum(_type(ours) == label["event"] for label, ours in near)
    gold = sum(len(label.propositions) for label in labels)
    return {
        "proposition words": Counts(right=len(near), predicted=len(near), gold=gold),
        "propositions": Counts(right=right, predicted=len(near), gold=gold),
        "events given": Counts(right=sum(_type(o) == a["event"] for a, o in told), predicted=len(given), gold=len(given)),
        "event types": Counts(right=sum(_type(o) == a["event"] for a, o in told), predicted=len(told), gold=len(told)),
        "modality": Counts(right=sum(o.get("modality") == a.get("modality") for a, o in near), predicted=len(near), gold=len(near)),
        "negation": _negations(near),
        "actor": _parties("actor", near, actors, text),
        "recipient": _parties("recipient", near, actors, text),
        "conduct": _tags(near),
    }


def _near(label: Said, statement: Statement, text: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Labelled propositions, each with ours that shares most of its words, if that is half."""
    ours = statement.get("propositions") or []
    found = []
    for spans, fields in zip(label.propositions, label.fields["propositions"], strict=True):
        best = max(ours, key=lambda p: overlap(spans, p["spans"], text), default=None)
        if best is not None and overlap(spans, best["spans"], text) >= HALF:
            found.append((fields, best))
    return found


def _type(proposition: dict[str, Any]) -> str | None:
    return (proposition.get("event") or {}).get("type")


def _negations(near: Near) -> Counts:
    return Counts(
        right=sum(ours.get("negated", False) and label.get("negated", False) for label, ours in near),
        predicted=sum(bool(ours.get("negated")) for _, ours in near),
        gold=sum(bool(label.get("negated")) for label, _ in near),
    )


def _tags(near: Near) -> Counts:
    pairs = [(set(label.get("conduct") or ()), {c["tag"] for c in ours.get("conduct") or ()}) for label, ours in near]
    return Counts(right=sum(len(a & b) for a, b in pairs), predicted=sum(len(b) for _, b in pairs), gold=sum(len(a) for a, _ in pairs))


def _parties(role: str, near: Near, actors: dict[str, Actor], text: str) -> Counts:
    """Parties named alike, of those given and of those labelled; a label is the name or any words for it in the text."""
    right = given = gold = 0
    for label, ours in near:
        wanted, found = list(label.get(role) or ()), [actors[i] for i in ours.get(role) or () if i in actors]
        given, gold = given + len(found), gold + len(wanted)
        for actor in found:
            name = next((one for one in wanted if is_party(one, actor, text)), None)
            if name is not None:
                wanted.remove(name)
                right += 1
    return Counts(right=right, predicted=given, gold=gold)


def is_party(label: str, actor: Actor, text: str) -> bool:
    """Whether an actor is the labelled party, by a name, a mention, its people or its seat."""
    name = _ARTICLE.sub("", label.partition("#")[0])
    words = {_ARTICLE.sub("", text[start:end]).casefold() for start, end in actor["mentions"]}
    register = shipped_world().register
    # "American" and "Washington" are labels of the state and its government, of which either may act.
    entry = register.resolve(name) or register.metonym(name) or register.demonym(name)
    named = is_same_name(name, _ARTICLE.sub("", actor["name"])) or name.casefold() in words
    # "men" of "eleven men": the label may leave the number out.
    counted = any(one.endswith(" " + name.casefold()) for one in words)
    return named or counted or (entry is not None and actor["id"] in (entry.key, entry.of))
