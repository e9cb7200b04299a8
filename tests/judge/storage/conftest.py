from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.storage.database import Database
from tests.judge.storage.rows import Clock, opened


@pytest.fixture
def clock() -> Clock:
    """A time that goes on when it is told to."""
    return Clock()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """The store of the test's folder."""
    database = opened(tmp_path)
    yield database
    database.close()
