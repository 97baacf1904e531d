"""saidwho serve: the record in a browser, and for programs over HTTP."""

import ipaddress
from typing import TYPE_CHECKING, Annotated

import typer

from saidwho.cli.records import ArchiveFolder, RecordName, told_errors
from saidwho.errors import RecordError

if TYPE_CHECKING:
    from saidwho.record.record import Record

# One answers while the other thinks. More help where there are more cores, at 120 MB each.
_WORKERS = 2


def serve_command(
    *,
    record: RecordName = None,
    archive: ArchiveFolder = None,
    port: Annotated[int, typer.Option(metavar="N", help="The port to answer on.", min=1, max=65_535)] = 8017,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="The address to answer on; any but this machine's own needs tokens.")
    ] = "127.0.0.1",
    allow_host: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A name that browsers may ask for besides; give it again for another.")
    ] = None,
    rate: Annotated[float, typer.Option(metavar="N", help="Requests a second that one address may make for long.", min=1)] = 300.0,
    workers: Annotated[int, typer.Option(metavar="N", help="Processes that answer; about one for each core.", min=1, max=64)] = _WORKERS,
) -> None:
    """Show a record in a browser, and answer programs over HTTP.

    It goes on until it is interrupted. On this machine everybody may look; what changes the record needs a token (saidwho
    token new). On another address looking needs one too.

    Example: saidwho serve --record lomna --port 8017
    """
    # Imported here so that --help and misuse answer at once: 0.6 s.
    from saidwho.api.guard import Limits  # noqa: PLC0415
    from saidwho.record.location import locate  # noqa: PLC0415
    from saidwho.record.record import open_record  # noqa: PLC0415
    from saidwho.web.serving import PATIENCE, Serving, serve  # noqa: PLC0415

    is_own = _is_loopback(host)
    # Opened here first, so that what is wrong is said once, and tables of before are brought up to date by one process.
    with told_errors(), open_record(locate(record, archive=archive), patience=PATIENCE) as found:
        if not is_own:
            check_tokens(found, host)
        name = str(found.location)
    hosts = Limits().hosts | {name.lower() for name in (*(allow_host or ()), *(() if is_own else (host,)))}
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"saidwho: {name} at http://{shown}:{port}/ until interrupted (Ctrl-C)", err=True)
    serving = Serving(record=record, archive=archive, is_open=is_own, hosts=tuple(sorted(hosts)), rate=rate)
    serve(serving, host=host, port=port, workers=workers)


def check_tokens(record: "Record", host: str) -> None:
    """See to it that a record with no token is not shown to other machines. Raises RecordError."""
    from saidwho.record.tokens import tokens_of  # noqa: PLC0415

    if not tokens_of(record.location):
        raise RecordError(
            f"{host} can be reached from other machines, and this record has no token, so everybody there could read it. "
            f"Make one first: saidwho token new --name YOU --record {record.location.folder}. Or stay on 127.0.0.1."
        )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
