"""The corpora as the benchmark reads them."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.attribution.gold import cofenet_units, polnear_articles, riqua_units, set_tokens
from training.corpora import read_lines


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        (["``", "Go", ",", "''", "she", "said", "."], "“Go,” she said."),
        (["Emma", "'s", "hat", "(", "red", ")", "is", "n't", "here"], "Emma's hat (red) isn't here"),
        (["'Pray", ",", "sit", ".", "'"], "'Pray, sit.'"),
        ([], ""),
    ],
)
def test_sets_tokens_as_a_printer_would(tokens: list[str], text: str) -> None:
    """Marks stand tight where print has them tight; the tagger's quotation marks become real ones."""
    assert text == set_tokens(tokens)[0]


@given(tokens=st.lists(st.text("ab.,'`“(", min_size=1)))
def test_every_token_keeps_its_place(tokens: list[str]) -> None:
    """Each token is found at its offsets, in order and without overlap, whatever it is made of."""
    text, places = set_tokens(tokens)
    written = [{"``": "“", "''": "”"}.get(token, token) for token in tokens]
    assert written == [place.of(text) for place in places]
    assert all(a.end <= b.start for a, b in pairwise(places))


def test_units_of_one_corpus_id_stay_apart(tmp_path: Path) -> None:
    """RiQuA gives all units of a book one id; each is a text of its own here."""
    file = tmp_path / "riqua.jsonl"
    line = json.dumps({"id": "emma", "tokens": ["She", "said"], "labels": ["B-source", "B-cue"]})
    file.write_text(f"{line}\n{line}\n", encoding="utf-8")
    assert ["emma 1", "emma 2"] == [units.key for _, units in riqua_units(file)]


@pytest.mark.corpora
def test_units_are_cofenets(corpora: Path) -> None:
    """The units with offsets are those of CofeNet's own file, label for label, but for one article without offsets."""
    official: dict[str, list[list[str]]] = {}
    for line in read_lines(corpora / "cofenet_polnear/dev.jsonl"):
        official.setdefault(line["id"], []).append(line["labels"])
    texts = {article.key: article.text for article in polnear_articles(corpora / "polnear/dev.jsonl")}
    found = cofenet_units(corpora / "cofenet_polnear/dev_units.jsonl")
    assert sum(len(units.sizes) for units in found) == 1823
    for units in found:
        assert tuple(label for labels in official[units.key] for label in labels) == units.labels
        assert tuple(map(len, official[units.key])) == units.sizes
        assert units.tokens[-1].end <= len(texts[units.article])
