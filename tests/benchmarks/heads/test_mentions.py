"""Exact names and mentions."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.counts import Counts
from benchmarks.heads.documents import TreeDocument, tree_documents
from benchmarks.heads.mentions import NamedDocument, outermost, re3d_documents, score_mentions, uner_documents
from saidwho.types.document import Span
from saidwho.types.reading import Mention
from training.corpora import Sentence

TEXT = "Anna Lind left Varnograd."
GOLD = NamedDocument(key="a", text=TEXT, mentions=frozenset({(0, 9, "person"), (15, 24, "location")}))
NAMED = st.sets(st.tuples(st.integers(0, 9), st.integers(10, 20), st.sampled_from(["person", "location"])))


def mention(start: int, end: int, kind: str) -> Mention:
    return Mention(span=Span(start=start, end=end), kind=kind, score=1.0)


def test_a_mention_is_right_by_characters_and_kind() -> None:
    """One right, one of the wrong kind, one a word too short."""
    found = score_mentions(GOLD, [mention(0, 9, "person"), mention(15, 24, "organisation"), mention(5, 9, "person")])
    assert Counts(right=1, predicted=3, gold=2) == found["all"]
    assert Counts(right=1, predicted=2, gold=1) == found["person"]
    assert Counts(predicted=1) == found["organisation"]
    assert Counts(gold=1) == found["location"]


@given(labelled=NAMED)
def test_the_labels_themselves_are_right(labelled: set[tuple[int, int, str]]) -> None:
    """Labels as predictions are all right, in whatever order."""
    document = NamedDocument(key="a", text=TEXT, mentions=frozenset(labelled))
    counts = score_mentions(document, [mention(*one) for one in sorted(labelled, reverse=True)])
    assert all(c.right == c.predicted == c.gold for c in counts.values())


def test_of_nested_mentions_the_outermost_is_kept() -> None:
    """Two kinds over the same characters are no nest."""
    assert [(0, 9, "a"), (0, 9, "b"), (12, 14, "a")] == outermost([(0, 9, "a"), (0, 9, "b"), (0, 4, "a"), (12, 14, "a")])


def test_reads_re3d(tmp_path: Path) -> None:
    """Unsure, unknown and nested labels and texts marked nc are left out, and white space at an edge is cut."""
    entities = [
        {"begin": 0, "end": 10, "type": "Person", "confidence": 1},
        {"begin": 0, "end": 4, "type": "Person", "confidence": 1},
        {"begin": 15, "end": 24, "type": "Location", "confidence": 0.3},
        {"begin": 15, "end": 24, "type": "CommsIdentifier", "confidence": 1},
    ]
    documents = [{"id": "a", "text": TEXT, "nc": False, "entities": entities}, {"id": "b", "text": TEXT, "nc": True, "entities": []}]
    file = tmp_path / "re3d.jsonl"
    file.write_text("".join(json.dumps(d) + "\n" for d in documents), encoding="utf-8")
    assert [("a", frozenset({(0, 9, "Person")}))] == [(d.key, d.mentions) for d in re3d_documents(file)]


UNER = {
    "id": "a-1",
    "text": "They do n't know Varnograd .",
    "entities": [{"type": "LOC", "begin": 17, "end": 26}, {"type": "ORG", "begin": 5, "end": 11}],
}


@pytest.mark.parametrize(("text", "is_same"), [("They don't know Varnograd.", True), ("They do not know Varnograd.", False)])
def test_names_are_placed_by_characters(tmp_path: Path, text: str, is_same: bool) -> None:
    """Other blanks do not move a name; other letters are an error, not a wrong place."""
    file = tmp_path / "uner.jsonl"
    file.write_text(json.dumps(UNER) + "\n", encoding="utf-8")
    sentence = Sentence(key="a-1", document="a", text=text, starts_paragraph=True, rows=[])
    documents = [TreeDocument(key="a", text=f"So. {text}", sentences=(sentence,), bases=(4,))]
    if is_same:
        (document,) = uner_documents(file, documents)
        assert {("Varnograd", "location"), ("don't", "organisation")} == {(document.text[b:e], kind) for b, e, kind in document.mentions}
    else:
        with pytest.raises(ValueError, match="a-1: Universal NER has"):
            uner_documents(file, documents)


@pytest.mark.corpora
def test_names_stand_where_they_were_labelled(corpora: Path) -> None:
    """All 966 names of Universal NER's dev part, each with the letters of its label."""
    documents = uner_documents(corpora / "uner_ewt/dev.jsonl", tree_documents(corpora / "ud_english_ewt/dev.conllu"))
    lines = (corpora / "uner_ewt/dev.jsonl").read_text(encoding="utf-8").splitlines()
    labelled = sorted("".join(entity["text"].split()) for line in lines for entity in json.loads(line)["entities"])
    assert labelled == sorted("".join(d.text[start:end].split()) for d in documents for start, end, _ in d.mentions)
    assert len(labelled) == 966
