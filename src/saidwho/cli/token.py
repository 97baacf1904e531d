"""saidwho token: who may change a record over HTTP."""

from typing import Annotated

import typer

from saidwho.cli.records import ArchiveFolder, RecordName, opened
from saidwho.export.spans import printable

token_commands = typer.Typer(name="token", no_args_is_help=True, rich_markup_mode=None)


@token_commands.callback()
def start() -> None:
    """Make and take away tokens for saidwho serve.

    Example: saidwho token list --record lomna
    """


@token_commands.command("new")
def new_command(
    *,
    name: Annotated[str, typer.Option(metavar="NAME", help="Whose it is; judgements made with it bear this name.", show_default=False)],
    scope: Annotated[list[str] | None, typer.Option(metavar="SCOPE", help="read or review; give it again for both.")] = None,
    record: RecordName = None,
    archive: ArchiveFolder = None,
) -> None:
    """Make a token and print it. It is shown once: the record keeps its hash alone.

    Example: saidwho token new --name "Ida Brook" --scope review --record lomna
    """
    with opened(record, archive) as found:
        from saidwho.record.tokens import new_token  # noqa: PLC0415

        token, secret = new_token(found.location, name, scope or ["read", "review"])
    typer.echo(f"saidwho: token {token.id} of {printable(token.name)}, to {' and '.join(token.scopes)}; it is not shown again", err=True)
    typer.echo(secret)


@token_commands.command("list")
def list_command(*, record: RecordName = None, archive: ArchiveFolder = None) -> None:
    """Print the tokens that hold: id, scopes, day, name.

    Example: saidwho token list --record lomna
    """
    with opened(record, archive) as found:
        from saidwho.record.tokens import tokens_of  # noqa: PLC0415

        tokens = tokens_of(found.location)
        for token in tokens:
            typer.echo(f"{token.id}  {','.join(token.scopes):<11}  {token.made[:10]}  {printable(token.name)}")
    if not tokens:
        typer.echo("saidwho: there is no token; saidwho token new makes one", err=True)


@token_commands.command("revoke", no_args_is_help=True)
def revoke_command(
    identity: Annotated[str, typer.Argument(metavar="ID", help="Its id, as token list prints it, or the beginning of that.")],
    *,
    record: RecordName = None,
    archive: ArchiveFolder = None,
) -> None:
    """Take a token away; a running server refuses it from then on.

    Example: saidwho token revoke 4c1f09aa --record lomna
    """
    with opened(record, archive) as found:
        from saidwho.record.tokens import revoke_token  # noqa: PLC0415

        token = revoke_token(found.location, identity)
    typer.echo(f"revoked {token.id} of {printable(token.name)}")
