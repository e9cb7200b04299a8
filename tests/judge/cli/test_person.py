"""The command line as a person meets it: a real process on a real terminal."""

import errno
import os
import pty
import re
import signal
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
#: Colours, erasing a line, going up a line, hiding and showing the cursor: all that we write.
OURS = re.compile(r"\x1b\[([0-9;]*m|2K|1A|\?25[lh])")
#: The corpora of the person who runs the tests are as good as new ones, and there already.
KEPT = ("HOME", "PATH", "XDG_CACHE_HOME", "JUDGE_CACHE_DIR", "JUDGE_DATA_DIR")
pytestmark = pytest.mark.needs("full")


class Person:
    """Somebody at a terminal of 80 columns who starts one command and reads what comes."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        self.seen = b""
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            os.chdir(ROOT)
            plain = {"TERM": "xterm-256color", "COLUMNS": "80", "LANG": "C.UTF-8"}
            kept = {name: os.environ[name] for name in KEPT if name in os.environ}
            command = [sys.executable, "-m", "judge", *arguments]
            settings = {**kept, **plain, **environment}
            os.execve(sys.executable, command, settings)  # noqa: S606 - no shell is the point

    def read_until(self, words: bytes, seconds: float = 60.0) -> None:
        end = time.monotonic() + seconds
        while words not in self.seen and self._read():
            assert time.monotonic() < end, self.seen

    def answer(self, text: bytes) -> None:
        """Type something."""
        os.write(self._terminal, text)

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        os.write(self._terminal, b"\x03")

    def end(self) -> int:
        """Read to the end and return the exit status."""
        while self._read():
            pass
        os.close(self._terminal)
        _, status = os.waitpid(self._process, 0)
        return os.waitstatus_to_exitcode(status)

    def _read(self) -> bool:
        try:
            chunk = os.read(self._terminal, 65_536)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            return False  # Linux's word for: the other side of the terminal is closed
        self.seen += chunk
        return bool(chunk)

    @property
    def text(self) -> str:
        return self.seen.decode().replace("\r\n", "\n")


def test_a_person_sees_progress_and_then_the_verdict() -> None:
    """Progress is drawn in place and erased; the verdict stays, in colour, and then the runtime."""
    person = Person("submit", "lca", "examples/lca.py")
    assert person.end() == 0
    before, verdict, after = person.text.partition("\x1b[1;32mAC accepted")
    assert "judging lca" in before
    assert "AC accepted on the tests" in before
    assert verdict
    assert OURS.sub("", after).startswith("   lca, examples/lca.py\n")
    assert "runtime: " in after.rpartition("\x1b[2K")[2]


@pytest.mark.parametrize(
    ("name", "code", "verdict"), [("lca", 0, "AC"), ("lca_wrong", 1, "WA"), ("lca_slow", 1, "TLE")]
)
def test_the_examples_are_what_they_say(name: str, code: int, verdict: str) -> None:
    """The three examples get their verdicts, as an editor reads them."""
    person = Person("submit", "lca", f"examples/{name}.py", "--format=line", TERM="dumb")
    assert person.end() == code
    assert re.fullmatch(rf"examples/{name}\.py:\d+:\d+: {verdict} .+\n", person.text)


def test_no_color_means_no_codes_in_the_report() -> None:
    """With NO_COLOR the report has not one escape code, also on a terminal."""
    person = Person("submit", "lca", "examples/lca_wrong.py", NO_COLOR="1")
    assert person.end() == 1
    report = person.text[person.text.rindex("WA wrong answer   lca") :]
    assert "\x1b" not in report


def test_a_dumb_terminal_gets_plain_text() -> None:
    """TERM=dumb takes no codes at all, so there is no progress either."""
    person = Person("submit", "lca", "examples/lca_wrong.py", TERM="dumb")
    assert person.end() == 1
    assert "\x1b" not in person.text


def test_hostile_prints_write_no_code_of_their_own(tmp_path: Path) -> None:
    """Of all escape codes on the terminal only our own few remain."""
    attack = r'"\x1b]0;pwn\x07\x1b[2J\x9b31m\rAC accepted \u202e [red]x[/red] \ud800"'
    source = "def lowest_common_ancestor(root, p, q):\n"
    source += f"    print({attack}.encode('utf-8', 'replace').decode())\n"
    source += f"    raise ValueError({attack})\n"
    file = tmp_path / "hostile.py"
    file.write_text(source)
    person = Person("submit", "lca", str(file))
    assert person.end() == 1
    rest = OURS.sub("", person.text)
    assert all(c.isprintable() for c in rest.replace("\n", "").replace("\r", ""))
    assert r"\x1b]0;pwn\x07" in rest


def test_ctrl_c_ends_it_at_once(tmp_path: Path) -> None:
    """130, the cursor is back, and one word of what happened."""
    file = tmp_path / "endless.py"
    file.write_text("def lowest_common_ancestor(root, p, q):\n    while True: pass\n")
    person = Person("submit", "lca", str(file))
    person.read_until(b"judging")
    person.interrupt()
    assert person.end() == 130
    assert person.text.rstrip().endswith("judge: interrupted")
    assert person.text.rindex("\x1b[?25h") > person.text.rindex("\x1b[?25l")
    assert "Traceback" not in person.text


def test_a_long_text_goes_through_the_pager() -> None:
    """PAGER's, which gets the text on its standard input; one that shows no codes gets none."""
    person = Person("show", "lca", PAGER="sed s/^/read:/")
    assert person.end() == 0
    assert person.text.count("read:") == person.text.count("\n") > 30
    assert "\x1b" not in person.text


@pytest.mark.parametrize(
    "environment",
    [
        {"PAGER": "sh -c 'exit 127'"},
        {"PAGER": "sed s/^/read:/", "LINES": "500"},
    ],
)
def test_a_text_is_shown_without_a_pager_too(environment: dict[str, str]) -> None:
    """Where there is none that works, and where it fits on the screen."""
    person = Person("show", "lca", **environment)
    assert person.end() == 0
    assert "Begin: judge start lca" in person.text
    assert "read:" not in person.text
    assert "rror" not in person.text


def test_a_reader_who_has_had_enough_ends_it() -> None:
    """A pager that reads a little and ends is no fault."""
    person = Person("show", "lca", PAGER="head -n 3")
    assert person.end() == 0
    assert person.text.count("\n") == 3


def test_the_editorial_asks_before_it_tells() -> None:
    """Only who says yes reads it."""
    for answer, told in ((b"n\n", False), (b"\n", False), (b"y\n", True)):
        person = Person("editorial", "news-feed", PAGER="cat", JUDGE_HISTORY="off")
        person.read_until(b"[y/N]")
        person.answer(answer)
        assert person.end() == 0
        assert ("Pitfalls" in person.text) is told


def test_a_package_without_a_folder_asks_for_one(tmp_path: Path) -> None:
    """No answer is none."""
    for answer, written in ((b"\n", False), (str(tmp_path / "mine").encode() + b"\n", True)):
        person = Person("new", "first-one")
        person.read_until(b"In which folder")
        person.answer(answer)
        assert person.end() == (0 if written else 2)
        assert (tmp_path / "mine" / "first-one" / "problem.toml").exists() is written


def test_a_source_that_is_typed_is_asked_for() -> None:
    """Nobody wonders why nothing happens."""
    person = Person("run", "lca", "-")
    person.read_until(b"Ctrl-D on a line of its own ends it")
    person.answer(b"x = \n\x04")
    assert person.end() == 1


def test_watching_ends_by_ctrl_c(tmp_path: Path) -> None:
    """`--watch` judges, waits for a change, judges again, and ends with 130."""
    file = tmp_path / "lca.py"
    file.write_bytes((ROOT / "examples" / "lca_wrong.py").read_bytes())
    person = Person("submit", "lca", str(file), "--watch")
    person.read_until(b"Ctrl-C ends it")
    person.seen = b""
    file.write_bytes((ROOT / "examples" / "lca.py").read_bytes())
    person.read_until(b"Ctrl-C ends it")
    assert b"AC accepted" in person.seen
    person.interrupt()
    assert person.end() == 128 + signal.SIGINT
