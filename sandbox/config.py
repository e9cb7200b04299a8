"""The configuration that the judge sends to a fork server, and the messages it sends back."""

import contextlib
import json
import os
import socket
import struct
from types import ModuleType
from typing import Any

from sandbox.errors import SandboxError
from sandbox.policy import Policy, Tier

REQUESTS, REPLIES, PRINTED, STATUS = range(4)
#: What the judge sends a warden before the length and the name of a data file: no signal's number.
SHOW = 0
#: Private memory of an idle interpreter, which RLIMIT_DATA must allow for.
IDLE_DATA_BYTES = 64 * 1024 * 1024
#: With a cgroup the kernel counts memory in use, and RLIMIT_DATA, this much higher, is a backstop.
FENCE = 4
#: The uid and gid of programs if the judge is root; not used by anything else.
JAIL_ID = 61_417


class Config:
    """The judge's first message on the control socket, and what the server prepared for it."""

    def __init__(self, values: dict[str, Any], runner: ModuleType) -> None:
        #: The guest's module `runner`, see `sandbox.guest.Guest`.
        self.runner = runner
        self.policy = Policy(**{**values["policy"], "tier": Tier(values["policy"]["tier"])})
        self.modules: dict[str, str] = values["modules"]
        self.options: dict[str, Any] = values["options"]
        self.cgroup: bool = values["cgroup"]
        self.linux = self.policy.tier is not Tier.LIMITS_ONLY
        self.proc = -1
        self.readable: tuple[str, ...] = ()
        self.files: str | None = None
        self.file: str | None = None
        #: What programs lack on this host, as the guest named it.
        self.lacking: list[str] = []
        #: The names of the data files, in tiers that hide these.
        self.data_names: tuple[str, ...] = ()
        #: Those of a program that are not shown yet, as mounts by name.
        self.data: dict[str, int] = {}
        # Read here, since in a user namespace without a map both ids read as 65534.
        self.identity = (os.getuid(), os.getgid())

    @property
    def data_bytes(self) -> int:
        memory = self.policy.memory_bytes
        return IDLE_DATA_BYTES + memory * (FENCE if self.cgroup else 1)


def send(
    sock: socket.socket,
    descriptors: list[int] | None = None,
    **message: str | float | list[str] | None,
) -> None:
    """Send a message as one line of JSON, with descriptors; ignored if the judge has gone."""
    data = json.dumps(message).encode() + b"\n"
    ancillary = []
    if descriptors:
        packed = struct.pack(f"{len(descriptors)}i", *descriptors)
        ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, packed)]
    with contextlib.suppress(OSError):
        sock.sendmsg([data], ancillary)


def send_failure(sock: socket.socket, error: Exception, step: str = "") -> None:
    """Send an error and the step that failed: of the `SandboxError`, or else `step`."""
    if isinstance(error, SandboxError):
        send(sock, failed=error.step, errno=error.errno, detail=error.detail)
    else:
        send(sock, failed=step, errno=None, detail=repr(error))
