"""What the standard library gives inside; each source runs in a guest of its own kind."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from judge.languages.python.guest import substitutes
from judge.values.replies import Loaded, Returned
from tests.judge.languages.python.guest.driver import ECHO, Guest

#: Programs and sockets that a call starts by itself fail the test: whoever asks is told so.
WATCHED = """
import os, socket, subprocess
def refuse(*arguments, **names): raise AssertionError(("asked for", arguments))
subprocess.Popen = os.fork = os.posix_spawn = os.system = refuse
socket.gethostbyaddr = socket.getaddrinfo = refuse
def f(a):
    {body}
"""


@pytest.fixture(scope="module")
def guest() -> Iterator[Guest]:
    with Guest() as made:
        yield made


def value(guest: Guest, body: str) -> Any:
    source = WATCHED.format(body=body.replace("\n", "\n    "))
    assert isinstance(guest.load(source, ECHO), Loaded)
    reply = guest.play(0)
    assert isinstance(reply, Returned), reply
    return reply.value


FIXED = {
    "uuid.getnode": ("import uuid\nreturn uuid.getnode()", 0x020000000001),
    "platform.processor": ("import platform\nreturn platform.processor()", ""),
    "platform.architecture": ("import platform\nreturn platform.architecture()[1]", ""),
    "getpass.getuser": ("import getpass\nreturn getpass.getuser()", "sandbox"),
    "os.getlogin": ("import os\nreturn os.getlogin()", "sandbox"),
    "find_library": (
        "from ctypes.util import find_library as find\nreturn find('c'), find('never-there')",
        ("libc.so.6", None),
    ),
    "getfqdn": ("import socket\nreturn socket.getfqdn() == socket.gethostname()", True),
    "make_msgid": ("import email.utils\nreturn '@' in email.utils.make_msgid()", True),
    "ThreadPool": (
        (
            "from multiprocessing.pool import ThreadPool\n"
            "with ThreadPool(2) as pool: return pool.map(lambda x: x * x, range(4))"
        ),
        [0, 1, 4, 9],
    ),
    "multiprocessing locks": (
        (
            "import multiprocessing as m\nwith m.Lock(), m.RLock(), m.Semaphore(), m.Condition():\n"
            "    e = m.Event()\n    e.set()\nreturn e.is_set(), m.Barrier(1).wait()"
        ),
        (True, 0),
    ),
    "multiprocessing queues": (
        (
            "import multiprocessing as m\nq, one, (a, b) = m.SimpleQueue(), m.Queue(), m.Pipe()\n"
            "q.put(1); one.put(2); a.send(3)\nreturn [q.get(), one.get(), b.recv()]"
        ),
        [1, 2, 3],
    ),
    "asyncio": (
        (
            "import asyncio\nasync def g(): return await asyncio.to_thread(lambda: 7)\n"
            "return asyncio.run(g())"
        ),
        7,
    ),
    "poll": ("import selectors\nreturn selectors.DefaultSelector.__name__", "PollSelector"),
    "a larger stack": (
        ("import resource as r\nr.setrlimit(r.RLIMIT_STACK, (r.RLIM_INFINITY,) * 2)\nreturn None"),
        None,
    ),
    "a large stack of a thread": (
        (
            "import threading\nthreading.stack_size(512 << 20)\nold = threading.stack_size(0)\n"
            "return old"
        ),
        substitutes.LARGEST_STACK,
    ),
    "threads leave the size of stacks alone": (
        (
            "import threading\nthreading.stack_size(1 << 20)\nt = threading.Thread(target=int)\n"
            "t.start()\nt.join()\nreturn threading.stack_size()"
        ),
        1 << 20,
    ),
    "the own folder": (
        (
            "import os\nos.chdir(os.path.dirname(os.path.abspath(__file__)))\nos.chdir('.')\n"
            "return None"
        ),
        None,
    ),
    "its own loader": ("import uuid\nreturn type(uuid.__loader__).__name__", "SourceFileLoader"),
}


@pytest.mark.parametrize(("body", "expected"), FIXED.values(), ids=FIXED.keys())
def test_the_library_gives_a_fixed_value_and_asks_nobody(
    guest: Guest, body: str, expected: object
) -> None:
    """Neither a program is started nor a socket connected, and threads share every lock."""
    assert value(guest, body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "import platform\nreturn platform.platform()",
        "import platform\nreturn list(platform.uname())",
        "import locale\nreturn locale.getlocale()",
        "import webbrowser\nreturn 0",
        "import os\nreturn os.cpu_count()",
    ],
)
def test_what_a_machine_tells_is_told_again(guest: Guest, body: str) -> None:
    """The same each time, and nobody is asked."""
    assert value(guest, body) == value(guest, body)


def test_uuids_are_the_same_on_every_run_and_differ_in_one() -> None:
    """Also by their first letters, of which people make short codes."""
    body = "import uuid\nreturn [str(uuid.uuid1()) for _ in range(300)]"
    seen = []
    for _ in range(2):
        with Guest() as guest:
            seen.append(value(guest, body))
    assert seen[0] == seen[1]
    assert len({text[:6] for text in seen[0]}) > 150
    assert len({text[:8] for text in seen[0]}) == 300


def test_what_a_submission_asks_for_itself_is_asked(guest: Guest) -> None:
    """Then the sandbox sees it, and it is a rule violation."""
    source = WATCHED.format(body="import os\n    return os.popen('date')")
    assert isinstance(guest.load(source, ECHO), Loaded)
    assert "asked for" in str(guest.play(0))


def test_a_module_without_a_substitute_is_left_to_its_finder() -> None:
    """And one that is nowhere is not found."""
    finder = substitutes.SubstituteFinder()
    assert finder.find_spec("json") is None
    assert finder.find_spec("uuid") is not None
    hidden = [found for found in sys.meta_path if "PathFinder" in str(found)]
    assert hidden
    paths, sys.path[:] = sys.path[:], []
    try:
        assert finder.find_spec("uuid") is None
    finally:
        sys.path[:] = paths
