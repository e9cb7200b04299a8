"""A Neovim beside the shared server."""

from pathlib import Path

import pytest

from tests.faces.neovim.program import Neovim
from tests.judge.service.served import Served


@pytest.fixture
def nvim(server: Served, tmp_path: Path) -> Neovim:
    """A Neovim in an empty folder that finds the shared server by its state folder."""
    return Neovim(tmp_path, server.environment)
