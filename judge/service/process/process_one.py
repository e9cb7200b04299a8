"""Process 1 of a container, which inherits every orphan of its namespace and has to reap it.

The server cannot: whoever waits for any child takes the status of those that somebody else waits
for. So a server that finds itself process 1 goes on in a child, and process 1 only passes signals
on and reaps, as tini and docker's --init do.
"""

import os
import signal

#: The code of a signal that the terminal sent: its whole group has it already (sigaction(2)).
SI_KERNEL = 0x80
PASSED_ON = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT}


def leave_process_one() -> None:
    """Return in a child where this is process 1, which then ends as the child does."""
    if os.getpid() != 1:
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {*PASSED_ON, signal.SIGCHLD})
    child = os.fork()
    if child == 0:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return
    os._exit(_reap_until_end_of(child))


def _reap_until_end_of(child: int) -> int:
    """Reap every child until that one ends; return the status to exit with."""
    while True:
        told = signal.sigwaitinfo({*PASSED_ON, signal.SIGCHLD})
        if told.si_signo != signal.SIGCHLD:
            if told.si_code != SI_KERNEL:
                os.kill(child, told.si_signo)
            continue
        while (ended := os.waitpid(-1, os.WNOHANG))[0] != 0:
            if ended[0] == child:
                status = os.waitstatus_to_exitcode(ended[1])
                return status if status >= 0 else 128 - status
