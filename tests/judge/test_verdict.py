"""Verdicts: the contract's codes, and which of several counts."""

from hypothesis import given
from hypothesis import strategies as st

from judge.verdict import PRIORITY, Verdict, folder_of, highest

FLAGS = st.lists(st.sampled_from(list(Verdict)))


def test_the_codes_are_those_of_the_contract() -> None:
    """Plugins and scripts compare these texts."""
    assert {verdict.value: verdict.words for verdict in Verdict} == {
        "AC": "accepted",
        "WA": "wrong answer",
        "TLE": "time limit exceeded",
        "MLE": "memory limit exceeded",
        "RTE": "run-time error",
        "OLE": "output limit exceeded",
        "CE": "does not load",
        "RV": "rule violation",
        "IE": "internal error",
    }


def test_every_verdict_has_words_and_one_rank() -> None:
    """A new verdict must say where it stands."""
    assert all(verdict.words for verdict in Verdict)
    assert sorted(PRIORITY) == sorted(Verdict)


def test_the_order_is_that_of_the_contract() -> None:
    """IE, then CE, RV, TLE, MLE, OLE, RTE, WA: the judge's own fault is never hidden."""
    assert [verdict.value for verdict in PRIORITY] == [
        "IE", "CE", "RV", "TLE", "MLE", "OLE", "RTE", "WA", "AC",
    ]  # fmt: skip


@given(FLAGS)
def test_the_highest_flag_counts_in_any_order(flags: list[Verdict]) -> None:
    """What was seen first does not matter, and neither does how often."""
    expected = next((v for v in PRIORITY if v in flags), Verdict.ACCEPTED)
    assert highest(flags) is expected
    assert highest(reversed(flags)) is expected
    assert highest(set(flags)) is expected


@given(FLAGS, FLAGS)
def test_parts_may_be_counted_apart(one: list[Verdict], other: list[Verdict]) -> None:
    """The highest of two parts is the highest of the whole."""
    assert highest([highest(one), highest(other)]) is highest(one + other)


def test_nothing_seen_is_accepted() -> None:
    assert highest([]) is Verdict.ACCEPTED


def test_folders_are_named_after_verdicts() -> None:
    """As authors type them in `solutions/`."""
    names = {folder_of(verdict) for verdict in Verdict}
    assert {
        "accepted", "wrong_answer", "time_limit_exceeded", "memory_limit_exceeded",
        "run_time_error", "does_not_load",
    } <= names  # fmt: skip
    assert len(names) == len(Verdict)
    assert all(name.replace("_", "").isalpha() for name in names)
