from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.storage import bell
from judge.storage.database import Database
from tests.judge.storage.rows import Clock, opened


@pytest.fixture
def clock() -> Clock:
    """A time that goes on when it is told to."""
    return Clock()


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a bell that is closed, or lost, seen at once: it looks each second otherwise."""
    monkeypatch.setattr(bell, "LOOK_SECONDS", 0.1)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """The store of the test's folder."""
    database = opened(tmp_path)
    yield database
    database.close()
