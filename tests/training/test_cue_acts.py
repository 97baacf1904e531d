"""What is done by which words for saying something, counted in marked reports."""

from pathlib import Path

import pytest

from saidwho.statements.acts import priors
from training import cue_acts

REPORT = """# outlet: Harbour Post
# published: 2021-03-04
[s1 The army] [c1=deny denied] [t1 the raid]. [s2 The navy] [c2=deny denied] [t2 a part in it].
[t3=judge It is a disgrace], [s3 a baker] [c3=judge grumbled]. “[t4=assert Nobody came].”
"""


@pytest.fixture
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The rows counted in one report."""
    (tmp_path / "a01.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.setattr(cue_acts, "TABLE", tmp_path / "priors.tsv")
    written = cue_acts.learn_cue_acts(tmp_path).read_text(encoding="utf-8")
    return [line.split("\t") for line in written.splitlines() if not line.startswith("#")]


def test_phrases_and_kinds_are_counted(counted: list[list[str]]) -> None:
    """Two denials by the same word; a word seen once counts for its kind alone, and so does a quotation without a cue."""
    deny, judge, said = (2 + priors.ACTS.index(act) for act in ("deny", "judge", "assert"))
    assert [("", ""), ("deny", ""), ("deny", "deny")] == [(row[0], row[1]) for row in counted]
    assert ("1", "1") == (counted[0][judge], counted[0][said])
    assert "2" == counted[1][deny] == counted[2][deny]


def test_the_shipped_table_is_what_the_shipped_reports_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever changes a report or cues.tsv counts again: python -m training acts."""
    shipped = cue_acts.TABLE.read_text(encoding="utf-8")
    monkeypatch.setattr(cue_acts, "TABLE", tmp_path / "priors.tsv")
    assert shipped == cue_acts.learn_cue_acts().read_text(encoding="utf-8")
