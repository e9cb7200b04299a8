"""The program: lock down, say READY, and hand over to the guest.

In this order it closes all descriptors but its own, sets its limits, drops all capabilities,
restricts itself with Landlock and loads the two seccomp filters.
"""

import os
import resource
import signal
import socket
from typing import NoReturn

from sandbox import frames, rlimits
from sandbox.config import PRINTED, REPLIES, REQUESTS, STATUS, Config, send, send_failure
from sandbox.policy import Tier, data_place

#: The largest buffer of a socket: 29 pairs of such sockets hold 30 MiB at most.
PAIR_BYTES = 512 * 1024


def become_program(config: Config, descriptors: list[int], status: socket.socket) -> NoReturn:
    """Lock this process down and serve requests with the guest until the channel closes."""
    try:
        requests, replies, status_fd = _keep_descriptors(descriptors, status)
        status = socket.socket(fileno=status_fd)
        rlimits.apply(
            rlimits.plan(config.policy, config.data_bytes, count_threads=_counts_threads())
        )
        if config.linux:
            _lock_down(config, status)
        status.close()
    except Exception as error:  # noqa: BLE001 - any error must reach the judge
        send_failure(status, error, "lock the program down")
        os._exit(3)
    config.runner.warm_up()
    os.write(replies, frames.frame(frames.READY, frames.NO_NONCE, b""))
    config.runner.serve(requests, replies, config.file)
    os._exit(0)


def _keep_descriptors(descriptors: list[int], status: socket.socket) -> tuple[int, int, int]:
    """Keep 0 (empty), 1, 2 (printed), 3 (requests), 4 (replies), 5 (status); close all others."""
    os.setsid()
    # First to high numbers, since a move to a final number could close another source.
    moved = [_duplicate(d, 16) for d in (*descriptors[:STATUS], status.detach())]
    null = os.open("/dev/null", os.O_RDONLY)
    for source, target in (
        (null, 0),
        (moved[PRINTED], 1),
        (moved[PRINTED], 2),
        (moved[REQUESTS], 3),
        (moved[REPLIES], 4),
        (moved[STATUS], 5),
    ):
        os.dup2(source, target, inheritable=False)
    os.closerange(6, 256)
    return 3, 4, 5


def _duplicate(descriptor: int, lowest: int) -> int:
    import fcntl  # noqa: PLC0415 - loaded before the fork by the runner's own imports

    return fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, lowest)


def _counts_threads() -> bool:
    release = os.uname().release.split(".")
    return (int(release[0]), int(release[1].split("-")[0])) >= (5, 14)


def _lock_down(config: Config, status: socket.socket) -> None:
    """Restrict this process: Landlock before seccomp, and the strict filter last.

    Each step needs system calls that the next one forbids.
    """
    from sandbox import bpf, filters, landlock, syscalls  # noqa: PLC0415 - Linux only

    syscalls.prctl("program: die with parent", syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)
    if resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        # A host that allows no core files still pipes dumps, and refuses the limit of 1.
        syscalls.prctl("be undumpable", syscalls.PR_SET_DUMPABLE, 0)
    syscalls.prctl("no new privileges", syscalls.PR_SET_NO_NEW_PRIVS, 1)
    syscalls.drop_capabilities()
    landlock.restrict(_rules(config))
    largest = config.policy.memory_bytes
    listener = bpf.load_witness(filters.witness_code(largest))
    send(status, [listener], witness=True)
    os.close(listener)
    pairs = config.cgroup or _pairs_are_small()
    bpf.load(filters.strict_code(os.getpid(), witnessed=True, pairs=pairs))


def _pairs_are_small() -> bool:
    """Whether all pairs of sockets that a program can open hold little memory of the kernel.

    A cgroup counts what they hold (AF_UNIX allocates with GFP_KERNEL_ACCOUNT, net/unix/af_unix.c);
    otherwise only the size of their buffers bounds it, which the host may have set to any value
    (net.core.wmem_default, socket(7)).
    """
    one, other = socket.socketpair()
    with one, other:
        return one.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) <= PAIR_BYTES


def _rules(config: Config) -> list[tuple[str, int]]:
    from sandbox import landlock, mounts  # noqa: PLC0415 - Linux only

    data = data_place(config.policy)
    unlisted = None if data is None else os.path.realpath(data)
    rules = [
        (path, landlock.READ_FILE if path == unlisted else landlock.READ)
        for path in config.readable
    ]
    if config.file is not None:
        rules.append((config.file, landlock.READ_FILE | landlock.WRITE_FILE | landlock.TRUNCATE))
    rules += [(path, landlock.READ_FILE | landlock.WRITE_FILE) for path in mounts.DEVICES[:1]]
    rules += [(path, landlock.READ_FILE) for path in mounts.DEVICES[1:]]
    if config.policy.tier is Tier.FULL:
        rules.append((mounts.SCRATCH, landlock.SCRATCH))
    return rules
