"""Right is accepted: solutions as many people write them, each right by the statement, are AC."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.events import result_of
from judge.pipeline import judge
from judge.problems.catalog import default_catalog
from judge.settings import Settings
from judge.submission import read_submission
from judge.verdict import Verdict
from tests.security.stand import Stand

FOLDER = Path(__file__).parent / "accepted"
VARIANTS = sorted(FOLDER.glob("*/*.py"))
#: What right code takes for granted of Python and its library, each in one short judging; the
#: others of these programs repeat it with other algorithms.
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
REPEATED = (
    "decode-digits/chain_of_generators",
    "decode-digits/literal_types_and_named_tuple",
    "decode-digits/sqlite_recursive_query",
    "decode-digits/thread_workers_and_queue",
    "kth-largest/event_loop",
    "kth-largest/partialmethod_and_enum",
    "kth-largest/solution_of_another_name",
    "kth-largest/sqlite_order_by",
    "kth-largest/statistics_and_bisect",
    "kth-largest/thread_pool_of_multiprocessing",
    "lca/callable_object_in_the_class",
    "lca/context_variable",
    "lca/metaclass_registry",
    "lca/typing_protocol_and_overload",
    "letter-combinations/async_generator",
    "letter-combinations/cached_property_table",
    "letter-combinations/class_method_factory",
    "longest-unique-substring/coroutine_by_hand",
    "longest-unique-substring/enum_flags_and_slots",
    "longest-unique-substring/function_beside_the_class",
    "longest-unique-substring/memory_view_of_code_points",
    "longest-unique-substring/selectors_and_pipe",
    "lru-cache/abstract_base_and_generic",
    "lru-cache/locked_methods",
    "lru-cache/weak_references",
    "news-feed/asyncio_locks",
    "news-feed/decorated_and_wrapped",
    "news-feed/enum_and_mixins",
    "rate-limiter/inherits_default_dict",
    "rate-limiter/module_with_getattr",
    "rate-limiter/single_dispatch_and_properties",
    "rate-limiter/typed_dict_and_frozen",
    "top-active-users/datetime_window",
    "top-active-users/event_loop_and_threads",
    "top-active-users/sqlite_in_the_scratch",
    "url-shortener/descriptor_for_clicks",
    "url-shortener/machine_and_counter",
    "url-shortener/sqlite_table",
)
SLUGS = sorted({path.parent.name for path in VARIANTS})


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A cache of this run's own: one corpus a package; few fresh inputs, the corpus has many."""
    cache = tmp_path_factory.mktemp("cache")
    chosen = {"JUDGE_CACHE_DIR": str(cache), "JUDGE_SEARCH_EXAMPLES": "10"}
    yield Settings.from_environment({**os.environ, **chosen})
    # pytest keeps the folders of three runs, and a large log is too much to keep.
    shutil.rmtree(cache / "data", ignore_errors=True)


@pytest.fixture(scope="module")
def stand(settings: Settings) -> Iterator[Stand]:
    with Stand(settings) as made:
        yield made


def _variants() -> Iterator[object]:
    for path in VARIANTS:
        slow = f"{path.parent.name}/{path.stem}" in REPEATED
        marks = [pytest.mark.slow] if slow else []
        yield pytest.param(path, id=f"{path.parent.name}-{path.stem}", marks=marks)


@pytest.mark.needs("full")
@pytest.mark.parametrize("path", list(_variants()))
def test_a_right_variant_is_accepted(path: Path, settings: Settings, stand: Stand) -> None:
    """Whatever its algorithm, style, names, helpers and prints."""
    problem = default_catalog().get(path.parent.name)
    report = result_of(judge(read_submission(str(path)), problem, settings, stand.of(problem)))
    failure = report.failure
    assert report.verdict is Verdict.ACCEPTED, (report.summary, failure)


def test_there_are_many_variants_of_each_package() -> None:
    """At least 150 in all, and no package is left to a few of them."""
    assert len(VARIANTS) >= 150
    names = {f"{path.parent.name}/{path.stem}" for path in VARIANTS}
    assert {*LIBRARY, *REPEATED} <= names
    counts = {slug: len(list(FOLDER.glob(f"{slug}/*.py"))) for slug in SLUGS}
    assert min(counts.values()) >= 12, counts
