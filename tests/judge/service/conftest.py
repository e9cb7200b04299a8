"""A service over a fake judge, and a client of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from judge.testing import FakeJudge
from tests.judge.service.apps import client_of


@pytest.fixture
def fake() -> FakeJudge:
    """A judge that gives what it is told to, once its gate is open."""
    return FakeJudge()


@pytest.fixture(scope="module")
def open_judge() -> FakeJudge:
    """The judge of `open_client`."""
    return FakeJudge()


@pytest.fixture(scope="module")
def open_client(
    tmp_path_factory: pytest.TempPathFactory, open_judge: FakeJudge
) -> Iterator[TestClient]:
    """One client for the tests of a file that find all they need in the answer.

    A service takes far longer to start than to answer.
    """
    with client_of(tmp_path_factory.mktemp("service"), open_judge) as client:
        yield client


@pytest.fixture
def client(tmp_path: Path, fake: FakeJudge) -> Iterator[TestClient]:
    """A client of a service that judges with the fake."""
    with client_of(tmp_path, fake) as client:
        yield client
        fake.gate.set()
