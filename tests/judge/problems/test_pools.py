import hashlib
import json
import os
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from judge.problems import pools
from judge.problems.pools import POOLS, Pool, pool_of
from judge.problems.problem import Problem
from judge.settings import Settings
from tests.packages import largest, mend_largest

INPUTS: list[dict[str, Any]] = [{"text": "a\ud800\n", "n": 1.5}, {"text": "", "n": None}]


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    return largest(tmp_path)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(cache_dir=tmp_path / "cache", state_dir=tmp_path / "state", key="a secret")


def test_what_is_kept_is_read_again(problem: Problem, settings: Settings) -> None:
    """Whatever the texts hold; before, there is nothing."""
    pool = pool_of(problem, settings, 7, 100)
    assert pool.load() is None
    pool.save(INPUTS)
    assert pool.load() == INPUTS
    assert pool.path.stat().st_mode & 0o077 == 0


def test_chance_chooses_among_so_many_pools(problem: Problem, settings: Settings) -> None:
    """Each is drawn from a seed of its own, and chance beyond their number begins again."""
    seeds = [pool_of(problem, settings, n, 100).seed for n in range(2 * POOLS)]
    assert len(set(seeds)) == POOLS
    assert seeds[:POOLS] == seeds[POOLS:]


def test_a_pool_hangs_on_version_key_and_count(problem: Problem, settings: Settings) -> None:
    """A host that takes another key has other pools, which nobody has seen."""
    first = pool_of(problem, settings, 7, 100)
    others = [
        pool_of(problem, replace(settings, key="another"), 7, 100),
        pool_of(problem, settings, 7, 99),
        pool_of(replace(problem, version="0" * 64), settings, 7, 100),
    ]
    assert len({pool.seed for pool in (first, *others)}) == 4
    assert len({pool.path for pool in (first, *others)}) == 4
    assert first == pool_of(problem, replace(settings), 7, 100)


def test_a_program_to_be_mended_has_the_pools_of_its_base(
    tmp_path: Path, settings: Settings
) -> None:
    """The inputs are the same ones, and are drawn once for both."""
    mend = mend_largest(tmp_path)
    assert pool_of(mend, settings, 7, 100) == pool_of(mend.home, settings, 7, 100)


def _other_seed(pool: Pool) -> bytes:
    line, _, body = pool.path.read_bytes().partition(b"\n")
    return json.dumps({**json.loads(line), "seed": pool.seed + 1}).encode() + b"\n" + body


def _too_much(pool: Pool) -> bytes:
    body = zlib.compress(b"[" + b" " * 99_999 + b"]")
    line, _, _ = pool.path.read_bytes().partition(b"\n")
    header = {**json.loads(line), "sha256": hashlib.sha256(body).hexdigest()}
    return json.dumps(header).encode() + b"\n" + body


@pytest.mark.parametrize(
    "broken",
    [
        lambda _: b"",
        lambda _: b"\xff\n",
        lambda _: b"[" * 100_000,
        lambda pool: pool.path.read_bytes()[:-1],
        lambda pool: pool.path.read_bytes() + b" ",
        _other_seed,
        _too_much,
    ],
)
def test_a_file_that_was_not_written_so_counts_for_nothing(
    problem: Problem, settings: Settings, monkeypatch: pytest.MonkeyPatch, broken: Any
) -> None:
    """Cut off, changed, of another pool, or endless."""
    monkeypatch.setattr(pools, "INPUTS_BYTES", 50_000)
    pool = pool_of(problem, settings, 7, 100)
    pool.save(INPUTS)
    pool.path.write_bytes(broken(pool))
    assert pool.load() is None
    pool.save(INPUTS)
    assert pool.load() == INPUTS


def test_where_nothing_can_be_kept_nothing_is(problem: Problem, settings: Settings) -> None:
    """A file in the place of the folder."""
    settings.cache_dir.write_text("")
    pool = pool_of(problem, settings, 7, 100)
    pool.save(INPUTS)
    assert pool.load() is None


def test_the_oldest_pools_of_a_package_make_room(
    problem: Problem, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of keys and versions that are gone; other packages keep theirs."""
    monkeypatch.setattr(pools, "MOST_KEPT", 3)
    found = [pool_of(problem, settings, n, 100) for n in range(5)]
    other = replace(found[0], path=found[0].path.with_name(f"{problem.slug}-two-0.pool"))
    for age, pool in enumerate([other, *found[:4]]):
        pool.save(INPUTS)
        os.utime(pool.path, (age, age))
    found[4].save(INPUTS)
    assert [pool.path.exists() for pool in [other, *found]] == [True, False, False, *[True] * 3]
