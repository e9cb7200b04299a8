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


@pytest.fixture
def client(tmp_path: Path, fake: FakeJudge) -> Iterator[TestClient]:
    """A client of a service that judges with the fake."""
    with client_of(tmp_path, fake) as client:
        yield client
        fake.gate.set()
