import pytest

from judge.errors import UsageError
from judge.service.settings import Hidden, ServiceSettings, Switch
from judge.settings import Setting, settings_of

ROWS = settings_of(ServiceSettings)


def test_what_is_not_said_has_its_default() -> None:
    """An empty value counts as none, and the classes' own defaults are the ones."""
    empty = dict.fromkeys([row.env for row in ROWS], "")
    assert ServiceSettings.from_environment({}) == ServiceSettings()
    assert ServiceSettings.from_environment(empty) == ServiceSettings()


def test_what_is_said_is_taken() -> None:
    """Each variable sets its own."""
    given = {"JUDGE_WORKERS": "3", "JUDGE_ROOM": "7", "JUDGE_HIDDEN": "verdict"}
    found = ServiceSettings.from_environment({**given, "JUDGE_TIMING": "on"})
    assert (found.workers, found.room, found.hidden) == (3, 7, Hidden.VERDICT)
    assert found.timing is Switch.ON


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.env)
@pytest.mark.parametrize("value", ["0", "-1", "nope", "1e3", "9" * 20, "9" * 5000, "٣"])
def test_a_bad_value_is_told_with_its_name(row: Setting, value: str) -> None:
    """No service starts with limits that were not meant."""
    with pytest.raises(UsageError, match=row.env):
        ServiceSettings.from_environment({row.env: value})
