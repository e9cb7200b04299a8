"""One real `judge serve` that the tests of the editors share."""

from collections.abc import Iterator

import pytest

from tests.judge.service.served import Served, environment_of


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server on a free port with a state folder of its own; its `environment` finds it."""
    state = tmp_path_factory.mktemp("state")
    served = Served(environment_of(JUDGE_STATE_DIR=str(state), JUDGE_WORKERS="1"))
    yield served
    served.stop()


@pytest.fixture(scope="session")
def server(shared: Served) -> Served:
    """Return the server that a module uses, where it has none of its own."""
    return shared
