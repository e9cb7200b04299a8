"""`judge question`: the list, an answer that is kept, and the points to compare it with."""

import json
from pathlib import Path

import pytest
from click.testing import Result

from judge.cli import draft
from judge.errors import UsageError
from judge.practice import History, load_questions
from judge.testing import FakeJudge
from tests.judge.cli.command import invoke
from tests.judge.cli.test_person import Person


def question(*arguments: str, answer: str | None = None) -> Result:
    return invoke(FakeJudge(), "question", *arguments, source=answer)


def test_the_list_tells_which_questions_were_answered() -> None:
    """Piped, each is a line of words."""
    lines = [line.split("\t") for line in question().stdout.splitlines()]
    assert [line[0] for line in lines] == [one.id for one in load_questions()]
    assert {line[3] for line in lines} == {"new"}
    assert question("cap", answer="It is about partitions.").exit_code == 0
    rows = {row["id"]: row for row in json.loads(question("--json").stdout)}
    assert [id_ for id_, row in rows.items() if row["answer"]] == ["cap"]
    assert "text" not in rows["cap"]["answer"]
    assert "\tanswered\t" in question().stdout


def test_an_answer_is_kept_and_only_then_the_points_are_shown(data_dir: Path) -> None:
    """The text lies in the history, whole; nobody scores it."""
    text = "During a partition: wait, or answer.\n\u00e9\n"
    shown = question("cap", answer=f"\n{text}\n")
    assert shown.exit_code == 0
    assert shown.stdout.startswith("Explain the CAP theorem")
    one = next(one for one in load_questions() if one.id == "cap")
    for point in (*one.points, *one.pitfalls, *(f.ask for f in one.follow_ups)):
        assert point in " ".join(shown.stdout.split())
    history = History(data_dir, print)
    (event,) = history.read()
    assert history.text(event.facts["sha"]) == text.encode()
    assert json.loads(question("cap", "--json").stdout)["answer"]["text"] == text


def test_nothing_written_keeps_and_reveals_nothing(data_dir: Path) -> None:
    shown = question("cap", answer=" \n")
    assert shown.exit_code == 0
    assert "nothing is kept" in shown.stderr
    assert "A good answer covers" not in shown.stdout
    assert not (data_dir / "history.jsonl").exists()


def test_the_points_can_be_read_with_the_last_answer() -> None:
    """And without one; an answer that stays the same is kept once."""
    assert "A good answer covers" in question("scalable-reliable", "--show").stdout
    question("scalable-reliable", answer="A \x1b[2J\n")
    question("scalable-reliable", answer="B\n")
    question("scalable_reliable", answer="B\n")
    shown = question("scalable-reliable", "--show").stdout
    assert "| B\n" in shown.replace("\u2502", "|")
    assert "judge start message-queue" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("id_", "said"), [("capp", "did you mean cap?"), ("\x1b", "`judge question` lists them")]
)
def test_an_unknown_question_is_a_mistake(id_: str, said: str) -> None:
    result = question(id_)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize("answer", [b"\xff", b"a" * (draft.MOST_BYTES + 1)])
def test_what_is_no_page_of_text_is_a_mistake(answer: bytes, data_dir: Path) -> None:
    result = invoke(FakeJudge(), "question", "cap", source=answer)  # type: ignore[arg-type]  # click takes bytes too
    assert result.exit_code == 2
    assert not (data_dir / "history.jsonl").exists()


def test_an_answer_that_cannot_be_kept_is_an_error(data_dir: Path) -> None:
    """It says why, and no points are shown as if it were."""
    (data_dir / "history.jsonl").mkdir()
    result = question("cap", answer="Mine.\n")
    assert result.exit_code == 3
    assert "is not kept" in result.stderr
    assert "A good answer covers" not in result.stdout


def editor(folder: Path, script: str) -> str:
    """Return a program that does this to the file `$1`."""
    program = folder / "my editor"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return f"'{program}'"


@pytest.mark.needs("full")  # a terminal, as in the tests of a person
def test_on_a_terminal_the_editor_opens_on_the_answer(tmp_path: Path, data_dir: Path) -> None:
    """VISUAL before EDITOR; it has the question, the parts of an answer, and later the answer."""
    visual = editor(tmp_path, f'cat "$1" > {tmp_path}/seen; echo "I was late." >> "$1"')
    for _ in range(2):
        person = Person("question", "failure", VISUAL=visual, EDITOR="false")
        person.read_until(b"What goes wrong")
        assert person.end() == 0
    seen = (tmp_path / "seen").read_text()
    assert seen.startswith("> Tell me of a failure")
    assert "## Situation\n" in seen
    assert seen.endswith("I was late.\n")
    assert list((data_dir / "drafts").iterdir()) == []
    assert [one.facts["minutes"] for one in History(data_dir, print).read()] == [0.0, 0.0]


def test_what_was_typed_survives_an_editor_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next one goes on where it ended."""
    path = tmp_path / "drafts" / "cap.md"
    monkeypatch.setenv("VISUAL", editor(tmp_path, 'echo half >> "$1"; exit 1'))
    with pytest.raises(UsageError, match=r"What you wrote is in .*cap\.md"):
        draft.written_in_editor(path, "first\n")
    monkeypatch.setenv("VISUAL", editor(tmp_path, 'echo whole >> "$1"'))
    assert draft.written_in_editor(path, "another\n").text == "first\nhalf\nwhole\n"


@pytest.mark.parametrize("visual", ["'", "/no/such/editor"])
def test_an_editor_that_cannot_be_started_is_told(
    visual: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", visual)
    with pytest.raises(UsageError, match="set VISUAL or EDITOR"):
        draft.written_in_editor(tmp_path / "one.md", "first\n")


@pytest.mark.parametrize("script", ['rm "$1"', ': > "$1"'])
def test_an_editor_may_leave_nothing(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then nothing was written."""
    monkeypatch.setenv("VISUAL", editor(tmp_path, script))
    assert draft.written_in_editor(tmp_path / "one.md", "first\n").text == ""


def test_ctrl_c_is_the_editors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It shares our terminal and is not deaf itself; a word typed after it counts."""
    script = 'trap "echo heard >> \\"$1\\"" INT; kill -INT $PPID; kill -INT $$; echo on >> "$1"'
    monkeypatch.setenv("VISUAL", editor(tmp_path, script))
    assert draft.written_in_editor(tmp_path / "one.md", "").text == "heard\non\n"


def test_who_wants_no_history_still_sees_the_points(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUDGE_HISTORY", "off")
    shown = question("cap", answer="Mine.\n")
    assert shown.exit_code == 0
    assert "is not kept, since JUDGE_HISTORY is off: 1 word." in shown.stdout
    assert "A good answer covers" in shown.stdout
    assert list(data_dir.iterdir()) == []
