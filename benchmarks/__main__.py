"""Measure the main road: `python -m benchmarks` prints one table. Run it on a quiet machine.

Ratios are to a bare `python -I -S -c pass` of the same interpreter in the same run. Wall time.
`--check` compares the ratios of the short rows with those in `kept.json`, and fails where one has
risen beyond its bound; `--keep` writes them there.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import clock, kept
from benchmarks.clock import Row
from benchmarks.screen import watched
from judge.events import result_of
from judge.execution import Player, Sandboxes
from judge.judging import build_corpus
from judge.kinds import kind_of
from judge.languages import python_guest
from judge.pipeline import judge
from judge.problems import default_catalog
from judge.settings import Settings
from judge.submission import Submission, read_submission
from judge.values import Interface, Parameter
from judge.verdict import Verdict
from sandbox import Limit, Policy, Sandbox, Tier, strongest

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "lca.py"
IDENTITY = Submission(b"def f(a): return a\n", "identity.py")
INTERFACE = Interface("function", ("f",), (Parameter("a", "int"),), "int")
LIMIT = Limit(5.0, 20.0)
TIMED = "judge submit lca, with timing, to its end"


def main(arguments: list[str]) -> int:
    """Print the table, or compare and keep; return the exit status."""
    if arguments in (["--check"], ["--keep"]):
        return kept.check(short) if arguments == ["--check"] else kept.keep(short)
    if arguments:
        print("usage: python -m benchmarks [--check | --keep]", file=sys.stderr)
        return 2
    whole()
    return 0


def whole() -> None:
    """Print every row."""
    bare = clock.bare_seconds()
    print(f"bare interpreter start: {bare * 1e3:.2f} ms (the unit of the ratios)\n")
    print(f"{'what':<46} {'min ms':>9} {'median ms':>9} {'ratio':>9}  target")
    with tempfile.TemporaryDirectory() as cache:
        settings = Settings.from_environment({**os.environ, "JUDGE_CACHE_DIR": cache})
        for rows in (starts, throughput, cases, corpus, submits, many):
            for line in rows(settings, bare):
                print(line, flush=True)


def short() -> Iterator[Row]:
    """Measure the rows that have a target, on a cache that the first submission fills.

    Not the last of a submission: how long timing takes hangs on what else the host does.
    """
    bare = clock.bare_seconds()
    with tempfile.TemporaryDirectory() as cache:
        settings = Settings.from_environment({**os.environ, "JUDGE_CACHE_DIR": cache})
        for rows in (starts, cases, submits):
            yield from (row for row in rows(settings, bare) if row.target and row.name != TIMED)


def starts(_settings: Settings, bare: float) -> list[Row]:
    """From asking for a sandbox to the first line of the submission."""
    policy = Policy(Tier.FULL)
    with strongest(policy, python_guest(), warm=1) as sandbox:
        first_line(sandbox)
        pooled = [timed_pooled(sandbox) for _ in range(100)]
        cold = [timed_cold(sandbox) for _ in range(100)]
        alone = [timed_cold(sandbox, pause=0.1) for _ in range(20)]
    server = [clock.timed(lambda: whole_server(policy)) for _ in range(10)]
    return [
        Row("sandbox to first user line, pooled", pooled, bare, "<= 0.1x"),
        Row("sandbox to first user line, cold", cold, bare, "<= 1x"),
        Row("the same after a pause (joins a cgroup anew)", alone, bare, ""),
        Row("the same with the fork server's own start", server, bare, ""),
    ]


def first_line(sandbox: Sandbox) -> None:
    """Take a program and run a submission's top level."""
    with Player(sandbox, kind_of(INTERFACE).header(INTERFACE), IDENTITY) as player:
        assert player.load() is None


def timed_pooled(sandbox: Sandbox) -> float:
    """Time a start when a ready program is waiting."""
    sandbox.prove()
    player = Player(sandbox, kind_of(INTERFACE).header(INTERFACE), IDENTITY)
    seconds = clock.timed(player.load)
    player.close()
    return seconds


def timed_cold(sandbox: Sandbox, pause: float = 0.0) -> float:
    """Time a start when no program is waiting: the one that waits is thrown away first.

    After a `pause` the kernel makes whoever joins a cgroup wait for an RCU grace period; of joins
    in a row only the first one waits.
    """
    sandbox.prove()  # else the one that is thrown away would still be starting
    sandbox.discard()
    time.sleep(pause)
    player = Player(sandbox, kind_of(INTERFACE).header(INTERFACE), IDENTITY)
    seconds = clock.timed(player.load)
    player.close()
    return seconds


def whole_server(policy: Policy) -> None:
    """Start a fork server, run one line, end."""
    with strongest(policy, python_guest(), warm=1) as sandbox:
        first_line(sandbox)


def throughput(_settings: Settings, _bare: float) -> list[str]:
    """How many fresh sandboxes a second, one after the other."""
    count = 300

    def take_all() -> None:
        for _ in range(count):
            sandbox.session().close()

    with strongest(Policy(Tier.FULL), python_guest(), warm=4) as sandbox:
        seconds = clock.timed(take_all)
    return [f"{'fresh sandboxes a second, one caller':<46} {count / seconds:>19.0f}"]


def cases(_settings: Settings, bare: float) -> list[Row]:
    """What one small case costs, alone and among those of a volley."""
    volley = [b"[1]"] * 256
    # As in judging: right answers are known by their bytes.
    right = [kind_of(INTERFACE).right_replies(INTERFACE)(b"1", b"[1]")] * len(volley)
    with (
        strongest(Policy(Tier.FULL), python_guest()) as sandbox,
        Player(sandbox, kind_of(INTERFACE).header(INTERFACE), IDENTITY) as player,
    ):
        player.load()
        alone = [clock.timed(lambda: player.play(b"[1]", LIMIT)) for _ in range(3000)]
        shares = [
            clock.timed(lambda: player.play_volley(volley, LIMIT, right)) / len(volley)
            for _ in range(200)
        ]
        played = player.play_volley(volley, LIMIT, right)
        assert [one.as_expected for one in played.outcomes] == [True] * len(volley)
    return [
        Row("one small case (prepare, call, read)", alone[100:], bare, "<= 0.1 ms"),
        Row("one small case of a volley", shares[20:], bare, "<= 0.015 ms"),
    ]


def corpus(settings: Settings, bare: float) -> list[Row]:
    """What building a corpus costs."""
    problem = default_catalog().get("lca")
    with Sandboxes(problem, settings) as sandboxes:
        sandbox = sandboxes.main
        seconds = [clock.timed(lambda: list(build_corpus(problem, sandbox))) for _ in range(3)]
    return [Row("building the corpus of lca", seconds, bare, "<= 10 s")]


def submits(settings: Settings, bare: float) -> list[Row]:
    """The whole command, from the shell's view, with compiled bytecode."""
    environment = {**os.environ, "JUDGE_CACHE_DIR": str(settings.cache_dir)}
    watched("lca", EXAMPLE, environment)
    seen = [watched("lca", EXAMPLE, environment) for _ in range(21)][1:]
    corpus, final, ended = (list(times) for times in zip(*seen, strict=True))
    return [
        Row("judge submit lca, corpus verdict on screen", corpus, bare, "<= 40x"),
        Row("judge submit lca, final verdict on screen", final, bare, "<= 100x"),
        Row(TIMED, ended, bare, "<= 250x"),
    ]


def many(settings: Settings, _bare: float) -> list[str]:
    """A thousand submissions in a row: memory, descriptors and processes stay flat."""
    problem = default_catalog().get("lca")
    submission = read_submission(str(EXAMPLE))
    quick = Settings(settings.cache_dir, settings.state_dir, search_examples=0)
    lines = [f"\n{'1,000 submissions in a row':<30} {'RSS MB':>8} {'fds':>5} {'children':>9}"]
    for hundred in range(1, 11):
        with Sandboxes(problem, quick) as sandboxes:
            for _ in range(100):
                report = result_of(judge(submission, problem, quick, sandboxes))
                assert report.verdict is Verdict.ACCEPTED
        if hundred in (1, 5, 10):
            lines.append(
                f"  after {hundred * 100:<22} {resident() / 1e6:>8.1f} {open_files():>5} "
                f"{children():>9}"
            )
    return lines


def resident() -> int:
    """Return the resident bytes of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def open_files() -> int:
    """Return how many descriptors this process holds."""
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - a count, not paths


def children() -> int:
    """Return how many children this process has."""
    return len(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
