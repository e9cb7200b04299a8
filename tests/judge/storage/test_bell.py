"""Bells: heard by all who listen, back after what carries them was away, never in the way."""

import contextlib
import threading
from collections.abc import Callable, Iterator

import pytest

from judge.storage.bell import Bell, PostgresBell
from tests import nats_server, postgres
from tests.waiting import until

Make = Callable[[], Bell]


@pytest.fixture(
    params=[
        pytest.param("postgres", marks=pytest.mark.needs("postgres")),
        pytest.param("nats", marks=pytest.mark.needs("nats")),
    ]
)
def make(request: pytest.FixtureRequest) -> Iterator[Make]:
    """Make bells of one kind; they are closed at the end."""
    with contextlib.ExitStack() as stack:
        if request.param == "nats":
            address = stack.enter_context(nats_server.serving(nats_server.free_port()))

            def made() -> Bell:
                return nats_bell(address)
        else:
            database = postgres.new_database()
            stack.callback(postgres.drop_database, database)

            def made() -> Bell:
                return PostgresBell(lambda: postgres.connected(database))

        def kept() -> Bell:
            bell = made()
            stack.callback(bell.close)
            return bell

        yield kept


def nats_bell(address: str) -> Bell:
    from judge.storage.nats_bell import NatsBell  # noqa: PLC0415 - not everywhere

    return NatsBell([address])


def rung(bell: Bell, heard: list[list[str]], text: str) -> bool:
    bell.ring(text)
    threading.Event().wait(0.05)
    return all(text in into for into in heard)


def test_a_ring_is_heard_by_every_process_and_its_own(make: Make) -> None:
    """Once each, in order; what is too long for it is not sent at all."""
    bells, heard = (make(), make()), [list[str](), list[str]()]
    for one, into in zip(bells, heard, strict=True):
        one.listen(into.append)
    # A listener takes a moment to be heard; nothing says when it is.
    until(lambda: rung(bells[0], heard, "are you there"))
    for into in heard:
        into.clear()
    most = 1_000_000  # of either
    for text in ("one", "x" * (most + 1), "two"):
        bells[0].ring(text)
    until(lambda: all("two" in into for into in heard))
    for into in heard:
        assert [one for one in into if one != "are you there"] == ["one", "two"]


@pytest.mark.needs("nats")
def test_nobody_waits_for_a_bell_that_is_away() -> None:
    """It is made, rung and closed all the same."""
    away = f"nats://127.0.0.1:{nats_server.free_port()}"
    for bell in (nats_bell(away), PostgresBell(_refused)):
        for _ in range(5_000):
            bell.ring("text")
        bell.close()


def _refused() -> object:
    raise OSError


@pytest.mark.needs("nats")
def test_a_nats_server_that_was_away_is_heard_again() -> None:
    """Nobody has to restart a worker."""
    port, heard = nats_server.free_port(), list[str]()
    bell = nats_bell(f"nats://127.0.0.1:{port}")
    bell.listen(heard.append)
    for text in ("first", "second"):
        with nats_server.serving(port):
            until(lambda text=text: rung(bell, [heard], text))  # type: ignore[misc]  # mypy sees no default
    bell.close()
