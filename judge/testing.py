"""Real small objects for tests of code that uses the judge: problem packages and fakes."""

import ast
import json
import threading
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path
from typing import Any

from judge.errors import JudgeError
from judge.events import CaseJudged, Measuring, Started
from judge.execution import Sandboxes
from judge.measurement import Bench, BenchSteps
from judge.problems import Problem, load_package
from judge.reports import (
    Cases,
    GroupCount,
    Isolation,
    Judging,
    JudgingEvent,
    Played,
    ProblemRef,
    Report,
    SubmissionRef,
)
from judge.settings import Settings
from judge.submission import Submission
from judge.verdict import Verdict

#: Those of a package that `build_problem` writes.
QUESTIONS = [
    {"ask": f"Is it {word}?", "words": [word], "answer": "No.", "crucial": word < "f"}
    for word in ("cut", "empty", "large", "sorted")
]


def accepted(submission: Submission, problem: Problem) -> Report:
    """Return the report of a submission that passed one case."""
    return Report(
        problem=ProblemRef(slug=problem.slug, version=problem.version),
        submission=SubmissionRef(
            language=submission.language or "python",
            sha256=submission.sha256,
            bytes=len(submission.source),
        ),
        verdict=Verdict.ACCEPTED,
        summary="accepted: all 1 cases passed",
        cases=Cases(total=1, passed=1, groups={"sample": GroupCount(total=1, passed=1)}),
        isolation=Isolation(tier="full"),
        judge_version="test",
    )


class FakeJudge:
    """Stands in for `judge.judge`, `run` and `bench`: answers at once and keeps what it is given.

    It judges nothing: the answers are `report`, by default that of an accepted submission,
    after `events`; `played`, by default one input that passes; and `found`, what measuring found.
    While `gate` is not set, judging goes on without end. `raises` is raised in place of a report.
    """

    def __init__(
        self,
        report: Report | None = None,
        events: Sequence[JudgingEvent] = (),
        played: Sequence[Played] | None = None,
        found: Bench | None = None,
    ) -> None:
        self._report = report
        self._events = events
        self._played = played
        self._found = found
        self.judged: list[Submission] = []
        self.inputs: list[dict[str, Any] | None] = []
        self.settings: list[Settings] = []
        self.closed = 0
        self.gate = threading.Event()
        self.gate.set()
        self.raises: BaseException | None = None

    def judge(
        self,
        submission: Submission,
        problem: Problem,
        settings: Settings,
        _sandboxes: Sandboxes | None = None,
    ) -> Judging:
        """Stand in for `judge.judge`."""
        self._keep(submission, settings)
        try:
            yield Started(problem.slug, 1, "full")
            yield from self._events
            while not self.gate.wait(0.01):
                yield CaseJudged("sample", 0, True, 0, 1)
            if self.raises is not None:
                raise self.raises
            return self._report or accepted(submission, problem)
        finally:
            self.closed += 1

    def run(
        self,
        submission: Submission,
        problem: Problem,
        settings: Settings,
        arguments: dict[str, Any] | None = None,
    ) -> Generator[Played, None, None]:
        """Stand in for `judge.run`."""
        self._keep(submission, settings)
        self.inputs.append(arguments)
        if isinstance(self.raises, JudgeError):
            raise self.raises
        if self._played is not None:
            yield from self._played
            return
        message = f"as {problem.slug} asks"
        yield Played("own", arguments, 1, 1, Verdict.ACCEPTED, message, None, "\ud800", 0.001)

    def bench(self, submission: Submission, problem: Problem, settings: Settings) -> BenchSteps:
        """Stand in for `judge.bench`."""
        self._keep(submission, settings)
        yield Measuring("time", 1000, 0.5)
        return self._found or Bench(problem.slug, problem.version, "full")

    def _keep(self, submission: Submission, settings: Settings) -> None:
        self.judged.append(submission)
        self.settings.append(settings)


def build_problem(
    folder: Path,
    entry: str,
    reference: str,
    samples: Sequence[tuple[Mapping[str, Any], Any]],
    *,
    strategies: str = "",
    shapes: Mapping[str, str] | None = None,
    files: Mapping[str, str] | None = None,
    **manifest: Any,
) -> Problem:
    """Write a problem package below `folder`, over one that is there, and load it.

        build_problem(
            tmp_path,
            "def double(n: int) -> int: ...",
            "def double(n): return 2 * n",
            [({"n": 2}, 4)],
            limits={"memory_mib": 64},
        )

    `entry` is what a candidate begins with: an annotated function, or a class for a class problem.
    It is the starter, and the manifest's types are its annotations. `shapes` gives the shape of a
    parameter by name, and of the answer as `return`; a `node` belongs to the first `tree`.
    Each of `samples` is a pair of arguments and answer as in problem.toml. `strategies` is the text
    of strategies.py; without it the samples are all the cases there are. `files` are more texts by
    their paths: below the problem's folder, or below that of its solutions when a path begins with
    `solutions/`. Further keywords are keys of problem.toml.

    The folders are `problems/<slug>` and `solutions/<slug>` below `folder`; the slug is the title
    in lower case with dashes, and the title is the entry's name unless it is given. Raises
    `ProblemError` when the package is not sound.
    """
    described = _entry(entry, shapes or {})
    table = {
        "title": described["names"][0],
        "difficulty": "easy",
        "tags": ["test"],
        "complexity": {"time": "O(1)", "space": "O(1)"},
        "listens": ["asks before coding"],
        "questions": QUESTIONS,
        **manifest,
        "entry": described,
        "samples": [
            {"arguments": json.dumps(arguments), "expected": json.dumps(expected)}
            for arguments, expected in samples
        ],
    }
    texts = {
        "problem.toml": "".join(f"{key} = {_toml(value)}\n" for key, value in table.items()),
        "strategies.py": strategies or _strategies([arguments for arguments, _ in samples]),
        "statement.md": f"# {table['title']}\n\n## Follow-ups\n\n- And faster?\n",
        "editorial.md": f"# {table['title']}\n\n## Follow-ups\n\n- *Faster:* no.\n",
        "starter.py": f"{entry}\n",
        "solutions/accepted/reference.py": reference,
        **(files or {}),
    }
    slug = str(table["title"]).lower().replace(" ", "-").replace("_", "-")
    problem, solutions = folder / "problems" / slug, folder / "solutions" / slug
    for name, text in texts.items():
        inside = name.removeprefix("solutions/")
        path = problem / name if inside == name else solutions / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_package(problem, solutions)


def _entry(text: str, shapes: Mapping[str, str]) -> dict[str, Any]:
    """Return the manifest's `entry` of an annotated function or class."""
    [node] = ast.parse(text).body
    if isinstance(node, ast.FunctionDef):
        return {
            "kind": "function",
            "names": [node.name],
            "returns": _type(node.returns),
            "returns_shape": shapes.get("return", "json"),
            "parameters": _parameters(node, shapes),
        }
    if not isinstance(node, ast.ClassDef):
        raise ValueError("an entry is one function or one class")
    methods = {part.name: part for part in node.body if isinstance(part, ast.FunctionDef)}
    constructor = methods.pop("__init__", None)
    return {
        "kind": "class",
        "names": [node.name],
        "parameters": [] if constructor is None else _parameters(constructor, shapes),
        "methods": [
            {
                "name": method.name,
                "returns": _type(method.returns),
                "parameters": _parameters(method, shapes),
            }
            for method in methods.values()
        ],
    }


def _parameters(function: ast.FunctionDef, shapes: Mapping[str, str]) -> list[dict[str, str]]:
    tree = next((name for name, shape in shapes.items() if shape == "tree"), "")
    found = []
    for argument in function.args.args:
        shape = shapes.get(argument.arg, "json")
        of = {"of": tree} if shape == "node" else {}
        found.append(
            {"name": argument.arg, "type": _type(argument.annotation), "shape": shape, **of}
        )
    return [parameter for parameter in found if parameter["name"] != "self"]


def _type(annotation: ast.expr | None) -> str:
    return "None" if annotation is None else ast.unparse(annotation)


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {_toml(part)}' for key, part in value.items())} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _strategies(inputs: Sequence[Mapping[str, Any]]) -> str:
    return f"""
from hypothesis import strategies as st

def edges():
    return []

def generated():
    return st.sampled_from({list(map(dict, inputs))!r})

def scales():
    return []

def validate(arguments):
    return None
"""
