from collections.abc import Iterator
from typing import Any

import pytest

from judge.events import result_of
from judge.execution import Outcome, Player, Sandboxes
from judge.judging import ready_corpus
from judge.problems import Corpus
from sandbox import Limit
from tests.practice import Practice


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    return Practice(tmp_path_factory.mktemp("practice"))


@pytest.fixture(scope="module")
def sandboxes(practice: Practice) -> Iterator[Sandboxes]:
    with Sandboxes(practice.problem, practice.settings) as made:
        yield made


@pytest.fixture(scope="module")
def corpus(practice: Practice, sandboxes: Sandboxes) -> Corpus:
    return result_of(ready_corpus(practice.problem, practice.settings, sandboxes.main))


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
