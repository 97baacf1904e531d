"""The labelled stories, and what is refused as a label."""

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from benchmarks.origins.labels import PARTS, STORIES, Label, Story, check_story, read_story, stories
from benchmarks.origins.shares import share_of
from benchmarks.statements.labels import LabelError

TEXT = "Five people died in Ostra on Monday, the mayor said. The army denied it."


def claim(**changed: Any) -> Label:
    member = {"document": "a", "words": ["Five people died in Ostra"], "speaker": "mayor"}
    origin = {"name": "Ostra", "bodies": ["mayor"], "basis": None, "why": "The mayor cites nobody."}
    counts = {"independent_origins": 1, "possible_origins": 1}
    return {"key": "ostra", "members": [member], "origins": [origin], **counts, "denied_by": [], "figures": [], "disputed": []} | changed


def story(**changed: Any) -> Story:
    documents = {"a": {"id": "a", "text": TEXT}, "b": {"id": "b", "text": "Nothing of it stands here."}}
    fields: dict[str, Any] = {"claims": (claim(),), "utterances": (), "copies": (), "aid": (), "apart": ()} | changed
    return Story(folder=Path("ostra"), documents=documents, **fields)


def test_a_sound_story_is_kept() -> None:
    """Words are found where they stand."""
    check_story(story())
    assert ((0, 25),) == story().spans(claim()["members"][0])


def test_what_one_report_alone_tells_is_refused_where_two_tell_it() -> None:
    """Such a matter would need origins, and is a claim."""
    members = [{"document": "a", "words": ["Five people"], "speaker": None}, {"document": "b", "words": ["Nothing"], "speaker": None}]
    with pytest.raises(LabelError, match="flood is told by 2 reports"):
        check_story(story(alone=({"key": "flood", "says": "A flood", "members": members},)))


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"members": [{"document": "a", "words": ["Six people"], "speaker": None}]}, "'Six people' is not in the text"),
        ({"members": [{"document": "z", "words": ["Five"], "speaker": None}]}, "there is no report 'z'"),
        ({"members": []}, "has no members"),
        ({"independent_origins": 2}, "the count differs"),
        ({"possible_origins": 0}, "fewer possible origins"),
        ({"origins": [{"name": "Ostra", "bodies": ["mayor"], "basis": "hunch", "why": "-"}]}, "a known basis"),
        ({"origins": [{"name": "Ostra", "bodies": [], "basis": None, "why": "-"}]}, "lacks a name"),
        ({"denied_by": [{"name": "army", "document": "a", "words": ["it"], "target": "truth"}]}, "has the target 'truth'"),
        (
            {"figures": [{"document": "a", "words": ["Five"], "low": 6, "high": 5, "speaker": None, "counts": "killed"}]},
            "the wrong way round",
        ),
        ({"disputed": [{"counts": "killed", "holders": ["mayor", "army"]}]}, "names one who gives no such figure"),
    ],
)
def test_a_bad_claim_is_refused(changed: Label, fault: str) -> None:
    """What is wrong with a claim is said, after the story's name."""
    with pytest.raises(LabelError, match=f"ostra: .*{fault}"):
        check_story(story(claims=(claim(**changed),)))


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"claims": (claim(), claim())}, "two claims share a key"),
        ({"utterances": (({"document": "a", "words": ["never said"]},),)}, "'never said' is not in the text"),
        ({"copies": ({"document": "b", "of": "a", "share_at_least": 0.5},)}, "only 0.00 of its words"),
        ({"copies": ({"document": "b", "of": "z", "share_at_least": 0.5},)}, "there is no report 'z'"),
        ({"aid": ({"key": "guns", "stages": [{"stage": "hoped", "reports": []}]},)}, "the stage 'hoped' is none of"),
        ({"aid": ({"key": "guns", "stages": [{"stage": "pledged", "reports": []}]},)}, "nobody reports the stage"),
        ({"apart": (("ostra", "other"),)}, "no two claims of the story"),
    ],
)
def test_bad_labels_of_a_story_are_refused(changed: dict[str, Any], fault: str) -> None:
    """Labels beside the claims are checked alike."""
    with pytest.raises(LabelError, match=f"ostra: .*{fault}"):
        check_story(story(**changed))


def test_two_reports_of_one_id_are_refused(tmp_path: Path) -> None:
    """A label would not say which of them it means."""
    line = json.dumps({"id": "a", "text": TEXT})
    (tmp_path / "reports.jsonl").write_text(f"{line}\n{line}\n", encoding="utf-8")
    with pytest.raises(LabelError, match="two reports share an id"):
        read_story(tmp_path)


def test_short_runs_are_no_shared_passage() -> None:
    """What two reports of one event have in common by chance is left out; a passage taken over counts by its words."""
    passage = "shells fell on the station square at six in the morning"
    assert 1.0 == share_of(passage, within=f"On Friday {passage}, he said.")
    assert 0.5 == share_of(f"{passage} one two three four five six seven eight nine ten eleven", within=passage)
    assert 0.0 == share_of("the station square at six", within=passage)
    assert 0.0 == share_of("", within=passage)


@pytest.mark.parametrize("part", PARTS)
def test_stories_are_sound(part: str) -> None:
    """Every label fits its report, and every story has four to ten reports of 60 to 250 words."""
    for one in stories(part):
        assert 4 <= len(one.documents) <= 10, one.name
        for report in one.documents.values():
            assert 60 <= len(report["text"].split()) <= 250, report["id"]


def test_no_id_or_text_is_used_twice() -> None:
    """All stories can be linked together in one record."""
    ids = [key for part in PARTS for one in stories(part) for key in one.documents]
    assert len(set(ids)) == len(ids)


def test_what_is_no_copy_shares_little() -> None:
    """Pairs that are not labelled as copies of one report stay far below the half that makes a copy."""
    for one in (s for part in PARTS for s in stories(part)):
        group = {key: key for key in one.documents}
        for copy in one.copies:
            group[copy["document"]] = group[copy["of"]]
        for a, b in permutations(one.documents, 2):
            if group[a] != group[b]:
                assert share_of(one.documents[a]["text"], within=one.documents[b]["text"]) < 0.3, (one.name, a, b)


def test_a_proposition_belongs_to_one_claim() -> None:
    """The same words are a member once, and of one claim."""
    for one in (s for part in PARTS for s in stories(part)):
        members = [(m["document"], one.spans(m)) for c in one.claims for m in c["members"]]
        assert len(set(members)) == len(members), one.name


def test_folders_are_numbered() -> None:
    """Stories have numbers of their own over both parts."""
    numbers = [folder.name[:2] for part in PARTS for folder in (STORIES / part).iterdir() if folder.is_dir()]
    assert len(set(numbers)) == len(numbers)
