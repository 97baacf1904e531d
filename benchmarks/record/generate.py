"""Reports with their statements, made without a reader: what a record holds after reading so many.

A report has about 500 words and 25 statements, as the reports of benchmarks/statements do. Names, places, outlets and
words follow Zipf's law, so that some are in every second report and most are rare. The same seed gives the same reports.
"""

import random
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from saidwho.record.rows import Shape
from saidwho.types.document import Span
from saidwho.types.ids import content_id, document_id, statement_id

STATEMENTS = 25
_ACTORS, _PLACES, _OUTLETS, _WORDS = 20_000, 5_000, 200, 8_000
_DAYS = 730
_EVENTS = ("ASSAULT", "CONSULT", "AID", "COERCE", "RETREAT", "MOBILIZE", "ACCUSE", "REQUEST")
_ACTS = ("assert",) * 16 + ("deny", "demand", "threaten", "pledge", "predict", "confirm")
_COUNTS = ("killed", "wounded", "displaced", "detained")
_SYLLABLES = ("ka", "ro", "mi", "ter", "vos", "lan", "du", "sel", "an", "gor", "pe", "nis", "tha", "ulm", "bre", "cor")


class _Zipf:
    """Draws numbers from 0 so that the first is drawn most."""

    def __init__(self, size: int) -> None:
        self._sums = list(accumulate(1 / (rank + 1) for rank in range(size)))

    def draw(self, chance: random.Random) -> int:
        return chance.choices(range(len(self._sums)), cum_weights=self._sums)[0]


def generate(count: int, *, first: int = 0) -> Iterator[Shape]:
    """Reports in the contract's shape. first: the number of the first, so that more can be made later."""
    maker = _Maker()
    for number in range(first, first + count):
        yield maker.report(number)


def word(number: int) -> str:
    """A word of the generated language; low numbers are frequent."""
    parts = []
    number += 16
    while number:
        number, syllable = divmod(number, 16)
        parts.append(_SYLLABLES[syllable])
    return "".join(parts)


def actor_name(number: int) -> str:
    return f"{word(number).title()} {word(number * 7 + 3).title()}"


def place_name(number: int) -> str:
    return word(number * 3 + 1).title()


def outlet_name(number: int) -> str:
    return f"The {place_name(number)} Courier"


def place_of(number: int) -> tuple[float, float]:
    """Where a place is: latitude and longitude in degrees."""
    chance = random.Random(number)
    return round(chance.uniform(-50, 65), 3), round(chance.uniform(-180, 179), 3)


class _Maker:
    def __init__(self) -> None:
        self._actors, self._places = _Zipf(_ACTORS), _Zipf(_PLACES)
        self._outlets, self._words = _Zipf(_OUTLETS), _Zipf(_WORDS)

    def report(self, number: int) -> Shape:
        chance = random.Random(number)
        text, parts = self._text(chance)
        day = chance.randrange(_DAYS)
        published = f"{2022 + day // 365}-{day % 365 // 31 + 1:02}-{day % 31 % 28 + 1:02}"
        outlet = outlet_name(self._outlets.draw(chance))
        document: dict[str, Any] = {"key": f"generated-{number}", "url": None, "outlet": outlet, "published": published, "text": text}
        identity = document_id(**document)
        document |= {"id": identity, "work": identity, "title": text.partition("\n")[0], "byline": None, "zone": None, "language": "en"}
        statements = [_statement(identity, part, chance) for part in parts]
        figures = [part["figure"] for part in parts]
        return {
            "saidwho": 1,
            "document": document,
            "statements": statements,
            "places": [part["place"] for part in parts],
            "times": [],
            "figures": figures,
            "actors": _actors(identity, parts),
            "aid": [_package(identity, statements[0], figures[0])] if chance.random() < 0.1 else [],
        }

    def _text(self, chance: random.Random) -> tuple[str, list[dict[str, Any]]]:
        text = " ".join(word(self._words.draw(chance)) for _ in range(8)).capitalize()
        parts = []
        for _ in range(STATEMENTS):
            name, place = actor_name(self._actors.draw(chance)), self._places.draw(chance)
            count, filler = chance.randrange(2, 500), " ".join(word(self._words.draw(chance)) for _ in range(11))
            text += "\n"
            spans: dict[str, Any] = {}
            for role, words in (("source", name), (None, " "), ("cue", "said"), (None, " that ")):
                if role:
                    spans[role] = [len(text), len(text) + len(words)]
                text += words
            start = len(text)
            text += f"{filler} "
            figure = [len(text), len(text) + len(f"{count} people")]
            text += f"{count} people at "
            where = [len(text), len(text) + len(place_name(place))]
            text += place_name(place)
            spans |= {"content": [start, len(text)], "name": name, "figure": _figure(figure, count, chance), "place": _place(where, place)}
            parts.append(spans)
            text += "."
        return text, parts


def _actor_id(document: str, name: str) -> str:
    """Of a person who is in no register: another in each document."""
    return content_id([document, name])


def _actors(document: str, parts: list[dict[str, Any]]) -> list[Shape]:
    mentions: dict[str, list[list[int]]] = {}
    for part in parts:
        mentions.setdefault(part["name"], []).append(part["source"])
    nothing = {"kind": "person", "role": None, "of": None, "country": None, "wikidata": None}
    return [{"id": _actor_id(document, name), "name": name, **nothing, "mentions": spans} for name, spans in mentions.items()]


def _statement(document: str, part: dict[str, Any], chance: random.Random) -> Shape:
    content, cue, source = ((Span(start=part[role][0], end=part[role][1]),) for role in ("content", "cue", "source"))
    identity = statement_id(document=document, content=content, cue=cue, source=source)
    actor = _actor_id(document, part["name"])
    proposition = {
        "id": content_id([identity, [part["content"]]]),
        "spans": [part["content"]],
        "negated": False,
        "modality": "actual",
        "event": {"type": chance.choice(_EVENTS), "mode": None, "span": part["content"], "score": 0.9},
        "actor": [actor],
        "recipient": [],
        "conduct": [],
        "places": [part["place"]],
        "times": [],
        "figures": [part["figure"]],
        "aid": None,
    }
    return {
        "id": identity,
        "within": None,
        "form": "indirect",
        "act": chance.choice(_ACTS),
        "content": [part["content"]],
        "cue": [part["cue"]],
        "source": [part["source"]],
        "chain": [{"role": "speaker", "actor": actor, "name": part["name"], "span": part["source"]}],
        "speaker": actor,
        "speaker_score": 0.9,
        "speaker_why": "named here",
        "speaker_side": None,
        "basis": None,
        "spoken": None,
        "venue": None,
        "first_hand": False,
        "denies": None,
        "caveats": [],
        "propositions": [proposition],
        "score": 0.9,
    }


def _place(span: list[int], number: int) -> Shape:
    lat, lon = place_of(number)
    known = {"name": place_name(number), "geonameid": number + 1, "country": "UKR", "admin1": None, "lat": lat, "lon": lon}
    return {"span": span, **known, "where_prec": 1, "use": "literal", "score": 0.9}


def _figure(span: list[int], count: int, chance: random.Random) -> Shape:
    nothing = dict.fromkeys(("qualifier", "of", "victims", "per", "over", "since", "as_of", "part_of", "currency"))
    counts = chance.choice(_COUNTS)
    return {"span": span, "low": count, "high": count, "unit": "people", "counts": counts, "cumulative": False, "negated": False, **nothing}


def _package(document: str, statement: Shape, figure: Shape) -> Shape:
    history = [{"stage": "pledged", "amount": figure, "date": None, "statement": statement["id"]}]
    sides = {"donor": statement["speaker"], "recipient": None, "kind": "humanitarian", "amount": figure}
    return {"id": content_id(["aid", document]), **sides, "funding": [], "items": [], "history": history}
