"""How is what a person decided over HTTP kept?"""

from collections.abc import Sequence
from threading import Lock
from typing import cast, get_args

from saidwho.errors import JudgementError
from saidwho.record.clock import now
from saidwho.record.record import Record
from saidwho.types.linking import Judgement, Verdict

VERDICTS = get_args(Verdict)
# Linking anew reads the whole record, and of two at once one would be for nothing.
_ONE_AT_A_TIME = Lock()


def review(
    record: Record,
    verdict: str,
    subjects: Sequence[str],
    *,
    reviewer: str,
    reason: str,
    field: str | None = None,
    value: str | None = None,
) -> Judgement:
    """Keep one judgement, and link anew under it. Raises JudgementError."""
    # Imported here since a server that nobody judges with does without linking: 40 MB.
    from saidwho.pipeline import review_record  # noqa: PLC0415

    with _ONE_AT_A_TIME:
        return review_record(record, _known(verdict), subjects, reviewer=reviewer, at=now(), reason=reason, field=field, value=value)


def review_many(record: Record, verdict: str, pairs: Sequence[tuple[str, str]], *, reviewer: str, reason: str) -> list[Judgement]:
    """Keep one verdict on many pairs, and link anew once. Raises JudgementError."""
    from saidwho.pipeline import review_pairs  # noqa: PLC0415

    if not pairs:
        raise JudgementError("No pair was chosen.")
    with _ONE_AT_A_TIME:
        return review_pairs(record, _known(verdict), pairs, reviewer=reviewer, at=now(), reason=reason)


def _known(verdict: str) -> Verdict:
    if verdict not in VERDICTS:
        raise JudgementError(f"{verdict!r} is no verdict; {', '.join(VERDICTS)} are.")
    return cast(Verdict, verdict)
