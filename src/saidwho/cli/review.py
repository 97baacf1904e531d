"""saidwho review: what a person decides about claims."""

import getpass
from datetime import UTC, datetime
from typing import Annotated, cast, get_args

import typer

from saidwho.cli.records import ArchiveFolder, RecordName, opened
from saidwho.types.linking import Verdict

VERDICTS = ", ".join(get_args(Verdict))


def review_command(
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help=f"One of {VERDICTS}.")],
    subjects: Annotated[
        list[str], typer.Argument(metavar="ID", help="Claims or propositions; for undo the judgement.", show_default=False)
    ],
    *,
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why, for whoever reads it later.", show_default=False)],
    reviewer: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; else the name of the account.")] = None,
    field: Annotated[str | None, typer.Option(metavar="FIELD", help="For correct: the field of the claim.")] = None,
    value: Annotated[str | None, typer.Option(metavar="VALUE", help="For correct: what it is.")] = None,
    record: RecordName = None,
    archive: ArchiveFolder = None,
) -> None:
    """Decide about claims, more strongly than the machine.

    What is said to be the same stays so until somebody undoes it.

    same, different, unsure: of two propositions or claims. merge: claims that are one. split: a claim, and the propositions
    to take out of it. correct: a field of a claim. reject: a claim that is none. undo: a judgement, by its id.

    Example: saidwho review different 180b4fc194ca 59ddab67170e --reason "two briefings" --record lomna
    """
    if verdict not in get_args(Verdict):
        raise typer.BadParameter(f"{verdict!r} is none of {VERDICTS}.", param_hint="VERDICT")
    with opened(record, archive) as found:
        from saidwho.pipeline.keeping import review_record  # noqa: PLC0415

        judgement = review_record(
            found,
            cast(Verdict, verdict),
            subjects,
            reviewer=reviewer or getpass.getuser(),
            at=datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z"),
            reason=reason,
            field=field,
            value=value,
        )
    typer.echo(judgement.id)
