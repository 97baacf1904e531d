"""The labelled statements fit their texts, and the scorer can succeed and fail."""

from typing import Any

import pytest

from benchmarks.statements.labels import PARTS, LabelError, Labelled, Said, labelled, place
from benchmarks.statements.score import is_party, score_report

SIZES = {"dev": 40, "held": 20, "fresh": 24, "other": 20}


@pytest.mark.parametrize("part", PARTS)
def test_every_label_is_in_its_text(part: str) -> None:
    """Loading finds the words of every label, and keys are unique in a report."""
    reports = list(labelled(part))
    assert SIZES[part] == len(reports)
    assert all(len({s.key for s in report.said}) == len(report.said) for report in reports)


@pytest.mark.parametrize(("expected", "words"), [((0, 2), "ab"), ((3, 5), "ab#2")])
def test_words_are_found_by_their_place(expected: tuple[int, int], words: str) -> None:
    """ "#2" is the second place."""
    assert expected == place(words, "ab ab", "a")


def test_words_that_are_not_there_are_named() -> None:
    """With the file and the statement."""
    with pytest.raises(LabelError, match=r"01-a\.json: mayor: 'ab#3' is not in the text"):
        place("ab#3", "ab ab", "01-a.json: mayor")


def as_read(report: Labelled) -> dict[str, Any]:
    """The labels in the contract's shape, as a perfect reading would give them."""
    actors = {s.key: s.fields["speaker"]["name"] for s in report.said if s.fields["speaker"]}
    parties = {name for s in report.said for p in s.fields["propositions"] for name in (*p["actor"], *p["recipient"])}
    named = [*actors.items(), *((f"party {name}", name.partition("#")[0]) for name in parties)]
    return {
        "actors": [{"id": key, "name": name, "mentions": []} for key, name in named],
        "statements": [_said(s, actors) for s in report.said],
    }


def _said(said: Said, actors: dict[str, str]) -> dict[str, Any]:
    basis, denies = said.basis, said.denied
    return {
        "form": said.fields["form"],
        "act": said.fields["act"],
        "content": said.content,
        "speaker": said.key if said.key in actors else None,
        "chain": [{"role": "relay", "name": name} for name in said.fields["relays"]],
        "spoken": {"edtf": said.fields["spoken"]},
        "basis": {"span": basis} if basis else None,
        "denies": {"span": denies} if denies else None,
        "venue": said.venue,
        "caveats": said.caveats,
        "speaker_side": said.fields.get("speaker_side"),
        "propositions": [
            {
                "spans": spans,
                "event": {"type": fields["event"]} if fields["event"] else None,
                "negated": fields["negated"],
                "modality": fields["modality"],
                "actor": [f"party {name}" for name in fields["actor"]],
                "recipient": [f"party {name}" for name in fields["recipient"]],
                "conduct": [{"tag": tag} for tag in fields["conduct"]],
            }
            for spans, fields in zip(said.propositions, said.fields["propositions"], strict=True)
        ],
    }


def test_a_perfect_reading_scores_full() -> None:
    """On every row, for a report whose statements have contents that differ."""
    report = next(labelled("dev"))
    for name, counts in score_report(report, as_read(report)).items():
        assert counts.right == counts.gold, name


def test_an_empty_reading_scores_nothing() -> None:
    """Nothing read is nothing right."""
    report = next(labelled("dev"))
    assert all(counts.right == 0 for counts in score_report(report, {"actors": [], "statements": []}).values())


@pytest.mark.parametrize(("label", "expected"), [("American", True), ("Washington", True), ("American#2", True), ("French", False)])
def test_a_party_may_be_called_by_its_people_or_its_seat(label: str, expected: bool) -> None:
    actor = {"id": "usa", "name": "United States", "mentions": []}
    assert expected == is_party(label, actor, "American guns")


def test_a_wrong_act_is_not_whole() -> None:
    """Nor is a wrong relay or speaker."""
    report = next(labelled("dev"))
    wrong = as_read(report)
    for statement in wrong["statements"]:
        statement["act"] = "pledge" if statement["act"] != "pledge" else "deny"
    counts = score_report(report, wrong)
    assert counts["act"].right == counts["whole"].right == 0
    assert counts["found"].right == counts["found"].gold
