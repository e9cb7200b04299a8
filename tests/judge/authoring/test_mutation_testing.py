from dataclasses import replace
from pathlib import Path

import pytest

from judge.authoring.mutation_testing import (
    Fate,
    MutationReport,
    mutants_of,
    play_batch,
    play_mutants,
    read_equivalents,
)
from judge.errors import ProblemError
from judge.events import MutantsPlayed, result_of
from judge.languages.python.mutants import mutants
from judge.problems.corpus import corpus_path, load_corpus
from judge.problems.problem import load_package
from judge.verdict import Verdict
from tests.packages import LARGEST, largest
from tests.practice import Practice

REFERENCE = '''"""Reference: the larger so far."""


def largest(nums):
    best = nums[0]
    for i in range(1, len(nums)):
        if nums[i] > best:
            best = nums[i]
    return best
'''


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    return Practice(tmp_path, largest(tmp_path, REFERENCE))


def reloaded(practice: Practice) -> Practice:
    practice.problem = load_package(practice.problem.folder, practice.problem.solutions)
    return practice


def measured(practice: Practice, *, count: int | None = None, workers: int = 1) -> MutationReport:
    steps: list[MutantsPlayed] = []
    played = play_mutants(practice.problem, practice.settings, count=count, workers=workers)
    report = result_of(played, steps.append)
    total = len(report.results)
    assert steps[0] == MutantsPlayed("largest", 0, total)
    assert steps[-1] == MutantsPlayed("largest", total, total)
    return report


def listing(practice: Practice, text: str) -> None:
    (practice.problem.solutions / "equivalent.toml").write_text(text)


def survivors(strength: MutationReport) -> set[str]:
    return {tried.mutant.becomes for tried in strength.with_fate(Fate.SURVIVED)}


@pytest.mark.needs("full")
def test_strong_cases_let_only_equivalents_pass(practice: Practice) -> None:
    """Every slip that changes an answer is found; what changes none is shown to the author."""
    strength = measured(practice)
    assert survivors(strength) == {
        "for i in range(0, len(nums)):",
        "if nums[i] >= best:",
    }
    assert len(strength.with_fate(Fate.KILLED)) >= 20
    assert not strength.ok


@pytest.mark.needs("full")
def test_weak_cases_are_told_from_strong_ones(practice: Practice) -> None:
    """Without a case of rising numbers, taking the first number passes."""
    weak = LARGEST.replace("[-1, -2]", "[2, 1]").replace("list(range(2000))", "[7] * 2000")
    weak = weak.replace("list(range(20000))", "[7] * 20000")
    weak = weak.replace("max_size=20)", "max_size=20).map(lambda n: sorted(n)[::-1])")
    (practice.problem.folder / "strategies.py").write_text(weak)
    toml = practice.problem.folder / "problem.toml"
    toml.write_text(toml.read_text().replace("[3, 1, 2]", "[3, 2, 1]"))
    assert "if False:" in survivors(measured(reloaded(practice)))


@pytest.mark.needs("full")
def test_a_listed_equivalent_is_no_survivor(practice: Practice) -> None:
    """Each has its reason, and one reason may serve several mutants of a line."""
    listing(
        practice,
        """
        [[equivalent]]
        file = "reference.py"
        line = "for i in range(1, len(nums)):"
        becomes = ["for i in range(0, len(nums)):"]
        reason = "to look at a number twice changes nothing"
        [[equivalent]]
        file = "reference.py"
        line = "if nums[i] > best:"
        becomes = "if nums[i] >= best:"
        reason = "an equal number is as good"
        """,
    )
    strength = measured(practice)
    assert strength.ok
    reasons = [tried.how for tried in strength.with_fate(Fate.EQUIVALENT)]
    assert reasons == ["to look at a number twice changes nothing", "an equal number is as good"]


@pytest.mark.needs("full")
def test_a_sample_is_of_those_that_must_be_caught(tmp_path: Path) -> None:
    """What is listed takes longest, and is left to the whole measure."""
    source = '"""Reference: the first when sorted."""\n\n\n'
    source += "def largest(nums):\n    best = sorted(nums)\n    return best[-1]\n"
    practice = Practice(tmp_path, largest(tmp_path, source))
    listing(
        practice,
        """
        [[equivalent]]
        file = "reference.py"
        line = "return best[-1]"
        becomes = "pass"
        reason = "listed, so not looked at in a sample"
        """,
    )
    (listed,) = read_equivalents(practice.problem)
    everything = {mutant.key for mutant in mutants_of(practice.problem)}
    played = {tried.mutant.key for tried in measured(practice, count=1000).results}
    assert everything - played == {listed.key}


@pytest.mark.needs("full")
def test_entries_that_are_not_true_are_reported(practice: Practice) -> None:
    """A mutant that is gone, and one that a case tells from the original."""
    listing(
        practice,
        """
        [[equivalent]]
        file = "reference.py"
        line = "return best"
        becomes = "pass"
        reason = "nobody reads it"
        [[equivalent]]
        file = "reference.py"
        line = "if nums[i] > best:"
        becomes = "if nums[i] ~ best:"
        reason = "there was such a line once"
        """,
    )
    strength = measured(practice)
    assert not strength.ok
    killed, gone = strength.stale
    assert "it is no equivalent: WA on sample 1" in killed
    assert "there is no such mutant" in gone


@pytest.mark.needs("full")
def test_what_never_ends_is_timed_out(practice: Practice) -> None:
    """Such a mutant costs a fraction of a second, and counts as found."""
    source = "def largest(nums):\n    while not nums:\n        pass\n    return max(nums)\n"
    endless = next(m for m in mutants("a.py", source) if m.becomes == "while nums:")
    (tried,) = play_batch(practice.problem, practice.settings, [endless])
    assert (tried.fate, tried.how) == (Fate.TIMED_OUT, "TLE on sample 1")


@pytest.mark.needs("full")
def test_a_fresh_input_may_find_what_the_corpus_does_not(practice: Practice) -> None:
    """What passes the corpus goes down the whole road before it is called a survivor."""
    assert practice.report(REFERENCE).verdict is Verdict.ACCEPTED
    path = corpus_path(practice.settings.cache_dir, practice.problem)
    corpus = load_corpus(path, practice.problem)
    assert corpus is not None
    known = [nums for case in corpus.cases if len(nums := case.arguments["nums"]) < 30]
    source = (
        f"KNOWN = {known}\n"
        "def largest(nums):\n"
        "    return max(nums) if nums in KNOWN or len(nums) > 100 or 7 not in nums else 700\n"
    )
    mutant = replace(mutants("a.py", REFERENCE)[0], source=source)
    (tried,) = play_batch(
        practice.problem, replace(practice.settings, search_examples=200), [mutant]
    )
    assert (tried.fate, tried.how) == (Fate.KILLED, "WA on live")


@pytest.mark.needs("full")
def test_workers_see_the_same_as_one_process(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order and the fates hang on no schedule."""
    monkeypatch.setattr("judge.authoring.mutation_testing.BATCH", 4)
    assert measured(practice, count=7, workers=2) == measured(practice, count=7, workers=1)


@pytest.mark.parametrize(
    "text",
    [
        "[[equivalent]",
        "equivalents = []",
        '[[equivalent]]\nfile = "a.py"',
        '[[equivalent]]\nfile = "a.py"\nline = "x"\nbecomes = "y"\nreason = " "',
        '[[equivalent]]\nfile = "a.py"\nline = "x"\nbecomes = 3\nreason = "r"',
        '[[equivalent]]\nfile = "a.py"\nline = "x"\nbecomes = "y"\nreason = "r"\nnth = "2"',
    ],
)
def test_a_faulty_list_is_the_authors_fault(practice: Practice, text: str) -> None:
    """The message names the file and how to mend it."""
    listing(practice, text)
    with pytest.raises(ProblemError, match=r"equivalent\.toml.*Give every"):
        read_equivalents(practice.problem)


def test_only_accepted_solutions_have_mutants(practice: Practice) -> None:
    """A mutant of a wrong solution proves nothing."""
    wrong = practice.problem.solutions / "wrong_answer"
    wrong.mkdir()
    (wrong / "first.py").write_text("def largest(nums): return nums[0]\n")
    assert {mutant.file for mutant in mutants_of(practice.problem)} == {"reference.py"}
