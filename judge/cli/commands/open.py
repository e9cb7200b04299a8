"""`judge open`: the page, signed in."""

from urllib.parse import quote, urlsplit, urlunsplit

import click

from judge import client, service
from judge.cli.commands.serve import CLIENTS_IDLE_SECONDS
from judge.cli.options import AS_JSON, completes, print_json, slug_of
from judge.cli.setup import Setup


@click.command("open")
@click.argument("problem", required=False, shell_complete=completes("complete_problems"))
@click.option(
    "--print",
    "only_print",
    is_flag=True,
    help="Print the address, and open no browser. It signs in once, within a minute.",
)
@AS_JSON
@click.pass_obj
def open_(setup: Setup, problem: str | None, *, only_print: bool, as_json: bool) -> None:
    """Open the page in a browser, signed in; at PROBLEM where one is named.

    A server is started for it unless one runs.
    """
    to = "/" if problem is None else f"/problems/{setup.problem(slug_of(problem)).slug}"
    settings = setup.settings(keeps_state=True)
    found = service.ensure_server(settings, setup.environment, None, CLIENTS_IDLE_SECONDS)
    if found.note:
        click.echo(f"judge: {found.note}", err=True)
    url = found.server.url
    # Its own token, whatever JUDGE_TOKEN says of another server.
    token = service.token_path(settings).read_text("ascii").strip()
    with client.ask(url, "/v1/login-codes", token=token, method="POST", body={}) as answer:
        document = answer.document()
    address = signed_in(str(document["url"]), to)
    if as_json:
        print_json({"url": address, "expires_in": document["expires_in"]})
    elif not only_print and client.open_browser(address, setup.environment):
        click.echo(f"opened {url}{to if to != '/' else ''}")
    else:
        click.echo(address)
        click.echo("judge: it signs in once, within a minute", err=True)


def signed_in(address: str, to: str) -> str:
    """Return an address that signs in, and then leads to a path of the page."""
    if to == "/":
        return address
    parts = urlsplit(address)
    return urlunsplit(parts._replace(query=f"to={quote(to, safe='/')}"))
