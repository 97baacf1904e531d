"""Coreference against GUM's labels."""

from pathlib import Path

import pytest

from benchmarks.counts import Counts
from benchmarks.speakers.chains import cubed, pair_up, score_links
from benchmarks.speakers.gum import ChainDocument, chain_documents
from saidwho.types.document import Span
from saidwho.types.grounding import Actor

ROWS = """\
# newdoc id = GUM_news_varn
# sent_id = 1
# text = Mayor Ada Vale met Jon Brandt at her office.
1\tMayor\tmayor\tNOUN\tNN\t_\t4\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-2,3-coref-Ada_Vale_%28mayor%29
2\tAda\tAda\tPROPN\tNNP\t_\t1\tappos\t_\tEntity=(7-person-new-nnnnn-cf1-1-coref
3\tVale\tVale\tPROPN\tNNP\t_\t2\tflat\t_\tEntity=7)1)
4\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_
5\tJon\tJon\tPROPN\tNNP\t_\t4\tobj\t_\tEntity=(2-person-new-nnnnn-cf2-1-coref
6\tBrandt\tBrandt\tPROPN\tNNP\t_\t5\tflat\t_\tEntity=2)
7\tat\tat\tADP\tIN\t_\t9\tcase\t_\t_
8\ther\ther\tPRON\tPRP$\tPerson=3|Poss=Yes\t9\tnmod:poss\t_\tEntity=(3-place-new-nnnnn-cf3-2-sgl(1-person-giv:act-nnnnn-cf1-1-ana)
9\toffice\toffice\tNOUN\tNN\t_\t4\tobl\t_\tEntity=3)|SpaceAfter=No
10\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = 2
# text = I saw the lawyer.
1\tI\tI\tPRON\tPRP\tPerson=1\t2\tnsubj\t_\tEntity=(4-person-new-nnnnn-cf1-1-sgl)
2\tsaw\tsee\tVERB\tVBD\t_\t0\troot\t_\t_
3\tthe\tthe\tDET\tDT\t_\t4\tdet\t_\tEntity=(2-person-giv:act-nnnnn-cf2-2-coref
4\tlawyer\tlawyer\tNOUN\tNN\t_\t2\tobj\t_\tEntity=2)|SpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newdoc id = GUM_vlog_varn
# sent_id = 3
# text = Ada
1\tAda\tAda\tPROPN\tNNP\t_\t0\troot\t_\tEntity=(1-person-new-nnnnn-cf1-1-sgl)

"""


@pytest.fixture
def document(tmp_path: Path) -> ChainDocument:
    file = tmp_path / "gum.conllu"
    file.write_text(ROWS, encoding="utf-8")
    (document,) = chain_documents(file)
    return document


def actor_of(key: str, document: ChainDocument, *words: str) -> Actor:
    starts = [(document.text.index(word), len(word)) for word in words]
    mentions = tuple(Span(start=start, end=start + size) for start, size in starts)
    return Actor(id=key, name=key, kind="person", role=None, of=None, country=None, wikidata=None, mentions=mentions)


def test_mentions_are_read_with_head_and_shape(document: ChainDocument) -> None:
    """Persons of reports, nested ones as well; no place, no "I", no talk."""
    assert [
        ("Mayor Ada Vale", "Mayor", "1", "nominal"),
        ("Ada Vale", "Ada", "7", "name"),
        ("Jon Brandt", "Jon", "2", "name"),
        ("her", "her", "1", "pronoun"),
        ("the lawyer", "lawyer", "2", "nominal"),
    ] == [(m.span.of(document.text), m.head.of(document.text), m.chain, m.shape) for m in document.mentions]


def test_ours_may_be_shorter_than_the_label(document: ChainDocument) -> None:
    """A bare head word is its phrase; a word beside the head, or a phrase that reaches further, is not."""
    pairs = pair_up(document, [actor_of("a", document, "lawyer", "Brandt", "Brandt at her office")])
    assert ["the lawyer"] == [pair.gold.span.of(document.text) for pair in pairs]


def test_right_links_are_counted(document: ChainDocument) -> None:
    """The lawyer led to Brandt is right; "her" in Brandt's actor is wrong; its own chain has no name."""
    pairs = pair_up(document, [actor_of("b", document, "Jon Brandt", "the lawyer", "her")])
    assert {
        "pronoun": Counts(right=0, predicted=1, gold=0),
        "nominal": Counts(right=1, predicted=1, gold=1),
    } == score_links(document, pairs)


def test_a_mention_that_is_not_found_is_missed(document: ChainDocument) -> None:
    """Recall counts every labelled link, found or not."""
    assert Counts(right=0, predicted=0, gold=1) == score_links(document, [])["nominal"]


@pytest.mark.parametrize(
    ("precision", "recall", "actors"),
    [
        pytest.param(100, 100, [("Jon Brandt", "the lawyer"), ("her",)], id="as labelled"),
        pytest.param(100, 50, [("Jon Brandt",), ("the lawyer",), ("her",)], id="all apart"),
        pytest.param(66.7, 100, [("Jon Brandt", "the lawyer", "her")], id="all in one"),
        pytest.param(100, 25, [("Jon Brandt",)], id="half of it not found"),
        pytest.param(0, 0, [], id="nothing found"),
    ],
)
def test_b_cubed(document: ChainDocument, precision: float, recall: float, actors: list[tuple[str, ...]]) -> None:
    """Only Brandt has a name and two mentions; whoever else is in his actor still spoils it."""
    found = [actor_of(str(number), document, *words) for number, words in enumerate(actors)]
    scored = cubed([document], pair_up(document, found))
    assert (pytest.approx(precision, abs=0.1), pytest.approx(recall, abs=0.1)) == (scored.precision, scored.recall)
