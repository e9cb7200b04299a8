"""Each folder in `folders/` is laid over `folders/sound` and shows the one fault of its name.

Python files end in `.py.txt` there, so that no tool takes a broken one for a part of the project;
`absent.txt` names what the package lacks.
"""

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from judge.errors import ProblemError
from judge.problems.author.code import Strategies
from judge.problems.problem import (
    Complexity,
    Problem,
    Sample,
    SampleSolution,
    load_package,
)
from judge.testing import build_problem
from judge.values.interface import Parameter
from judge.verdict import Verdict
from tests.packages import DOUBLE, double

FOLDERS = Path(__file__).parent / "folders"


def lay(name: str, place: Path, slug: str = "sum") -> tuple[Path, Path]:
    """Write the sound package with one fault folder over it; return its two folders."""
    problem, solutions = place / "problems" / slug, place / "solutions" / slug
    for folder in (FOLDERS / "sound", FOLDERS / name):
        for part, target in ((folder / "problem", problem), (folder / "solutions", solutions)):
            if part.is_dir():
                shutil.copytree(part, target, dirs_exist_ok=True)
    for path in [*place.rglob("*.py.txt")]:
        path.replace(path.with_suffix(""))
    absent = FOLDERS / name / "absent.txt"
    if absent.exists():
        first, *rest = absent.read_text().strip().split("/")
        lost = Path({"problem": problem, "solutions": solutions}[first], *rest)
        shutil.rmtree(lost) if lost.is_dir() else lost.unlink()
    return problem, solutions


def faults_of(name: str, place: Path) -> list[tuple[str, str, str, str]]:
    """Return file, field, reason and mend of every fault that the loader reports."""
    problem, solutions = lay(name, place)
    with pytest.raises(ProblemError) as caught:
        load_package(problem, solutions)
    return [
        (fault.path.removeprefix(f"{place}/"), fault.field, fault.reason, fault.mend)
        for fault in caught.value.faults
    ]


TOML = "problems/sum/problem.toml"
FAULTS = {
    "bad_toml": (TOML, "", "line 2, column 14"),
    "call_of_no_method": (TOML, "samples.0.arguments", "call 1 is no method: 'take'"),
    "call_with_too_much": (TOML, "samples.0.arguments", "call 1, get, takes 0"),
    "calls_not_parallel": (TOML, "samples.0.arguments", "no parallel lists"),
    "checker_without_check": ("problems/sum/checker.py", "check", "missing"),
    "class_without_methods": (TOML, "entry.methods", "a class problem has methods"),
    "empty_statement": ("problems/sum/statement.md", "", "empty"),
    "function_with_methods": (TOML, "entry.methods", "a function problem has none"),
    "keyword_as_name": (TOML, "entry.parameters.1.name", "'lambda' is no name"),
    "missing_key": (TOML, "title", "required"),
    "no_checker": ("problems/sum/checker.py", "", "missing"),
    "no_identifier": (TOML, "entry.names.1", "'sum-of-two' is no name"),
    "no_manifest": (TOML, "", "missing"),
    "no_memory": (TOML, "limits.memory_mib", "greater than 0"),
    "no_reference": ("solutions/sum/accepted/reference.py", "", "missing"),
    "no_samples": (TOML, "samples", "required"),
    "no_scales": ("problems/sum/strategies.py", "scales", "missing"),
    "no_solutions": ("solutions/sum/accepted/reference.py", "", "missing"),
    "no_statement": ("problems/sum/statement.md", "", "missing"),
    "no_time_at_all": (TOML, "limits.floor_seconds", "greater than 0"),
    "node_of_no_tree": (TOML, "entry.parameters.b.of", "'root' is no tree parameter"),
    "not_utf8": ("problems/sum/editorial.md", "", "cannot be read"),
    "reference_with_nul": ("solutions/sum/accepted/reference.py", "", "NUL"),
    "result_of_another_type": (TOML, "samples.0.expected", "call 1, get: it is no None"),
    "results_too_few": (TOML, "samples.0.expected", "one result for each call"),
    "same_name_twice": (TOML, "entry.names", "'add' stands there twice"),
    "same_parameter_twice": (TOML, "entry.parameters", "two parameters are called a"),
    "sample_lacks_a_parameter": (TOML, "samples.0.arguments", "one member for each parameter"),
    "sample_not_json": (TOML, "samples.0.expected", "line 1 column 1"),
    "sample_of_another_type": (TOML, "samples.0.expected", "it is no int"),
    "sample_with_nan": (TOML, "samples.0.expected", "NaN is not JSON"),
    "solution_in_no_folder": ("solutions/sum/times.py", "", "lies in no folder"),
    "strategies_do_not_parse": ("problems/sum/strategies.py", "", "line 14: invalid syntax"),
    "tree_of_a_tree": (TOML, "entry.parameters.b.of", "only a node belongs to a tree"),
    "unknown_checker": (TOML, "checker", "'equal', 'any-order' or 'custom'"),
    "unknown_difficulty": (TOML, "difficulty", "'easy', 'medium' or 'hard'"),
    "unknown_key": (TOML, "colour", "not permitted"),
    "unknown_kind": (TOML, "entry.kind", "'function' or 'class'"),
    "unknown_shape": (TOML, "entry.parameters.1.shape", "'json', 'tree', 'node'"),
    "unknown_verdict": ("solutions/sum/too_slow", "", "no verdict has this name"),
    "unused_checker": ("problems/sum/checker.py", "", "nothing uses it"),
    "wrong_type": (TOML, "limits.memory_mib", "valid integer"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_file_field_reason_and_mend(name: str, tmp_path: Path) -> None:
    """An author reads what is wrong, where, and what to do; nothing else is complained of."""
    [(path, field, reason, mend)] = faults_of(name, tmp_path)
    assert (path, field) == FAULTS[name][:2]
    assert FAULTS[name][2] in reason
    assert mend


def test_every_fault_folder_is_looked_at() -> None:
    """A folder that no test names would prove nothing."""
    folders = {path.name for path in FOLDERS.iterdir() if path.is_dir()}
    assert folders == {*FAULTS, "sound", "many_faults"}


def test_all_faults_of_a_folder_are_told_together(tmp_path: Path) -> None:
    """One fault hides no other, not even one of the same file."""
    told = {(path, field) for path, field, _, _ in faults_of("many_faults", tmp_path)}
    assert told == {
        (TOML, "title"),
        (TOML, "limits.memory_mib"),
        (TOML, "entry.names"),
        (TOML, "samples.0.arguments"),
        ("problems/sum/statement.md", ""),
        ("problems/sum/checker.py", ""),
        ("solutions/sum/too_slow", ""),
    }


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ('title = "', 'title = "\\u001b]0;taken\\u0007', "title"),
        ('title = "', 'title = "\\u202e', "title"),
        ('title = "', f'title = "{"x" * 301}', "title"),
        ('type = "', 'type = "\\n', "entry.parameters.0.type"),
    ],
)
def test_what_stands_in_lists_is_one_plain_line(
    before: str, after: str, field: str, tmp_path: Path
) -> None:
    """A package may be anybody's, and its title stands beside others'."""
    folder, solutions = lay("sound", tmp_path)
    text = (folder / "problem.toml").read_text()
    assert before in text
    (folder / "problem.toml").write_text(text.replace(before, after, 1))
    with pytest.raises(ProblemError, match="it is no line of 300 printable") as caught:
        load_package(folder, solutions)
    assert [fault.field for fault in caught.value.faults] == [field]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("statement.md", "`a" * 70_000, "it is longer than 128 KiB"),
        ("strategies.py", "#" * 140_000, "it is longer than 128 KiB"),
        ("problem.toml", f"debug = {'[' * 50_000}", "it is not TOML"),
        ("problem.toml", f"title = {'9' * 5_000}", "it is not TOML"),
        ("problem.toml", f"[[samples]]\nexpected = '{'[' * 50_000}'", "it is nested too deeply"),
    ],
)
def test_what_would_keep_a_reader_busy_or_end_it_is_a_fault(
    name: str, text: str, reason: str, tmp_path: Path
) -> None:
    """A server reads the packages of anybody."""
    folder, solutions = lay("sound", tmp_path)
    (folder / name).write_text(text)
    with pytest.raises(ProblemError, match=rf"{name}: .*{reason}"):
        load_package(folder, solutions)


def test_a_manifest_of_comments_lacks_every_field(tmp_path: Path) -> None:
    """A file without a single key is not taken for a missing one, nor for a sound one."""
    folder, solutions = lay("sound", tmp_path)
    (folder / "problem.toml").write_text("# to be written\n")
    with pytest.raises(ProblemError) as caught:
        load_package(folder, solutions)
    fields = {fault.field for fault in caught.value.faults}
    assert {"title", "difficulty", "entry", "samples", "complexity"} <= fields


def test_the_error_names_the_problem_and_each_fault(tmp_path: Path) -> None:
    """The message alone, as a front-end prints it, is enough to mend the folder."""
    with pytest.raises(ProblemError) as caught:
        load_package(*lay("many_faults", tmp_path))
    text = str(caught.value)
    assert "'sum'" in text
    assert all(str(fault) in text for fault in caught.value.faults)


@pytest.mark.parametrize("slug", ["Sum", "sum_of", "-sum", "sum-", "a--b", "s" * 65, "sum\u00e9"])
def test_a_folder_whose_name_is_no_slug_is_faulty(slug: str, tmp_path: Path) -> None:
    """A name that would not fit a command line or an address is refused."""
    with pytest.raises(ProblemError, match="no slug"):
        load_package(*lay("sound", tmp_path, slug))


def test_a_sound_folder_is_loaded_whole(tmp_path: Path) -> None:
    """Everything that the files say is in the problem."""
    folder, solutions = lay("sound", tmp_path)
    problem = load_package(folder, solutions)
    assert (problem.slug, problem.title, problem.difficulty) == (
        "sum",
        "Sum of two numbers",
        "easy",
    )
    assert (problem.tags, problem.checker) == (("arithmetic",), "equal")
    assert (problem.memory_bytes, problem.time_factor, problem.floor_seconds) == (
        64 * 1024 * 1024,
        5.0,
        0.5,
    )
    assert problem.complexity == Complexity("O(1)", "O(1)")
    assert problem.samples == (Sample({"a": 1, "b": 2}, 3, "1 and 2 make 3."),)
    assert problem.interface.kind == "function"
    assert problem.interface.names == ("add", "sum_of_two")
    assert problem.interface.parameters == (Parameter("a", "int"), Parameter("b", "int"))
    assert problem.statement.startswith("# Sum")
    assert problem.hints == ("Python has an operator for it.",)


def test_sample_solutions_carry_the_verdict_of_their_folder(tmp_path: Path) -> None:
    """The folder is the promise; the reference is one of the accepted."""
    folder, solutions = lay("sound", tmp_path)
    problem = load_package(folder, solutions)
    assert problem.sample_solutions() == [
        SampleSolution(solutions / "accepted" / "reference.py", Verdict.ACCEPTED),
        SampleSolution(solutions / "wrong_answer" / "minus.py", Verdict.WRONG_ANSWER),
    ]
    assert b"return a + b" in problem.reference.source


def test_loading_runs_no_file_of_the_package(tmp_path: Path) -> None:
    """The sound strategies.py cannot be imported, and only its use says so, with the reason."""
    problem = load_package(*lay("sound", tmp_path))
    with pytest.raises(ProblemError, match=r"strategies\.py.*a_module_that_nobody_has"):
        problem.strategies()


def test_strategies_are_the_four_functions_of_the_file(tmp_path: Path) -> None:
    """What the corpus and the search draw from comes from strategies.py."""
    folder, solutions = lay("sound", tmp_path)
    text = (folder / "strategies.py").read_text().replace("import a_module_that_nobody_has", "")
    (folder / "strategies.py").write_text(text.replace("return []", "return [{'n': 1}]", 1))
    strategies = load_package(folder, solutions).strategies()
    assert list(strategies.edges()) == [{"n": 1}]
    assert list(strategies.scales()) == []
    assert strategies.validate({"a": 1, "b": 2}) is None


def test_a_package_without_sized_inputs_has_none_to_time(tmp_path: Path) -> None:
    """They are optional: such a package is judged and not timed."""
    assert double(tmp_path).strategies().sized is None


@pytest.mark.parametrize("sizes", ["", "SIZES = 5", "SIZES = (9, 1)", "SIZES = (1, 2, 3)"])
def test_sized_inputs_come_with_the_sizes_they_take(sizes: str, tmp_path: Path) -> None:
    """The judge chooses sizes, so the package must say between which."""
    function = "def sized(n, rng):\n    return {'n': n, 'text': ''}\n"
    with pytest.raises(ProblemError, match="SIZES"):
        double(tmp_path, f"{DOUBLE}\n{sizes}\n{function}").strategies()


@pytest.mark.parametrize(
    "changed", ["problems/sum/strategies.py", "solutions/sum/accepted/reference.py"]
)
def test_the_version_changes_with_the_package_and_its_reference(
    changed: str, tmp_path: Path
) -> None:
    """A corpus or a report of an older package is never taken for one of this."""
    place = lay("sound", tmp_path)
    before = load_package(*place).version
    path = tmp_path / changed
    path.write_text(path.read_text() + "\n# more\n")
    assert load_package(*place).version != before


def test_the_version_is_of_contents_alone(tmp_path: Path) -> None:
    """Two checkouts agree, whatever their paths, their litter and their wrong solutions."""
    first = load_package(*lay("sound", tmp_path / "here"))
    folder, solutions = lay("sound", tmp_path / "__pycache__" / "there")
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "strategies.pyc").write_bytes(b"litter")
    (solutions / "wrong_answer" / "more.py").write_text("# wrong\n")
    assert load_package(folder, solutions).version == first.version
    strategies = folder / "strategies.py"
    strategies.write_text(f"{strategies.read_text()}\n# another\n")
    assert load_package(folder, solutions).version != first.version


def test_loading_a_known_problem_imports_no_more_than_a_verdict_needs() -> None:
    """A command that draws nothing does not pay for drawing, nor for what is said of interviews."""
    code = (
        "import sys; from judge.problems.catalog import default_catalog\n"
        "default_catalog().get('lca')\n"
        "print({'hypothesis', 'rich', 'click', 'judge.problems.interview'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_strategies_are_imported_once_for_each_version(tmp_path: Path) -> None:
    """An author who changes them sees the change, and the old version stays what it was."""
    text = f"{DOUBLE}\nMADE = []\ndef edges():\n    MADE.append(1)\n    yield {{'n': len(MADE)}}\n"
    first = double(tmp_path, text)
    assert [edge["n"] for edge in (*first.strategies().edges(), *first.strategies().edges())] == [
        1,
        2,
    ]
    (first.folder / "strategies.py").write_text(text.replace("len(MADE)", "-len(MADE)"))
    again = load_package(first.folder, first.solutions)
    assert list(again.strategies().edges()) == [{"n": -1}]
    assert list(first.strategies().edges()) == [{"n": 3}]


def test_a_file_of_a_package_is_a_module_like_any_other(tmp_path: Path) -> None:
    """Dataclasses with postponed annotations look their module up by name."""
    model = (
        "from __future__ import annotations\n"
        "from dataclasses import dataclass\n"
        "@dataclass\nclass Model:\n    inner: Model | None = None\n"
        "assert Model(Model()).inner == Model()\n"
    )
    strategies = double(tmp_path, f"{model}{DOUBLE}").strategies()
    assert len(list(strategies.edges())) == 3


def test_a_file_that_fails_to_import_is_a_fault_of_the_package(tmp_path: Path) -> None:
    """With the file and what was raised, each time it is asked for."""
    problem = double(tmp_path, f"{DOUBLE}\nraise KeyError('odd')\n")
    for _ in range(2):
        with pytest.raises(
            ProblemError, match=r"importing it raises KeyError at line \d+: 'odd'"
        ) as caught:
            problem.strategies()
        assert caught.value.faults[0].path == str(problem.folder / "strategies.py")


def changed(folder: Path, name: str, body: str) -> Problem:
    """Return the small package with another body for one function of strategies.py."""
    head, _, rest = DOUBLE.partition(f"def {name}(")
    signature, _, after = rest.partition(":\n")
    return double(folder, f"{head}def {name}({signature}:\n    {body}\n{after}")


ASKED: dict[str, Callable[[Strategies], object]] = {
    "edges": lambda strategies: list(strategies.edges()),
    "generated": lambda strategies: strategies.draw(count=1, seed=1),
    "scales": lambda strategies: list(strategies.scales()),
    "validate": lambda strategies: strategies.validate({"n": 1, "text": ""}),
}


@pytest.mark.parametrize("raised", ["raise ValueError('odd')", "import sys; sys.exit(0)"])
@pytest.mark.parametrize("name", ASKED)
def test_a_function_that_raises_is_a_fault_of_the_package(
    name: str, raised: str, tmp_path: Path
) -> None:
    """With file, function and line; an exit as well, which would look like an accepted solution."""
    problem = changed(tmp_path, name, raised)
    with pytest.raises(ProblemError) as caught:
        ASKED[name](problem.strategies())
    [fault] = caught.value.faults
    assert (fault.path, fault.field) == (str(problem.folder / "strategies.py"), f"{name}()")
    line = (problem.folder / "strategies.py").read_text().splitlines().index(f"    {raised}") + 1
    assert re.search(f"(ValueError at line {line}: odd|SystemExit at line {line}: 0)", str(fault))
    assert fault.for_log.endswith(f" at line {line}. {fault.mend}")
    assert fault.mend


def test_a_sized_input_that_cannot_be_made_is_a_fault_of_the_package(tmp_path: Path) -> None:
    """Timing tells it in a note."""
    text = f"{DOUBLE}\nSIZES = (1, 9)\ndef sized(n, rng):\n    return 1 // 0\n"
    sized = double(tmp_path, text).strategies().sized
    assert sized is not None
    with pytest.raises(ProblemError, match=r"sized\(\): it raises ZeroDivisionError"):
        sized(3, random.Random(1))


def test_a_function_that_fails_half_way_is_told_too(tmp_path: Path) -> None:
    """A function may yield some inputs and then fail."""
    problem = changed(tmp_path, "edges", "yield {'n': 1, 'text': ''}; raise KeyError('late')")
    with pytest.raises(ProblemError, match="late"):
        list(problem.strategies().edges())


def test_a_file_that_exits_while_it_is_imported_is_a_fault_of_the_package(tmp_path: Path) -> None:
    """It would end the judge with status 0, as if a wrong solution were accepted."""
    problem = double(tmp_path, f"import sys\nsys.exit(0)\n{DOUBLE}")
    with pytest.raises(ProblemError, match=r"it raises SystemExit at line 2: 0\. Remove"):
        problem.strategies()


def test_names_of_files_are_slugs(tmp_path: Path) -> None:
    """An alias in another form would never equal what people write."""
    names: dict[str, Any] = {"aliases": ["Course Schedule"], "not_names": ["a_b"], "leetcode": 0}
    samples = [({"n": 1}, None)]
    with pytest.raises(ProblemError) as raised:
        build_problem(tmp_path, "def f(n: int): ...", "def f(n): ...", samples, **names)
    fields = [fault.field for fault in raised.value.faults]
    assert fields == ["aliases.0", "not_names.0", "leetcode"]
