"""The same solutions and cases on other roads: `python -m benchmarks.peers [SLUG ...]`.

For the reference of each package, on the cases of its corpus:

- plain calls in one fresh interpreter: the cases read, the calls, `==`. Nothing can be faster, and
  nothing protects or measures;
- this judge: `judge submit --no-timing`, to its end;
- pytest, one test for each case;
- a fresh interpreter for each case, the input on stdin, as judges of whole programs start them;
- `oj test` of online-judge-tools, where it is installed: the same, with its own comparison.

Of the last two the first cases are played, and the whole is told from them. Wall seconds, median of
three. Packages whose arguments are JSON only: none has to build trees.
"""

import importlib.metadata
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import clock
from judge.problems import Case, corpus_path, default_catalog, load_corpus
from judge.problems.problem import Problem
from judge.settings import Settings

SLUGS = ("decode-digits", "kth-largest", "longest-unique-substring", "two-sum")
ROUNDS = 3
#: Cases that the roads with a program for each play.
FEW = 40
PLAIN = """
import json, sys
from solution import {name} as solve
with open("cases.json") as file:
    for arguments, expected in json.load(file):
        assert solve(*arguments) == expected
"""
TESTS = """
import json, pytest
from solution import {name} as solve
with open("cases.json") as file:
    CASES = json.load(file)
@pytest.mark.parametrize(("arguments", "expected"), CASES, ids=range(len(CASES)))
def test_case(arguments, expected):
    assert solve(*arguments) == expected
"""
PROGRAM = """
import json, sys
from solution import {name} as solve
print(json.dumps(solve(*json.load(sys.stdin))))
"""


def main(slugs: Sequence[str]) -> None:
    """Print the table."""
    print(f"{platform.python_implementation()} {platform.python_version()}, {versions()}")
    print(f"bare interpreter start: {clock.bare_seconds() * 1e3:.2f} ms\n")
    print(f"{'package':<26} {'road':<34} {'cases':>6} {'seconds':>9} {'cases a second':>15}")
    for slug in slugs:
        with tempfile.TemporaryDirectory() as folder:
            for road, count, seconds in roads(default_catalog().get(slug), Path(folder)):
                print(f"{slug:<26} {road:<34} {count:>6} {seconds:>9.3f} {count / seconds:>15.0f}")


def versions() -> str:
    """Return the peers that are installed, with their versions."""
    found = [f"pytest {importlib.metadata.version('pytest')}"]
    if oj := shutil.which("oj"):
        told = subprocess.run([oj, "--version"], capture_output=True, text=True, check=False)
        found.append(told.stdout.strip())
    return ", ".join(found)


def roads(problem: Problem, folder: Path) -> list[tuple[str, int, float]]:
    """Return for each road: its name, how many cases, the seconds for all of them."""
    environment = {**os.environ, "JUDGE_CACHE_DIR": str(folder / "cache"), "JUDGE_HISTORY": "off"}
    reference = folder / "solution.py"
    reference.write_bytes(problem.reference.source)
    submit = ["-m", "judge", "submit", problem.slug, str(reference), "--no-timing"]
    run(submit, folder, environment)  # makes the corpus
    corpus = load_corpus(
        corpus_path(Settings.from_environment(environment).cache_dir, problem), problem
    )
    assert corpus is not None
    cases = corpus.cases
    write(folder, cases, problem.interface.names[0])
    count, few = len(cases), min(FEW, len(cases))
    found = [
        ("plain calls, one interpreter", count, median(["plain.py"], folder, environment)),
        ("this judge, corpus and fresh inputs", count, median(submit, folder, environment)),
        (
            "pytest, a test for each case",
            count,
            median(
                ["-m", "pytest", "-q", "-p", "no:cacheprovider", "test_all.py"], folder, environment
            ),
        ),
    ]
    each = statistics.median(clock.timed(lambda: one_by_one(folder, few)) for _ in range(ROUNDS))
    found.append(("an interpreter for each case", few, each))
    if oj := shutil.which("oj"):
        command = [oj, "test", "-c", f"{sys.executable} program.py", "-d", "few", "-S"]
        seconds = [clock.timed(clock.command(command, cwd=folder)) for _ in range(ROUNDS)]
        found.append(("oj test", few, statistics.median(seconds)))
    return found


def write(folder: Path, cases: Sequence[Case], name: str) -> None:
    """Write the programs of the other roads, and the cases as they read them."""
    pairs = [(json.loads(case.arguments_json), json.loads(case.expected_json)) for case in cases]
    (folder / "cases.json").write_text(json.dumps(pairs))
    for file, text in (("plain.py", PLAIN), ("test_all.py", TESTS), ("program.py", PROGRAM)):
        (folder / file).write_text(text.format(name=name))
    (folder / "few").mkdir()
    for number, (arguments, expected) in enumerate(pairs[:FEW]):
        (folder / "few" / f"{number}.in").write_text(json.dumps(arguments))
        (folder / "few" / f"{number}.out").write_text(json.dumps(expected) + "\n")


def median(arguments: Sequence[str], folder: Path, environment: dict[str, str]) -> float:
    """Return the median seconds of a command of this interpreter, which must succeed."""
    return statistics.median(
        clock.timed(lambda: run(arguments, folder, environment)) for _ in range(ROUNDS)
    )


def run(arguments: Sequence[str], folder: Path, environment: dict[str, str]) -> None:
    """Run a command in the folder of the cases."""
    subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, check=True
    )


def one_by_one(folder: Path, count: int) -> None:
    """Start the program for each of the first cases and compare what it prints."""
    for number in range(count):
        given, expected = (
            (folder / "few" / f"{number}.{end}").read_bytes() for end in ("in", "out")
        )
        done = subprocess.run(
            [sys.executable, "program.py"], cwd=folder, input=given, capture_output=True, check=True
        )
        assert json.loads(done.stdout) == json.loads(expected)


if __name__ == "__main__":
    main(sys.argv[1:] or SLUGS)
