"""The layers of the defence: what each is, and which of them a test can switch off.

A hostile program names the layers that claim to stop it in its first lines
(tests/security/programs.py). `tests/security/test_layers.py` holds each claim to it: with one
claimed layer alone on, the program is stopped; with all claimed layers off, it succeeds. Layers
that cannot be switched off are so by construction: there is nothing inside the jail that could be
left out.
"""

from typing import Final

#: Applied by the fork server and the program itself; `tests/security/weakened.py` leaves them out.
INSIDE: Final = {
    "namespaces": "fresh user, pid, network, IPC and UTS namespaces for each program",
    "mounts": "a read-only root with nothing of the host, and a small scratch of one's own",
    "capabilities": "every capability dropped before the program starts",
    "landlock": "rights on files by path; all else is denied",
    "rlimits": "resource limits: core, files, file size, private memory, threads",
    "fd-closing": "every descriptor but the program's own is closed",
    "seccomp-processes": "no fork, no exec; only threads (the witness reports an attempt)",
    "seccomp-network": "no sockets (the witness reports an attempt) but pairs of Unix streams, "
    "which carry bytes inside the program and nothing else",
    "seccomp-memory": "no shared memory, no growing, locked, merged or huge mappings, no files in "
    "memory",
    "seccomp-ipc": "no System V segments, semaphores and queues",
    "seccomp-signals": "signals to oneself only",
    "seccomp-limits": "no change of limits, priority, scheduler and cores",
    "seccomp-files": "no links, devices, modes, owners; the working folder stays; nothing is "
    "changed outside the scratch (the witness reports an attempt)",
    "seccomp-descriptors": "few commands of fcntl and ioctl; file locks are pretended",
    "seccomp-rest": "an allow-list: what is not on it is refused or does not exist",
    "seccomp-gates": "the 32-bit and x32 entries of the kernel end the program",
}

#: Kept by the judge, outside; `tests/security/weakened.py` leaves them out on its side of the wall.
#: In the place of `outside-check` there is a judge of another kind then (tests/security/naive.py).
OUTSIDE: Final = {
    "clock": "CPU and wall clocks read, and the kill sent, from outside",
    "memory-counter": "peaks read from outside: the cgroup, or the resident peak, and every "
    "single allocation above the limit",
    "nonce": "a fresh nonce in each request, exactly one frame in reply",
    "outside-check": "expected values, comparison and verdict are not in the program's process",
}

#: There by construction: no switch would make sense.
BUILT_IN: Final = {
    "budget": "a run as a whole may take so much CPU and wall time and no more",
    "decoder": "replies are read as plain data, bounded in time and memory",
    "output-caps": "prints and answers are counted while they are read",
    "single-use": "a process and a scratch are used for one submission and thrown away",
    "runner": "the loader and encoder inside take exact types and end a bad case cleanly",
    "display": "what strangers wrote is escaped before it is shown",
}

SWITCHES: Final = (*INSIDE, *OUTSIDE)
LAYERS: Final = INSIDE | OUTSIDE | BUILT_IN
