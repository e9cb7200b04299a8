from dataclasses import replace
from pathlib import Path

import pytest

from judge.execution.sandbox_cache import MOST_PROBLEMS, SandboxCache
from judge.execution.sandboxes import WARM, Sandboxes
from judge.problems.problem import Problem
from judge.settings import Settings
from tests.practice import Practice
from tests.waiting import until


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    return Practice(tmp_path)


def lent(cache: SandboxCache, problem: Problem, settings: Settings) -> Sandboxes:
    with cache.sandboxes(problem, settings) as sandboxes:
        return sandboxes


def test_a_package_version_has_its_sandboxes_again(practice: Practice) -> None:
    """The next submission starts no fork server; a changed package is another one."""
    cache, problem, settings = SandboxCache(), practice.problem, practice.settings
    first = lent(cache, problem, settings)
    assert lent(cache, problem, settings) is first
    assert lent(cache, replace(problem, version="changed"), settings) is not first


def test_the_last_used_are_kept(practice: Practice) -> None:
    """As many problems as a process may hold servers for; the one used longest ago goes."""
    cache, problem, settings = SandboxCache(), practice.problem, practice.settings
    versions = [replace(problem, version=str(number)) for number in range(MOST_PROBLEMS + 1)]
    old, used = lent(cache, versions[0], settings), lent(cache, versions[1], settings)
    for version in (*versions[2:-1], versions[1], versions[-1]):
        lent(cache, version, settings)
    assert lent(cache, versions[1], settings) is used
    assert lent(cache, versions[0], settings) is not old


def test_an_error_costs_the_sandboxes(practice: Practice) -> None:
    """Whatever failed in them, the next submission has new ones."""
    cache, problem, settings = SandboxCache(), practice.problem, practice.settings
    broken = lent(cache, problem, settings)

    def fail() -> None:
        with cache.sandboxes(problem, settings):
            raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        fail()
    assert lent(cache, problem, settings) is not broken


@pytest.mark.needs("full")
def test_figures_count_what_ended_too(practice: Practice) -> None:
    """They only grow, and what waits is gone once all are closed."""
    cache, problem, settings = SandboxCache(), practice.problem, practice.settings
    with cache.sandboxes(problem, settings) as sandboxes:
        practice.report("def largest(nums): return max(nums)\n", sandboxes)
    started = cache.figures().started
    cache.close()
    assert cache.figures().started >= started > 0
    assert cache.figures().waiting == 0


@pytest.mark.needs("full")
def test_after_a_submission_programs_are_made_ready_for_the_next_one(practice: Practice) -> None:
    cache = SandboxCache()
    with cache.sandboxes(practice.problem, practice.settings) as sandboxes:
        practice.report("def largest(nums): return max(nums)\n", sandboxes)
    waiting = sandboxes.main._waiting
    assert len(waiting) == WARM
    until(lambda: all(one.program.pid for one in waiting))
    cache.close()
