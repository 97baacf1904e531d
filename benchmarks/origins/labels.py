"""The labelled stories, read and checked. README.md says how they are labelled."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from benchmarks.origins.shares import share_of
from benchmarks.statements.labels import LabelError, Range, place
from saidwho.types.statement import BasisKind

STORIES = Path(__file__).parent / "stories"
PARTS = ("dev", "several", "held")
BASES = (None, *get_args(BasisKind))
TARGETS = ("occurrence", "responsibility", "figure", "intent")
STAGES = ("announced", "pledged", "committed", "allocated", "contracted", "delivered", "cancelled")
Label = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Some reports and what they say together.

    folder: holds its two files, and bears its name. documents: as the contract writes documents in, by their ids, in the order of the file.
    claims, alone, utterances, copies, aid, apart: as in labels.json.
    """

    folder: Path
    documents: Mapping[str, Label]
    claims: tuple[Label, ...]
    utterances: tuple[tuple[Label, ...], ...]
    copies: tuple[Label, ...]
    aid: tuple[Label, ...]
    apart: tuple[tuple[str, str], ...]
    alone: tuple[Label, ...] = ()

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def matters(self) -> tuple[Label, ...]:
        """All of which places are labelled: the claims, and what one report alone tells."""
        return (*self.claims, *self.alone)

    def spans(self, label: Label) -> tuple[Range, ...]:
        """Where the words of a label stand in its report. Raises LabelError."""
        if label["document"] not in self.documents:
            raise LabelError(f"{self.name}: there is no report {label['document']!r}.")
        text = self.documents[label["document"]]["text"]
        return tuple(place(words, text, f"{self.name}: {label['document']}") for words in label["words"])


def stories(part: str, folder: Path = STORIES) -> Iterator[Story]:
    """The stories of a part, by their numbers, each checked. Raises LabelError."""
    for place_of_story in sorted(p for p in (folder / part).iterdir() if p.is_dir()):
        story = read_story(place_of_story)
        check_story(story)
        yield story


def read_story(folder: Path) -> Story:
    """A story as its two files have it, not checked beyond their form. Raises LabelError where two reports share an id."""
    lines = (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    reports = [json.loads(line) for line in lines]
    documents = {report["id"]: report for report in reports}
    if len(documents) < len(reports):
        raise LabelError(f"{folder.name}: two reports share an id.")
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    return Story(
        folder=folder,
        documents=documents,
        claims=tuple(labels["claims"]),
        alone=tuple(labels.get("alone", ())),
        utterances=tuple(tuple(utterance) for utterance in labels["utterances"]),
        copies=tuple(labels["copies"]),
        aid=tuple(labels["aid"]),
        apart=tuple((one, other) for one, other in labels["apart"]),
    )


def check_story(story: Story) -> None:
    """Hold labels to what README.md promises of them. Raises LabelError, which names the story and the label."""
    keys = [matter["key"] for matter in story.matters]
    _expect(len(keys) == len(set(keys)), story, f"two claims share a key: {keys}")
    for matter in story.alone:
        of = {member["document"] for member in matter["members"] if story.spans(member)}
        _expect(len(of) == 1, story, f"{matter['key']} is told by {len(of)} reports, not by one alone")
    for claim in story.claims:
        _check_claim(story, claim)
    for utterance in story.utterances:
        for mention in utterance:
            story.spans(mention)
    for copy in story.copies:
        _check_copy(story, copy)
    for package in story.aid:
        _check_aid(story, package)
    for pair in story.apart:
        _expect(set(pair) <= set(keys) and pair[0] != pair[1], story, f"apart {pair} are no two claims of the story")


def _check_claim(story: Story, claim: Label) -> None:
    where = f"claim {claim['key']}"
    _expect(bool(claim["members"]), story, f"{where} has no members")
    _expect(len(claim["origins"]) == claim["independent_origins"], story, f"{where}: the count differs from the list of origins")
    _expect(claim["possible_origins"] >= claim["independent_origins"], story, f"{where}: fewer possible origins than independent ones")
    for origin in claim["origins"]:
        named = bool(origin["name"] and origin["bodies"] and origin["why"])
        _expect(named and origin["basis"] in BASES, story, f"{where}: the origin {origin} lacks a name, bodies, a reason or a known basis")
    for label in (*claim["members"], *claim["denied_by"], *claim["figures"]):
        _expect(bool(story.spans(label)), story, f"{where}: {label} has no words")
    for denial in claim["denied_by"]:
        _expect(denial["target"] in TARGETS, story, f"{where}: the denial of {denial['name']} has the target {denial['target']!r}")
    for figure in claim["figures"]:
        low, high = figure["low"], figure["high"]
        _expect(low is None or high is None or low <= high, story, f"{where}: {figure['words']} has its ends the wrong way round")
    for dispute in claim["disputed"]:
        holders = {figure["speaker"] for figure in claim["figures"] if figure["counts"] == dispute["counts"]}
        _expect(set(dispute["holders"]) <= holders, story, f"{where}: {dispute} names one who gives no such figure")


def _check_copy(story: Story, copy: Label) -> None:
    for key in (copy["document"], copy["of"]):
        _expect(key in story.documents, story, f"copy {copy}: there is no report {key!r}")
    share = share_of(story.documents[copy["document"]]["text"], within=story.documents[copy["of"]]["text"])
    _expect(share >= copy["share_at_least"], story, f"copy {copy}: only {share:.2f} of its words stand in the other report")


def _check_aid(story: Story, package: Label) -> None:
    for stage in package["stages"]:
        _expect(stage["stage"] in STAGES, story, f"aid {package['key']}: the stage {stage['stage']!r} is none of {STAGES}")
        _expect(bool(stage["reports"]), story, f"aid {package['key']}: nobody reports the stage {stage['stage']!r}")
        for report in stage["reports"]:
            story.spans(report)


def _expect(holds: bool, story: Story, fault: str) -> None:
    if not holds:
        raise LabelError(f"{story.name}: {fault}.")
