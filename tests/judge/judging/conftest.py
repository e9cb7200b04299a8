from typing import Any

import pytest

from judge.execution import Outcome, Player
from sandbox import Limit


@pytest.fixture
def plays(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return a list that grows by the arguments of each case that is played step by step."""
    seen: list[bytes] = []
    play = Player.play

    def noted(self: Player, arguments: bytes, limit: Limit, *rest: Any, **more: Any) -> Outcome:
        seen.append(arguments)
        return play(self, arguments, limit, *rest, **more)

    monkeypatch.setattr(Player, "play", noted)
    return seen
