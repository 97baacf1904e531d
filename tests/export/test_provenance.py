"""How a person sees where a claim comes from."""

import io

from rich.console import Console

from saidwho.export.claims import print_provenance
from saidwho.types.linking import Claim, NotOrigin


def claim(*not_origins: NotOrigin) -> Claim:
    return Claim(
        id="a" * 64,
        text="the ferry sank",
        event=None,
        actor=(),
        recipient=(),
        places=(),
        when=None,
        members=(),
        documents=1,
        outlets=1,
        copies=(),
        origins=(),
        not_origins=not_origins,
        independent_origins=0,
        possible_origins=0,
        denied_by=(),
        contradicts=(),
        figures=(),
        disputes=(),
        utterances=(),
        first_seen=None,
        last_seen=None,
    )


def test_who_is_not_counted_for_one_reason_is_told_of_once() -> None:
    """However many documents he speaks in."""
    often = [NotOrigin(actor=None, name="Ada Vale", statements=(key,), why="Ada Vale only asks.") for key in "abc"]
    other = NotOrigin(actor=None, name="a man", statements=("d",), why="No name is told.", is_possible=True)
    stream = io.StringIO()
    print_provenance(claim(*often, other), Console(file=stream, width=80))
    assert ["├── Ada Vale only asks. (told 3 times)", "└── No name is told. It may be one."] == [
        line.strip() for line in stream.getvalue().splitlines() if "Vale" in line or "name" in line
    ]
