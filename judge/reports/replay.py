"""A counterexample as a pytest file that a person runs under a debugger, without the judge.

The file stands alone. Everything that a submission had a say in goes into it as an ASCII literal.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from judge.errors import UsageError
from judge.execution import OTHER_SEED, Player, Sandboxes
from judge.judging import HASH_ORDER
from judge.kinds import calls_of
from judge.languages import given_names
from judge.problems import Problem
from judge.reports import replay_parts as parts
from judge.reports.literals import literal
from judge.reports.report import Failure, Report
from judge.settings import Settings
from judge.submission import Submission
from judge.values import Interface, Parameter, Shape, read_type, restored
from judge.verdict import Verdict

WORD = re.compile(r"[^\W\d]\w*")
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
    if failure.state_leak and failure.calls is None:
        return "it takes more than two calls to see the state that leaks: too much for a test"
    if any(path != "actual" for path in failure.cut):
        size = f" (n = {failure.size})" if failure.size is not None else ""
        return f"the input that makes it fail is too large for a test{size}"
    return ""


def pytest_file(
    problem: Problem, submission: Submission, entry: str, report: Report, target: Path
) -> str:
    """Return a test that loads the submission and plays its counterexample."""
    failure, interface = report.failure, problem.interface
    reason = unwritable(report)
    if failure is None or reason:
        raise UsageError(reason)
    text = submission.source.decode("utf-8-sig", "replace")
    words = set(WORD.findall(text))
    sections = [
        _head(problem, report),
        _imports(words),
        _facts(submission, entry, target),
        parts.NODE_CLASSES if _has_nodes(words, interface) else "",
        _given(words, interface),
        parts.LOAD,
        parts.EXACT,
        *_playing(problem, entry, text),
        _test(problem, report, failure),
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


def _imports(words: set[str]) -> str:
    needed = _needed(words)
    modules = sorted({*OWN_MODULES, *needed.pop("", [])})
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


def _playing(problem: Problem, entry: str, text: str) -> list[str]:
    interface = problem.interface
    if interface.kind == "class":
        return [parts.CALLS]
    shapes = _shapes(interface)
    bare = re.search(rf"def\s+{re.escape(entry)}\s*\(\s*self\b", text) is not None
    way = parts.METHOD if "." in entry else parts.BARE_METHOD if bare else parts.FUNCTION
    return [
        parts.TREES if shapes & {Shape.TREE, Shape.NODE} else "",
        parts.CHAINS if Shape.LINKED_LIST in shapes else "",
        parts.FILES if "file" in shapes else "",
        way,
        _play(interface),
    ]


def _play(interface: Interface) -> str:
    trees = [p.name for p in interface.parameters if p.shape is Shape.TREE]
    inside = ", ".join(_argument(parameter) for parameter in interface.parameters)
    lines = [
        "def play(module, arguments):",
        '    """Call the entry on arguments of its own; return its answer as plain values."""',
        "    given = copy.deepcopy(arguments)",
        *(f"    tree_{name} = plant(module, given[{name!r}])" for name in trees),
        f"    answer = entry(module)({inside})",
        *_ANSWERS[interface.returns_shape],
    ]
    return "\n".join(lines)


def _argument(parameter: Parameter) -> str:
    given = f"given[{parameter.name!r}]"
    return {
        "tree": f"tree_{parameter.name}[0]",
        "node": f"find(tree_{parameter.of}, {given})",
        "linked-list": f"chain(module, {given})",
        "file": f"written({given})",
    }.get(parameter.shape, given)


_ANSWERS = {
    Shape.JSON: ["    return answer"],
    Shape.TREE: ["    return levels(answer)"],
    Shape.LINKED_LIST: ["    return unchained(answer)"],
    Shape.NODE: [
        '    assert answer is None or hasattr(answer, "val"), f"{answer!r} is not a node"',
        "    return None if answer is None else answer.val",
    ],
}


def _test(problem: Problem, report: Report, failure: Failure) -> str:
    """Return the values and the test itself; what the judge said is a literal, never code."""
    earlier, arguments = (None, failure.arguments)
    if failure.calls is not None:
        earlier, arguments = failure.calls
    lines = [f"JUDGE_SAID = {literal(failure.message[:400])}", ""]
    custom = problem.checker == "custom"
    if custom:
        lines += [*_checker(problem), f"ARGUMENTS = {literal(arguments)}"]
    if earlier is not None:
        lines += ["# Alone the input passes: this earlier call leaves state behind."]
        lines += [f"EARLIER = {_played(problem, earlier, None)}"]
    expected = failure.expected
    lines += [f"PLAYED = {_played(problem, arguments, None if custom else expected)}"]
    if problem.interface.kind != "class" or custom:
        lines += [f"EXPECTED = {literal(_expected(problem, expected))}"]
    lines += ["", "", "def test_counterexample():", "    module = load()"]
    lines += ["    play(module, EARLIER)"] if earlier is not None else []
    timed = report.limits if report.verdict is Verdict.TIME_LIMIT_EXCEEDED else None
    lines += ["    began = time.process_time()"] if timed is not None else []
    lines += ["    answer = play(module, PLAYED)"]
    if timed is not None:
        limit = f"{timed.cpu_seconds:.3f}"
        lines += [f'    assert time.process_time() - began <= {limit}, "it takes too long"']
    return "\n".join([*lines, *_assertions(problem)])


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


def _played(problem: Problem, arguments: Mapping[str, Any], expected: Any) -> str:
    """Return what to play: arguments by name, or calls with what each is to give."""
    if problem.interface.kind != "class":
        return literal(arguments)
    lines = ["[", "    # what is called, with what, and its result (... where any will do)"]
    for call in calls_of(problem.interface, arguments):
        known = expected is not None and not call.silent
        result = "..."
        if known:
            result = literal(restored(read_type(call.returns), expected[call.index]))
        lines.append(f"    ({literal(call.name)}, {literal(list(call.arguments))}, {result}),")
    return "\n".join([*lines, "]"])


def _expected(problem: Problem, expected: Any) -> Any:
    interface = problem.interface
    if interface.kind == "class" or interface.returns_shape is not Shape.JSON:
        return expected
    return restored(read_type(interface.returns), expected)


def _assertions(problem: Problem) -> list[str]:
    if problem.checker == "custom":
        return [
            "    rules = {}",
            '    exec(compile(CHECKER, "checker.py", "exec"), rules)',
            "    wrong = rules['check'](ARGUMENTS, EXPECTED, answer)",
            "    assert wrong is None, wrong",
        ]
    if problem.interface.kind == "class":
        return ["    assert len(answer) == len(PLAYED)"]
    message = 'f"expected {EXPECTED!r}, got {answer!r}"'
    if problem.checker == "any-order":
        return [
            "    # In any order: both are sorted before they are compared.",
            '    assert type(answer) is list, f"expected a list, got {answer!r}"',
            "    right = sorted(map(exact, EXPECTED), key=repr)",
            f"    assert sorted(map(exact, answer), key=repr) == right, {message}",
        ]
    return [f"    assert exact(answer) == exact(EXPECTED), {message}"]
