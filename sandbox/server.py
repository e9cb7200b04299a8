"""The fork server: a small prepared interpreter from which every program is forked.

Theory of operation. Three kinds of process stand between the judge and a submission:

- the *server* (one for each policy and hash seed) is started fresh, without site, with a fixed
  hash seed. In tier `full` it moves into the minimal read-only root once. It never runs a
  submission's code and holds no secret.
- the *warden* (one for each program) is the first process of the program's own namespaces. It
  reports the program's pid descriptor, waits for it, reports how it ended, and kills it when
  the judge goes away. The program is not process 1, which would ignore its own signals.
- the *program* locks itself down, says READY, and only then is sent a submission.

The judge talks to the server over one stream socket: a byte and four descriptors ask for a
program. Everything dies with the judge: the server on end of file, wardens by PDEATHSIG or end
of file, programs with their warden.
"""

import contextlib
import gc
import json
import os
import resource
import select
import signal
import socket
import struct
import sys
from typing import Any, NoReturn

from sandbox import frames, identity, own_file, rlimits
from sandbox.errors import SandboxError
from sandbox.guest import files, runner
from sandbox.policy import Policy, Tier, data_place, module_place

REQUESTS, REPLIES, PRINTED, STATUS = range(4)
#: Private memory of an idle interpreter that RLIMIT_DATA must leave room for.
IDLE_DATA_BYTES = 64 * 1024 * 1024
#: With a cgroup the kernel counts use; RLIMIT_DATA is then only a second fence.
FENCE = 4
#: The uid and gid of programs when the judge is root: nobody else's.
JAIL_ID = 61_417
#: A program's pid in a namespace of its own, where the warden is process 1.
PROGRAM_PID = 2
#: Threads get ordinary stacks; only the main thread has the big one.
THREAD_STACK_BYTES = 16 * 1024 * 1024


class Config:
    """What the judge hands over, first of all, on the control socket."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.policy = Policy(**{**values["policy"], "tier": Tier(values["policy"]["tier"])})
        self.modules: dict[str, str] = values["modules"]
        self.cgroup: bool = values["cgroup"]
        self.linux = self.policy.tier is not Tier.LIMITS_ONLY
        self.proc = -1
        self.readable: tuple[str, ...] = ()
        self.files: str | None = None
        self.file: str | None = None
        # Kept from here on: in a user namespace without a map one's own ids read as 65534.
        self.identity = (os.getuid(), os.getgid())

    @property
    def data_bytes(self) -> int:
        memory = self.policy.memory_bytes
        return IDLE_DATA_BYTES + memory * (FENCE if self.cgroup else 1)


def main(descriptor: int) -> NoReturn:
    """Serve until the judge closes the control socket. Never returns."""
    control = socket.socket(fileno=descriptor)
    _get_ready()
    values = _configuration(control)
    if values is None:
        os._exit(0)  # nothing is wanted any more
    config = Config(values)
    try:
        _prepare(config)
    except SandboxError as error:
        _tell(control, failed=error.step, errno=error.errno, detail=error.detail)
        os._exit(3)
    except Exception as error:  # noqa: BLE001 - whatever broke must reach the judge as words
        _tell(control, failed="prepare the fork server", errno=None, detail=repr(error))
        os._exit(3)
    _tell(control, serving=os.getpid(), files=config.files)
    _serve(config, control)


def _get_ready() -> None:
    """Do what is the same for every policy, before it is known."""
    # Not on the limits-only road of another system; what fails here, fails again where it is told.
    if hasattr(os, "pidfd_open"):
        with contextlib.suppress(Exception):
            # All that a program will need: inside the root there is no package to import.
            from sandbox import landlock, mounts, namespaces, seccomp  # noqa: F401, PLC0415

            # Made once here, and found ready by every program.
            seccomp.strict_code(PROGRAM_PID, witnessed=True)
    # What is looked up and specialised on first use is then so for every program.
    runner.warm_up()


def _configuration(control: socket.socket) -> dict[str, Any] | None:
    """Return what is to be served; None where the judge has gone before it said so."""
    received = b""
    wanted = 4
    while len(received) < wanted:
        # No byte more: what follows carries descriptors.
        chunk = control.recv(wanted - len(received))
        if not chunk:
            return None
        received += chunk
        if len(received) == 4:
            wanted += int.from_bytes(received, "big")
    values: dict[str, Any] = json.loads(received[4:])
    return values


def _prepare(config: Config) -> None:
    runner.preload(config.modules)
    _thread_stacks()
    shown = _shown(config)
    if config.linux:
        from sandbox import mounts, seccomp  # noqa: PLC0415 - Linux only

        config.readable = mounts.plan(shown).places
        seccomp.witness_code(config.policy.memory_bytes)
    if config.policy.tier is Tier.FULL:
        _enter_root(config, shown)
    elif config.policy.own_file:
        config.files = own_file.make_folder(JAIL_ID if identity.lowers() else None)
    # One generation that the collector never touches keeps forked pages shared.
    gc.collect()
    gc.freeze()


def _shown(config: Config) -> dict[str, str]:
    """Return what the host shows to programs, by the place where they find it."""
    tier = config.policy.tier
    shown = {module_place(tier, name, path): path for name, path in config.modules.items()}
    place = data_place(config.policy)
    if place is not None and config.policy.data_dir is not None:
        shown[place] = config.policy.data_dir
    return shown


def _thread_stacks() -> None:
    import threading  # noqa: PLC0415 - already loaded by the runner

    threading.stack_size(THREAD_STACK_BYTES)


def _enter_root(config: Config, shown: dict[str, str]) -> None:
    from sandbox import mounts, namespaces, syscalls  # noqa: PLC0415 - Linux only

    config.proc = os.open("/proc", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    root = mounts.plan(shown)
    if os.geteuid() == 0:
        namespaces.unshare("unshare mounts", namespaces.NEWNS)
        mounts.enter(root)
        os.setgroups([])
        os.setresgid(JAIL_ID, JAIL_ID, JAIL_ID)
        os.setresuid(JAIL_ID, JAIL_ID, JAIL_ID)
        config.identity = (JAIL_ID, JAIL_ID)
        # A change of uid made us undumpable, and /proc/self/uid_map root's.
        syscalls.prctl("be dumpable", syscalls.PR_SET_DUMPABLE, 1)
        return
    uid, gid = os.getuid(), os.getgid()
    namespaces.unshare("unshare user and mounts", namespaces.NEWUSER | namespaces.NEWNS)
    try:
        namespaces.map_own_identity(config.proc, uid, gid)
    except OSError as error:
        raise SandboxError("map identity", errno=error.errno) from None
    mounts.enter(root)


def _serve(config: Config, control: socket.socket) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # wardens are reaped by the kernel
    while True:
        try:
            data, descriptors = _receive(control)
        except OSError:
            _leave(config)
        if not data or len(descriptors) != 4:
            _leave(config)
        _spawn(config, control, descriptors)
        for descriptor in descriptors:
            os.close(descriptor)


def _leave(config: Config) -> NoReturn:
    """End when the last warden has: where nobody adopts orphans they would stay as zombies."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
    if config.files is not None:
        own_file.remove_folder(config.files)
    os._exit(0)


def _receive(control: socket.socket) -> tuple[bytes, list[int]]:
    size = 4 * struct.calcsize("i")
    data, ancillary, _flags, _address = control.recvmsg(1, socket.CMSG_SPACE(size))
    for level, kind, payload in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            return data, list(struct.unpack(f"{len(payload) // 4}i", payload))
    return data, []


def _spawn(config: Config, control: socket.socket, descriptors: list[int]) -> None:
    try:
        pid = _clone(config)
    except SandboxError as error:
        status = socket.socket(fileno=os.dup(descriptors[STATUS]))
        _tell(status, failed=error.step, errno=error.errno, detail=error.detail)
        status.close()
        return
    if pid:
        return
    control.close()
    status = socket.socket(fileno=descriptors[STATUS])
    try:
        _guard(config, descriptors, status)
    except SandboxError as error:
        _tell(status, failed=error.step, errno=error.errno, detail=error.detail)
    except OSError as error:
        _tell(status, failed="start a program", errno=error.errno, detail=str(error))
    except Exception as error:  # noqa: BLE001 - whatever broke must reach the judge as words
        _tell(status, failed="start a program", errno=None, detail=repr(error))
    os._exit(3)


def _clone(config: Config) -> int:
    if config.policy.tier is not Tier.FULL:
        return os.fork()
    from sandbox import namespaces, syscalls  # noqa: PLC0415 - Linux only

    return syscalls.clone_process(namespaces.PER_PROGRAM | namespaces.SIGCHLD)


def _guard(config: Config, descriptors: list[int], status: socket.socket) -> NoReturn:
    """Be the warden: prepare the surroundings, fork the program, wait for its end."""
    wake_read, wake_write = os.pipe()
    os.set_blocking(wake_write, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake_write, warn_on_full_buffer=False)
    _lower(config)
    if config.files is not None:
        config.file = files.place = own_file.make_file(config.files)
    if config.linux:
        _die_with_parent("warden")
    if config.policy.tier is Tier.FULL:
        _surround(config)
    pid = os.fork()
    if pid == 0:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        _become_program(config, descriptors, status)
    for descriptor in descriptors[:STATUS]:
        os.close(descriptor)
    if config.linux:
        pidfd = os.pidfd_open(pid)
        _tell(status, [pidfd], pid=pid)
        os.close(pidfd)
    else:
        _tell(status, pid=pid)
    _wait(pid, wake_read, status)
    own_file.remove_file(config.file)
    os._exit(0)


def _lower(config: Config) -> None:
    """Give up root where no namespace hides it: `kill(-1)` would be the end of the host."""
    if config.policy.tier is not Tier.FULL and identity.lowers():
        os.setgroups([])
        os.setgid(JAIL_ID)
        os.setuid(JAIL_ID)


def _die_with_parent(step: str) -> None:
    from sandbox import syscalls  # noqa: PLC0415 - Linux only

    syscalls.prctl(f"{step}: die with parent", syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)


def _surround(config: Config) -> None:
    from sandbox import mounts, namespaces  # noqa: PLC0415 - Linux only

    try:
        namespaces.map_own_identity(config.proc, *config.identity)
    except OSError as error:
        raise SandboxError("map identity of a program", errno=error.errno) from None
    os.close(config.proc)
    mounts.mount_scratch(config.policy.scratch_bytes)
    socket.sethostname("sandbox")


def _wait(pid: int, wake_read: int, status: socket.socket) -> None:
    """Wait until the program has ended and tell how, or until the judge has gone, and end it."""
    ended = 0
    usage: Any = None
    while True:
        readable, _, _ = select.select([wake_read, status.fileno()], [], [])
        if status.fileno() in readable:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            return
        os.read(wake_read, 512)
        found, ended, usage = os.wait4(pid, os.WNOHANG)
        if found:
            break
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there
    with contextlib.suppress(OSError):
        _tell(
            status,
            ended=ended,
            cpu=usage.ru_utime + usage.ru_stime,
            resident=usage.ru_maxrss * unit,
        )


def _become_program(config: Config, descriptors: list[int], status: socket.socket) -> NoReturn:
    try:
        requests, replies, status_fd = _keep_descriptors(descriptors, status)
        status = socket.socket(fileno=status_fd)
        rlimits.apply(rlimits.plan(config.policy, config.data_bytes, _counts_threads()))
        if config.linux:
            _lock_down(config, status)
        status.close()
    except SandboxError as error:
        _tell(status, failed=error.step, errno=error.errno, detail=error.detail)
        os._exit(3)
    except Exception as error:  # noqa: BLE001 - whatever broke must reach the judge as words
        _tell(status, failed="lock the program down", errno=None, detail=repr(error))
        os._exit(3)
    runner.warm_up()
    os.write(replies, frames.frame(frames.READY, frames.NO_NONCE, b""))
    runner.serve(requests, replies)
    os._exit(0)


def _keep_descriptors(descriptors: list[int], status: socket.socket) -> tuple[int, int, int]:
    """Leave 0 (empty), 1 and 2 (printed), 3 (requests), 4 (replies), 5 (status): nothing else."""
    os.setsid()
    # First away from the numbers they are to get, or one move would close another's source.
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
    """The order of security.md 4.1: Landlock before seccomp, the strict filter last."""
    from sandbox import landlock, seccomp, syscalls  # noqa: PLC0415 - Linux only

    _die_with_parent("program")
    if resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        # A host that allows no core file still pipes dumps, and does not allow the limit of 1.
        syscalls.prctl("be undumpable", syscalls.PR_SET_DUMPABLE, 0)
    syscalls.prctl("no new privileges", syscalls.PR_SET_NO_NEW_PRIVS, 1)
    syscalls.drop_capabilities()
    landlock.restrict(_rules(config))
    largest = config.policy.memory_bytes
    listener = seccomp.load_witness(seccomp.witness_code(largest))
    _tell(status, [listener], witness=True)
    os.close(listener)
    seccomp.load(seccomp.strict_code(os.getpid(), witnessed=True))


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


def _tell(
    sock: socket.socket, descriptors: list[int] | None = None, **message: str | float | None
) -> None:
    data = json.dumps(message).encode() + b"\n"
    ancillary = []
    if descriptors:
        packed = struct.pack(f"{len(descriptors)}i", *descriptors)
        ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, packed)]
    with contextlib.suppress(OSError):
        sock.sendmsg([data], ancillary)
