import json

import pytest

from sandbox import Sandbox, Session
from tests.sandbox.programs import GENEROUS, SOFT, started

COPY = "def f(a):\n    b = a[:]\n    return len(b)\n"
NOTHING = "def f(a):\n    return len(a)\n"
COUNT = 200_000
COPIED_BYTES = 8 * COUNT


def risen(session: Session) -> int:
    """Prepare a long list, call, and return how far the call alone has raised the peak."""
    numbers = json.dumps([list(range(10**6, 10**6 + COUNT))]).encode()
    assert session.prepare(numbers, GENEROUS).replied
    assert session.settle(GENEROUS).replied
    assert session.renew_peak()
    assert session.call(SOFT, GENEROUS).replied
    bytes_risen = session.risen_bytes()
    session.close()
    assert bytes_risen is not None
    return bytes_risen


@pytest.mark.needs("full")
def test_a_list_copied_in_a_call_is_seen_beside_a_large_input(full: Sandbox) -> None:
    """What decoding has freed is given back first, so a call's memory cannot hide in it."""
    assert 0.7 * COPIED_BYTES < risen(started(full, COPY)) < 1.5 * COPIED_BYTES


@pytest.mark.needs("full")
def test_a_call_that_takes_nothing_raises_no_peak(full: Sandbox) -> None:
    """The input's own memory is not the call's."""
    assert risen(started(full, NOTHING)) < 256 * 1024
