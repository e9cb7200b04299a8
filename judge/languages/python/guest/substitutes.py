"""What the standard library gives inside where it would start a program or open a socket by itself.

Some of its functions ask another program, a service or the network for a name or a number. Inside
they give fixed values, so that a rule violation is always something that the submission asked for.
Likewise a lock between processes is one between threads, since there is one process alone. Each
module is changed when it has been imported, so what is not used costs nothing.
"""

import errno
import functools
import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from .semaphores import SemLock

# ruff: noqa: SLF001 - what starts programs in these modules is private to them

#: The name of the machine and of the user.
NAME = "sandbox"
#: A node of UUIDs that is nobody's: locally administered, not multicast (RFC 9562, 6.10).
NODE = 0x020000000001
#: The time of the first uuid1, 2100-01-01, in units of 100 ns since 1582, and the next one's
#: distance: far enough that prefixes of its text differ as well.
FIRST_TICK, TICKS = 163_326_240_000_000_000, 9_973
#: The largest stack of a thread, since all of it counts as private memory.
LARGEST_STACK = 64 * 1024 * 1024


def install() -> None:
    """Change the modules that are imported already, and the others as they are imported."""
    for name, amend in AMENDS.items():
        module = sys.modules.get(name)
        if module is not None:
            amend(module)
    sys.meta_path.insert(0, SubstituteFinder())


class SubstituteFinder:
    """A finder that has other finders find a module, and changes it when it has been loaded."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """Return the spec of a module to change, None for any other."""
        amend = AMENDS.get(fullname)
        if amend is None:
            return None
        for finder in sys.meta_path:
            if type(finder) is SubstituteFinder:
                continue
            spec = finder.find_spec(fullname, path, target)
            if spec is not None:
                if spec.loader is not None:
                    spec.loader = AmendingLoader(spec.loader, amend)  # type: ignore[assignment]  # no base
                return spec
        return None


class AmendingLoader:
    """Loads a module with its own loader, and changes it then.

    It has no base: importing `importlib.abc` takes a tenth of a fork server's start.
    """

    def __init__(self, loader: Any, amend: Callable[[Any], None]) -> None:
        self._loader = loader
        self._amend = amend

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        module: ModuleType | None = self._loader.create_module(spec)
        return module

    def exec_module(self, module: ModuleType) -> None:
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        module.__loader__ = self._loader
        self._loader.exec_module(module)
        self._amend(module)


def _os(module: Any) -> None:
    """The working folder stays; to go where one is already is no change."""
    module.getlogin = _name
    change = module.chdir

    @functools.wraps(change)
    def chdir(path: Any) -> None:
        if type(path) is not int and os.path.realpath(path) == os.path.realpath(os.getcwd()):
            return
        try:
            change(path)
        except PermissionError:
            reason = f"the working folder stays {os.getcwd()}: use whole paths"
            raise PermissionError(errno.EPERM, reason, path) from None

    module.chdir = chdir


def _getpass(module: Any) -> None:
    module.getuser = _name


def _name() -> str:
    return NAME


def _uuid(module: Any) -> None:
    """No UUID of this machine, by its network cards or a service, and no clock."""
    module._generate_time_safe = module._UuidCreate = None
    module._node = NODE
    module._last_timestamp = FIRST_TICK
    make = module.uuid1

    @functools.wraps(make)
    def uuid1(node: int | None = None, clock_seq: int | None = None) -> Any:
        # It adds one to the last time where the clock is behind that.
        module._last_timestamp += TICKS
        return make(node, clock_seq)

    module.uuid1 = uuid1


def _platform(module: Any) -> None:
    """Neither uname nor file is started, and both are allowed to know nothing."""
    module._Processor.from_subprocess = staticmethod(str)
    module._uname_cache = None  # of the fork server, under the host's name
    module._syscmd_file = lambda target, default="": default  # noqa: ARG005 - its signature


def _ctypes_util(module: Any) -> None:
    """Libraries are looked for in the folders of the root, without ldconfig, gcc and ld."""
    module.find_library = find_library


def find_library(name: str) -> str | None:
    """Return the file name of a shared library as the loader takes it, or None."""
    pattern = re.compile(rf"lib{re.escape(name)}\.so(\.[0-9]+)?")
    for folder in _library_folders():
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        found = [file for file in names if pattern.fullmatch(file)]
        if found:
            # One with a version: without, it may be a script of the linker.
            return max(found, key=lambda file: (len(file), file))
    return None


def _library_folders() -> tuple[str, ...]:
    multiarch = getattr(sys.implementation, "_multiarch", "")
    own = (f"/usr/lib/{multiarch}", f"/lib/{multiarch}") if multiarch else ()
    return (*own, "/usr/lib64", "/lib64", "/usr/lib", "/lib")


def _socket(module: Any) -> None:
    """The own machine's whole name is its name: nobody is asked for it."""
    ask = module.getfqdn

    @functools.wraps(ask)
    def getfqdn(name: str = "") -> Any:
        own = module.gethostname()
        return own if name.strip() in {"", "0.0.0.0", "::", own} else ask(name)  # noqa: S104 - compared

    module.getfqdn = getfqdn


def _selectors(module: Any) -> None:
    """What waits for descriptors uses poll(2): epoll is a larger door of the kernel."""
    module.DefaultSelector = module.PollSelector


def _resource(module: Any) -> None:
    """A larger stack, which people ask for before deep recursion, is there already."""
    change = module.setrlimit

    @functools.wraps(change)
    def setrlimit(resource: int, limits: Any) -> None:
        if resource != module.RLIMIT_STACK:
            change(resource, limits)

    module.setrlimit = setrlimit


#: The stack that threads are started with: `threading` tells it only while it changes it.
thread_stack_bytes = 0


def _threading(module: Any) -> None:
    """A stack of hundreds of megabytes, asked for by habit, is as much as may be had."""
    global thread_stack_bytes  # noqa: PLW0603 - one setting of the process, like the module's own
    change = module.stack_size
    default = thread_stack_bytes = change()
    change(default)

    @functools.wraps(change)
    def stack_size(size: int = 0) -> int:
        global thread_stack_bytes  # noqa: PLW0603 - likewise
        # Not the default of the C library, which is as large as the main stack.
        wanted = min(size, LARGEST_STACK) or default
        old: int = change(wanted)
        thread_stack_bytes = wanted
        return old

    module.stack_size = stack_size


def _multiprocessing(module: Any) -> None:
    module.SemLock = SemLock


def _shared_heap(module: Any) -> None:
    """Shared values are kept in the scratch: there is no /dev/shm."""
    module.Arena._dir_candidates = []


AMENDS: dict[str, Callable[[Any], None]] = {
    "os": _os,
    "getpass": _getpass,
    "uuid": _uuid,
    "platform": _platform,
    "ctypes.util": _ctypes_util,
    "socket": _socket,
    "selectors": _selectors,
    "resource": _resource,
    "threading": _threading,
    "_multiprocessing": _multiprocessing,
    "multiprocessing.heap": _shared_heap,
}
