"""Look for starts that get slower: `python -m benchmarks.drift [STARTS]`, 1,000 by default.

One fork server starts program after program. Each line is a tenth of the starts, with medians of
what one start takes: wall time, and the CPU time of the fork server and of the program up to its
lock-down, which other work on the machine hardly touches. The last line is the ratio of the last
tenth to the first.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from judge.languages import PYTHON_GUEST
from sandbox import Policy, Sandbox, Tier, strongest
from sandbox.clocks import cpu_clock, resident_bytes, status

TENTHS = 10


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds of wall time, of the server's CPU time and of the program's."""

    wall: float
    server: float
    program: float


def main(starts: int) -> None:
    """Print the table."""
    print("starts   wall ms   server CPU ms   program CPU ms   server MB   descriptors")
    tenths = []
    with strongest(Policy(Tier.FULL), PYTHON_GUEST, warm=1) as sandbox:
        server = sandbox._server.process.pid  # noqa: SLF001 - nobody else wants to know it
        for number, tenth in enumerate(measured(sandbox, starts), 1):
            tenths.append(tenth)
            print(line(starts * number // TENTHS, tenth, server), flush=True)
    first, last = tenths[0], tenths[-1]
    print(
        f"last to first: wall {last.wall / first.wall:.2f}x, "
        f"server CPU {last.server / first.server:.2f}x, "
        f"program CPU {last.program / first.program:.2f}x"
    )


def measured(sandbox: Sandbox, starts: int) -> Iterator[Start]:
    """Yield the medians of each tenth of the starts, after some that are not counted."""
    clock = cpu_clock(sandbox._server.process.pid)  # noqa: SLF001 - nobody else wants to know it
    for _ in range(30):
        sandbox.session().close()
    for _ in range(TENTHS):
        yield medians([start(sandbox, clock) for _ in range(starts // TENTHS)])


def start(sandbox: Sandbox, clock: Callable[[], float]) -> Start:
    """Start one program cold, and end it."""
    sandbox.discard()
    before, began = clock(), time.perf_counter()
    session = sandbox.session()
    wall = time.perf_counter() - began
    program = session.usage().cpu_seconds + session._started  # noqa: SLF001 - since its fork
    session.close()
    return Start(wall, clock() - before, program)


def medians(found: list[Start]) -> Start:
    """Return the median of each figure."""
    return Start(
        statistics.median(each.wall for each in found),
        statistics.median(each.server for each in found),
        statistics.median(each.program for each in found),
    )


def line(number: int, tenth: Start, server: int) -> str:
    """Return one line of the table."""
    resident = (resident_bytes(status(server), "VmRSS") or 0) / 1e6
    files = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - a count
    return (
        f"{number:>6} {tenth.wall * 1e3:>9.2f} {tenth.server * 1e3:>15.2f} "
        f"{tenth.program * 1e3:>16.2f} {resident:>11.1f} {files:>13}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
