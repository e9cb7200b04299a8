import json
from dataclasses import replace
from io import StringIO
from typing import IO

import pytest
from click.testing import CliRunner, Result

from judge.authoring.mutation_testing import Fate, MutantResult, MutationReport
from judge.cli.main import commands
from judge.cli.render.authoring import mutation_report_json, show_mutation_report
from judge.cli.render.console import open_console
from judge.languages.python.mutants import mutants
from judge.problems.catalog import default_catalog
from judge.problems.problem import Problem
from judge.testing import FakeRoad

MADE = mutants("a.py", "def f(a):\n    x = 1\n    return a < x\n")
KILLED = MutantResult(MADE[0], Fate.KILLED, "WA on sample 1")
SURVIVED = MutantResult(MADE[-1], Fate.SURVIVED, "accepted")
EQUIVALENT = MutantResult(MADE[1], Fate.EQUIVALENT, "it is as good")
STRONG = MutationReport("lca", (KILLED, EQUIVALENT), ())
WEAK = MutationReport("lca", (KILLED, SURVIVED), ("a.py: 'x' -> 'y': there is no such mutant",))


@pytest.fixture(scope="module")
def lca() -> Problem:
    return default_catalog().get("lca")


def invoke(lca: Problem, strength: MutationReport, *arguments: str) -> Result:
    road = FakeRoad(problem=lca, strength=strength)
    return CliRunner().invoke(commands, ["verify", "lca", *arguments], obj=road)


def shown(strength: MutationReport, stream: IO[str]) -> None:
    show_mutation_report(open_console(stream, plain=True), strength)


def test_strong_cases_are_0_and_one_line(lca: Problem) -> None:
    """The counts are all there is to say."""
    result = invoke(lca, STRONG, "--mutants")
    assert result.exit_code == 0
    assert result.stdout == (
        "ok    lca: 2 mutants: 1 killed, 0 timed out, 1 equivalent, 0 survived\n"
    )


def test_a_survivor_is_1_and_a_readable_diff(lca: Problem) -> None:
    """Where it is, which kind of slip, and the patch."""
    result = invoke(lca, WEAK, "--mutants")
    mutant = SURVIVED.mutant
    assert result.exit_code == 1
    assert "WEAK  lca: 2 mutants: 1 killed" in result.stdout
    assert f"survived: lca/accepted/a.py:{mutant.number}: {mutant.operator}" in result.stdout
    assert f"-    {mutant.line}\n" in result.stdout
    assert f"+    {mutant.becomes}\n" in result.stdout
    assert "there is no such mutant" in result.stdout


def test_a_stale_entry_alone_is_1(lca: Problem) -> None:
    """A list that is no longer true hides what it should not."""
    stale = replace(STRONG, stale=("a.py: gone",))
    assert invoke(lca, stale, "--mutants").exit_code == 1


def test_the_json_tells_survivors_and_equivalents(lca: Problem) -> None:
    """One document, with what an entry of equivalent.toml needs."""
    result = invoke(lca, WEAK, "--mutants", "--json")
    (entry,) = json.loads(result.stdout)
    assert result.exit_code == 1
    assert entry["fates"] == {"killed": 1, "timed out": 0, "equivalent": 0, "survived": 1}
    (survivor,) = entry["survivors"]
    assert (survivor["line"], survivor["becomes"]) == (MADE[-1].line, MADE[-1].becomes)
    assert mutation_report_json(STRONG)["equivalents"][0]["reason"] == "it is as good"


def test_a_sample_may_be_asked_for(lca: Problem) -> None:
    """--sample is handed on, and means nothing without --mutants."""
    road = FakeRoad(problem=lca, strength=STRONG)
    arguments = ["verify", "lca", "--mutants", "--sample", "25"]
    assert CliRunner().invoke(commands, arguments, obj=road).exit_code == 0
    assert road.counts == [25]
    assert invoke(lca, STRONG, "--sample", "25").exit_code == 2
    assert invoke(lca, STRONG, "--mutants", "--sample", "0").exit_code == 2


def test_hostile_text_in_a_solution_is_escaped() -> None:
    """A package's text reaches the terminal as any other does."""
    source = "def f(a):\n    return 'x\x1b[2J' < a\n"
    tried = MutantResult(mutants("a.py", source)[0], Fate.SURVIVED, "accepted")
    stream = StringIO()
    shown(MutationReport("lca", (tried,), ()), stream)
    assert "\x1b" not in stream.getvalue()
    assert "\\x1b[2J" in stream.getvalue()
