"""saidwho serve: the record in a browser, and for programs over HTTP."""

import ipaddress
import threading
from typing import TYPE_CHECKING, Annotated

import typer

from saidwho.cli.records import ArchiveFolder, RecordName, told_errors
from saidwho.errors import RecordError

if TYPE_CHECKING:
    from saidwho.record.record import Record

# A reader in front of a page does not wait for a database as long as a command does.
_PATIENCE = 3.0  # seconds


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
) -> None:
    """Show a record in a browser, and answer programs over HTTP, until interrupted.

    On this machine everybody may look; what changes the record needs a token (saidwho token new). On another address
    looking needs one too.

    Example: saidwho serve --record lomna --port 8017
    """
    # Imported here so that --help and misuse answer at once: 0.6 s.
    import uvicorn  # noqa: PLC0415

    from saidwho.api.guard import Limits  # noqa: PLC0415
    from saidwho.record.location import locate  # noqa: PLC0415
    from saidwho.record.record import open_record  # noqa: PLC0415
    from saidwho.web.app import ServingOptions, make_app  # noqa: PLC0415
    from saidwho.web.towns import warm_up  # noqa: PLC0415

    is_own = _is_loopback(host)
    with told_errors(), open_record(locate(record, archive=archive), patience=_PATIENCE) as found:
        if not is_own:
            check_tokens(found, host)
        hosts = Limits().hosts | {name.lower() for name in (*(allow_host or ()), *(() if is_own else (host,)))}
        limits = Limits(hosts=frozenset(hosts), rate=rate, burst=3 * rate)
        app = make_app(found, ServingOptions(is_open=is_own, limits=limits))
        shown = f"[{host}]" if ":" in host else host
        # The first map would wait some seconds for the towns.
        threading.Thread(target=warm_up, daemon=True).start()
        typer.echo(f"saidwho: {found.location} at http://{shown}:{port}/ until interrupted (Ctrl-C)", err=True)
        uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False, server_header=False, http="h11",
                    limit_concurrency=200, timeout_keep_alive=15)  # fmt: skip


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
