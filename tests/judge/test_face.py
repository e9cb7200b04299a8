"""The judge as a library: what `import judge` gives, and what it costs."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import judge
from judge.errors import ProblemError, UsageError
from judge.settings import Settings
from tests.packages import largest
from tests.shared_cache import cache_in

ROOT = Path(__file__).parents[2]
WRONG = judge.Submission(b"def largest(nums): return nums[0]", "wrong.py")


@pytest.mark.parametrize("name", judge.__all__)
def test_every_name_is_there_and_documented(name: str) -> None:
    """A sentence that ends, for `help(judge)`."""
    text = inspect.getdoc(getattr(judge, name))
    assert text
    assert text.partition("\n\n")[0].endswith((".", ":"))


def test_no_other_name_is_taken_for_one() -> None:
    """A slip in a name is an AttributeError, as of any module."""
    with pytest.raises(AttributeError, match="'judge' has no attribute 'juge'"):
        judge.juge  # type: ignore[attr-defined]  # noqa: B018 - the slip


def test_importing_it_imports_nothing() -> None:
    """Who wants the version, or one room, does not wait for the others."""
    code = "import sys, judge; print(sorted(m for m in sys.modules if m.startswith('judge.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['judge.errors', 'judge.faces', 'judge.records']"


def test_a_problem_is_named_or_lies_in_a_folder(tmp_path: Path) -> None:
    """The shipped ones by slug, own ones by their folder, with solutions beside it or elsewhere."""
    assert judge.load_problem("lca").slug == "lca"
    own = largest(tmp_path)
    assert judge.load_problem(own.folder).version == own.version
    assert judge.load_problem(str(own.folder)).version == own.version
    moved = own.solutions.rename(tmp_path / "elsewhere")
    assert judge.load_problem(own.folder, moved).version == own.version


def test_what_is_no_problem_is_refused_in_words(tmp_path: Path) -> None:
    """A slug with the nearest names, a folder with its faults."""
    with pytest.raises(UsageError, match="did you mean lca"):
        judge.load_problem("lcaa")
    with pytest.raises(ProblemError):
        judge.load_problem(tmp_path)


@pytest.mark.needs("full")
def test_a_submission_is_judged_in_a_few_lines(tmp_path: Path) -> None:
    """Progress on the way, the report at the end; single inputs beside the reference."""
    problem = largest(tmp_path)
    settings = Settings(cache_dir=cache_in(tmp_path), state_dir=tmp_path / "state")
    seen: list[object] = []
    report = judge.result_of(judge.judge(WRONG, problem, settings), seen.append)
    assert isinstance(report, judge.Report)
    assert report.verdict is judge.Verdict.WRONG_ANSWER
    assert seen
    (played,) = judge.run(WRONG, problem, settings, {"nums": [1, 2]})
    assert (played.expected, played.actual) == (2, 1)


@pytest.mark.needs("full")
@pytest.mark.parametrize(("name", "code", "verdict"), [("lca", 0, "AC"), ("lca_wrong", 1, "WA")])
def test_the_example_runs(name: str, code: int, verdict: str) -> None:
    """It prints samples, the failing case and the report."""
    command = [sys.executable, "examples/library.py", "lca", f"examples/{name}.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    assert done.stdout.startswith("sample: ")
    assert f"\n{verdict}: " in done.stdout
    assert ("failed on a" in done.stdout) is (code == 1)


def test_the_example_tells_a_mistake_in_words() -> None:
    """No traceback for an unknown problem."""
    command = [sys.executable, "examples/library.py", "nope", "examples/lca.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "there is no problem 'nope'" in done.stderr
