from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres
from tests.judge.storage.rows import ADDRESS


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.needs("postgres"))])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """Run a test on both stores: what `opened` returns for its folder is one or the other."""
    if request.param == "sqlite":
        yield
        return
    address = postgres.new_database()
    (tmp_path / ADDRESS).write_text(address)
    yield
    postgres.drop_database(address)
