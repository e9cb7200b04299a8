"""`judge doctor`: what isolation this host gives, and what its settings are."""

import sys

import click

from judge import languages, service, settings
from judge.cli import render
from judge.cli.options import AS_JSON, console_on, print_json
from judge.cli.setup import Setup


@click.command()
@AS_JSON
@click.pass_obj
def doctor(setup: Setup, *, as_json: bool) -> None:
    """Tell what isolation this host gives.

    Also what is lost without each missing part, how to mend it, and which settings are set.
    """
    from sandbox import probe  # noqa: PLC0415 - no other command that judges nothing needs it

    # No folder is made: what is asked is whether this host can judge at all.
    asked = settings.Settings.from_environment(setup.environment).tier
    rows = (
        *settings.settings_of(settings.Settings),
        *settings.COMMAND_LINE,
        *settings.settings_of(service.ServiceSettings),
    )
    given = settings.given_settings(rows, setup.environment)
    host = probe(languages.python_guest())
    if as_json:
        print_json(render.host_json(host, asked, given))
        return
    console = console_on(sys.stdout)
    render.show_host(console, host, asked)
    render.show_settings(console, given)
