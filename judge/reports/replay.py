"""A counterexample as a pytest file that a person runs under a debugger, without the judge.

The file stands alone: first the test, then the helpers that it names. Everything that a submission
had a say in goes into it as an ASCII literal.
"""

import json
import os
import re
from pathlib import Path
from typing import Any

from judge.errors import UsageError
from judge.execution import OTHER_SEED, Player, Sandboxes
from judge.judging import HASH_ORDER, kept_corpus
from judge.kinds import Played, Replay
from judge.languages import given_names
from judge.problems import Problem, data_names
from judge.records import replace
from judge.reports import replay_parts as parts
from judge.reports.report import Failure, Report
from judge.settings import Settings
from judge.submission import Submission
from judge.values import Interface, Shape, literal
from judge.verdict import Verdict

#: A larger case stands in a file beside the test.
INSIDE_CHARACTERS = 16_000
#: A name that is looked up: no attribute of something else.
WORD = re.compile(r"(?<![\w.])[^\W\d]\w*")
COMMENT = re.compile(r"#.*")
#: A name that the submission makes itself.
MADE = re.compile(r"^(?:def|class)\s+(\w+)", re.MULTILINE)
#: What the file itself may import, apart from what the submission needs.
OWN_MODULES = ("contextlib", "copy", "json", "random", "sys", "tempfile", "time")
_UNPLAYED = {Verdict.DOES_NOT_LOAD, Verdict.INTERNAL_ERROR}


#: Why no test is written for a package that nobody trusts.
UNJAILED = "a test would run its checker and its texts outside"


def entry_of(submission: Submission, problem: Problem, settings: Settings) -> str:
    """Return what the judge calls in a submission, as a person would name it."""
    with (
        Sandboxes(problem, settings) as sandboxes,
        Player(sandboxes.main, problem.header, submission) as player,
    ):
        player.load()
        return player.loaded.entry if player.loaded is not None else ""


def unwritable(report: Report) -> str:
    """Return why a report has nothing that a test could play; empty when it has."""
    failure = report.failure
    if failure is None:
        return "it is accepted: there is no counterexample to play"
    if report.verdict in _UNPLAYED or failure.arguments is None:
        return f"no input made it fail ({report.verdict.words}): there is nothing to play"
    if failure.passes_alone and failure.calls is None:
        return "alone the input passes: it fails after other calls only, or by chance"
    if any(path != "actual" for path in failure.cut):
        size = f" (n = {failure.size})" if failure.size is not None else ""
        return f"the input that makes it fail is too large for a test{size}"
    return ""


def with_whole_case(problem: Problem, settings: Settings, report: Report) -> Report:
    """Return the report with the failing case as a whole, where it is one of the corpus.

    Of a case whose log is a file of the package, it stays cut.
    """
    failure = report.failure
    if failure is None or failure.index is None or not failure.cut or failure.state_leak:
        return report
    corpus = kept_corpus(problem, settings)
    found = [
        case
        for case in (corpus.cases if corpus is not None else ())
        if (case.group.value, case.index) == (failure.group, failure.index)
    ]
    if not found or data_names(problem.interface, found[0].arguments):
        return report
    cut = [path for path in failure.cut if path.partition(".")[0] == "actual"]
    whole = replace(failure, arguments=found[0].arguments, expected=found[0].expected, cut=cut)
    return replace(report, failure=whole)


def input_json(report: Report) -> str:
    """Return the failing input as JSON, as `judge run --input` takes it. Raises `UsageError`."""
    failure, reason = report.failure, unwritable(report)
    if failure is None or reason:
        raise UsageError(reason)
    return json.dumps(failure.arguments) + "\n"


def case_json(problem: Problem, report: Report) -> str:
    """Return the case for a file beside the test, as JSON; empty if the test can hold it."""
    failure = report.failure
    if failure is None or unwritable(report) or failure.calls is not None:
        return ""
    _replay(problem)
    case = {"arguments": failure.arguments, "expected": failure.expected}
    text = json.dumps(case) + "\n"
    return text if len(text) > INSIDE_CHARACTERS else ""


def pytest_file(
    problem: Problem,
    submission: Submission,
    entry: str,
    report: Report,
    target: Path,
    beside: str = "",
    *,
    profiled: bool = False,
) -> str:
    """Return a test that loads the submission and plays its counterexample.

    `beside` is the name of the file next to it that holds `case_json`, if that is needed. Run as a
    program, a test of what is too slow, or `profiled`, shows the time by line.
    """
    problem.refuse("replay")
    problem.require_trust(UNJAILED)
    failure = report.failure
    reason = unwritable(report)
    if failure is None or reason:
        raise UsageError(reason)
    text = submission.source.decode("utf-8-sig", "replace")
    words = set(WORD.findall(COMMENT.sub("", text))) - set(MADE.findall(text))
    profiled |= report.verdict is Verdict.TIME_LIMIT_EXCEEDED
    test = _test(
        problem,
        report,
        failure,
        Played(
            interface=problem.interface,
            entry=entry,
            source=text,
            rule=problem.checker,
            arguments=failure.arguments,
            expected=failure.expected,
            beside=bool(beside),
        ),
        beside,
    )
    helpers = _helpers(problem, test, failure.expected)
    nodes = {name for name, shapes in _NODES.items() if shapes & _shapes(problem.interface)}
    words |= nodes
    sections = [
        test,
        _load(words, report),
        *helpers,
        *(source for name, source in parts.NODE_CLASSES.items() if name in words),
        _checker(problem) if problem.checker == "custom" else "",
        parts.PROFILE if profiled else "",
    ]
    body = "\n\n\n".join(section.strip("\n") for section in sections if section) + "\n"
    top = [_head(problem, report), _imports(words, body), _facts(submission, target, failure)]
    return "\n\n".join(top) + "\n\n\n" + body


def _head(problem: Problem, report: Report) -> str:
    reseeded = any(note.code == HASH_ORDER.code for note in report.notes)
    seed = f"PYTHONHASHSEED={OTHER_SEED} " if reseeded else ""
    lines = [
        f'"""A counterexample for the problem {problem.slug}: {report.verdict.words}.',
        "",
        f"    {seed}python -m pytest --pdb THIS_FILE",
        "",
        "It stops where the submission raises, or else at the call; there `debug CALL` steps into",
        "it. The test needs pytest and not the judge, and it has no sandbox.",
        *_what_is_not_seen(report),
        '"""',
    ]
    return "\n".join(lines)


def _what_is_not_seen(report: Report) -> list[str]:
    return {
        Verdict.MEMORY_LIMIT_EXCEEDED: ["Memory is not measured here, so the test may pass."],
        Verdict.OUTPUT_LIMIT_EXCEEDED: ["What is printed is not counted, so the test may pass."],
        Verdict.RULE_VIOLATION: ["Forbidden acts are not caught here: read the source first."],
        Verdict.TIME_LIMIT_EXCEEDED: ["The time is looked at when the calls have come to an end."],
    }.get(report.verdict, [])


def _needed(words: set[str]) -> dict[str, list[str]]:
    """Return the given names that the submission mentions, by the module they come from."""
    given = given_names().items()
    found = {home: [name for name in names if name in words] for home, names in given}
    return {home: names for home, names in found.items() if names}


def _imports(words: set[str], body: str) -> str:
    needed = _needed(words)
    own = [name for name in OWN_MODULES if re.search(rf"\b{name}\.", body)]
    modules = sorted({*own, *needed.pop("", [])})
    types = "FunctionType, ModuleType" if "FunctionType" in body else "ModuleType"
    lines = [f"import {name}" for name in modules]
    lines += ["from pathlib import Path", f"from types import {types}"]
    lines += [f"from {home} import {', '.join(names)}" for home, names in sorted(needed.items())]
    return "\n".join(lines)


def _facts(submission: Submission, target: Path, failure: Failure) -> str:
    """Return where the submission is and what the judge said: literals, never code."""
    path = os.path.relpath(Path(submission.name).resolve(), target.resolve().parent)
    return "\n".join(
        (
            f"SUBMISSION = Path(__file__).resolve().parent / {literal(Path(path).as_posix())}",
            f"JUDGE_SAID = {literal(failure.message[:400])}",
        )
    )


_NODES = {"TreeNode": {Shape.TREE, Shape.NODE}, "ListNode": {Shape.LINKED_LIST, Shape.LINKED_LISTS}}


def _shapes(interface: Interface) -> set[str]:
    parameters = [*interface.parameters]
    for method in interface.methods:
        parameters += method.parameters
    returned = {method.returns_shape for method in interface.methods} | {interface.returns_shape}
    return {parameter.shape for parameter in parameters} | returned


def _load(words: set[str], report: Report) -> str:
    """Return the function that loads the submission, with the names that it mentions."""
    given = [name for found in _needed(words).values() for name in found]
    given += [name for name in ("TreeNode", "ListNode") if name in words]
    lines = [
        "def load():",
        '    """Run the submission as a module, with the names that the judge gives it."""',
        '    solution = sys.modules["solution"] = ModuleType("solution")',
        "    solution.__file__ = str(SUBMISSION)",
        *(f"    solution.{name} = {name}" for name in sorted(given)),
        "    sys.setrecursionlimit(60_000)",
        *(["    random.seed(0)"] if "random" in words else []),
        '    code = compile(SUBMISSION.read_bytes(), str(SUBMISSION), "exec", dont_inherit=True)',
    ]
    if any(note.code == "top_level_failure" for note in report.notes):
        lines += [
            "    # what fails below the entry, such as input(), is no fault of the entry's",
            "    with contextlib.suppress(Exception, SystemExit):",
            "        exec(code, vars(solution))",
        ]
    else:
        lines += ["    exec(code, vars(solution))"]
    return "\n".join([*lines, "    return solution"])


def _helpers(problem: Problem, test: str, expected: Any) -> list[str]:
    """Return the helpers that a test names, and those that these name."""
    exact = parts.EXACT_INSIDE if _holds(expected, problem.interface) else parts.EXACT
    known = {**_replay(problem).helpers, **parts.HELPERS, "exact": exact}
    found: list[str] = []
    for name, source in known.items():
        if any(re.search(rf"\b{name}[(,]", text) for text in (test, *found)):
            found.append(source)
    return found


def _holds(expected: Any, interface: Interface) -> bool:
    """Whether sets or dictionaries may be in what is expected."""
    returns = [interface.returns, *(method.returns for method in interface.methods)]
    return "{" in json.dumps(expected) or any("set" in text for text in returns)


def _test(problem: Problem, report: Report, failure: Failure, played: Played, beside: str) -> str:
    """Return the test: what is called, with what, and what is expected."""
    replay = _replay(problem)
    lines = ["def test_counterexample():", "    solution = load()"]
    if beside:
        lines += [f"    case = json.loads((Path(__file__).parent / {literal(beside)}).read_text())"]
    if failure.calls is not None:
        earlier, arguments = failure.calls
        lines += ["    # alone the input passes: this earlier call leaves state behind"]
        lines += replay.lines(replace(played, arguments=earlier, expected=None, asserted=False))
        lines += ["    # and this is the call that fails"]
        played = replace(played, arguments=arguments)
    body = replay.lines(played)
    if report.verdict is Verdict.TIME_LIMIT_EXCEEDED:
        limit = f"{report.limits.cpu_seconds:.3f}" if report.limits is not None else "1.0"
        lines += ["    began = time.process_time()", *body]
        lines += [f'    assert time.process_time() - began <= {limit}, "it takes too long"']
    elif failure.exception is not None:
        lines += ["    with in_submission(solution):"]
        lines += [f"    {line}" for text in body for line in text.split("\n")]
    else:
        lines += body
    return "\n".join(lines)


def _checker(problem: Problem) -> str:
    """Return the package's own checker as text."""
    text = problem.file("checker.py").path.read_text("utf-8")
    pieces = [f"    {line!a}" for line in text.splitlines(keepends=True)]
    return "\n".join(["CHECKER = (", *pieces, ")"])


def _replay(problem: Problem) -> Replay:
    """Return what the problem's kind adds. Raises `UsageError` for a kind without tests."""
    if problem.kind.replay is None:
        raise UsageError(f"no test can be written for a problem of kind {problem.kind.name}")
    return problem.kind.replay()
