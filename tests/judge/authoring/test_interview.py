"""`judge verify` names what a package does not say for an interview."""

import re
from pathlib import Path
from typing import Any

import pytest

from judge.authoring.interview import check_interview
from judge.testing import QUESTIONS
from tests.packages import largest

PAGE = "# A\n\n## Follow-ups\n\n- Faster?\n- Larger?\n"


def test_what_there_is_is_counted(tmp_path: Path) -> None:
    found = check_interview(largest(tmp_path))
    assert found.ok
    assert (found.slug, found.questions, found.crucial) == ("largest", 4, 2)
    assert (found.listens, found.follow_ups) == (1, 1)


def crucial(*marks: bool) -> list[dict[str, Any]]:
    names = ("cut", "empty", "large", "sorted", "short")
    return [
        {"ask": f"{name}?", "words": [name], "answer": "No.", "crucial": mark}
        for name, mark in zip(names, marks, strict=False)
    ]


@pytest.mark.parametrize(
    ("manifest", "place", "reason"),
    [
        ({"listens": []}, "problem.toml: listens", "does not say what an interviewer listens for"),
        ({"questions": crucial(True, True, False)}, "problem.toml: questions", "4 .* there are 3"),
        ({"questions": crucial(True, *[False] * 3)}, "questions.crucial", "1 of 4 are crucial"),
        ({"questions": crucial(*[True] * 5)}, "questions.crucial", "5 of 5 are crucial"),
        (
            {"questions": [*QUESTIONS, {**QUESTIONS[0], "ask": "Where is it cut?"}]},
            "problem.toml: questions.4.words",
            "'Where is it cut\\?' is taken for 'Is it cut\\?'",
        ),
        ({"files": {"statement.md": "# A\n"}}, "editorial.md: Follow-ups", "asks 0, and 1 are"),
        ({"files": {"statement.md": PAGE}}, "editorial.md: Follow-ups", "asks 2, and 1 are"),
        (
            {"files": {"statement.md": "# A\n", "editorial.md": "# A\n"}},
            "statement.md: Follow-ups",
            "no list under",
        ),
    ],
)
def test_what_is_missing_is_a_fault(
    manifest: dict[str, Any], place: str, reason: str, tmp_path: Path
) -> None:
    """One fault, with its file, its field and what to do."""
    [fault] = check_interview(largest(tmp_path, **manifest)).faults
    assert place in str(fault)
    assert re.search(reason, fault.reason)
    assert fault.mend
