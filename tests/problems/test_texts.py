"""What statements and editorials say: each example in them is played, each follow-up answered.

So are those in the answers to clarifying questions. An example is written in one of four ways, and
every one of them is found by its form:

- `` `nums = [2, 1], k = 1` gives `2` ``, for a function,
- `` `Counter(5); add(2); total()` gives `7` ``, the last answer of calls of a class,
- a table of calls under a line `call   returns`, for a class,
- an equation in code, `len("ab") == 2`, in plain Python.

Each Python block of an editorial is a whole solution, accepted unless its fence names the verdict.
"""

import ast
import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from judge import judge, result_of, run
from judge.authoring.interview import check_interview
from judge.execution import Sandboxes, reference_answer
from judge.judging import Trial
from judge.problems import Catalog, Problem, default_catalog
from judge.settings import Settings
from judge.submission import Submission
from judge.verdict import Verdict

CATALOG: Catalog = default_catalog()

EXAMPLE = re.compile(
    r"`(?P<given>[a-z]\w* = [^`\n]+)`(?:\s+gives\s+`(?P<answer>[^`]+)`)?"
    r"|`(?P<made>[A-Z]\w*\([^`\n;]*\)); (?P<calls>[^`\n]+)`\s+gives\s+`(?P<last>[^`]+)`"
    r"|^```\n(?P<table>call +returns.*?)^```",
    re.MULTILINE | re.DOTALL,
)
EQUATION = re.compile(r"`([^`\n]+ (?:==|!=) [^`\n]+)`")
SOLUTION = re.compile(r"^```(?:python|sql)( [A-Z]+)?\n(.*?)^```", re.MULTILINE | re.DOTALL)
FOLLOW_UP = re.compile(r"^- ", re.MULTILINE)


@pytest.fixture(params=CATALOG.slugs())
def problem(request: pytest.FixtureRequest) -> Problem:
    return CATALOG.get(str(request.param))


@pytest.fixture(scope="module")
def settings(cache: Path) -> Settings:
    own = {"JUDGE_CACHE_DIR": str(cache), "JUDGE_SEARCH_EXAMPLES": "0"}
    return Settings.from_environment({**os.environ, **own, "JUDGE_TIMING": "0"})


@pytest.mark.needs("full")
@pytest.mark.parametrize("text", ["statement", "editorial", "answers"])
def test_the_examples_are_true(text: str, problem: Problem, settings: Settings) -> None:
    """The reference gives what they say; those of a query or of threads are its samples.

    Those of a package of tests are of the function that is tested.
    """
    if problem.kind.name == "query":
        rows = [row for sample in problem.samples for row in sample.expected]
        assert all(str(cell) in problem.statement for row in rows for cell in row)
        return
    if problem.kind.name == "threads":
        threads = [one for sample in problem.samples for one in sample.arguments["threads"]]
        written = {f"{name}({json.dumps(given)[1:-1]})" for one in threads for name, *given in one}
        assert all(call in problem.statement for call in written)
        return
    said = "\n".join(question.answer for question in problem.interview.questions)
    if problem.kind.name == "tests":
        texts = {"statement": problem.statement, "answers": said}
        if text == "editorial":
            return
        said, problem = texts[text], CATALOG.get(problem.interface.own["base"])
        text = "answers"
    examples = list(_examples(problem, said if text == "answers" else getattr(problem, text)))
    assert examples, "no example in a form that this test reads"
    validate = problem.strategies().validate
    with Sandboxes(problem, settings) as sandboxes:
        trial = Trial.of(problem, Submission(b"", "none.py"), settings, sandboxes)
        with trial.reference() as reference:
            for arguments, expected in examples:
                assert validate(arguments) is None
                answer = reference_answer(problem, reference, problem.encode(arguments)).value
                shown = answer[-1:] if text == "answers" and "calls" in arguments else answer
                assert shown == expected, arguments


def test_the_equations_of_the_texts_are_true(problem: Problem) -> None:
    """Those in plain Python, which need nothing of the problem."""
    for text in (problem.statement, problem.editorial, *problem.hints):
        for equation in EQUATION.findall(SOLUTION.sub("", text)):
            assert eval(equation, {}) is True, equation  # noqa: S307 - a text of our own


def test_every_follow_up_is_answered(problem: Problem) -> None:
    """One answer for each, in the statement's order, and each begins with its question in short."""
    assert check_interview(problem).faults == ()
    asked = problem.statement.split("## Follow-ups\n")[1]
    answered = problem.editorial.split("## Follow-ups\n")[1]
    answers = re.findall(r"^- \*[^*]+:\*", answered, re.MULTILINE)
    assert len(answers) == len(FOLLOW_UP.findall(answered)) == len(FOLLOW_UP.findall(asked))


@pytest.mark.needs("full")
def test_the_solutions_in_an_editorial_solve_the_samples(
    problem: Problem, settings: Settings
) -> None:
    blocks = SOLUTION.findall(problem.editorial)
    assert blocks
    for _, block in blocks:
        for played in run(Submission(block.encode(), "editorial.py"), problem, settings):
            assert played.verdict is Verdict.ACCEPTED, (played, block)


@pytest.mark.slow
@pytest.mark.needs("full")
def test_the_solutions_in_an_editorial_get_their_verdict(
    problem: Problem, settings: Settings
) -> None:
    """A candidate can submit each of them."""
    for verdict, block in SOLUTION.findall(problem.editorial):
        submission = Submission(block.encode(), "editorial.py")
        report = result_of(judge(submission, problem, settings))
        assert report.verdict.value == (verdict.strip() or "AC"), (report.summary, block)


def _examples(problem: Problem, text: str) -> Iterator[tuple[dict[str, Any], Any]]:
    """Yield arguments and answer of each example in a text."""
    # What is named without an answer belongs to the examples after it: a tree, a capacity.
    named: dict[str, Any] = {}
    for found in EXAMPLE.finditer(text):
        given, answer, table = found["given"], found["answer"], found["table"]
        if found["made"]:
            yield _short_calls(found["made"], found["calls"]), [_plain(_parsed(found["last"]))]
        elif table:
            yield _calls(problem, table, [*named.values()])
            named = {}
        elif answer:
            yield named | _named(given), _plain(_parsed(answer))
        else:
            # Prose such as `k = n` has no values.
            with suppress(ValueError):
                named = _named(given)


def _calls(problem: Problem, table: str, made_with: list[Any]) -> tuple[dict[str, Any], Any]:
    """Return the calls of a table, the making of the object first, and what they return."""
    header, *rows = table.splitlines()
    place = header.index("returns")
    calls, arguments, returns = [problem.interface.names[0]], [made_with], [None]
    for row in rows:
        call = _parsed(row[:place].strip())
        assert isinstance(call, ast.Call)
        assert isinstance(call.func, ast.Name)
        calls.append(call.func.id)
        arguments.append([_plain(argument) for argument in call.args])
        shown = re.split(" {2,}", row[place:])[0]
        returns.append(_plain(_parsed(shown)) if shown else None)
    return {"calls": calls, "arguments": arguments}, returns


def _short_calls(made: str, calls: str) -> dict[str, Any]:
    """Return the calls of `Counter(5); add(2); total()`."""
    names, arguments = [], []
    for text in (made, *calls.split("; ")):
        call = _parsed(text)
        assert isinstance(call, ast.Call)
        assert isinstance(call.func, ast.Name)
        names.append(call.func.id)
        arguments.append([_plain(argument) for argument in call.args])
    return {"calls": names, "arguments": arguments}


def _named(given: str) -> dict[str, Any]:
    """Return the values of `nums = [1, 2], k = 2` by their names."""
    call = _parsed(f"given({given})")
    assert isinstance(call, ast.Call)
    return {str(keyword.arg): _plain(keyword.value) for keyword in call.keywords}


def _parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def _plain(node: ast.expr) -> Any:
    """Return a literal in the form of JSON, whose `null` may stand in it."""
    text = ast.unparse(node).replace("null", "None")
    return json.loads(json.dumps(ast.literal_eval(text)))
