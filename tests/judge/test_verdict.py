"""Verdicts: the contract's codes and words."""

from judge.problems.folders import folder_of
from judge.verdict import Verdict


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


def test_folders_are_named_after_verdicts() -> None:
    """As authors type them in `solutions/`."""
    names = {folder_of(verdict) for verdict in Verdict}
    assert {
        "accepted",
        "wrong_answer",
        "time_limit_exceeded",
        "memory_limit_exceeded",
        "run_time_error",
        "does_not_load",
    } <= names
    assert len(names) == len(Verdict)
    assert all(name.replace("_", "").isalpha() for name in names)
