"""The command line: a group of commands, and the one place where errors become exit statuses."""

import os
import sys
from contextlib import suppress
from typing import Any

import click

from judge import cli
from judge.cli.commands.bench import bench
from judge.cli.commands.completion import completion
from judge.cli.commands.diff import diff
from judge.cli.commands.doctor import doctor
from judge.cli.commands.due import due
from judge.cli.commands.editorial import editorial
from judge.cli.commands.flag import flag
from judge.cli.commands.hint import hint
from judge.cli.commands.history import history
from judge.cli.commands.import_ import import_
from judge.cli.commands.list import list_
from judge.cli.commands.lsp import lsp_
from judge.cli.commands.new import new
from judge.cli.commands.next import next_
from judge.cli.commands.note import note
from judge.cli.commands.open import open_
from judge.cli.commands.package import package
from judge.cli.commands.plan import plan
from judge.cli.commands.question import question
from judge.cli.commands.rejudge import rejudge
from judge.cli.commands.replay import replay
from judge.cli.commands.restore import restore
from judge.cli.commands.results import results
from judge.cli.commands.round import round_
from judge.cli.commands.run import run
from judge.cli.commands.schema import schema
from judge.cli.commands.serve import serve
from judge.cli.commands.show import show
from judge.cli.commands.solutions import solutions
from judge.cli.commands.start import start
from judge.cli.commands.stats import stats
from judge.cli.commands.stress import stress
from judge.cli.commands.submit import submit
from judge.cli.commands.token import token
from judge.cli.commands.trust import trust
from judge.cli.commands.verify import verify
from judge.cli.commands.worker import worker
from judge.cli.exit_status import report_errors
from judge.cli.own_packages import takes_packages
from judge.cli.setup import Setup
from judge.cli.stdout import checked_stdout
from judge.values import escape


class _Commands(click.Group):
    """A group whose errors are reported as the judge reports them, not as click does."""

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


for _command in (
    bench,
    completion,
    diff,
    doctor,
    due,
    editorial,
    flag,
    hint,
    history,
    import_,
    list_,
    lsp_,
    next_,
    note,
    open_,
    package,
    plan,
    question,
    new,
    rejudge,
    replay,
    restore,
    results,
    round_,
    run,
    schema,
    serve,
    show,
    solutions,
    start,
    stats,
    stress,
    submit,
    token,
    trust,
    verify,
    worker,
):
    commands.add_command(takes_packages(_command))


def command_line() -> None:
    """Run the command line of this process, and exit."""
    # A stream that was closed before we started is None. There is still a verdict to exit with.
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - until we end
    else:
        sys.stdout = checked_stdout(sys.stdout)
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115 - likewise
    commands(prog_name="judge")
