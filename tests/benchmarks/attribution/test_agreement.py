"""Our scores are those of the independent tool beside the corpora, on the same predictions."""

import json
import random
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from benchmarks.attribution.gold import Article, Attributed, Units, cofenet_units, polnear_articles, riqua_units
from benchmarks.attribution.units import score_units
from benchmarks.attribution.whole import score_whole
from benchmarks.counts import Counts, add_up
from saidwho.reading.labels import ROLES
from saidwho.types.document import Span
from saidwho.types.ids import pairs

pytestmark = pytest.mark.corpora

Predictions = Mapping[str, list[Attributed]]


@pytest.fixture
def tool(corpora: Path) -> Path:
    file = corpora.parent / "tools/score_attribution.py"
    if not file.is_file():
        pytest.skip(f"needs {file.name} beside the corpora")
    return file


def disturbed(span: Span, text: str, chance: random.Random) -> Span:
    """The span, or one with a moved edge, inside the text and not empty."""
    if chance.random() < 0.7:
        return span
    start = min(max(0, span.start + chance.randint(-9, 9)), len(text) - 1)
    return Span(start=start, end=min(len(text), max(start + 1, span.end + chance.randint(-9, 9))))


def perturbed(attributions: tuple[Attributed, ...], text: str, chance: random.Random) -> list[Attributed]:
    """Labelled attributions with some lost, doubled, moved, linked wrongly, and out of order."""
    kept = [a for a in attributions for _ in range(chance.choices([0, 1, 2], [2, 9, 1])[0])]
    chance.shuffle(kept)
    sources = [a.source for a in kept]
    found = []
    for attributed in kept:
        roles = {role: tuple(disturbed(span, text, chance) for span in attributed.of(role)) for role in ROLES}
        if chance.random() < 0.1:
            roles["source"] = chance.choice([(), *sources])
        found.append(Attributed(**roles))
    return found


def from_labels(units: Units, text: str, chance: random.Random) -> list[Attributed]:
    """Predictions near the labels of units: each labelled span an attribution, with the next cue or source to it."""
    found = []
    starts = [i for i, label in enumerate(units.labels) if label.startswith("B-")]
    for i in starts:
        past = next((j for j in range(i + 1, len(units.labels)) if not units.labels[j].startswith("I-")), len(units.labels))
        role, cue = units.labels[i][2:], units.tokens[chance.choice(starts)]
        span = Span(start=units.tokens[i].start, end=units.tokens[past - 1].end)
        found.append(Attributed(**{"source": (), "content": (), "cue": (cue,), role: (span,)}))
    return perturbed(tuple(found), text, chance)


def write_predictions(file: Path, predictions: Predictions, texts: Mapping[str, str]) -> None:
    """Predictions as the contract's lines, with a statement in the outlet's own voice that must not count."""
    with file.open("w", encoding="utf-8") as lines:
        for key, found in predictions.items():
            statements = [{"form": "indirect", **{role: pairs(a.of(role)) for role in ROLES}} for a in found]
            statements.append({"form": "own voice", "source": [], "cue": [], "content": [[0, len(texts[key])]]})
            lines.write(json.dumps({"saidwho": 1, "document": {"key": key, "text": texts[key]}, "statements": statements}) + "\n")


def asked_of_tool(tool: Path, what: str, *, gold: Path, predictions: Path) -> dict[str, Any]:
    done = subprocess.run([sys.executable, tool, what, gold, predictions], capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def as_tool_writes(counts: Mapping[str, Counts]) -> dict[str, Any]:
    def rounded(c: Counts) -> dict[str, float]:
        shares = {"precision": c.precision, "recall": c.recall, "f1": c.f1}
        return {name: round(share, 2) for name, share in shares.items()} | {"gold": c.gold, "predicted": c.predicted}

    return {name: rounded(c) for name, c in counts.items()}


def news(corpora: Path, seed: int) -> tuple[list[Article], Predictions, dict[str, str]]:
    """PolNeAR's articles with perturbed labels as predictions; one article is left without."""
    chance = random.Random(seed)
    articles = polnear_articles(corpora / "polnear/dev.jsonl")
    predictions = {a.key: perturbed(a.attributions, a.text, chance) for a in articles[1:]}
    return articles, predictions, {a.key: a.text for a in articles}


@pytest.mark.parametrize("seed", [1, 2])
def test_agrees_on_cofenets_units(corpora: Path, tool: Path, tmp_path: Path, seed: int) -> None:
    """The same precision, recall, F1 and counts a role on the units of PolNeAR."""
    _, predictions, texts = news(corpora, seed)
    write_predictions(tmp_path / "predictions.jsonl", predictions, texts)
    gold = corpora / "cofenet_polnear/dev_units.jsonl"
    ours = add_up([score_units(units, predictions.get(units.article, [])) for units in cofenet_units(gold)])
    assert ours["content"].f1 > 10
    assert asked_of_tool(tool, "units", gold=gold, predictions=tmp_path / "predictions.jsonl") == as_tool_writes(ours)


@pytest.mark.parametrize("seed", [1, 2])
def test_agrees_on_whole_attributions(corpora: Path, tool: Path, tmp_path: Path, seed: int) -> None:
    """The same counts of whole attributions, exact and by content overlap."""
    articles, predictions, texts = news(corpora, seed)
    write_predictions(tmp_path / "predictions.jsonl", predictions, texts)
    ours = add_up([score_whole(article, predictions.get(article.key, [])) for article in articles])
    assert 0 < ours["exact"].right < ours["content80"].right < ours["exact"].gold
    gold = corpora / "polnear/dev.jsonl"
    assert asked_of_tool(tool, "whole", gold=gold, predictions=tmp_path / "predictions.jsonl") == as_tool_writes(ours)


def test_agrees_on_riqua(corpora: Path, tool: Path, tmp_path: Path) -> None:
    """The same on RiQuA's units, set as texts."""
    chance = random.Random(3)
    made = riqua_units(corpora / "riqua/dev.jsonl")
    predictions = {units.key: from_labels(units, text, chance) for text, units in made}
    gold = tmp_path / "gold.jsonl"
    lines = [
        {"id": u.key, "article": u.article, "tokens": pairs(u.tokens), "labels": list(u.labels), "units": list(u.sizes)} for _, u in made
    ]
    gold.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    write_predictions(tmp_path / "predictions.jsonl", predictions, {units.key: text for text, units in made})
    ours = add_up([score_units(units, predictions[units.key]) for _, units in made])
    assert asked_of_tool(tool, "units", gold=gold, predictions=tmp_path / "predictions.jsonl") == as_tool_writes(ours)
