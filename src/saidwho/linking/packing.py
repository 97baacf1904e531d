"""How are the values of linking written down, and read back as the very same?

As JSON without names: a dataclass is the list of its fields, what many share is written once. It is read only by the version that
wrote it, since a record is linked anew by every other.
"""

import base64
import dataclasses
import json
import types
import typing
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, Union

import numpy as np
import orjson

from saidwho.linking.facts import Fact, Facts, Voice
from saidwho.linking.heard import Heard, Saying
from saidwho.linking.nodes import Kept, Telling
from saidwho.linking.parties import Party
from saidwho.linking.sketches import Amount, Sketch, Spot
from saidwho.types.document import Document
from saidwho.types.linking import Copy, Judgement
from saidwho.types.statement import AidPackage
from saidwho.types.store import Kind

# Fast: a document's facts are 20 kB as JSON and 4 kB deflated.
_LEVEL = 1
# Read by the hundred for each report that comes, and small, so they are not deflated.
_READ_OFTEN = frozenset({"sketch", "node", "heard"})
# Tables of numbers, as they lie in memory. The same on all machines.
_NUMBERS: Mapping[Kind, str] = {"vector": "<f2", "shingles": "<u2"}
_Turn = Callable[[Any], Any]
_NEW = object.__new__


def pack(kind: Kind, value: Any) -> bytes:
    """An object of a store as bytes."""
    if kind in _NUMBERS:
        numbers: bytes = np.asarray(value, dtype=_NUMBERS[kind]).tobytes()
        return numbers
    line = _line(_PACK[kind](value))
    return line if kind in _READ_OFTEN else zlib.compress(line, _LEVEL)


def unpack(kind: Kind, written: bytes) -> Any:
    """The object that was packed."""
    if kind in _NUMBERS:
        return np.frombuffer(written, dtype=_NUMBERS[kind])
    return _UNPACK[kind](_value_of(written if kind in _READ_OFTEN else zlib.decompress(written)))


def _line(value: Any) -> bytes:
    """A value as JSON. A lone surrogate, which is no character, stands as the three bytes that UTF-8 would have for it."""
    try:
        return orjson.dumps(value, default=tuple)
    except orjson.JSONEncodeError:
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")


def _value_of(line: bytes) -> Any:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        return json.loads(line.decode("utf-8", "surrogatepass"))


@cache
def _turns(kind: Any) -> tuple[_Turn, _Turn]:
    """How a value of a type is written and read."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (Union, types.UnionType):
        parts = [part for part in inner if part is not type(None)]
        return _optional(*_turns(parts[0])) if len(parts) == 1 else (_same, _same)
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        return _many(*_turns(inner[0]), tuple)
    if origin is frozenset:
        return _many(*_turns(inner[0]), frozenset)
    if origin is tuple:
        return _fixed([_turns(part) for part in inner], tuple)
    if dataclasses.is_dataclass(kind):
        return _record(kind)  # type: ignore[arg-type]
    return _same, _same


def _same(value: Any) -> Any:
    return value


def _optional(write: _Turn, read: _Turn) -> tuple[_Turn, _Turn]:
    if write is _same:
        return _same, _same
    return (lambda v: None if v is None else write(v)), (lambda v: None if v is None else read(v))


def _many(write: _Turn, read: _Turn, make: Callable[..., Any]) -> tuple[_Turn, _Turn]:
    if write is _same:
        return (sorted if make is frozenset else list), make
    return (lambda v: [write(x) for x in v]), (lambda v: make(read(x) for x in v))


def _fixed(turns: list[tuple[_Turn, _Turn]], make: Callable[..., Any]) -> tuple[_Turn, _Turn]:
    writes, reads = zip(*turns, strict=True)
    return (
        lambda v: [write(x) for write, x in zip(writes, v, strict=True)],
        lambda v: make(read(x) for read, x in zip(reads, v, strict=True)),
    )


def _record(kind: type, without: frozenset[str] = frozenset()) -> tuple[_Turn, Callable[..., Any]]:
    """A dataclass as the list of its fields. without: fields that are given when it is read."""
    hints = typing.get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind) if field.name not in without]
    turns = [_turns(hints[name]) for name in names]
    # Of two names and more it gives a tuple.
    fields = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    told = [(at, write) for at, (write, _) in enumerate(turns) if write is not _same]
    turned = [(at, read) for at, (_, read) in enumerate(turns) if read is not _same]

    def write(value: Any) -> list[Any]:
        written = list(fields(value))
        for at, turn in told:
            written[at] = turn(written[at])
        return written

    # To fill the slots of a value one by one takes half as long as to call its class, which is frozen and does the same by name.
    puts = [getattr(kind, name).__set__ for name in names]
    put_given = {name: getattr(kind, name).__set__ for name in without}

    def read(written: list[Any], **given: Any) -> Any:
        value: Any = _NEW(kind)
        for at, turn in turned:
            written[at] = turn(written[at])
        for put, part in zip(puts, written, strict=True):
            put(value, part)
        for name, part in given.items():
            put_given[name](value, part)
        return value

    return write, read


_WRITE_DOCUMENT, _READ_DOCUMENT = _turns(Document)
_WRITE_PARTY, _READ_PARTY = _turns(Party)
_WRITE_VOICE, _READ_VOICE = _record(Voice, frozenset({"document", "speaker", "names", "bodies", "paragraphs"}))
_WRITE_FACT, _READ_FACT = _record(Fact, frozenset({"voice", "proposition"}))
_WRITE_AID, _READ_AID = _turns(tuple[AidPackage, ...])


def _write_facts(facts: Facts) -> list[Any]:
    keys = {id(party): key for key, party in facts.parties.items()}
    places = [(fact.voice.number, fact.voice.statement.propositions.index(fact.proposition)) for fact in facts.facts]
    return [
        _WRITE_DOCUMENT(facts.document),
        [[key, _WRITE_PARTY(party)] for key, party in facts.parties.items()],
        sorted(facts.voices[0].names) if facts.voices else [],
        sorted(facts.voices[0].bodies) if facts.voices else [],
        base64.b64encode(facts.voices[0].paragraphs).decode("ascii") if facts.voices else "",
        [[_WRITE_VOICE(voice), keys[id(voice.speaker)] if voice.speaker else None] for voice in facts.voices],
        [[*place, _WRITE_FACT(fact)] for place, fact in zip(places, facts.facts, strict=True)],
        _WRITE_AID(facts.aid),
    ]


def _read_facts(written: list[Any]) -> Facts:
    document, parties, names, bodies, paragraphs, voices, facts, aid = written
    of = _READ_DOCUMENT(document)
    shared = {"names": frozenset(names), "bodies": frozenset(bodies), "paragraphs": base64.b64decode(paragraphs)}
    known = {key: _READ_PARTY(party) for key, party in parties}
    read = tuple(
        _READ_VOICE(voice, document=of, speaker=known[speaker] if speaker is not None else None, **shared) for voice, speaker in voices
    )
    return Facts(
        document=of,
        voices=read,
        facts=tuple(_READ_FACT(told, voice=read[v], proposition=read[v].statement.propositions[p]) for v, p, told in facts),
        parties=known,
        aid=_READ_AID(aid),
    )


def _read_kept(written: list[Any]) -> Kept:
    fact, day, place, keys, tellings = written
    return Kept(fact, day, place, tuple(keys), tuple(map(Telling._make, tellings)))


# From here on the fields of a sketch are tuples.
_WORDS = Sketch._fields.index("stems")


def _read_sketch(written: list[Any]) -> Sketch:
    *words, spots, there, amounts, statements, documents, places, tellings = map(tuple, written[_WORDS:])
    read = tuple(map(Spot._make, spots)), tuple(map(Spot._make, there)), tuple(map(_read_amount, amounts))
    return Sketch._make((*written[:_WORDS], *words, *read, statements, documents, tuple(map(tuple, places)), tellings))


def _read_amount(written: list[Any]) -> Amount:
    *told, daily = written
    return Amount._make((*told, tuple(daily) if daily else None))


def _pairs(written: list[Any]) -> Mapping[str, int]:
    return Counter(dict(written))


_COPY, _JUDGEMENTS = _turns(Copy), _turns(tuple[Judgement, ...])
_WRITE_HEARD, _READ_HEARD = _record(Heard, frozenset({"tellings"}))


def _write_heard(value: Heard) -> list[Any]:
    return [_WRITE_HEARD(value), value.tellings]


def _read_heard(written: list[Any]) -> Heard:
    told, tellings = written
    heard: Heard = _READ_HEARD(told, tellings=tuple(map(Saying._make, tellings)))
    return heard


_PACK: Mapping[Kind, _Turn] = {
    "document": _write_facts,
    "node": _same,
    "sketch": _same,
    "heard": _write_heard,
    "copy": _COPY[0],
    "bands": list,
    "paper": lambda counts: sorted(counts.items()),
    "judged": _JUDGEMENTS[0],
}
_UNPACK: Mapping[Kind, _Turn] = {
    "document": _read_facts,
    "node": _read_kept,
    "sketch": _read_sketch,
    "heard": _read_heard,
    "copy": _COPY[1],
    "bands": lambda written: (*written[:3], tuple(written[3])),
    "paper": _pairs,
    "judged": _JUDGEMENTS[1],
}
