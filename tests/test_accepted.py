"""Right is accepted: solutions as many people write them, each right by the statement, are AC."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.events import result_of
from judge.kinds.query_entry import tables_of
from judge.languages.sql.guest.source import read_query
from judge.pipeline import judge
from judge.settings import Settings
from judge.submission import read_submission
from judge.verdict import Verdict
from tests.packages import HEAVY, bundled
from tests.security.stand import Stand

FOLDER = Path(__file__).parent / "accepted"
VARIANTS = sorted(path for suffix in ("py", "sql") for path in FOLDER.glob(f"*/*.{suffix}"))
#: What right code takes for granted of Python and its library, each in one short judging.
LIBRARY = (
    "kth-largest/new_event_loop_by_hand",
    "kth-largest/stack_size_prelude",
    "kth-largest/random_names_preloaded",
    "lca/own_descriptor",
    "letter-combinations/single_dispatch",
    "lru-cache/methods_set_in_the_constructor",
    "top-active-users/mapped_backwards",
    "url-shortener/uuid_time",
)
SLUGS = sorted({path.parent.name for path in VARIANTS})
COUNTS = Counter(path.parent.name for path in VARIANTS)
#: Packages whose own samples show the habits: here is one more, for `-m slow`.
ONE_MORE = {slug for slug in SLUGS if COUNTS[slug] == 1}


@pytest.fixture(scope="module")
def settings(cache: Path) -> Settings:
    """Few fresh inputs: the corpus has many."""
    chosen = {"JUDGE_CACHE_DIR": str(cache), "JUDGE_SEARCH_EXAMPLES": "10"}
    return Settings.from_environment({**os.environ, **chosen})


@pytest.fixture(scope="module")
def stand(settings: Settings) -> Iterator[Stand]:
    with Stand(settings) as made:
        yield made


def _variants() -> Iterator[object]:
    """Yield them all; those of LIBRARY and the first of each light package are quick.

    The others repeat these with other algorithms and styles, or play a million calls.
    """
    begun = {*HEAVY, *ONE_MORE}
    for path in VARIANTS:
        slug = path.parent.name
        quick = slug not in begun or f"{slug}/{path.stem}" in LIBRARY
        begun.add(slug)
        marks = [] if quick else [pytest.mark.slow]
        yield pytest.param(path, id=f"{slug}-{path.stem}", marks=marks)


@pytest.mark.needs("full")
@pytest.mark.parametrize("path", list(_variants()))
def test_a_right_variant_is_accepted(path: Path, settings: Settings, stand: Stand) -> None:
    """Whatever its algorithm, style, names, helpers and prints."""
    problem = bundled()[path.parent.name]
    report = result_of(judge(read_submission(str(path)), problem, settings, stand.of(problem)))
    failure = report.failure
    assert report.verdict is Verdict.ACCEPTED, (report.summary, failure)


@pytest.mark.parametrize("path", VARIANTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_variant_is_a_program(path: Path) -> None:
    """Most are played by `-m slow` alone, and a slip in one would stay unseen until then."""
    if path.suffix == ".py":
        compile(path.read_bytes(), path, "exec")
    else:
        tables = tables_of(bundled()[path.parent.name].interface)
        read_query(path.read_text("utf-8-sig"), tables)


def test_there_are_many_variants_of_each_package() -> None:
    """At least 150 in all, and no package but those of ONE_MORE is left to a few of them."""
    assert len(VARIANTS) >= 150
    names = {f"{path.parent.name}/{path.stem}" for path in VARIANTS}
    assert set(LIBRARY) <= names
    assert min(COUNTS[slug] for slug in set(SLUGS) - ONE_MORE) >= 12, COUNTS
