"""Fit how likely what is told to be given is aid, and write the weights beside the rules that use them.

What speaks for aid is learned from passages and reports whose packages are labelled (those that rules are mended by, never those that are
only measured), from marked reports, where what is told to be given stands in a proposition of aid or in none, and from news on all
subjects, in which nobody found a package that was one.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.statements.aid import pair_packages
from benchmarks.statements.passages import passages
from saidwho.intake.drafts import Draft as Page
from saidwho.intake.drafts import freeze
from saidwho.pipeline.reading import read_document
from saidwho.statements.aid import aid, worth
from saidwho.statements.aid.drafts import Draft
from saidwho.statements.aid.worth import Worth
from saidwho.types.contract import report_shape
from saidwho.types.document import Document
from training.marked import REPORTS, Marked, marked_reports

MENDED_BY = ("one", "three", "five", "eight", "nine")
# The files of training/reports/next that may be looked at.
LOOKED_AT = "hijk"
# Of the news, every page of so many.
EVERY = 2
PASSES, RATE, RIDGE = 3000, 2.0, 1.0
TABLE = Path(worth.__file__).with_name("worth.tsv")
Example = tuple[dict[str, float], bool]


def fit(examples: Iterable[Example]) -> dict[str, float]:
    """Weights by ridge logistic regression, with "bias" among them."""
    found = list(examples)
    names = list(found[0][0])
    traits = np.array([[example[name] for name in names] for example, _ in found])
    labels = np.array([float(label) for _, label in found])
    weights, bias = np.zeros(len(names)), 0.0
    for _ in range(PASSES):
        error: NDArray[np.float64] = 1 / (1 + np.exp(-(traits @ weights + bias))) - labels
        weights -= RATE * (traits.T @ error / len(labels) + RIDGE * weights / len(labels) / 4)
        bias -= RATE * error.mean()
    return dict(zip((*names, "bias"), (*map(float, weights), float(bias)), strict=True))


def of_passages(part: str) -> Iterator[Example]:
    """What is told to be given in a set of passages: aid where it is paired with a label; nothing is said of what is told twice."""
    for passage in passages(part):
        read, kept = gathered(passage.document)
        paired = {ours["id"] for _, ours in pair_packages(passage.aid, read["aid"], {a["id"]: a["name"] for a in read["actors"]})}
        yield from ((kept[one], one in paired) for one in kept if one in paired or not passage.aid)


def tells_of_aid(report: Marked) -> bool:
    return any(mark.kind == "proposition" and mark.value[:1] == ("AID",) for mark in report.marks)


def of_marked(report: Marked) -> Iterator[Example]:
    """What is told to be given in a marked report: aid where its words stand in a proposition of aid."""
    marks = [mark for mark in report.marks if mark.kind == "proposition" and mark.value[:1] == ("AID",)]
    _, kept = gathered(freeze(Page(text=report.text, outlet=report.outlet, published=report.published)), spans := {})
    for one, traits in kept.items():
        yield traits, any(span.start < mark.end and mark.start < span.end for span in spans[one] for mark in marks)


def of_news(file: Path) -> Iterator[Example]:
    """What is told to be given in news on all subjects: no aid."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        if number % EVERY == 0:
            page = json.loads(line)
            document = freeze(Page(text=page["text"], outlet=page.get("domain"), published=page.get("date"), language="en"))
            yield from ((traits, False) for traits in gathered(document)[1].values())


def gathered(document: Document, spans: dict[str, Any] | None = None) -> tuple[dict[str, Any], dict[str, dict[str, float]]]:
    """The contract's object of a document with all that may be aid, and the traits of each package, by its id. spans: filled."""
    traits: dict[str, dict[str, float]] = {}

    def keep(worth: Worth, draft: Draft) -> bool:
        one = aid.id_of(document, draft)
        traits[one] = worth.traits(draft)
        if spans is not None:
            spans[one] = tuple(draft.spans)
        return bool(draft.stages)

    return report_shape(read_document(document, is_aid=keep)), traits


def write(weights: dict[str, float], table: Path = TABLE) -> None:
    head = "# How much each trait of what is told to be given speaks for its being aid. Fitted by training/aid.py."
    table.write_text("\n".join([head, *(f"{name}\t{weight:.3f}" for name, weight in weights.items())]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.aid", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    reports = (report for report in marked_reports(REPORTS / "next") if report.key[0] in LOOKED_AT and tells_of_aid(report))
    news = parser.parse_args().data / "giveme5w1h" / "news_cluster.jsonl"
    told = (example for part in MENDED_BY for example in of_passages(part))
    write(fit([*told, *(example for report in reports for example in of_marked(report)), *of_news(news)]))
