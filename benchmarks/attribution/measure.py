"""Measure attribution on the three corpora."""

from pathlib import Path

from benchmarks.attribution.gold import Article, cofenet_units, polnear_articles, riqua_units
from benchmarks.attribution.predictions import Predictions, predict
from benchmarks.attribution.speakers import FORMS, score_speakers
from benchmarks.attribution.units import score_units
from benchmarks.attribution.whole import score_roles, score_whole
from benchmarks.cases import Case
from benchmarks.counts import Counts, add_up
from benchmarks.measured import Figure, Measured
from saidwho.reading.labels import ROLES
from saidwho.reading.reader import Reader

UNITS, ARTICLES, RIQUA = "cofenet_polnear/dev_units.jsonl", "polnear/dev.jsonl", "riqua/dev.jsonl"

ASKED = {"source": 84.0, "cue": 76.5, "content": 71.5, "exact": 56.0, "content80": 66.0}
PUBLISHED = {
    "source": "BERT-base 81.1, CofeNet 83.2 (test)",
    "cue": "BERT-base 74.0, CofeNet 75.3 (test)",
    "content": "BERT-base 68.9, CofeNet 72.9 (test)",
}
PUBLISHED_RIQUA = {
    "source": "BERT-base 74.5, CofeNet 81.8 (test, trained on RiQuA)",
    "cue": "BERT-base 88.9, CofeNet 89.2 (test, trained on RiQuA)",
    "content": "BERT-base 94.3, CofeNet 94.4 (test, trained on RiQuA)",
}
NOTES = (
    "cofenet: exact spans a role on CofeNet's tokens and units; 1,823 of its 1,925 dev units, those placed in the texts.",
    "polnear: the same spans by letters and digits, article by article; exact and content80 are whole attributions, linked.",
    "riqua: novels of the 19th century, set from tokens; nothing of it was trained on, unlike the published figures.",
    "speaker: percent of the labelled speakers given exactly, by the form of what they said.",
)


def measure(data: Path, reader: Reader) -> Measured:
    """Read the dev parts of the three corpora and score what was found."""
    articles = polnear_articles(data / ARTICLES)
    fiction = riqua_units(data / RIQUA)
    news = predict({a.key: a.text for a in articles}, reader)
    novels = predict({units.key: text for text, units in fiction}, reader)
    cases = (
        *(Case(corpus="cofenet", name=u.key, counts=score_units(u, news.get(u.article, []))) for u in cofenet_units(data / UNITS)),
        *(Case(corpus="polnear", name=a.key, counts=score_article(a, news)) for a in articles),
        *(Case(corpus="riqua", name=u.key, counts=score_units(u, novels[u.article])) for _, u in fiction),
    )
    return Measured(part="attribution", figures=_figures(cases), data=(UNITS, ARTICLES, RIQUA), cases=cases, notes=NOTES)


def score_article(article: Article, predictions: Predictions) -> dict[str, Counts]:
    """Everything that is counted of one PolNeAR article."""
    found = predictions.get(article.key, [])
    return score_roles(article, found) | score_whole(article, found) | score_speakers(article, found)


def _figures(cases: tuple[Case, ...]) -> tuple[Figure, ...]:
    sums = {name: add_up([case.counts for case in cases if case.corpus == name]) for name in ("cofenet", "polnear", "riqua")}
    return (
        *(_f1(f"cofenet {role}", sums["cofenet"][role], asked=ASKED[role], published=PUBLISHED[role]) for role in ROLES),
        *(_f1(f"polnear {role}", sums["polnear"][role]) for role in ROLES),
        *(_f1(f"polnear {what}", sums["polnear"][what], asked=ASKED[what]) for what in ("exact", "content80")),
        *(Figure(name=f"polnear speaker {form}", value=sums["polnear"][f"speaker {form}"].recall, unit="%") for form in FORMS),
        *(_f1(f"riqua {role}", sums["riqua"][role], published=PUBLISHED_RIQUA[role]) for role in ROLES),
    )


def _f1(name: str, counts: Counts, *, asked: float | None = None, published: str = "") -> Figure:
    return Figure(name=name, value=counts.f1, unit="F1", asked=asked, published=published)
