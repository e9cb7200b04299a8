"""Reports as the judge would give them, for the tests of what shows them."""

from typing import Any

from judge.notes import ExceptionInfo, Note
from judge.reports.report import (
    Cases,
    Failure,
    GroupCount,
    Isolation,
    Limits,
    Memory,
    ProblemRef,
    Report,
    SubmissionRef,
)
from judge.values.interface import Interface, Method, Parameter, Shape
from judge.verdict import Verdict

#: What a hostile submission would like the terminal to do: turn red into green, retitle the
#: window, fill the clipboard, go back over the verdict, turn the direction, be markup.
HOSTILE = (
    "\x1b[32mAC accepted\x1b[0m\x1b]0;title\x07\x1b]52;c;aGk=\x07\x9b31m\rAC\b\b\x7f"
    "\u202egnorw\u2066\u200b\ud800\ue000[red]x[/x][link=file:///]"
)

LCA = Interface(
    kind="function",
    names=("lowest_common_ancestor",),
    parameters=(
        Parameter("root", "TreeNode", Shape.TREE),
        Parameter("p", "TreeNode", Shape.NODE, of="root"),
        Parameter("q", "TreeNode", Shape.NODE, of="root"),
    ),
    returns="TreeNode",
    returns_shape=Shape.NODE,
)

LIMITER = Interface(
    kind="class",
    names=("RateLimiter",),
    parameters=(Parameter("limit", "int"), Parameter("window_ms", "int")),
    methods=(Method("allow", (Parameter("client", "str"), Parameter("now_ms", "int")), "bool"),),
)

TREE = {"root": [3, 5, 1, 6, 2, None, 8], "p": 5, "q": 8}


def failure(**changes: Any) -> Failure:
    """Return the failure of a wrong answer on a small tree, with changes."""
    fields: dict[str, Any] = {
        "group": "generated",
        "arguments": TREE,
        "expected": 3,
        "actual": 5,
        "message": "expected 3, got 5",
        "minimal": True,
        "flags": [Verdict.WRONG_ANSWER],
    }
    return Failure(**{**fields, **changes})


def report(verdict: Verdict = Verdict.ACCEPTED, **changes: Any) -> Report:
    """Return a report of a verdict, with changes; every verdict but AC has a failure."""
    accepted = verdict is Verdict.ACCEPTED
    groups = {
        "sample": GroupCount(total=3, passed=3),
        "generated": GroupCount(total=409, passed=409 if accepted else 94),
    }
    fields: dict[str, Any] = {
        "problem": ProblemRef(slug="lca", version="0123456789abcdef"),
        "submission": SubmissionRef(language="python", sha256="0" * 64, bytes=512),
        "verdict": verdict,
        "summary": "accepted: all 412 cases passed"
        if accepted
        else f"{verdict.words} on a generated case: expected 3, got 5",
        "cases": Cases(total=412, passed=412 if accepted else 97, groups=groups),
        "failure": None if accepted else failure(flags=[verdict]),
        "memory": Memory(peak_bytes=12_345_678, method="cgroup"),
        "limits": Limits(
            cpu_seconds=1.0, wall_seconds=3.0, memory_bytes=256 << 20, output_bytes=16 << 20
        ),
        "isolation": Isolation(tier="full"),
        "judge_version": "0.1.0",
    }
    return Report(**{**fields, **changes})


def hostile_report() -> Report:
    """Return a report of which every text that a submission can choose is hostile."""
    exception = ExceptionInfo(
        type=HOSTILE, message=HOSTILE, line=1, traceback=f"Traceback\n{HOSTILE}\n{HOSTILE}"
    )
    return report(
        Verdict.RUN_TIME_ERROR,
        summary=HOSTILE,
        failure=failure(
            arguments={"root": [HOSTILE, 1], "p": HOSTILE, "q": [HOSTILE]},
            expected=HOSTILE,
            actual=[HOSTILE],
            message=HOSTILE,
            exception=exception,
            stdout=HOSTILE,
            flags=[Verdict.RUN_TIME_ERROR],
        ),
        notes=[Note(code="top_level_failure", message=HOSTILE, line=4)],
    )
