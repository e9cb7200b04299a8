"""A counterexample as a pytest file that a person runs under a debugger, without the judge.

The file stands alone. Everything that a submission had a say in goes into it as an ASCII literal.
"""

import json
import os
import re
from dataclasses import replace
from pathlib import Path

from judge.errors import UsageError
from judge.execution import OTHER_SEED, Player, Sandboxes
from judge.judging import HASH_ORDER, kept_corpus
from judge.kinds import Replay
from judge.languages import given_names
from judge.problems import Problem, data_names
from judge.reports import replay_parts as parts
from judge.reports.report import Failure, Report
from judge.settings import Settings
from judge.submission import Submission
from judge.values import Interface, Shape, literal
from judge.verdict import Verdict

#: A name that is looked up: no attribute of something else.
#: A larger case stands in a file beside the test.
INSIDE_CHARACTERS = 16_000
WORD = re.compile(r"(?<![\w.])[^\W\d]\w*")
COMMENT = re.compile(r"#.*")
#: A name that the submission makes itself.
MADE = re.compile(r"^(?:def|class)\s+(\w+)", re.MULTILINE)
#: What the file itself imports, apart from what the submission needs.
OWN_MODULES = ("copy", "random", "sys", "tempfile", "time")
_UNPLAYED = {Verdict.DOES_NOT_LOAD, Verdict.INTERNAL_ERROR}


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
    if len(json.dumps([failure.arguments, failure.expected])) <= INSIDE_CHARACTERS:
        return ""
    replay, interface, arguments = _replay(problem), problem.interface, failure.arguments
    custom = problem.checker == "custom"
    played = replay.stored(interface, arguments, None if custom else failure.expected)
    case = {"arguments": arguments if custom else None, "played": played}
    return json.dumps({**case, "expected": failure.expected}) + "\n"


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
    failure, interface = report.failure, problem.interface
    reason = unwritable(report)
    if failure is None or reason:
        raise UsageError(reason)
    text = submission.source.decode("utf-8-sig", "replace")
    words = set(WORD.findall(COMMENT.sub("", text))) - set(MADE.findall(text))
    sections = [
        _head(problem, report),
        _imports(words, beside),
        _facts(submission, entry, target),
        parts.NODE_CLASSES if _has_nodes(words, interface) else "",
        _given(words, interface),
        parts.LOAD,
        parts.EXACT,
        *_replay(problem).helpers(interface, entry, text),
        _test(problem, report, failure, beside),
        parts.PROFILE if profiled or report.verdict is Verdict.TIME_LIMIT_EXCEEDED else "",
    ]
    return "\n\n\n".join(section.strip("\n") for section in sections if section) + "\n"


def _head(problem: Problem, report: Report) -> str:
    reseeded = any(note.code == HASH_ORDER.code for note in report.notes)
    seed = f"PYTHONHASHSEED={OTHER_SEED} " if reseeded else ""
    lines = [
        f'"""A counterexample for the problem {problem.slug}: {report.verdict.words}.',
        "",
        "It needs pytest and not the judge; --pdb stops where it fails:",
        "",
        f"    {seed}python -m pytest --pdb THIS_FILE",
        "",
        "Here nothing stands between the submission and your machine: the judge has a sandbox.",
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


def _imports(words: set[str], beside: str) -> str:
    needed = _needed(words)
    modules = sorted({*OWN_MODULES, *needed.pop("", []), *(["json"] if beside else [])})
    lines = [f"import {name}" for name in modules]
    lines += ["from pathlib import Path", "from types import FunctionType, ModuleType"]
    lines += [f"from {home} import {', '.join(names)}" for home, names in sorted(needed.items())]
    return "\n".join(lines)


def _facts(submission: Submission, entry: str, target: Path) -> str:
    path = os.path.relpath(Path(submission.name).resolve(), target.resolve().parent)
    place = literal(Path(path).as_posix())
    return "\n".join(
        (
            f"SUBMISSION = Path(__file__).resolve().parent / {place}",
            f"ENTRY = {literal(entry)}",
        )
    )


def _has_nodes(words: set[str], interface: Interface) -> bool:
    return bool(words & {"TreeNode", "ListNode"}) or bool(_shapes(interface) - {Shape.JSON})


def _shapes(interface: Interface) -> set[str]:
    return {parameter.shape for parameter in interface.parameters} | {interface.returns_shape}


def _given(words: set[str], interface: Interface) -> str:
    names = [name for found in _needed(words).values() for name in found]
    if _has_nodes(words, interface):
        names += ["TreeNode", "ListNode"]
    lines = [f'    "{name}": {name},' for name in sorted(names)]
    note = "# Names of which the judge gives every submission, as far as this one mentions them."
    return "\n".join([note, "GIVEN = {", *lines, "}"] if lines else [note, "GIVEN = {}"])


def _test(problem: Problem, report: Report, failure: Failure, beside: str) -> str:
    """Return the values and the test itself; what the judge said is a literal, never code."""
    earlier, arguments = (None, failure.arguments)
    if failure.calls is not None:
        earlier, arguments = failure.calls
    lines = [f"JUDGE_SAID = {literal(failure.message[:400])}", ""]
    custom = problem.checker == "custom"
    replay, interface = _replay(problem), problem.interface
    if beside:
        lines += [f"CASE = json.loads((Path(__file__).parent / {literal(beside)}).read_text())"]
    if custom:
        shown = 'CASE["arguments"]' if beside else literal(arguments)
        lines += [*_checker(problem), f"ARGUMENTS = {shown}"]
    if earlier is not None:
        lines += ["# Alone the input passes: this earlier call leaves state behind."]
        lines += [f"EARLIER = {replay.played(interface, earlier, None)}"]
    expected = failure.expected
    given = None if custom else expected
    played = replay.loaded if beside else replay.played(interface, arguments, given)
    lines += [f"PLAYED = {played}"]
    if replay.states_expected or custom:
        value = replay.expected(interface, expected)
        # JSON has no tuples, so where there are some the value stands here.
        stated = 'CASE["expected"]' if beside and value == expected else literal(value)
        lines += [f"EXPECTED = {stated}"]
    lines += ["", "", "def test_counterexample():", "    module = load()"]
    lines += ["    play(module, EARLIER)"] if earlier is not None else []
    timed = report.limits if report.verdict is Verdict.TIME_LIMIT_EXCEEDED else None
    lines += ["    began = time.process_time()"] if timed is not None else []
    lines += ["    answer = play(module, PLAYED)"]
    if timed is not None:
        limit = f"{timed.cpu_seconds:.3f}"
        lines += [f'    assert time.process_time() - began <= {limit}, "it takes too long"']
    rules = _CHECKED if custom else replay.assertions(problem.checker)
    return "\n".join([*lines, *rules])


def _checker(problem: Problem) -> list[str]:
    """Return the package's own checker as text: where many answers are right, it has the rules."""
    text = (problem.folder / "checker.py").read_text("utf-8")
    pieces = [f"    {line!a}" for line in text.splitlines(keepends=True)]
    return [
        "# Many answers are right here. The rules are those of the problem's own checker, which",
        "# follows as text; it returns None or what is wrong. EXPECTED is one right answer.",
        "CHECKER = (",
        *pieces,
        ")",
    ]


_CHECKED = [
    "    rules = {}",
    '    exec(compile(CHECKER, "checker.py", "exec"), rules)',
    "    wrong = rules['check'](ARGUMENTS, EXPECTED, answer)",
    "    assert wrong is None, wrong",
]


def _replay(problem: Problem) -> Replay:
    """Return what the problem's kind adds. Raises `UsageError` for a kind without tests."""
    if problem.kind.replay is None:
        raise UsageError(f"no test can be written for a problem of kind {problem.kind.name}")
    return problem.kind.replay()
