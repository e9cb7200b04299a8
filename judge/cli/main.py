"""The command line: a group of commands, and the one place where errors become exit statuses."""

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from judge import cli
from judge.cli.exit_status import report_errors
from judge.cli.own_packages import takes_packages
from judge.cli.setup import Setup
from judge.cli.stdout import checked_stdout
from judge.values import escape

_PLAIN = """
bench completion diff doctor due editorial flag hint history new note package plan question rejudge
replay restore results run schema serve show similar solutions start stats stress submit token trust
verify worker
"""
#: Command -> its module in `judge.cli.commands` and its name there.
COMMANDS = {name: (name, name) for name in _PLAIN.split()} | {
    # What Python has a use of its own for.
    "import": ("import_", "import_"),
    "list": ("list", "list_"),
    "lsp": ("lsp", "lsp_"),
    "next": ("next", "next_"),
    "open": ("open", "open_"),
    "round": ("round", "round_"),
}


class _Commands(click.Group):
    """A group that imports a command when it is asked for.

    Its errors are reported as the judge reports them, not as click does.
    """

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.commands and name in COMMANDS:
            module, own_name = COMMANDS[name]
            command = getattr(import_module(f"judge.cli.commands.{module}"), own_name)
            self.add_command(takes_packages(command))
        return self.commands.get(name)

    def make_context(self, *arguments: Any, **more: Any) -> click.Context:
        # --help and --version print here, before there is a command to invoke.
        with report_errors():
            return super().make_context(*arguments, **more)

    def invoke(self, ctx: click.Context) -> Any:
        with report_errors():
            try:
                return super().invoke(ctx)
            finally:
                if not isinstance(sys.exc_info()[1], KeyboardInterrupt):
                    _end_round(ctx)


#: Commands that serve others, or are asked by a machine.
_APART = frozenset({"completion", "lsp", "serve", "token", "worker"})


def _end_round(ctx: click.Context) -> None:
    """End a round whose time is up, after what was asked: no verdict waits for it."""
    setup = ctx.obj
    if ctx.invoked_subcommand in _APART or not isinstance(setup, Setup):
        return
    try:
        if setup.may_have_round():
            cli.close_if_over(setup)
    except Exception as error:  # noqa: BLE001 - the command before has its own status
        with suppress(OSError, ValueError):
            sys.stderr.write(f"judge: the round could not be ended: {escape(str(error), 600)}\n")


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 accepted or done, 1 not accepted, 2 a mistake in what was asked, "
    "3 internal error, 4 server unreachable, 130 interrupted.",
)
@click.version_option(package_name="judge", prog_name="judge")
@click.pass_context
def commands(ctx: click.Context) -> None:
    """Practise coding rounds: submit a solution, read a true verdict."""
    ctx.obj = ctx.obj or Setup()
    # A character that the terminal's encoding lacks is written as an escape, never an error.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # text streams


def command_line() -> None:
    """Run the command line of this process, and exit."""
    # A stream that was closed before we started is None. There is still a verdict to exit with.
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - until we end
    else:
        sys.stdout = checked_stdout(sys.stdout)
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115 - likewise
    commands(prog_name="judge")
