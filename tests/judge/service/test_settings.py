import pytest

from judge.errors import UsageError
from judge.service.settings import VARIABLES, Hidden, Hosting


def test_what_is_not_said_has_its_default() -> None:
    """An empty value counts as none."""
    assert Hosting.from_environment({}) == Hosting.from_environment(dict.fromkeys(VARIABLES, ""))


def test_what_is_said_is_taken() -> None:
    """Each variable sets its own."""
    given = {"JUDGE_WORKERS": "3", "JUDGE_ROOM": "7", "JUDGE_HIDDEN": "verdict"}
    hosting = Hosting.from_environment(given)
    assert (hosting.workers, hosting.room, hosting.hidden) == (3, 7, Hidden.VERDICT)


@pytest.mark.parametrize("name", VARIABLES)
@pytest.mark.parametrize("value", ["0", "-1", "none", "1e3", "9" * 20, "٣"])
def test_a_bad_value_is_told_with_its_name(name: str, value: str) -> None:
    """No service starts with limits that nobody meant."""
    with pytest.raises(UsageError, match=name):
        Hosting.from_environment({name: value})
