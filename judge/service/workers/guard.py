"""The guard of a worker process: a thread that ends the process when its judging hangs.

Judging cannot be interrupted from inside, so the process goes and the pool starts another. What
hung is done as IE first: it must not take the next worker too. A cancelled submission is done
already, and only the worker is freed: a call of a package's code is interrupted, and if that does
not help the worker goes. What holds up this thread as well (a library that keeps the interpreter to
itself) also silences the heartbeats, and the pool kills the process for that.
"""

import logging
import os
import time
from collections.abc import Callable

from judge.problems import interrupt_author_code
from judge.service.workers.worker import MOST_SECONDS, Worker

log = logging.getLogger("judge.worker")

#: From one step of judging to the next. What takes longest between two is a package's strategies.
STEP_SECONDS = 120.0
#: From a cancellation to the end of a package's code, and of whatever was cancelled.
INTERRUPT_SECONDS = 1.0
CANCEL_SECONDS = 5.0
LOOK_SECONDS = 0.5
#: The status of a process that its guard has ended.
HUNG = 3


def guard(worker: Worker, end: Callable[[int], object] = os._exit) -> None:
    """Watch over a worker until it has to be ended, and call `end` then."""
    while not (_cancelled_hangs(worker) or _judging_hangs(worker)):
        worker.control.interrupt(interrupt_author_code, INTERRUPT_SECONDS)
        time.sleep(LOOK_SECONDS)
    interrupt_author_code()
    end(HUNG)


def _cancelled_hangs(worker: Worker) -> bool:
    since = worker.control.cancelled_for()
    if since < CANCEL_SECONDS:
        return False
    log.warning("a cancelled submission did not end; its worker is replaced")
    return True


def _judging_hangs(worker: Worker) -> bool:
    control = worker.control
    if control.still_for() > STEP_SECONDS:
        cause = f"judging came to no next step in {STEP_SECONDS:.0f} seconds"
    elif control.judging_for() > MOST_SECONDS:
        cause = f"judging did not end in {MOST_SECONDS:.0f} seconds"
    else:
        return False
    worker.give_up(cause)
    return True
