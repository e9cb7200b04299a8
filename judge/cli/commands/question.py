"""`judge question`: what is asked beside the code, answered in writing."""

import sys
from typing import TYPE_CHECKING

import click

from judge import cli, practice
from judge.cli import render
from judge.cli.options import AS_JSON, completes, console_on, print_json
from judge.cli.setup import Setup
from judge.errors import HostError

if TYPE_CHECKING:
    from judge.cli.draft import Written
    from judge.practice import Event, History, WrittenQuestion


@click.command()
@click.argument(
    "id_", metavar="[ID]", required=False, shell_complete=completes("complete_questions")
)
@click.option("--show", is_flag=True, help="Show the points and your last answer; write nothing.")
@AS_JSON
@click.pass_obj
def question(setup: Setup, id_: str | None, *, show: bool, as_json: bool) -> None:
    """List the written questions, or answer one.

    Your editor (VISUAL, EDITOR) opens on the answer; without a terminal it is read from standard
    input. Then the points that a good answer covers are shown, for you to compare: nothing is
    scored.
    """
    questions, history = practice.load_questions(), cli.history_of(setup)
    answers = practice.last_answers(history.read() if history else ())
    if id_ is None:
        if as_json:
            print_json([render.question_json(one, answers.get(one.id)) for one in questions])
        else:
            render.show_questions(console_on(sys.stdout), questions, answers)
        return
    one = practice.find_question(id_, questions)
    before = answers.get(one.id)
    text = _text(history, before)
    if as_json:
        print_json(render.question_json(one, before, text))
        return
    console = console_on(sys.stdout)
    render.show_asked(console, one)
    if show:
        if before:
            render.show_answer(console, before, text)
    else:
        kept = _answer(setup, one, text)
        if kept is None:
            _say_nothing_written(one)
            return
        render.show_written(console, kept.text, kept.minutes, kept=history is not None)
    render.show_points(console, one)


def _answer(setup: Setup, one: "WrittenQuestion", before: str) -> "Written | None":
    """Have an answer written and keep it; return None where there is none."""
    path = setup.data_dir() / "drafts" / f"{one.id}.md"
    typed = sys.stdin is not None and sys.stdin.isatty()
    if typed:
        written = cli.written_in_editor(path, practice.page_of(one, before))
    else:
        written = cli.written_on_stdin()
    answer = practice.answer_on(written.text, one)
    if answer and answer != before:
        data = answer.encode("utf-8", "replace")
        event = practice.answer_event(one, data, written.minutes)
        history = cli.history_of(setup)
        if history is not None and not history.append(event, data):
            raise HostError(
                f"your answer is not kept{f', and still in {path}' if typed else ''}: mend what "
                "stands above, then answer again"
            )
    if typed:
        path.unlink(missing_ok=True)
    return type(written)(answer, written.minutes) if answer else None


def _say_nothing_written(one: "WrittenQuestion") -> None:
    said = "judge: nothing was written, so nothing is kept; "
    click.echo(f"{said}`judge question {one.id} --show` shows the points", err=True)
    if sys.stdin is not None and sys.stdin.isatty():
        said = "judge: an editor with a window of its own must wait until it is closed, as"
        click.echo(f"{said} VISUAL='code --wait' does", err=True)


def _text(history: "History | None", answer: "Event | None") -> str:
    """Return the text of an answer; empty where there is none, or it is lost."""
    if history is None or answer is None:
        return ""
    return (history.text(answer.source or "") or b"").decode("utf-8", "replace")
