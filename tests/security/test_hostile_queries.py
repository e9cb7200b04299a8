"""The hostile queries of tests/hostile_sql/: none is accepted, and each gets its verdict.

Each is one file, `<row>_<name>.sql`, where the row is that of the threat list: a time, b memory,
c files, d forging the answer. Its first lines are comments, as in tests/hostile/:

    -- expect: TLE|MLE               the verdicts that it may get
    -- tries: to ...                 what it is after
    -- stopped by: steps, memory     what stops it
"""

import json
import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from judge.events import result_of
from judge.execution.sandboxes import Sandboxes
from judge.judging.corpus import ready_corpus
from judge.problems.case import PackedJson
from judge.problems.corpus import corpus_path, save_corpus
from judge.reports.report import Report
from judge.verdict import Verdict
from tests.packages import LED, staff
from tests.practice import Practice
from tests.security.attacks import Attack, attacks, levels

FOLDER = Path(__file__).parents[1] / "hostile_sql"
#: What may stop a query, each named by some program.
WALLS = {
    "answer": "more rows or characters than the judge reads are refused",
    "authorizer": "SQLite asks whether a statement may touch what it names",
    "clock": "CPU and wall clocks are read from outside; the query's own clock stands still",
    "columns": "an answer has at most 200 columns",
    "compound": "at most 100 SELECTs are joined by UNION and its kin",
    "depth": "an expression is at most 500 levels deep",
    "encoding": "cells are encoded by the guest, and decoded strictly outside",
    "functions": "a list names the functions that there are",
    "index steps": "building indexes has a limit of steps of its own",
    "length": "a text has at most a million bytes, a pattern a thousand",
    "memory": "the sandbox has a memory limit",
    "program length": "a statement compiles to at most 100,000 instructions",
    "statements": "only CREATE INDEX and one SELECT may be used",
    "steps": "a query has a limit of steps",
    "tables": "only the tables of the case may be read",
    "variables": "there are no parameters",
}

pytestmark = pytest.mark.needs("full")

ATTACKS = list(attacks(FOLDER, ".sql", "-- "))
#: Those on time and memory take seconds to be stopped.
LEVELS = levels(ATTACKS, lambda one: one.name[0] in "ab")


@pytest.fixture(scope="module")
def arena(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Practice, Sandboxes]]:
    """Return the package `staff`, whose second column every attack must give, too."""
    folder = tmp_path_factory.mktemp("arena")
    practice = Practice(folder, staff(folder))
    with Sandboxes(practice.problem, practice.settings) as sandboxes:
        yield practice, sandboxes


def judged(arena: tuple[Practice, Sandboxes], source: bytes) -> Report:
    practice, sandboxes = arena
    return practice.report(source, sandboxes, search_examples=0)


@pytest.mark.parametrize("attack", LEVELS)
def test_a_hostile_query_gets_its_verdict(
    arena: tuple[Practice, Sandboxes], attack: Attack
) -> None:
    """And the next honest one is accepted: nothing is left behind."""
    report = judged(arena, attack.source)
    assert report.verdict in attack.expected, report.summary
    assert report.isolation.tier == "full"


@pytest.fixture(scope="module")
def impossible(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Practice, Sandboxes]]:
    """Return the same package, but no query gives the rows that are expected of any case.

    They are drawn anew in each run and are known to the judge alone.
    """
    folder = tmp_path_factory.mktemp("impossible")
    practice = Practice(folder, staff(folder), own_corpora=True)
    problem, settings = practice.problem, practice.settings
    with Sandboxes(problem, settings) as sandboxes:
        corpus = result_of(ready_corpus(problem, settings, sandboxes.main))
        cases = tuple(replace(case, expected_text=_unknown_rows()) for case in corpus.cases)
        path = corpus_path(settings.cache_dir, problem)
        save_corpus(path, problem, replace(corpus, cases=cases))
        yield practice, sandboxes


def _unknown_rows() -> PackedJson:
    rows = [[secrets.token_hex(16), secrets.randbits(60)]]
    return PackedJson.packed(json.dumps(rows).encode())


@pytest.mark.slow
@pytest.mark.parametrize("attack", ATTACKS, ids=[attack.name for attack in ATTACKS])
def test_no_hostile_query_solves_the_impossible(
    impossible: tuple[Practice, Sandboxes], attack: Attack
) -> None:
    """Whoever is accepted here has forged rows."""
    report = judged(impossible, attack.source)
    assert report.verdict not in (Verdict.ACCEPTED, Verdict.INTERNAL_ERROR), report.summary


def test_an_honest_query_cannot_solve_the_impossible(
    impossible: tuple[Practice, Sandboxes],
) -> None:
    """The reference gets a wrong answer at its first sample: the rows are really unknown."""
    report = judged(impossible, LED.encode())
    assert report.verdict is Verdict.WRONG_ANSWER
    assert report.cases.passed == 0


def test_an_honest_query_is_accepted_after_them(arena: tuple[Practice, Sandboxes]) -> None:
    """The sandboxes are those in which the attacks ran."""
    report = judged(arena, LED.encode())
    assert report.verdict is Verdict.ACCEPTED, report.summary


def test_every_wall_is_tried() -> None:
    """Each is named by an attack, and no attack names another."""
    assert {wall for attack in ATTACKS for wall in attack.walls} == WALLS.keys()
    assert all(Verdict.ACCEPTED not in attack.expected for attack in ATTACKS)
    assert all(attack.tries.startswith("to ") for attack in ATTACKS)
    assert len(ATTACKS) >= 30
