"""The written questions: what their files hold, and how a faulty file is refused."""

from pathlib import Path

import pytest

from judge.practice import (
    PARTS,
    ShippedError,
    WrittenFollowUp,
    WrittenQuestion,
    load_plan,
    load_questions,
)

ROOT = Path(__file__).resolve().parents[4]
KINDS = {"behavioural": 19, "knowledge": 12, "design": 12}
ENTRY = """
[[questions]]
id = "q"
kind = "design"
part = "design"
question = "Why?"
points = ["a", "b", "c", "d"]
pitfalls = ["x", "y", "z"]
"""


def test_every_question_is_there_and_stands_in_the_plan_once() -> None:
    """Behavioural first; the loader has counted points and pitfalls."""
    found = load_questions()
    assert [one.kind for one in found] == [kind for kind, n in KINDS.items() for _ in range(n)]
    assert {one.part for one in found} == set(PARTS)
    placed = [id_ for week in load_plan().weeks for id_ in week.questions]
    assert sorted(placed) == sorted(one.id for one in found)
    assert {one.kind for one in found if one.story} == {"behavioural"}


def test_each_text_is_said_once_and_stays_short() -> None:
    """Nothing was copied from one question to another, and a line can be read at a glance."""
    texts = [
        text
        for one in load_questions()
        for text in (
            *one.points,
            *one.pitfalls,
            *(text for follow_up in one.follow_ups for text in (follow_up.ask, *follow_up.points)),
        )
    ]
    assert len(set(texts)) == len(texts)
    assert max(map(len, texts)) <= 160


def test_a_question_with_a_core_of_code_names_its_problem() -> None:
    """From one to the other and back: each core of a design question is named."""
    named = {slug for one in load_questions() for slug in one.problems}
    for slug in named:
        assert (ROOT / "problems" / slug / "problem.toml").is_file()
    assert len(named) == 12
    design = [one for one in load_questions() if one.kind == "design"]
    assert all(one.points[1].startswith("numbers: ") for one in design if one.problems)


def test_an_entry_is_read_whole(tmp_path: Path) -> None:
    more = 'problems = ["lca"]\n[[questions.follow_ups]]\nask = "And?"\npoints = ["e", "f"]\n'
    (tmp_path / "some.toml").write_text(ENTRY + more)
    (one,) = load_questions(tmp_path)
    assert one == WrittenQuestion(
        id="q",
        kind="design",
        part="design",
        question="Why?",
        points=("a", "b", "c", "d"),
        pitfalls=("x", "y", "z"),
        follow_ups=(WrittenFollowUp("And?", ("e", "f")),),
        problems=("lca",),
    )
    assert one.headings[1] == "Numbers"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (ENTRY + "colour = 1\n", ["some.toml: q: colour: is unknown"]),
        (ENTRY.replace('part = "design"', ""), ["some.toml: q: part: is missing"]),
        (ENTRY.replace('"behavioural"', '"x"').replace('"design"', '"x"'), ["q: kind", "q: part"]),
        (ENTRY.replace('"Why?"', '" Why?"'), ["q: question: does not fit"]),
        (ENTRY.replace(', "d"', ""), ["q: points: does not fit. Write 4 to 8 different texts"]),
        (ENTRY.replace('"d"', '"a"'), ["q: points"]),
        (ENTRY.replace('"x"', "1"), ["q: pitfalls"]),
        (ENTRY.replace('id = "q"', ""), ["some.toml: question 1: id: is missing"]),
        (ENTRY + "story = 1\n", ["q: story: does not fit. Write true or false"]),
        (ENTRY + 'follow_ups = [{ask = "A"}, 3]\n', ["q: follow-up: points", "is no table"]),
        (ENTRY + ENTRY, ["some.toml: q: is in some.toml already"]),
        ("questions = [1]", ["some.toml: question 1: is no table"]),
        ("questions = []", ["some.toml: questions: does not fit"]),
        ("question = 1", ["some.toml: question: is unknown", "some.toml: questions: is missing"]),
        ("\x00", ["some.toml: "]),
        (None, ["holds no questions"]),
    ],
)
def test_a_faulty_file_is_refused_with_all_its_faults(
    text: str | None, faults: list[str], tmp_path: Path
) -> None:
    """Each with file and entry."""
    if text is not None:
        (tmp_path / "some.toml").write_text(text)
    with pytest.raises(ShippedError) as raised:
        load_questions(tmp_path)
    said = str(raised.value).splitlines()
    assert len(said) >= len(faults)
    for fault in faults:
        assert any(fault in line for line in said)


def test_an_id_of_two_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(ENTRY)
    (tmp_path / "b.toml").write_text(ENTRY)
    with pytest.raises(ShippedError, match=r"^b\.toml: q: is in a\.toml already"):
        load_questions(tmp_path)
