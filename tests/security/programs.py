"""The hostile programs of tests/hostile/, read with what their first lines say of them.

Each program is one file, `<row>_<name>.py`, where the row is that of the threat list: a time,
b memory, c processes, files and output, d forging the verdict, e forging time and memory,
f isolation, g input and loading. Its first lines are comments:

    # expect: TLE|MLE                  the verdicts that the contract allows, as few as possible
    # tries: to ...                    what it is after
    # stopped by: mounts, landlock     the layers (tests/security/layers.py) that claim to stop it,
                                       each alone; `a+b` claims it together
    # naive: TLE                       the false verdict that it gets where `outside-check` is off,
                                       AC where it is not said (tests/security/naive.py)
    # unshown: why                     why it gains nothing even where those layers are off
    # problem: many                    the problem it is judged on, where not `echo`
    # machine: x86_64                  it uses system call numbers of that machine
    # kernel: 6.7                      the Linux from which on each of those layers stops it
    # landlock: AC (why)               the verdicts in tier `landlock`, where that tier gives less
    # limits-only: AC                  likewise in tier `limits-only`, which lacks most layers;
                                       `any` where even the judge may come to harm
    # append: ["x = ", "7", 200000]    a tail that would be too long to keep: prefix, text, count

A program that asks for something it must not get returns the right answer when it got it and
raises when it did not, so AC means that the attack worked.
"""

import json
import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from judge.verdict import Verdict
from sandbox import Tier

FOLDER = Path(__file__).parents[1] / "hostile"
_HEAD_LINES = 10

#: How many rows the threat list has in each group, and where the rows are met that are no program.
ROWS = {"a": 17, "b": 18, "c": 16, "d": 30, "e": 12, "f": 24, "g": 13}
NO_PROGRAM = {
    "e12": "the host sleeps or its clock jumps: nothing that a submission does",
    "f18": "Spectre and its kin: out of scope, as SECURITY.md says",
    "f19": "a bug of the kernel: out of scope; a second wall is for that",
    "f24": "a host that lacks a layer: tests/sandbox/test_hosts.py, tests/security/test_layers.py",
    "g10": "odd files on the command line: tests/judge/test_submission.py",
}


@dataclass(frozen=True, slots=True)
class Program:
    """One attack: its source, what it tries, and the verdicts that it may get in each tier."""

    name: str
    tries: str
    source: bytes
    expected: frozenset[Verdict]
    expected_in_landlock: frozenset[Verdict]
    weaker_in_landlock: str
    expected_in_limits_only: frozenset[Verdict]
    stopped_by: tuple[frozenset[str], ...]
    naive: Verdict
    unshown: str
    machine: str
    kernel: tuple[int, ...]
    problem: str

    @property
    def row(self) -> str:
        return self.name.partition("_")[0]

    @property
    def runs_here(self) -> bool:
        return self.machine in ("", platform.machine())

    @property
    def claims_hold_here(self) -> bool:
        """Whether this kernel's layers can do all that is claimed of them."""
        return _version(platform.release()) >= self.kernel

    @property
    def claimed(self) -> frozenset[str]:
        """All layers that claim to stop it, alone or together."""
        return frozenset().union(*self.stopped_by)

    def allowed(self, tier: Tier) -> frozenset[Verdict]:
        """The verdicts that this program may get in a tier."""
        if tier is Tier.LIMITS_ONLY:
            return self.expected_in_limits_only
        return self.expected_in_landlock if tier is Tier.LANDLOCK else self.expected

    @property
    def differs_in_limits_only(self) -> bool:
        return self.expected_in_limits_only != self.expected

    @property
    def claims(self) -> str:
        """The layers that stop it as a person reads them."""
        return ", ".join("+".join(sorted(claim)) for claim in self.stopped_by)


def spoken(verdicts: frozenset[Verdict]) -> str:
    """Return verdicts as a person reads them."""
    return "any" if len(verdicts) == len(Verdict) else " or ".join(sorted(verdicts))


def programs() -> Iterator[Program]:
    """Yield every program of the folder, in the order of the rows."""
    for path in sorted(FOLDER.glob("*.py")):
        yield read_program(path)


def read_program(path: Path) -> Program:
    """Read one program; its comments must say what it is."""
    source = path.read_bytes()
    head = _head(source)
    expected = _verdicts(head["expect"])
    if "append" in head:
        prefix, text, count = json.loads(head["append"])
        source += (prefix + text * count).encode()
    return Program(
        path.stem,
        head["tries"],
        source,
        expected,
        _verdicts(head["landlock"]) if "landlock" in head else expected,
        head.get("landlock", "").partition("(")[2].rstrip(")"),
        _verdicts(head["limits-only"]) if "limits-only" in head else expected,
        tuple(_together(claim) for claim in head["stopped by"].split(",")),
        Verdict(head.get("naive", Verdict.ACCEPTED)),
        head.get("unshown", ""),
        head.get("machine", ""),
        _version(head.get("kernel", "0")),
        head.get("problem", "echo"),
    )


def _head(source: bytes) -> dict[str, str]:
    lines = source.decode("utf-8-sig", "replace").splitlines()[:_HEAD_LINES]
    pairs = (line[2:].partition(": ") for line in lines if line.startswith("# "))
    return {name: text.strip() for name, _, text in pairs}


def _verdicts(text: str) -> frozenset[Verdict]:
    codes = text.partition("(")[0].strip()
    if codes == "any":
        return frozenset(Verdict)
    return frozenset(Verdict(code) for code in codes.split("|"))


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"[0-9]+", text)[:2])


def _together(claim: str) -> frozenset[str]:
    return frozenset(layer.strip() for layer in claim.split("+"))
