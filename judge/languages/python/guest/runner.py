"""Serve requests inside the sandbox: one frame in, one frame out, until the channel closes.

`preload` runs once in the fork server, `warm_up` and `serve` in each program forked from it.
Requests are executed here and answered with bytes; clocks, limits, comparison and verdicts stay
outside with the judge. The modules of this package have their own copies of the built-ins, so that
a submission that replaces `len` or `json.dumps` harms only itself.
"""

import builtins
import importlib
import random
import signal
import sys
from collections.abc import Mapping
from os import _exit
from types import ModuleType
from typing import NoReturn

from . import (
    border,
    candidates,
    channel,
    entry,
    faults,
    files,
    hints,
    loading,
    nodes,
    playing,
    prelude,
    recursion,
    remote,
    requests,
    stdio,
    substitutes,
    values,
    vendored,
)

#: The release that submissions run on, for reports.
VERSION = ".".join(map(str, sys.version_info[:3]))
#: The module `suite`, in servers for suites of tests only.
_suite: ModuleType | None = None
_OURS = (
    border,
    candidates,
    channel,
    entry,
    faults,
    files,
    hints,
    loading,
    nodes,
    playing,
    prelude,
    recursion,
    remote,
    requests,
    stdio,
    substitutes,
    values,
)


def preload(modules: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Import what programs may need, for forks to share; `modules` maps names to paths.

    Returns the names of what programs lack on this host.
    """
    recursion.deepen()
    proof = recursion.Proof()
    vendored.install(modules or {})
    vendored.timeout()
    own = vars(builtins)
    for module in (*_OURS, *_suites(modules or {})):
        vars(module).update({name: own[name] for name in own.keys() - vars(module).keys()})
    globals().update({name: own[name] for name in own.keys() - globals().keys()})
    return proof.missing()


def _suites(modules: Mapping[str, str]) -> tuple[ModuleType, ...]:
    """Import what plays suites of tests, where there are pytest and Hypothesis to play them with.

    These have machine code, which cannot be imported once the root is entered.
    """
    global _suite  # noqa: PLW0603 - the fork server has one guest, this module
    if "pytest" not in modules:
        return ()
    place = modules["pytest"].rpartition("/")[0]
    sys.path.append(place)
    try:
        _suite = importlib.import_module(".suite", __package__)
        _suite.preload()
    finally:
        sys.path.remove(place)
    return _suite, _suite.collecting


def warm_up() -> None:
    """Use the compiler and `inspect` once, so that the first submission need not wait for them.

    In a program this only copies what the server has warmed before a submission comes. The programs
    of a suite follow one another at once, and would but pay for it.
    """
    if _suite is not None:
        return
    interface = {"kind": "function", "names": ["f"], "parameters": [{"name": "a"}]}
    loading.load(
        interface, b"class Solution:\n    def f(self, a):\n        return a\n", loading.unlimited
    )
    values.encode([1, "a", (2,)])
    del sys.modules[candidates.MODULE]
    random.seed(0)


def serve(read_fd: int, write_fd: int, file: str | None = None) -> NoReturn:
    """Answer requests until the channel closes, then end this process.

    `file` is where file arguments are written; None if there is a scratch folder.
    """
    if file is not None:
        files.place = file
    status = 1
    try:
        _settle()
        pipes = channel.Channel(read_fd, write_fd)
        guest = requests.Guest(pipes, _suite)
        pipes.answer_all(guest.handlers(), guest.failed, guest.forget)
        status = 0
    finally:
        _exit(status)


def _settle() -> None:
    stdio.open_streams()
    substitutes.install()
    sys.dont_write_bytecode = True
    # Without site these two are missing, and people do use them.
    vars(builtins).update(exit=sys.exit, quit=sys.exit)
    sys.setrecursionlimit(recursion.python_calls())
    # A late SIGALRM of the judge between calls must not kill an honest program.
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
