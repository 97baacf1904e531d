"""Names, mentions and syntax measured from end to end, with a reader that knows the labels."""

from pathlib import Path

import pytest

from benchmarks.cases import Case
from benchmarks.floors import load_floors
from benchmarks.heads import measure as measuring
from benchmarks.heads.documents import tree_documents
from benchmarks.heads.measure import EWT, RE3D, UNER, measure
from benchmarks.heads.mentions import NamedDocument, re3d_documents, score_mentions, uner_documents
from benchmarks.heads.syntax import MEASURES, Tree, gold_tree, score_syntax
from saidwho.text.words import Words
from saidwho.types.document import Span
from saidwho.types.reading import Mention, Reading


class LabelledReader:
    """Reads what people labelled in the texts of the corpora."""

    def __init__(self, data: Path) -> None:
        trees = tree_documents(data / EWT)
        self._trees = {document.text: gold_tree(document) for document in trees}
        self._names = {document.text: document for document in uner_documents(data / UNER, trees)}
        self._mentions = {document.text: document for document in re3d_documents(data / RE3D)}

    def read(self, text: str) -> Reading:
        tree = self._trees.get(text, Tree(tokens=(), sentences=()))
        names, mentions = mentions_of(self._names.get(text)), mentions_of(self._mentions.get(text))
        return Reading(attributions=(), names=names, mentions=mentions, tokens=tree.tokens, sentences=tree.sentences)

    def read_words(self, words: Words) -> Reading:
        assert [token.span.start for token in self._trees[words.text].tokens] == words.starts.tolist()
        return self.read(words.text)


def mentions_of(document: NamedDocument | None) -> tuple[Mention, ...]:
    labelled = document.mentions if document else ()
    return tuple(Mention(span=Span(start=start, end=end), kind=kind, score=1.0) for start, end, kind in labelled)


@pytest.mark.corpora
def test_the_labels_themselves_are_right(corpora: Path) -> None:
    """Labels as predictions: every figure is 100, but that two short documents have one text and differing labels."""
    measured = measure(corpora, LabelledReader(corpora))  # type: ignore[arg-type]
    assert {figure.name: pytest.approx(100, abs=0.1) for figure in measured.figures} == {f.name: f.value for f in measured.figures}


def test_every_figure_has_a_place_in_the_floors() -> None:
    """floors.json names each figure, so that none is measured and not held."""
    named = score_mentions(NamedDocument(key="a", text="", mentions=frozenset()), [])
    nothing = Tree(tokens=(), sentences=())
    syntax = score_syntax(nothing, nothing)
    assert tuple(syntax) == MEASURES
    cases = [Case(corpus=corpus, name="a", counts=named) for corpus in ("uner", "re3d")]
    cases += [Case(corpus=corpus, name="a", counts=syntax) for corpus in ("ewt raw", "ewt gold words")]
    figures = measuring._figures(cases)
    assert all(figure.is_held for figure in figures)
    assert {figure.name for figure in figures} <= load_floors().figures.keys()
