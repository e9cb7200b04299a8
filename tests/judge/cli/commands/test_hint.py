"""`judge hint` and `judge editorial`, and what is offered after a verdict."""

from pathlib import Path

import pytest

from judge.practice import History
from judge.problems.problem import Problem
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.cli.command import invoke, invoke_on, judging
from tests.packages import largest


def hinted(*arguments: str) -> str:
    result = invoke(FakeJudge(), "hint", "lca", *arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_each_time_there_is_one_hint_more(lca: Problem) -> None:
    """The last one says so; after it all are shown again."""
    count = len(lca.hints)
    for number, text in enumerate(lca.hints, 1):
        shown = hinted()
        assert shown.startswith(f"Hint {number} of {count}: {text}\n")
        assert shown.count("Hint ") == 1
        assert ("judge editorial lca" in shown) is (number == count)
    assert hinted().count("Hint ") == count


def test_a_hint_says_how_many_are_left_and_what_it_costs() -> None:
    """In the words of the schedule."""
    told = [hinted() for _ in range(4)]
    assert "3 are left. In the schedule today counts as Good at best" in told[0]
    assert "2 are left. In the schedule today counts as Hard at best" in told[1]
    assert "One is left. " in told[2]
    assert "None is left. In the schedule today counts as Again" in told[3]
    assert "None is left.\n" in hinted()


def test_a_hint_by_number_and_all_at_once(lca: Problem) -> None:
    """What was shown is never taken back."""
    assert hinted("3").startswith("Hint 3 of 4: ")
    assert hinted("1").startswith("Hint 1 of 4: ")
    assert hinted().startswith("Hint 4 of 4: ")
    assert hinted("--all").count("Hint ") == len(lca.hints)


@pytest.mark.parametrize("number", ["0", "5", "x"])
def test_a_hint_that_is_not_there_is_a_mistake(number: str) -> None:
    """Said with how many there are."""
    result = invoke(FakeJudge(), "hint", "lca", number)
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_problem_without_hints_says_so(tmp_path: Path) -> None:
    """And nothing is kept for it."""
    result = invoke_on(largest(tmp_path), "hint", "largest")
    assert result.exit_code == 2
    assert "largest has no hints" in result.stderr


def test_a_history_that_cannot_be_kept_costs_one_line(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hint is shown, the first one each time."""
    (data_dir / "no").write_text("")
    monkeypatch.setenv("JUDGE_DATA_DIR", str(data_dir / "no" / "folder"))
    for _ in range(2):
        result = invoke(FakeJudge(), "hint", "lca")
        assert result.exit_code == 0
        assert result.stdout.startswith("Hint 1 of 4")
        assert result.stderr.count("\n") == 1


def test_a_hint_that_was_open_already_is_no_event(data_dir: Path) -> None:
    """So it costs nothing again; each new one says whether it is the last."""
    hinted("2"), hinted("2"), hinted("--all"), hinted()
    kept = History(data_dir, pytest.fail).read("lca")
    assert [one.facts for one in kept] == [
        {"n": number, "last": number == 4} for number in (2, 1, 3, 4)
    ]


def test_help_is_offered_after_three_failures_in_a_row(file: str) -> None:
    """A source that does not load counts for nothing; an accepted one begins anew."""
    wrong, bad = judging(Verdict.WRONG_ANSWER), judging(Verdict.DOES_NOT_LOAD)
    assert "Stuck?" not in invoke(wrong, "submit", "lca", file).stdout
    assert "Stuck?" not in invoke(wrong, "submit", "lca", file, "--json").stdout
    assert "Stuck?" not in invoke(bad, "submit", "lca", file).stdout
    third = invoke(wrong, "submit", "lca", file).stdout
    assert "Stuck? Hint 1 of 4: judge hint lca\n" in third
    hinted()
    assert "Stuck? Hint 2 of 4: judge hint lca\n" in invoke(wrong, "submit", "lca", file).stdout
    hinted("--all")
    assert (
        "Stuck? How it is solved: judge editorial lca\n"
        in invoke(wrong, "submit", "lca", file).stdout
    )
    assert "Stuck?" not in invoke(judging(Verdict.ACCEPTED), "submit", "lca", file).stdout
    assert "Stuck?" not in invoke(wrong, "submit", "lca", file).stdout


def test_an_accepted_solution_leads_on(file: str, lca: Problem) -> None:
    """To the statement's follow-ups and the editorial; for people only."""
    shown = invoke(judging(Verdict.ACCEPTED), "submit", "lca", file).stdout
    assert len(lca.interview.follow_ups) == 5
    for pair in lca.interview.follow_ups:
        assert pair.question.replace("`", "") in " ".join(shown.split())
        assert pair.answer.replace("`", "") not in " ".join(shown.split())
    assert shown.endswith("judge editorial lca\n")
    for options in (["--json"], ["--format=line"]):
        told = invoke(judging(Verdict.ACCEPTED), "submit", "lca", file, *options).stdout
        assert "editorial" not in told


def test_the_editorial_is_shown_after_ac_or_when_it_is_asked_for(file: str, lca: Problem) -> None:
    """Before, somebody who cannot be asked says --yes. Each follow-up stands over its answer."""
    refused = invoke(FakeJudge(), "editorial", "lca")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "--yes" in refused.stderr
    told = invoke(FakeJudge(), "editorial", "lca", "--yes").stdout
    assert "Lowest common ancestor: three ways" in told
    text = " ".join(told.split()).replace("`", "")
    for pair in lca.interview.follow_ups:
        assert f"{pair.question} {pair.answer}".replace("`", "") in text
    invoke(judging(Verdict.ACCEPTED), "submit", "lca", file)
    assert invoke(FakeJudge(), "editorial", "lca").stdout == told
