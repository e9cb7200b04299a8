from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres

STORES = ["sqlite", pytest.param("postgres", marks=pytest.mark.needs("postgres"))]


@pytest.fixture(params=STORES)
def each_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """Run a test on both stores: what is opened for its folder is one or the other."""
    if request.param == "sqlite":
        yield
        return
    with postgres.standing_for(tmp_path):
        yield
