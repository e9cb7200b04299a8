"""Print what a large case costs beside its call: `python -m benchmarks.large [ROUNDS]`.

CPU milliseconds, median and least, each round in a fresh program of the sandbox. `build` is PREPARE
inside: arguments are decoded and built. `read` is READ inside: the answer, which is the argument
again, is encoded. `judge` is the judge's own process: it sends the case, takes the reply and tells
that it is right. Arguments are encoded beforehand, as in a corpus.
"""

import random
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from judge.execution import Player
from judge.kinds import kind_of
from judge.languages import python_guest
from judge.submission import Submission
from judge.values import (
    Interface,
    Method,
    Parameter,
    Shape,
    encode_calls,
    encode_results,
    json_bytes,
)
from sandbox import Limit, Policy, Sandbox, Tier, strongest

ROUNDS = 11
LIMIT = Limit(20.0, 60.0)
IDENTITY = Submission(b"def f(a): return a\n", "identity.py")
ECHO = Submission(b"class Echo:\n    def say(self, text, number): return number\n", "echo.py")
SAY = Method("say", (Parameter("text", "str"), Parameter("number", "int")), "int")
COUNT = 100_000


@dataclass(frozen=True)
class Large:
    """A large case: what is played, what is sent, and the JSON of the answer."""

    name: str
    interface: Interface
    submission: Submission
    sent: bytes
    expected: bytes


def main(rounds: int) -> None:
    """Print the table."""
    print(f"{'case':<28} {'build':>13} {'read':>13} {'judge':>13}")
    with strongest(Policy(Tier.FULL), python_guest()) as sandbox:
        for case in cases():
            seen = [measured(sandbox, case) for _ in range(rounds)]
            figures = [
                f"{statistics.median(one):>6.1f} {min(one):>6.1f}"
                for one in zip(*seen, strict=True)
            ]
            print(f"{case.name:<28}", *figures, flush=True)


def cases() -> Iterator[Large]:
    """Yield a case of each shape."""
    draw = random.Random(1)
    numbers = [draw.randrange(10**6) for _ in range(10 * COUNT)]
    texts = ["".join(draw.choices("abcdefgh", k=12)) for _ in range(COUNT)]
    rows = [numbers[at : at + 1_000] for at in range(0, len(numbers), 1_000)]
    for name, declared, shape, value in (
        ("tree of 100,000 nodes", "TreeNode", Shape.TREE, numbers[:COUNT]),
        ("linked list of 100,000", "ListNode", Shape.LINKED_LIST, numbers[:COUNT]),
        ("list of 1,000,000 integers", "list[int]", Shape.JSON, numbers),
        ("list of 100,000 texts", "list[str]", Shape.JSON, texts),
        ("matrix of 1,000 x 1,000", "list[list[int]]", Shape.JSON, rows),
    ):
        interface = Interface(
            "function", ("f",), (Parameter("a", declared, shape),), declared, shape
        )
        yield Large(name, interface, IDENTITY, json_bytes([value]), json_bytes(value))
    given: list[list[Any]] = [list(pair) for pair in zip(texts, numbers, strict=False)]
    sent = encode_calls(["Echo"] + ["say"] * COUNT, [[], *given])
    results = encode_results([None, *numbers[:COUNT]], sent)
    yield Large(
        "100,000 calls", Interface("class", ("Echo",), (), methods=(SAY,)), ECHO, sent, results
    )


def measured(sandbox: Sandbox, case: Large) -> tuple[float, float, float]:
    """Play a case in a fresh program; return the milliseconds of `build`, `read` and `judge`."""
    kind = kind_of(case.interface)
    with Player(sandbox, kind.header(case.interface), case.submission) as player:
        assert player.load() is None
        began = time.process_time()
        right = kind.right_replies(case.interface)(case.expected, case.sent)
        outcome = player.play(case.sent, LIMIT, right=right)
        spent = time.process_time() - began
    assert outcome.as_expected
    return outcome.prepared * 1e3, outcome.read * 1e3, spent * 1e3


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
