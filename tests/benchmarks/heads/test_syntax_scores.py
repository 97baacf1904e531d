"""The measures of syntax."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.counts import Counts, add_up
from benchmarks.heads.documents import tree_documents
from benchmarks.heads.syntax import MEASURES, Tree, gold_tree, score_syntax
from saidwho.types.document import Span
from saidwho.types.reading import Token

TREEBANK = """\
# newdoc id = a
# sent_id = a-1
# newpar id = a-p1
# text = They don't know.
1\tThey\tthey\tPRON\t_\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\t_\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tknow\tknow\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

# sent_id = a-2
# text = Nobody does.
1\tNobody\tnobody\tPRON\t_\t_\t2\tnsubj:outer\t_\t_
2\tdoes\tdo\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""


def token(start: int, end: int, upos: str, head: int, relation: str) -> Token:
    return Token(span=Span(start=start, end=end), upos=upos, head=head, relation=relation)


@pytest.fixture
def gold(tmp_path: Path) -> Tree:
    file = tmp_path / "a.conllu"
    file.write_text(TREEBANK, encoding="utf-8")
    (document,) = tree_documents(file)
    assert document.text == "They don't know. Nobody does."
    return gold_tree(document)


def test_the_tree_itself_is_right(gold: Tree) -> None:
    """Eight words, fused ones taken apart, and two sentences, all right."""
    counts = score_syntax(gold, gold)
    assert [8, 2, 8, 8, 8] == [counts[name].right for name in MEASURES]
    assert all(c.right == c.predicted == c.gold for c in counts.values())


def test_counts_by_hand(gold: Tree) -> None:
    """The tokeniser left "don't" whole, ran the sentences together and made two more mistakes."""
    predicted = Tree(
        tokens=(
            token(0, 4, "PRON", 2, "nsubj"),  # right
            token(5, 10, "AUX", 2, "aux"),  # no labelled word
            token(11, 15, "NOUN", 2, "root"),  # wrong part of speech
            token(15, 16, "PUNCT", 1, "punct"),  # hangs on the word that is none
            token(17, 23, "PRON", 5, "nsubj"),  # right, the subtype aside
            token(24, 28, "VERB", 2, "conj"),  # is a root
            token(28, 29, "PUNCT", 5, "dep"),  # wrong relation
        ),
        sentences=((0, 7),),
    )
    assert {
        "words": Counts(right=6, predicted=7, gold=8),
        "sentences": Counts(right=0, predicted=1, gold=2),
        "upos": Counts(right=5, predicted=7, gold=8),
        "uas": Counts(right=4, predicted=7, gold=8),
        "las": Counts(right=3, predicted=7, gold=8),
    } == score_syntax(gold, predicted)


@given(heads=st.lists(st.integers(0, 5), min_size=6, max_size=6), cut=st.integers(1, 5))
def test_any_tree_agrees_with_itself(heads: list[int], cut: int) -> None:
    """Whatever the heads and the sentences: against itself everything is right."""
    tokens = tuple(token(2 * i, 2 * i + 1, "X", head, "dep") for i, head in enumerate(heads))
    tree = Tree(tokens=tokens, sentences=((0, cut), (cut, 6)))
    assert all(c.f1 == pytest.approx(100) for c in score_syntax(tree, tree).values())


@pytest.mark.corpora
def test_the_treebank_is_placed_in_its_texts(corpora: Path) -> None:
    """Every word of EWT's dev part stands in its document where it is written."""
    documents = tree_documents(corpora / "ud_english_ewt/dev.conllu")
    trees = [gold_tree(document) for document in documents]
    assert (25147, 2001) == (sum(len(tree.tokens) for tree in trees), sum(len(tree.sentences) for tree in trees))
    counts = add_up([score_syntax(tree, tree) for tree in trees])
    assert all(c.f1 == pytest.approx(100) for c in counts.values())
