"""`judge serve`: the judge over HTTP."""

import click

from judge import service
from judge.cli import render
from judge.cli.options import AS_JSON, QUEUE, STORE, print_json
from judge.cli.setup import Setup

#: How long a server that a client has started stays when nobody asks it anything.
CLIENTS_IDLE_SECONDS = 3600


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65_535), help="Port to listen on, by default 8000; 0 is any."
)
@click.option(
    "--public-name",
    "names",
    multiple=True,
    metavar="NAME",
    help="Let others in who call this server NAME or NAME:PORT; they need a `judge token`.",
)
@click.option(
    "--ensure",
    is_flag=True,
    help="Start a server for clients of this machine unless one runs, wait until it is ready, and "
    "say where it is.",
)
@click.option(
    "--idle-stop",
    type=click.IntRange(0, 31_536_000),
    metavar="SECONDS",
    help="End when nobody has asked anything for so long; 0 is never. With --ensure an hour.",
)
@STORE
@QUEUE
@click.option("--detached", is_flag=True, hidden=True)
@AS_JSON
@click.pass_obj
def serve(
    setup: Setup,
    host: str,
    port: int | None,
    names: tuple[str, ...],
    idle_stop: int | None,
    *,
    ensure: bool,
    detached: bool,
    as_json: bool,
) -> None:
    """Answer over HTTP, for editors and scripts of this machine."""
    settings = setup.settings(keeps_state=True)
    if ensure:
        if names or host != "127.0.0.1":
            raise click.UsageError("--ensure is for this machine: no --host and no --public-name")
        idle = CLIENTS_IDLE_SECONDS if idle_stop is None else idle_stop
        _say(service.ensure_server(settings, setup.environment, port, idle), as_json=as_json)
        return
    if as_json:
        raise click.UsageError("--json goes with --ensure: a server writes no document")
    service.serve(
        settings,
        setup.environment,
        host,
        8000 if port is None else port,
        names,
        writing=service.Writing(
            render.report_text,
            render.run_text,
            render.report_words,
            render.report_view,
            render.played_view,
        ),
        idle_stop=idle_stop or 0,
        detached=detached,
    )


def _say(found: "service.Ensured", *, as_json: bool) -> None:
    """Print where a server is; what is worth knowing about it goes to standard error."""
    if found.note:
        click.echo(f"judge: {found.note}", err=True)
    server = found.server
    if as_json:
        facts = {"url": server.url, "started": found.started}
        print_json({**facts, "pid": server.pid, "version": server.version})
    else:
        click.echo(f"{server.url} {'is started' if found.started else 'is ready'}")
