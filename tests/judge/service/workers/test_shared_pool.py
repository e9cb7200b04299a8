"""What a process does with what it hears from the others of its cluster, or from anybody."""

from collections import Counter
from collections.abc import Callable

import pytest

from judge.execution.sandboxes import Figures
from judge.service.workers.messages import DONE, Publish, WorkerMessage
from judge.service.workers.shared_pool import SharedPool

ID = "0123456789abcdef" * 2


class Orders:
    """Stands in for the workers of this process: keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def start(self, publish: Publish) -> None: ...

    def wake(self) -> None:
        self.told.append("wake")

    def cancel(self, id_: str) -> None:
        self.told.append(f"cancel {id_}")

    def figures(self) -> Figures:
        return Figures()

    def written(self) -> Counter[str]:
        return Counter()

    def alive(self) -> int:
        return 1

    def able(self) -> int:
        return 1

    def drain(self, seconds: float) -> None: ...


class Bell:
    """Stands in for what carries texts: a test says what is heard."""

    def listen(self, hear: Callable[[str], None]) -> None:
        self.hear = hear

    def ring(self, text: str) -> None: ...

    def close(self) -> None: ...


@pytest.mark.parametrize(
    ("text", "told", "published"),
    [
        ("wake", ["wake"], []),
        (f"cancel {ID}", [f"cancel {ID}"], [WorkerMessage(ID, DONE)]),
        (f"cancel {ID}\nabort", [], []),
        ("cancel ", [], []),
        ("from other " + WorkerMessage(ID, DONE).to_line().decode(), [], [WorkerMessage(ID, DONE)]),
        ("from other [1]", [], []),
        ("from", [], []),
        ("", [], []),
    ],
)
def test_what_is_not_ours_does_nothing(
    text: str, told: list[str], published: list[WorkerMessage]
) -> None:
    """Whoever reaches the bell may ring it; no text of theirs becomes an order of its own."""
    orders, bell, heard = Orders(), Bell(), list[WorkerMessage]()
    SharedPool(orders, bell).start(heard.append)
    bell.hear(text)
    assert (orders.told, heard) == (told, published)
