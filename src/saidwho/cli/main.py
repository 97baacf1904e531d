"""The program `saidwho` and its commands."""

import importlib.metadata
from typing import Annotated

import typer

from saidwho.cli.actors import actors_command
from saidwho.cli.add import add_command
from saidwho.cli.aid import aid_command
from saidwho.cli.changes import changes_command
from saidwho.cli.claims import claims_command
from saidwho.cli.documents import documents_command
from saidwho.cli.export import export_command
from saidwho.cli.figures import figures_command
from saidwho.cli.ledger import ledger_command
from saidwho.cli.log import log_commands
from saidwho.cli.places import places_command
from saidwho.cli.read import read_command
from saidwho.cli.reread import reread_command
from saidwho.cli.review import review_command
from saidwho.cli.serve import serve_command
from saidwho.cli.show import show_command
from saidwho.cli.statements import statements_command
from saidwho.cli.token import token_commands
from saidwho.cli.verify import verify_command
from saidwho.cli.watch import watch_command
from saidwho.cli.withhold import withhold_command

# Tracebacks are for us: plain ones, without the values of variables, which may hold a whole report.
app = typer.Typer(name="saidwho", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
app.command("read", no_args_is_help=False)(read_command)
app.command("claims", no_args_is_help=False)(claims_command)
app.command("show", no_args_is_help=True)(show_command)
app.command("review", no_args_is_help=True)(review_command)
app.command("add", no_args_is_help=True)(add_command)
app.command("watch", no_args_is_help=True)(watch_command)
app.command("reread")(reread_command)
app.command("verify")(verify_command)
app.command("withhold", no_args_is_help=True)(withhold_command)
app.command("statements")(statements_command)
app.command("documents")(documents_command)
app.command("figures")(figures_command)
app.command("aid")(aid_command)
app.command("ledger")(ledger_command)
app.command("actors")(actors_command)
app.command("places")(places_command)
app.command("changes")(changes_command)
app.command("serve")(serve_command)
app.add_typer(token_commands)
app.command("export", no_args_is_help=True)(export_command)
app.add_typer(log_commands)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"saidwho {importlib.metadata.version('saidwho')}")
        raise typer.Exit


@app.callback()
def start(
    *,
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")] = False,
) -> None:
    """Read reports on armed conflict: who claims what, on whose word.

    Example: saidwho read report.txt
    """


def main() -> None:
    """Run the program."""
    app()
