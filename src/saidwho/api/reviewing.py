"""How is what a person decided over HTTP kept? At once and for good; the claims learn of it when they are linked."""

from collections.abc import Sequence
from typing import cast, get_args

from saidwho.errors import JudgementError
from saidwho.record.clock import now
from saidwho.record.record import Record
from saidwho.types.linking import Judgement, Verdict

VERDICTS = get_args(Verdict)


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
    """Keep one judgement. Raises JudgementError."""
    # Imported here since a server that nobody judges with does without linking: 40 MB.
    from saidwho.pipeline.keeping import keep_judgement  # noqa: PLC0415

    return keep_judgement(record, _known(verdict), subjects, reviewer=reviewer, at=now(), reason=reason, field=field, value=value)


def review_many(record: Record, verdict: str, pairs: Sequence[tuple[str, str]], *, reviewer: str, reason: str) -> list[Judgement]:
    """Keep one verdict on many pairs, all of them or none. Raises JudgementError."""
    from saidwho.pipeline.keeping import keep_pairs  # noqa: PLC0415

    if not pairs:
        raise JudgementError("No pair was chosen.")
    return keep_pairs(record, _known(verdict), pairs, reviewer=reviewer, at=now(), reason=reason)


def _known(verdict: str) -> Verdict:
    if verdict not in VERDICTS:
        raise JudgementError(f"{verdict!r} is no verdict; {', '.join(VERDICTS)} are.")
    return cast(Verdict, verdict)
