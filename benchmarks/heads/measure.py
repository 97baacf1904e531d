"""Measure names, mentions and syntax."""

from pathlib import Path

import numpy as np

from benchmarks.cases import Case
from benchmarks.counts import Counts, add_up
from benchmarks.heads.documents import tree_documents
from benchmarks.heads.mentions import NamedDocument, re3d_documents, score_mentions, uner_documents
from benchmarks.heads.syntax import MEASURES, Tree, gold_tree, score_syntax
from benchmarks.measured import Figure, Measured
from saidwho.reading.reader import Reader
from saidwho.text.words import Words
from saidwho.types.reading import Reading

UNER, RE3D, EWT = "uner_ewt/dev.jsonl", "re3d/dev.jsonl", "ud_english_ewt/dev.conllu"

ASKED = {"uner all": 75.0, "ewt gold words las": 84.0}
NOTES = (
    "uner: exact names (person, organisation, location); re3d: exact mentions, those sure and outermost, without texts marked nc.",
    "ewt: measures of CoNLL 2018, relations without subtypes; raw reads the text, gold words is given the treebank's words;",
    "sentence ends are the reader's own in both. Documents are read whole, with a line a paragraph.",
)


def measure(data: Path, reader: Reader) -> Measured:
    """Read the dev parts and score what was found."""
    trees = tree_documents(data / EWT)
    readings = {tree.key: reader.read(tree.text) for tree in trees}
    names = uner_documents(data / UNER, trees)
    cases = [Case(corpus="uner", name=d.key, counts=score_mentions(d, readings[d.key].names)) for d in names]
    cases += [_re3d_case(document, reader) for document in re3d_documents(data / RE3D)]
    for tree in trees:
        gold = gold_tree(tree)
        given = reader.read_words(_words(tree.text, gold))
        cases.append(_tree_case("ewt raw", tree.key, gold, readings[tree.key]))
        cases.append(_tree_case("ewt gold words", tree.key, gold, given))
    return Measured(part="heads", figures=_figures(cases), data=(UNER, RE3D, EWT), cases=tuple(cases), notes=NOTES)


def _re3d_case(document: NamedDocument, reader: Reader) -> Case:
    return Case(corpus="re3d", name=document.key, counts=score_mentions(document, reader.read(document.text).mentions))


def _tree_case(corpus: str, name: str, gold: Tree, reading: Reading) -> Case:
    return Case(corpus=corpus, name=name, counts=score_syntax(gold, Tree.of(reading)))


def _words(text: str, tree: Tree) -> Words:
    """The words of a tree, for the reader."""
    starts = np.array([token.span.start for token in tree.tokens], dtype=np.int32)
    ends = np.array([token.span.end for token in tree.tokens], dtype=np.int32)
    return Words(text=text, starts=starts, ends=ends)


def _figures(cases: list[Case]) -> tuple[Figure, ...]:
    sums = {name: add_up([c.counts for c in cases if c.corpus == name]) for name in ("uner", "re3d", "ewt raw", "ewt gold words")}
    kinds = ("all", "person", "organisation", "location")
    return (
        *(_f1(f"uner {kind}", sums["uner"].get(kind, Counts())) for kind in kinds),
        _f1("re3d all", sums["re3d"]["all"]),
        *(_f1(f"ewt raw {what}", sums["ewt raw"][what]) for what in MEASURES),
        *(_f1(f"ewt gold words {what}", sums["ewt gold words"][what]) for what in MEASURES if what != "words"),
    )


def _f1(name: str, counts: Counts) -> Figure:
    return Figure(name=name, value=counts.f1, unit="F1", asked=ASKED.get(name))
