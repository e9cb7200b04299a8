"""A service over a fake judge, for the tests of what stands before it."""

from pathlib import Path

from starlette.testclient import TestClient

from judge.frontends.http import create_app
from judge.settings import Settings
from judge.testing import FakeJudge

TOKEN = "t" * 43
BEARER = {"Authorization": f"Bearer {TOKEN}"}
PORT = 8123
SOURCE = {"problem": "lca", "source": "def lowest_common_ancestor(root, p, q): ..."}


def settings(folder: Path) -> Settings:
    """Return settings whose files lie below a folder."""
    return Settings(cache_dir=folder / "cache", state_dir=folder / "state")


def client_of(folder: Path, fake: FakeJudge, *, room: int = 32, kept: int = 1_000) -> TestClient:
    """Return a client that is not started yet; its requests are allowed ones."""
    app = create_app(
        settings(folder), token=TOKEN, port=PORT, judge=fake.judge, run=fake.run,
        room=room, kept=kept,
    )  # fmt: skip
    return TestClient(
        app,
        base_url=f"http://127.0.0.1:{PORT}",
        headers=BEARER,
        raise_server_exceptions=False,
    )
