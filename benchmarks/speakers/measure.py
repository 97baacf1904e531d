"""Measure who speaks: on sources of PolNeAR labelled for this benchmark, and coreference on GUM."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.cases import Case
from benchmarks.counts import Counts, add_up
from benchmarks.measured import Figure, Measured
from benchmarks.speakers import resolver
from benchmarks.speakers.answers import answers_of
from benchmarks.speakers.articles import Article, articles_of
from benchmarks.speakers.chains import Cubed, Pair, cubed, pair_up, score_links
from benchmarks.speakers.gum import ChainDocument, chain_documents
from benchmarks.speakers.labels import WRITTEN, Label, load_labels
from benchmarks.speakers.resolver import Ground
from benchmarks.speakers.score import score_article, score_found
from saidwho.pipeline.reading import find_attributions
from saidwho.reading.reader import Reader
from saidwho.types.document import Document
from saidwho.types.ids import document_id

ARTICLES, GUM = "polnear/dev.jsonl", "ud_english_gum/dev.conllu"

ASKED = {"named": 90.0, "sure": 95.0}
NOTES = (
    "named: of the sources whose speaker the text names, those taken for the right one; labelled sources and their attributions are given.",
    "sure: of answers with a score of 0.9 or more, those right; an unnamed one kept apart is none, one taken for somebody is wrong.",
    "unnamed: unnamed and joint speakers that are kept apart from everybody named. open: things that nobody speaks through, left open.",
    "found: the named sources again, with the attributions that the reader finds itself. RULES.md says what was labelled, and how.",
    "gum: third-person pronouns and noun phrases led to the right name; B-cubed over those with a name and two mentions.",
)


def measure(data: Path, reader: Reader, ground: Ground = resolver.measured) -> Measured:
    """Read the labelled articles and GUM's dev part, and score whom the resolver takes mentions for."""
    labels = by_article(load_labels())
    articles = articles_of(data / ARTICLES, labels)
    cases = [_article_case(articles[key], labels[key], reader, ground) for key in labels]
    pairs: list[Pair] = []
    texts = chain_documents(data / GUM)
    for document in texts:
        found = pair_up(document, ground(_bare_document(document), find_attributions(document.text, reader=reader)).actors)
        cases.append(Case(corpus="gum", name=document.key, counts=score_links(document, found)))
        pairs += found
    return Measured(part="speakers", figures=_figures(cases, cubed(texts, pairs)), data=(ARTICLES, GUM), cases=tuple(cases), notes=NOTES)


def by_article(labels: Sequence[Label]) -> dict[str, list[Label]]:
    """The labels of each article, in the order they stand in."""
    found: dict[str, list[Label]] = {}
    for label in labels:
        found.setdefault(label.article, []).append(label)
    return found


def _article_case(article: Article, labels: Sequence[Label], reader: Reader, ground: Ground) -> Case:
    document, reading = article.document, find_attributions(article.document.text, reader=reader)
    given = answers_of(ground(document, article.with_labelled(reading)))
    found = answers_of(ground(document, reading))
    counts = score_article(labels, given, document.text) | score_found(labels, found, document.text)
    return Case(corpus="speakers", name=str(document.key), counts=counts)


def _bare_document(chains: ChainDocument) -> Document:
    """A document of which nothing but the text is known."""
    identity = document_id(key=chains.key, url=None, outlet=None, published=None, text=chains.text)
    return Document(
        id=identity,
        key=chains.key,
        work=identity,
        outlet=None,
        url=None,
        title=None,
        byline=None,
        published=None,
        zone=None,
        language="en",
        text=chains.text,
    )


def _figures(cases: Sequence[Case], together: Cubed) -> tuple[Figure, ...]:
    sums, gum = (add_up([case.counts for case in cases if case.corpus == corpus]) for corpus in ("speakers", "gum"))
    sure = sums["sure named"]
    return (
        _recall("named", sums["named"]),
        *(
            _percent(f"named, {written}", sums[f"named {written}"].recall, cases=sums[f"named {written}"].gold)
            for written in WRITTEN
            if written != "group"
        ),
        _percent("sure", sums["sure"].precision, cases=sums["sure"].gold),
        _percent("sure of named, share", 100 * sure.predicted / max(sure.gold, 1), is_held=False),
        _recall("unnamed", sums["unnamed"]),
        _recall("open", sums["open"]),
        _recall("found", sums["found"]),
        _percent("found, precision", sums["found"].precision, cases=sums["found"].gold),
        *_links("pronouns", gum.get("pronoun", Counts())),
        *_links("noun phrases", gum.get("nominal", Counts())),
        Figure(name="gum B-cubed precision", value=together.precision, unit="%"),
        Figure(name="gum B-cubed recall", value=together.recall, unit="%"),
        Figure(name="gum B-cubed", value=together.f1, unit="F1"),
    )


def _recall(name: str, counts: Counts) -> Figure:
    return _percent(name, counts.recall, cases=counts.gold)


def _percent(name: str, value: float, *, cases: int = 0, is_held: bool = True) -> Figure:
    return Figure(name=f"speakers {name}", value=value, unit="%", asked=ASKED.get(name), cases=cases, is_held=is_held)


def _links(what: str, counts: Counts) -> tuple[Figure, ...]:
    return (
        Figure(name=f"gum {what} to names, precision", value=counts.precision, unit="%"),
        Figure(name=f"gum {what} to names, recall", value=counts.recall, unit="%"),
    )
