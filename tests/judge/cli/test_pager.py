"""Which pager is used, and whether it takes colours."""

import pytest

from judge.cli.pager import pager_command


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"PAGER": "cat"}, None),
        ({"PAGER": ""}, None),
        ({"PAGER": "  "}, None),
        ({"PAGER": "no-such-program-here -x"}, None),
        ({"PAGER": "'"}, None),
        ({"PAGER": "sed s/^/x/", "TERM": "dumb"}, None),
        ({"PAGER": "sed s/^/x/"}, "sed s/^/x/"),
        ({"PAGER": "sh -c 'sed p | head'"}, "sh -c 'sed p | head'"),
    ],
)
def test_the_pager_is_what_the_reader_has_set(
    environment: dict[str, str], command: str | None
) -> None:
    """None where there is none to run, where none is wanted, and on a dumb terminal."""
    assert pager_command(environment) == command


@pytest.mark.parametrize(
    ("given", "command"),
    [(None, "less -R"), ("less", "less -R"), ("less -i +10 | cat", "less -R -i +10 | cat")],
)
def test_less_is_told_to_take_colours(
    given: str | None, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And it is the pager of who has set none."""
    monkeypatch.setattr("judge.cli.pager.shutil.which", lambda word: f"/usr/bin/{word}")
    environment = {} if given is None else {"PAGER": given}
    assert pager_command(environment) == command
