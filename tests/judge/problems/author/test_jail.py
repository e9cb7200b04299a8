"""The code of packages that nobody trusts runs in the sandbox: what it tries, and what it is told.

Each failure is a sentence with file and line, and nothing of the host is read or changed.
"""

import json
import logging
import os
import random
import textwrap
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from judge.errors import AuthorError, HangError, UntrustedError
from judge.kinds import SentCase
from judge.problems import default_catalog
from judge.problems.author import code, jail
from judge.problems.author.call import Allowance, PackageFile
from judge.problems.author.code import CustomChecks, strategies_of
from judge.problems.author.process import AuthorProcess, end_author_code
from judge.problems.author.sources import PACKAGES, Sources
from judge.records import replace
from judge.values import escape
from sandbox import SandboxError, Tier
from tests.waiting import until

#: Said where a program has met a wall of the sandbox.
FORBIDDEN = r"the sandbox forbids what it does \(%s.*\)"

pytestmark = pytest.mark.needs("full")


@pytest.mark.parametrize(
    ("code", "modules", "options"),
    [
        ("def check(case, answer): return True", set(), {}),
        ("from hypothesis.strategies import integers", set(PACKAGES), {}),
        ("from hypothesis.strategies import text\nnames = text()", set(PACKAGES), {"texts": True}),
    ],
)
def test_a_fork_server_has_ready_what_files_may_use(
    code: str, modules: set[str], options: dict[str, bool]
) -> None:
    """Hypothesis, and its table of characters, take longer to get ready than most calls."""
    guest = Sources({"checker": ("checker.py", code.encode())}).guest
    assert (set(guest.modules), guest.options) == (modules, options)


@pytest.fixture(scope="module", autouse=True)
def jails() -> Iterator[None]:
    """End the fork servers, which later tests would take for children of their own."""
    yield
    end_author_code()


@pytest.fixture
def process() -> Iterator[AuthorProcess]:
    process = AuthorProcess()
    yield process
    process.close()


@pytest.fixture
def landlock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have the code run as in a container that allows no namespaces."""
    end_author_code()
    monkeypatch.setattr(jail, "CODE_TIERS", (Tier.LANDLOCK,))
    yield
    end_author_code()


def written(folder: Path, text: str, name: str = "checker.py") -> PackageFile:
    path = folder / "package" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    return PackageFile("package", path, str(hash(text)), trusted=False)


def checker(folder: Path, *lines: str) -> PackageFile:
    """Write a checker whose body are these lines, the first of them line 2 of the file."""
    body = textwrap.indent("\n".join(lines), "    ")
    return written(folder, f"def check(arguments, expected, actual):\n{body}\n")


def said(process: AuthorProcess, file: PackageFile, seconds: float = 60.0) -> object:
    allowance = Allowance(seconds)
    asked = ({"nums": [3, 1]}, [1], [1])
    [reply] = process.ask(file, "check", "check", *asked, allowance=allowance)
    return reply["said"]


HOSTILE = {
    "raise": ("raise KeyError('x')", "it raises KeyError at line 2"),
    "exit": ("raise SystemExit", "it raises SystemExit at line 2"),
    "os._exit": ("import os; os._exit(0)", r"it calls os._exit\(0\) at line 2"),
    "exit unseen": ("import posix; posix._exit(3)", "its process has ended: it exited with"),
    "crash": (
        "import ctypes\nctypes.string_at(0)",
        "its process has ended: killed by SIGSEGV at line 3",
    ),
    "fork": ("import os; os.fork()", "it starts a process at line 2"),
    "a program": ("import os; os.system('true')", "it starts a program at line 2"),
    "fork unseen": (
        "import ctypes\nctypes.CDLL(None).fork()",
        FORBIDDEN % "process creation",
    ),
    "socket": ("import socket\nsocket.socket()", FORBIDDEN % "network" + " at line 3"),
    "write": (
        "open('/etc/planted', 'w')",
        FORBIDDEN % "writing outside the scratch, '/etc/planted'" + " at line 2",
    ),
    "forged reply": ("import os\nos.write(4, b'x' * 100)", "it writes where the judge reads"),
    "closed channel": (
        "import os\nos.close(4)",
        "it closes descriptors that it did not open at line 3",
    ),
    "replaced codec": (
        "import json\njson.dumps = lambda *_: '[' * 5000\nreturn 'no'",
        "what it gives cannot be read: it is no JSON|what it gives cannot be read: nested",
    ),
    "long sentence": ("return 'x' * 20_000", "what it gives cannot be read: a sentence of more"),
    "huge call": ("return (10 ** 400, 'no')", "what it gives cannot be read: an impossible"),
    "odd exception": (
        "raise type('\\x1b[2J' * 99, (Exception,), {})('\\x1b[2J')",
        r"it raises \\x1b\[2J",
    ),
    "many prints": ("while True: print('x' * 10_000)", "it prints more than 16 MiB"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_untrusted_code_does_is_told(
    name: str, process: AuthorProcess, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """With file and line where there is one; and the next call works."""
    body, reason = HOSTILE[name]
    with caplog.at_level(logging.CRITICAL), pytest.raises(AuthorError, match=reason) as caught:
        said(process, checker(tmp_path, body))
    [fault] = caught.value.faults
    assert (Path(fault.path).name, fault.field) == ("checker.py", "check")
    assert "\x1b" not in str(fault)
    assert said(process, checker(tmp_path, "return None")) is None
    assert not Path("/etc/planted").exists()


HANGING = {
    "loop": ("while True: pass", 2),
    "sleep": ("import time; time.sleep(1000)", 2),
    "one call in C": ("return 10 ** 10 ** 10 == 1", 2),
    "exceptions swallowed": (
        "while True:\n    try:\n        while 1: pass\n    except BaseException: pass",
        4,
    ),
}


@pytest.mark.parametrize("name", HANGING)
def test_a_call_that_does_not_end_is_ended_with_its_line(
    name: str, process: AuthorProcess, tmp_path: Path
) -> None:
    body, line = HANGING[name]
    assert said(process, checker(tmp_path, "return None")) is None
    with pytest.raises(HangError) as caught:
        said(process, checker(tmp_path, body), 0.3)
    assert caught.value.line == line
    assert f"at line {line}" in caught.value.faults[0].reason


def test_nothing_of_the_host_is_there(
    process: AuthorProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No home, no process, no variable, and not even the package's own folder."""
    monkeypatch.setenv("JUDGE_KEY", "secret")
    # Python's own library may lie in the home folder, and nothing else of it is there.
    own = Path(os.__file__).resolve()
    secrets = [str(one) for one in Path.home().iterdir() if not own.is_relative_to(one)]
    seen = checker(
        tmp_path,
        "import os, json",
        f"places = ['/proc', '/etc', '/var', {str(tmp_path)!r}, *{secrets!r}]",
        "found = [place for place in places if os.path.exists(place)]",
        "env = [name for name in os.environ if 'JUDGE' in name]",
        "return json.dumps([found, env, os.getpid()])",
    )
    found, variables, pid = json.loads(str(said(process, seen)))
    assert (found, variables, pid) == ([], [], 2)


def test_what_it_patches_is_its_own(process: AuthorProcess, tmp_path: Path) -> None:
    """The judge's modules are there as copies; what one package does, the next never meets."""
    patching = checker(
        tmp_path,
        "import builtins, sys",
        "for name, module in list(sys.modules.items()):",
        "    if name.startswith('judge'):",
        "        vars(module).update(dict.fromkeys(vars(module), None))",
        "builtins.open = builtins.len = None",
        "return 'patched'",
    )
    with pytest.raises(AuthorError):
        said(process, patching)
    assert escape("\x1b") == "\\x1b"
    assert said(process, checker(tmp_path, "return str(len('abc'))")) == "3"


def test_a_package_keeps_its_state_and_gets_no_other_s(
    process: AuthorProcess, tmp_path: Path
) -> None:
    """A program serves one package, as long as that does not change."""
    counting = ["import sys", "sys.met = getattr(sys, 'met', 0) + 1", "return str(sys.met)"]
    first = checker(tmp_path, *counting)
    assert [said(process, first), said(process, first)] == ["1", "2"]
    (tmp_path / "other").mkdir()
    assert said(process, checker(tmp_path / "other", *counting)) == "1"


def test_a_folder_that_changes_is_read_once(process: AuthorProcess, tmp_path: Path) -> None:
    """Each program knows what was there when it began."""
    file = checker(tmp_path, "return 'one'")
    assert said(process, file) == "one"
    file.path.write_text("def check(*_): return 'two'")
    assert said(process, file) == "one"
    file.path.unlink()
    assert said(process, file) == "one"
    process.close()
    with pytest.raises(AuthorError, match=r"checker\.py: it cannot be read: No such file"):
        said(process, file)


def test_a_link_out_of_the_package_is_not_followed(process: AuthorProcess, tmp_path: Path) -> None:
    """What it leads to is not even read; one to a file beside is fine."""
    secret = tmp_path / "secret.py"
    secret.write_text("def check(*_): return 'read'")
    file = checker(tmp_path, "return None")
    file.path.unlink()
    file.path.symlink_to(secret)
    with pytest.raises(AuthorError, match="a link that leads out of its folder"):
        said(process, file)
    file.path.unlink()
    secret.rename(file.path.with_name("beside.py"))
    file.path.symlink_to("beside.py")
    assert said(process, file) == "read"


def test_line_ends_and_marks_of_other_systems_are_python(
    process: AuthorProcess, tmp_path: Path
) -> None:
    text = "\ufeffdef check(arguments, expected, actual):\r\n    assert actual == 1, 'x'\r\n"
    with pytest.raises(AuthorError, match="it raises AssertionError at line 2"):
        said(process, written(tmp_path, text))


def test_prints_are_logged(
    process: AuthorProcess, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = checker(tmp_path, "print('\\x1b[2Jhello')", "import os; os.write(2, b'raw\\xff')")
    assert said(process, file) is None
    assert [record.getMessage() for record in caplog.records] == [
        f"{file.path} prints: \\x1b[2Jhello",
        f"{file.path} prints: raw\ufffd",
    ]


def test_a_call_is_ended_from_another_thread(process: AuthorProcess, tmp_path: Path) -> None:
    """As a submission that is cancelled wants it."""
    failed: list[AuthorError] = []
    file = checker(tmp_path, "print('here', flush=True)\nwhile True: pass")

    def ask() -> None:
        try:
            said(process, file)
        except AuthorError as error:
            failed.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    until(lambda: process._running is not None)
    process.interrupt()
    thread.join(30)
    assert "it was interrupted" in str(failed)


def test_checks_are_asked_one_by_one(
    process: AuthorProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An untrusted program is not believed how far it came: each answer has its own reply."""
    monkeypatch.setattr(code, "CHECKERS", process)
    file = checker(
        tmp_path, "if actual == 3: raise KeyError", "return actual % 2 and 'odd' or None"
    )
    case = SentCase(("nums",), b"[[3,1]]", b"[1]")
    steps = CustomChecks(file, [(case, answer) for answer in (2, 1, object(), 4, 3)])
    assert [next(steps).message for _ in range(2)] == ["", "odd"]
    assert "no plain value" in next(steps).message
    assert next(steps).passed
    with pytest.raises(AuthorError, match="raises KeyError at line 2, on the answer 3"):
        next(steps)


STRATEGIES = """
from hypothesis import strategies as st
from _shared import numbers

SIZES = (1, 50)
MOST_INPUTS = 30


@st.composite
def pairs(draw):
    texts = st.sampled_from(["", "\\u00e9", "\\ud800"])
    return draw(st.lists(st.integers(-9, 9), max_size=5)), draw(texts)


def edges():
    yield {"nums": [numbers.LEAST], "text": "\\ud800"}


def generated():
    return pairs().filter(lambda pair: pair[0]).map(lambda p: {"nums": p[0], "text": p[1]})


def scales():
    yield 500, {"nums": list(range(500)), "text": ""}


def sized(n, rng):
    return {"nums": [rng.randrange(9) for _ in range(n)], "text": ""}


def validate(arguments):
    return None if arguments["nums"] else "no nums"
"""


def test_strategies_give_what_they_give_outside(tmp_path: Path) -> None:
    """The same inputs in the same order, for the same seed, with what packages share."""
    file = written(tmp_path, STRATEGIES, "strategies.py")
    shared = tmp_path / "_shared"
    shared.mkdir()
    (shared / "numbers.py").write_text("LEAST = -9\n")
    found = []
    for trusted in (True, False):
        made = strategies_of(PackageFile(file.slug, file.path, file.version, trusted))
        assert made.sized is not None
        found.append(
            (
                list(made.edges()),
                made.draw(count=25, seed=7),
                list(made.scales()),
                made.sized(20, random.Random(5)),
                made.validate({"nums": []}),
                (made.sizes, made.most_inputs),
            )
        )
    assert found[0] == found[1]
    assert len(found[0][1]) == 25


@pytest.mark.slow
@pytest.mark.parametrize("slug", default_catalog().slugs())
def test_every_bundled_strategy_draws_the_same_inside(slug: str) -> None:
    """So that trust changes no corpus, no pool and no verdict."""
    problem = default_catalog().get(slug)
    if problem.kind.cases is not None:
        pytest.skip("it has no strategies")
    inside, outside = replace(problem, trusted=False).strategies(), problem.strategies()
    assert (inside.sizes, inside.most_inputs) == (outside.sizes, outside.most_inputs)
    assert list(inside.edges()) == list(outside.edges())
    assert inside.draw(count=20, seed=3) == outside.draw(count=20, seed=3)


@pytest.mark.parametrize("texts", [True, False])
def test_the_table_of_characters_is_there_for_who_draws_texts(texts: bool, tmp_path: Path) -> None:
    """To make it takes a program longer than all else that it does."""
    drawn = "st.text()" if texts else "st.integers()"
    text = (
        "from hypothesis import strategies as st\n"
        "from hypothesis.internal import charmap\n"
        "READY = charmap._charmap is not None\n"
        f"def generated(): return st.fixed_dictionaries({{'a': {drawn}}})\n"
        "def validate(arguments): return str(READY)\n"
    )
    made = strategies_of(written(tmp_path, text, "strategies.py"))
    assert made.validate({}) == str(texts)
    assert len(made.draw(count=9, seed=1)) == 9


HOSTILE_STRATEGIES = {
    "fork": ("import os; os.fork()", "it starts a process at line 5"),
    "socket": ("import socket; socket.socket()", FORBIDDEN % "network" + " at line 5"),
    "home": ("open('/root/.ssh/id_rsa')", "it raises FileNotFoundError at line 5"),
    "no dict": ("yield 5", "it makes no dict of arguments"),
    "no JSON": ("yield {'a': float('nan')}", "it makes what JSON cannot hold"),
}


@pytest.mark.parametrize("name", HOSTILE_STRATEGIES)
def test_a_hostile_strategy_is_told_with_its_line(name: str, tmp_path: Path) -> None:
    body, reason = HOSTILE_STRATEGIES[name]
    file = written(tmp_path, f"\n\n\ndef edges():\n    {body}\n    yield\n", "strategies.py")
    with pytest.raises(AuthorError, match=reason):
        list(strategies_of(file).edges())


@pytest.mark.slow
def test_a_gibibyte_is_all_that_there_is(process: AuthorProcess, tmp_path: Path) -> None:
    """With a cgroup the kernel ends it, without a line; else Python is refused it."""
    told = "it raises MemoryError at line 2|it takes more than 1 GiB of memory"
    with pytest.raises(AuthorError, match=told):
        said(process, checker(tmp_path, "bytearray(2 * 1024 ** 3)"))
    assert said(process, checker(tmp_path, "return None")) is None


@pytest.mark.slow
def test_endless_inputs_are_cut(process: AuthorProcess, tmp_path: Path) -> None:
    """What is made must not fill the judge's own memory."""
    text = "def edges():\n    while True: yield {'a': 'x' * 1_000_000}\n"
    with pytest.raises(AuthorError, match="it makes more than 128 MiB"):
        list(strategies_of(written(tmp_path, text, "strategies.py")).edges())


def test_a_host_without_a_sandbox_says_how_to_trust(
    process: AuthorProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing runs then: limits alone are no wall."""
    end_author_code()
    tried: list[Tier] = []

    def none(_policy: Any, _guest: Any, tiers: tuple[Tier, ...]) -> None:
        tried.extend(tiers)
        raise SandboxError("load a filter", "not here", 1)

    monkeypatch.setattr(jail, "strongest", none)
    with pytest.raises(UntrustedError):
        process.ask(written(tmp_path, "", "data.py"), "make", "make", jail.DATA_FOLDER)
    assert tried == [Tier.FULL]  # others have no scratch to make files in
    with pytest.raises(UntrustedError, match=r"load a filter.* judge trust .*package") as caught:
        said(process, checker(tmp_path, "return None"))
    assert Tier.LIMITS_ONLY not in tried
    assert str(tmp_path / "package") in str(caught.value)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("open('/etc/passwd')", "it raises PermissionError at line 2"),
        ("open('/etc/planted', 'w')", FORBIDDEN % "writing outside" + " at line 2"),
        ("import socket; socket.socket()", FORBIDDEN % "network" + " at line 2"),
        ("import ctypes; ctypes.CDLL(None).fork()", FORBIDDEN % "process creation"),
    ],
)
def test_without_namespaces_it_reads_and_changes_nothing_either(
    body: str, reason: str, landlock: None, process: AuthorProcess, tmp_path: Path
) -> None:
    with pytest.raises(AuthorError, match=reason):
        said(process, checker(tmp_path, body))
    assert said(process, checker(tmp_path, "return None")) is None
    assert not Path("/etc/planted").exists()
