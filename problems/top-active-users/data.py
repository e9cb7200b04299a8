"""Makes the logs of the scale cases: 8 and 200 MiB of lines, the same on every machine."""

import random
from collections.abc import Iterator
from pathlib import Path

MIB = 1024 * 1024
SIZES_MIB = (8, 200)
#: The second after the last one of every log. The longer a log, the further back it reaches.
END = 1_735_689_600
LINES_A_SECOND = 4
POOL = 40_000
USERS = 10_000
PHRASES = 512
CHUNK_SECONDS = 2_000
WORDS = ("view", "search", "cart", "checkout", "profile", "settings", "help", "orders")


def make(folder: Path) -> Iterator[tuple[int, int]]:
    """Write `events-<size>.log`; yield how many bytes are there, and how many there will be."""
    tails = _tails()
    total = sum(SIZES_MIB) * MIB
    done = 0
    for size in SIZES_MIB:
        for written in _write(folder / f"events-{size}.log", size * MIB, tails):
            yield done + written, total
        done += size * MIB


def _tails() -> list[bytes]:
    """Return what follows the time in a line: user and action, or too little of it."""
    rng = random.Random(20260105)
    phrases = ["/".join(WORDS[_below(rng, len(WORDS))] for _ in range(8)) for _ in range(PHRASES)]
    tails = [f"\t{_user(rng)}\t{_action(rng, phrases)}\n".encode() for _ in range(POOL)]
    for at in range(500, POOL, 4_999):
        tails[at] = b"\n"
        tails[at + 1] = f"\t{_user(rng)}\n".encode()
        tails[at + 2] += b"garbage\tin\tthis line\n\n"
    return tails


def _below(rng: random.Random, end: int) -> int:
    # Of all its methods only random() gives the same numbers in every version of Python.
    return int(rng.random() * end)


def _user(rng: random.Random) -> str:
    # A few are very active, most of them hardly.
    number = int(USERS * rng.random() ** 3)
    name = ("user", "Zoë", "ann lee", "user", "李雷", "user", "Ann", "user")[number % 8]
    return f"{name} {number}"


def _action(rng: random.Random, phrases: list[str]) -> str:
    return "GET /" + "/".join(phrases[_below(rng, PHRASES)] for _ in range(8))


def _write(path: Path, size: int, tails: list[bytes]) -> Iterator[int]:
    """Write whole seconds, the first so chosen that the log has at least `size` bytes."""
    average = sum(map(len, tails)) / len(tails) + len(str(END))
    seconds = int(size / average / LINES_A_SECOND * 1.01)
    written = 0
    with path.open("wb") as log:
        for first in range(END - seconds, END, CHUNK_SECONDS):
            chunk = [_second(t, tails) for t in range(first, min(first + CHUNK_SECONDS, END))]
            written += log.write(b"".join(chunk))
            yield min(written, size)


def _second(t: int, tails: list[bytes]) -> bytes:
    time = b"%d" % t
    at = t * LINES_A_SECOND % POOL
    return time + time.join(tails[at : at + LINES_A_SECOND])
