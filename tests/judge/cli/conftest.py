"""A shipped problem and a source for it, for the tests of commands."""

from pathlib import Path

import pytest

from judge.problems.catalog import default_catalog
from judge.problems.problem import Problem


@pytest.fixture(scope="session")
def lca() -> Problem:
    """Return the shipped problem that reports of tests are about."""
    return default_catalog().get("lca")


@pytest.fixture(autouse=True)
def data_dir(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what tests practise out of the data of whoever runs them."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("JUDGE_DATA_DIR", str(folder))
    monkeypatch.delenv("JUDGE_HISTORY", raising=False)
    return folder


@pytest.fixture
def file(tmp_path: Path) -> str:
    """Return the path of a source for lca."""
    path = tmp_path / "mine.py"
    path.write_text("def lca(root, p, q):\n    return root\n")
    return str(path)
