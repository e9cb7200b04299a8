"""The command line: `judge list, show, start, run, submit, replay, verify, doctor, serve`.

Commands parse, ask the road, and print; what they import, they import when they run, since a
verdict is awaited by somebody. Errors become words and exit statuses in `faults` alone.
"""
# ruff: noqa: PLC0415 - see above: rich costs 50 ms, the sandbox and Hypothesis more

import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from judge.errors import ProblemError, UsageError
from judge.frontends.faults import Status, status_of, told
from judge.frontends.road import Road
from judge.frontends.token_commands import token

if TYPE_CHECKING:
    from rich.console import Console

    from judge.events import Played
    from judge.frontends.subject import Subject
    from judge.problem import Problem
    from judge.report import Report
    from judge.submission import Submission
    from judge.verifying import Verified

AS_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")


def _slug(_: click.Context, __: click.Parameter, name: str) -> str:
    """Take a file's name for the problem's: kth_largest.py was started for kth-largest."""
    return name.replace("_", "-")


PROBLEM = click.argument("problem", callback=_slug)


class _Commands(click.Group):
    """All commands of `judge`, behind the one place that tells errors."""

    def invoke(self, ctx: click.Context) -> Any:
        with told():
            return super().invoke(ctx)


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
    ctx.obj = ctx.obj or Road()
    # A character that the terminal's encoding lacks is written as an escape, never an error.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # text streams


def main() -> None:
    """Run the command line of this process."""
    # Closed by whoever started us: there is nobody to tell, but still a verdict to exit with.
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: PTH123, SIM115 - until we end
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115 - likewise
    commands(prog_name="judge")


@commands.command("list")
@click.option("--tag", help="Only problems with this tag.")
@AS_JSON
@click.pass_obj
def list_(road: Road, tag: str | None, *, as_json: bool) -> None:
    """List the problems."""
    problems, faulty = _problems(road)
    if tag is not None:
        problems = [p for p in problems if tag.casefold() in map(str.casefold, p.tags)]
    if as_json:
        _print_json([_entry(problem) for problem in problems])
    else:
        from judge.frontends.listing import show_problems

        show_problems(_console(sys.stdout), problems)
    if faulty:
        raise UsageError("\n".join(map(str, faulty)))


def _problems(road: Road) -> "tuple[list[Problem], list[ProblemError]]":
    """Return the problems that load, and why others do not: one faulty folder hides no other."""
    catalog, problems, faulty = road.catalog(), [], []
    for slug in catalog.slugs():
        try:
            problems.append(catalog.get(slug))
        except ProblemError as error:
            faulty.append(error)
    return problems, faulty


def _entry(problem: "Problem") -> dict[str, Any]:
    return {
        "slug": problem.slug,
        "title": problem.title,
        "difficulty": problem.difficulty,
        "tags": list(problem.tags),
        "signature": problem.interface.signature(),
        "version": problem.version,
    }


@commands.command()
@PROBLEM
@click.pass_obj
def show(road: Road, problem: str) -> None:
    """Show a problem's statement."""
    found = road.catalog().get(problem)
    from judge.frontends.listing import show_statement

    show_statement(_console(sys.stdout), found)


@commands.command()
@PROBLEM
@click.argument("file", required=False)
@click.option("--force", is_flag=True, help="Overwrite FILE if it is there.")
@click.pass_obj
def start(road: Road, problem: str, file: str | None, *, force: bool) -> None:
    """Write a problem's starter file.

    FILE is by default the problem's name with .py; - is standard output.
    """
    found = road.catalog().get(problem)
    name = file or found.slug.replace("-", "_") + ".py"
    if name == "-":
        click.echo(found.starter, nl=False)
        return
    _write(Path(name), found.starter, force=force)
    from judge.frontends.display import safe

    click.echo(f"{safe(name)} is ready; then: judge submit {found.slug} {safe(name)}")


def _write(path: Path, text: str, *, force: bool) -> None:
    try:
        with path.open("w" if force else "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(f"{path} is there already; --force overwrites it") from None
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from None


@commands.command()
@PROBLEM
@click.argument("file")
@click.option("--input", "given", metavar="JSON", help="One input of your own, not the samples.")
@AS_JSON
@click.pass_obj
def run(road: Road, problem: str, file: str, given: str | None, *, as_json: bool) -> None:
    """Run FILE on the samples, or on one input, beside the reference."""
    found = road.catalog().get(problem)
    submission = _read(file)
    arguments = _own_input(found, given) if given is not None else None
    all_played = []
    console = None if as_json else _console(sys.stdout)
    for played in road.run(submission, found, arguments):
        all_played.append(played)
        if console is not None:
            from judge.frontends.terminal import show_played

            show_played(console, played, _subject(found, submission), len(all_played))
    if as_json:
        _print_json([_played_json(played) for played in all_played])
    worst = next((status for p in all_played if (status := status_of(p.verdict))), Status.DONE)
    raise click.exceptions.Exit(worst)


def _own_input(problem: "Problem", text: str) -> dict[str, Any]:
    """Return the arguments of `--input`: an object by name, or an array in parameter order."""
    from judge.cases import argument_names

    names = argument_names(problem.interface)
    example = "{" + ", ".join(f'"{name}": ...' for name in names) + "}"
    try:
        value = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"--input is not JSON ({error}); it looks like {example}") from None
    if isinstance(value, list) and len(value) == len(names):
        value = dict(zip(names, value, strict=True))
    if not isinstance(value, dict) or set(value) != set(names):
        raise UsageError(f"--input must name each argument once: {example}")
    return {name: value[name] for name in names}


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _played_json(played: "Played") -> dict[str, Any]:
    exception = played.exception
    return {
        "group": played.group,
        "arguments": played.arguments,
        "expected": played.expected,
        "actual": played.actual,
        "verdict": played.verdict.value,
        "message": played.message,
        "exception": asdict(exception) if exception is not None else None,
        "stdout": played.stdout,
        "cpu_seconds": played.cpu_seconds,
    }


@commands.command()
@PROBLEM
@click.argument("file")
@AS_JSON
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "line"]),
    default="text",
    show_default=True,
    help="line: one `file:line:column: CODE message` line, for editors.",
)
@click.option("--no-timing", is_flag=True, help="Skip the comparison with the reference's speed.")
@click.option(
    "--server",
    metavar="URL",
    envvar="JUDGE_SERVER",
    show_envvar=True,
    help="Judge there; the token is JUDGE_TOKEN's, or the local server's own.",
)
@click.option("--watch", is_flag=True, help="Judge again whenever FILE changes; Ctrl-C ends it.")
@click.pass_obj
def submit(
    road: Road,
    problem: str,
    file: str,
    form: str,
    server: str | None,
    *,
    as_json: bool,
    no_timing: bool,
    watch: bool,
) -> None:
    """Judge FILE as a solution of PROBLEM.

    FILE may be - for standard input.
    """
    if as_json and form == "line":
        raise click.UsageError("--json and --format=line exclude each other")
    if watch and (as_json or file == "-"):
        raise click.UsageError("--watch needs a file to look at, and people to read: no --json")
    found = _found(road, problem, server)
    # One line for an editor has no place for a runtime, and is awaited.
    timing = not no_timing and form != "line"
    asked = _Asked(problem, found, "json" if as_json else form, server, timing)
    if watch:
        from judge.frontends.watching import changes

        for _ in changes(Path(file)):
            _watched(road, asked, file)
    submission = _read(file)
    report = _judged(road, asked, submission)
    raise click.exceptions.Exit(status_of(report.verdict))


def _found(road: Road, slug: str, server: str | None) -> "Problem | None":
    """Return the problem of this machine; a server may have others."""
    try:
        return road.catalog().get(slug)
    except UsageError:
        if server is None:
            raise
        return None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be judged, where, and how it is to be shown."""

    slug: str
    problem: "Problem | None"
    form: str
    server: str | None = None
    timing: bool = False


def _watched(road: Road, asked: _Asked, file: str) -> None:
    """Judge once for `--watch`: a file that cannot be read for a moment is no reason to stop."""
    try:
        submission = _read(file)
    except UsageError as error:
        click.echo(f"judge: {error}", err=True)
        return
    _judged(road, asked, submission)
    if asked.form == "text":
        click.echo(f"\nwatching {file}; Ctrl-C ends it\n", err=True)


def _judged(road: Road, asked: _Asked, submission: "Submission") -> "Report":
    """Judge, print the report, and return it; people see the verdict before it is timed."""
    if asked.server is not None or asked.problem is None:
        from judge.frontends.remote import is_loopback
        from judge.frontends.remote import submit as submit_to

        url = asked.server or ""
        token = road.token(loopback=is_loopback(url))
        report = submit_to(submission, asked.slug, url, token)
        _print_report(report, asked, submission)
        return report
    from contextlib import closing

    from judge.frontends.progress import follow

    shown: list[bool] = []

    def early(known: "Report") -> None:
        if asked.form == "text":
            from judge.frontends.terminal import show_verdict

            subject = _subject(asked.problem, submission, known)
            show_verdict(_console(sys.stdout), known, subject)
            shown.append(True)

    events = road.judge(submission, asked.problem, timing=asked.timing)
    with closing(events):  # type: ignore[type-var]  # a generator: its sandbox ends with it
        report = follow(events, sys.stderr, live=_live(sys.stderr), early=early)
        _print_report(report, asked, submission, begun=bool(shown))
    return report


def _print_report(
    report: "Report", asked: _Asked, submission: "Submission", *, begun: bool = False
) -> None:
    """Print a report in the form that was asked for; `begun`: its verdict was shown already."""
    if asked.form == "json":
        _print_json(report.model_dump())
    elif asked.form == "line":
        from judge.frontends.line import report_line

        click.echo(report_line(report, submission.name))
    else:
        from judge.frontends.terminal import show_measured, show_report

        subject = _subject(asked.problem, submission, report)
        (show_measured if begun else show_report)(_console(sys.stdout), report, subject)


@commands.command()
@PROBLEM
@click.argument("file")
@click.option(
    "--plot", "out", metavar="OUT", help="Draw it too, into OUT.svg or OUT.html (overwritten)."
)
@AS_JSON
@click.pass_obj
def bench(road: Road, problem: str, file: str, out: str | None, *, as_json: bool) -> None:
    """Measure how FILE's time and memory grow, beside the reference's.

    It takes about half a minute, best on a quiet machine.
    """
    found = road.catalog().get(problem)
    submission = _read(file)
    if out is not None and Path(out).suffix not in (".svg", ".html"):
        raise UsageError(
            f"--plot writes .svg and .html, not {Path(out).suffix or 'a file without'}"
        )
    from judge.frontends.bench import bench_json, follow_bench, show_bench, write_plot

    steps = road.bench(submission, found)
    benched = follow_bench(steps, sys.stderr, live=_live(sys.stderr))
    if as_json:
        _print_json(bench_json(benched))
    else:
        show_bench(_console(sys.stdout), benched, submission.name)
    if out is not None and not benched.refused:
        write_plot(benched, Path(out))
        from judge.frontends.display import safe

        click.echo(f"{safe(out)} is ready", err=as_json)
    raise click.exceptions.Exit(Status.NOT_ACCEPTED if benched.refused else Status.DONE)


@commands.command()
@PROBLEM
@click.argument("file")
@click.option("--pytest", "out", metavar="OUT.py", help="Write it as a test that stands alone.")
@click.option("--force", is_flag=True, help="Overwrite OUT.py if it is there.")
@click.pass_obj
def replay(road: Road, problem: str, file: str, out: str | None, *, force: bool) -> None:
    """Judge FILE again and show the input that fails.

    With --pytest also as a test, to be run under a debugger and without the judge.
    """
    found = road.catalog().get(problem)
    submission = _read(file)
    if out is not None and file == "-":
        raise UsageError("--pytest needs a FILE that the test can load, not standard input")
    if out is not None and Path(out).exists() and not force:
        raise UsageError(f"{out} is there already; --force overwrites it")
    report = _judged(road, _Asked(problem, found, "text"), submission)
    if out is not None:
        _write_test(road, found, submission, report, out, force=force)
    raise click.exceptions.Exit(status_of(report.verdict))


def _write_test(
    road: Road,
    problem: "Problem",
    submission: "Submission",
    report: "Report",
    out: str,
    *,
    force: bool,
) -> None:
    from judge.frontends.display import safe
    from judge.replaying import pytest_file, unwritable

    reason = unwritable(report)
    if reason:
        click.echo(f"{safe(out)} is not written: {reason}")
        return
    entry = road.entry(submission, problem)
    _write(Path(out), pytest_file(problem, submission, entry, report, Path(out)), force=force)
    click.echo(f"{safe(out)} is ready; then: python -m pytest --pdb {safe(out)}")


def _subject(
    problem: "Problem | None", submission: "Submission", report: "Report | None" = None
) -> "Subject":
    from judge.frontends.subject import Subject, pytest_command, replay_command

    return Subject(
        file=submission.name,
        interface=problem.interface if problem is not None else None,
        ordered=problem is None or problem.checker == "equal",
        source=submission.source.decode("utf-8-sig", "backslashreplace"),
        replay=replay_command(report, _file_argument(submission)) if report is not None else "",
        test=pytest_command(report, _file_argument(submission)) if report is not None else "",
    )


def _file_argument(submission: "Submission") -> str:
    return "-" if submission.name == "<stdin>" else submission.name


@commands.command()
@click.argument("problems", nargs=-1, metavar="[PROBLEM]...")
@click.option(
    "--mutants",
    is_flag=True,
    help="Measure the cases instead: every mutant of an accepted solution must fail one.",
)
@click.option(
    "--sample",
    type=click.IntRange(1),
    metavar="N",
    help="With --mutants: only N unlisted ones of each package, always the same.",
)
@click.option(
    "--margins",
    is_flag=True,
    help="Measure the time limit instead: how far the accepted stay below it, the slow above.",
)
@AS_JSON
@click.pass_obj
def verify(
    road: Road,
    problems: tuple[str, ...],
    sample: int | None,
    *,
    mutants: bool,
    margins: bool,
    as_json: bool,
) -> None:
    """Check the sample solutions of packages.

    Each must get the verdict that its folder is named after.
    """
    if sample is not None and not mutants:
        raise click.UsageError("--sample goes with --mutants")
    if margins and mutants:
        raise click.UsageError("--margins and --mutants are two measurements: one at a time")
    catalog = road.catalog()
    console = None if as_json else _console(sys.stdout)
    all_verified = []
    # All are loaded first: an unknown name is not to be told after minutes of judging.
    chosen = [catalog.get(slug) for slug in problems or catalog.slugs()]
    if mutants:
        _measure(road, chosen, sample, console)
    if margins:
        _measure_margins(road, chosen, console)
    for problem in chosen:
        for verified in road.verify(problem):
            all_verified.append((problem.slug, verified))
            if console is not None:
                from judge.frontends.listing import show_verified

                show_verified(console, problem.slug, verified)
    wrong = [verified for _, verified in all_verified if not verified.ok]
    if as_json:
        _print_json([_verified_json(slug, verified) for slug, verified in all_verified])
    else:
        click.echo(f"{len(all_verified) - len(wrong)} of {len(all_verified)} as their folders say")
    raise click.exceptions.Exit(Status.NOT_ACCEPTED if wrong else Status.DONE)


def _measure_margins(road: Road, problems: "list[Problem]", console: "Console | None") -> None:
    """Measure each problem's time limit; without a console, print JSON. Exits."""
    from judge.frontends.margins import show_margins

    measured = []
    for problem in problems:
        measured.append(road.margins(problem))
        if console is not None:
            show_margins(console, measured[-1])
    if console is None:
        _print_json([asdict(margins) | {"ok": margins.ok} for margins in measured])
    wide = all(margins.ok for margins in measured)
    raise click.exceptions.Exit(Status.DONE if wide else Status.NOT_ACCEPTED)


def _measure(
    road: Road, problems: "list[Problem]", sample: int | None, console: "Console | None"
) -> None:
    """Play the mutants of each problem; without a console, print JSON. Exits."""
    from judge.frontends.mutants import follow_mutants, show_strength, strength_json

    measured = []
    for problem in problems:
        steps = road.measure(problem, sample)
        strength = follow_mutants(problem.slug, steps, sys.stderr, live=_live(sys.stderr))
        measured.append(strength)
        if console is not None:
            show_strength(console, strength)
    if console is None:
        _print_json([strength_json(strength) for strength in measured])
    strong = all(strength.ok for strength in measured)
    raise click.exceptions.Exit(Status.DONE if strong else Status.NOT_ACCEPTED)


def _verified_json(slug: str, verified: "Verified") -> dict[str, Any]:
    return {
        "problem": slug,
        "path": str(verified.path),
        "expected": verified.expected.value,
        "ok": verified.ok,
        "report": verified.report.model_dump(),
    }


@commands.command()
@AS_JSON
@click.pass_obj
def doctor(road: Road, *, as_json: bool) -> None:
    """Tell what isolation this host gives.

    Also what is lost without each missing part, and how to mend it.
    """
    from judge.frontends.doctor import host_json, show_host

    host = road.host()
    if as_json:
        _print_json(host_json(host))
    else:
        show_host(_console(sys.stdout), host)


@commands.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65_535))
@click.option(
    "--public-name",
    "names",
    multiple=True,
    metavar="NAME",
    help="Let others in who call this server NAME or NAME:PORT; they need a `judge token`.",
)
@click.pass_obj
def serve(road: Road, host: str, port: int, names: tuple[str, ...]) -> None:
    """Answer over HTTP, for editors and scripts of this machine."""
    road.serve(host, port, names)


commands.add_command(token)


def _read(file: str) -> "Submission":
    from judge.submission import read_submission

    return read_submission(file)


def _print_json(value: Any) -> None:
    # ASCII: hostile text cannot reach the terminal, and lone surrogates have a form.
    click.echo(json.dumps(value, indent=2, ensure_ascii=True))


def _console(stream: IO[str]) -> "Console":
    from judge.frontends.page import open_console

    return open_console(stream, plain=_plain(stream))


def _plain(stream: IO[str]) -> bool:
    # no-color.org: set and not empty means no colour; we go further and write no codes at all.
    return bool(os.environ.get("NO_COLOR")) or not stream.isatty()


def _live(stream: IO[str]) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb"
