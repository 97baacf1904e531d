"""The speakers benchmark from end to end: it can be won, and it can be lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.speakers.articles import articles_of
from benchmarks.speakers.gum import ChainDocument, chain_documents
from benchmarks.speakers.labels import Label, load_labels
from benchmarks.speakers.measure import ARTICLES, GUM, by_article, measure
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Actor, ActorKind, Grounding, Speaker
from saidwho.types.reading import Attribution, Mention, Reading
from tests.benchmarks.speakers.exact import ground_by_exact_names

NOTHING = Reading(attributions=(), names=(), mentions=(), tokens=(), sentences=())
NOBODY = Grounding(actors=(), speakers=(), places=(), times=(), figures=())


class LabelledReader:
    """Reads the attributions that people labelled, and nothing else."""

    def __init__(self, data: Path) -> None:
        articles = articles_of(data / ARTICLES, by_article(load_labels())).values()
        self._readings = {article.document.text: article.with_labelled(NOTHING) for article in articles}

    def read(self, text: str) -> Reading:
        return self._readings.get(text, NOTHING)


class LabelledResolver:
    """Knows every label, of sources and of GUM's chains."""

    def __init__(self, data: Path) -> None:
        self._labels = by_article(load_labels())
        self._chains = {document.text: document for document in chain_documents(data / GUM)}

    def __call__(self, document: Document, reading: Reading) -> Grounding:
        if document.text in self._chains:
            return replace(NOBODY, actors=chain_actors(self._chains[document.text]))
        labels = {label.source: label for label in self._labels[str(document.key)]}
        actors = {label.speaker: labelled_actor(label) for label in labels.values() if label.status == "named"}
        sources = dict.fromkeys(attribution.source for attribution in reading.attributions if attribution.source)
        speakers = tuple(speaker_of(source, labels.get(whole(source)), actors) for source in sources)
        return replace(NOBODY, actors=tuple(actors.values()), speakers=speakers)


def whole(source: tuple[Span, ...]) -> Span:
    return Span(start=source[0].start, end=source[-1].end)


def labelled_actor(label: Label) -> Actor:
    return actor_of(str(label.speaker), kind=label.kind, mentions=(label.mention,) if label.mention else ())  # type: ignore[arg-type]


def chain_actors(document: ChainDocument) -> tuple[Actor, ...]:
    chains = {mention.chain for mention in document.mentions}
    return tuple(actor_of(chain, mentions=tuple(m.span for m in document.mentions if m.chain == chain)) for chain in sorted(chains))


def actor_of(name: str, *, kind: ActorKind = "person", mentions: tuple[Span, ...] = ()) -> Actor:
    return Actor(id=name, name=name, kind=kind, role=None, of=None, country=None, wikidata=None, mentions=mentions)


def speaker_of(source: tuple[Span, ...], label: Label | None, actors: dict[str | None, Actor]) -> Speaker:
    actor = actors.get(label.speaker) if label and label.status == "named" else None
    return Speaker(source=source, actor=actor.id if actor else None, score=1.0, why="")


def everybody_is_the_first(document: Document, reading: Reading) -> Grounding:
    """One actor, Donald Trump, speaks everything and is sure of it."""
    trump = actor_of("Donald Trump")
    sources = dict.fromkeys(a.source for a in reading.attributions if a.source)
    return replace(NOBODY, actors=(trump,), speakers=tuple(Speaker(source=s, actor=trump.id, score=1.0, why="") for s in sources))


def figures(data: Path, ground: object) -> dict[str, float]:
    measured = measure(data, LabelledReader(data), ground)  # type: ignore[arg-type]
    return {figure.name: figure.value for figure in measured.figures}


@pytest.mark.corpora
def test_the_labels_themselves_are_right(corpora: Path) -> None:
    """Labels as answers: every figure is 100."""
    values = figures(corpora, LabelledResolver(corpora))
    assert {name: pytest.approx(100) for name in values} == values


@pytest.mark.corpora
def test_a_resolver_that_says_nothing_scores_nothing(corpora: Path) -> None:
    """Not even what should be left open is right without an answer."""
    assert {0.0} == set(figures(corpora, lambda document, reading: NOBODY).values())


@pytest.mark.corpora
def test_a_resolver_that_always_names_one_person_loses(corpora: Path) -> None:
    """Far from what is asked for, and its sureness with it."""
    values = figures(corpora, everybody_is_the_first)
    assert values["speakers named"] < 30
    assert values["speakers sure"] < 30
    assert values["speakers open"] == 0


def test_exact_names_resolve_whole_names_only() -> None:
    """A name in a source is that name's actor; a short form or a pronoun is not."""
    text = "Ada Vale said no. Vale said yes. She left, Ada Vale said."
    document = Document(
        id="a", key=None, work="a", outlet=None, url=None, title=None, byline=None, published=None, zone=None, language="en", text=text
    )
    spans = [Span(start=0, end=8), Span(start=18, end=22), Span(start=33, end=36), Span(start=43, end=51)]
    names = tuple(Mention(span=span, kind="person", score=1.0) for span in (spans[0], spans[1], spans[3]))
    attributions = tuple(Attribution(source=(span,), cue=(), content=(), score=1.0) for span in spans)
    found = ground_by_exact_names(document, replace(NOTHING, names=names, attributions=attributions))
    full, short = (actor.id for actor in found.actors)
    assert [full, short, None, full] == [speaker.actor for speaker in found.speakers]
