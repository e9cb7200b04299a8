"""Examples of the service's answers for its OpenAPI document; a test validates each."""

from typing import Any

from judge.service.schemas.page_examples import BY_NAME as PAGE
from judge.service.schemas.practice_examples import BY_NAME as PRACTICE
from judge.service.schemas.rejudging_examples import BY_NAME as REJUDGING

_ID = "0123456789abcdef0123456789abcdef"
_LINE = {
    "slug": "lca",
    "title": "Lowest Common Ancestor of a Binary Tree",
    "difficulty": "medium",
    "kind": "function",
    "topic": "trees-tries",
    "tags": ["tree"],
    "signature": "def lowest_common_ancestor(root, p, q)",
    "version": "fc18536c4a7e2197",
}
_REPORT: dict[str, Any] = {
    "report_version": 1,
    "problem": {"slug": "lca", "version": "fc18536c4a7e2197"},
    "submission": {
        "language": "python",
        "sha256": "9491822705df3fe4ee463df05a8aafe2fa771c9bb78473e4d6b638b11f831363",
        "bytes": 494,
        "language_version": "3.12.3",
    },
    "verdict": "WA",
    "summary": "wrong answer on a sample case: expected 1, got 3",
    "cases": {
        "total": 797,
        "passed": 1,
        "groups": {
            "sample": {"total": 3, "passed": 1},
            "edge": {"total": 483, "passed": 0},
            "generated": {"total": 300, "passed": 0},
            "scale": {"total": 11, "passed": 0},
        },
    },
    "failure": {
        "group": "sample",
        "arguments": {"root": [1, 2, 3], "p": 2, "q": 3},
        "expected": 1,
        "actual": 3,
        "message": "expected 1, got 3",
        "minimal": True,
        "exception": None,
        "clock": None,
        "flags": ["WA"],
        "cut": [],
        "call": None,
        "message_by": "judge",
        "size": None,
        "line": None,
        "column": None,
        "state_leak": False,
        "calls": None,
        "stdout": "",
        "hidden": False,
        "stdout_left_out": 0,
        "stdout_loading": "",
        "whole_run": False,
        "costly": [],
        "passes_alone": False,
        "index": None,
    },
    "notes": [],
    "runtime": None,
    "growth": None,
    "memory": {"peak_bytes": 524288, "reference_peak_bytes": None, "method": "cgroup"},
    "limits": {
        "cpu_seconds": 1.0,
        "wall_seconds": 3.0,
        "memory_bytes": 268435456,
        "output_bytes": 16777216,
        "close_call": False,
        "least_cpu_seconds": 1.0,
        "least_wall_seconds": 3.0,
        "run_cpu_seconds": None,
        "run_wall_seconds": None,
    },
    "ladder": None,
    "mend": None,
    "isolation": {"tier": "full", "missing": []},
    "judge_version": "0.1.0",
    "stdout": "",
}
_STATE: dict[str, Any] = {
    "id": _ID,
    "problem": "lca",
    "submitted_at": "2026-01-01T12:00:00Z",
    "status": "done",
    "report": _REPORT,
    "mark": None,
    "found_by": None,
    "view": None,
}
_PAGE: dict[str, Any] = {
    "submissions": [
        {
            "id": _ID,
            "problem": "lca",
            "submitted_at": "2026-01-01T12:00:00Z",
            "status": "done",
            "verdict": "AC",
            "has_source": True,
            "ratio": 1.07,
        }
    ],
    "next": f"/v1/submissions?limit=20&after={_ID}",
}
_RUN: dict[str, Any] = {
    "problem": "lca",
    "found_by": "name",
    "cases": [
        {
            "group": "sample",
            "arguments": {"root": [3, 5, 1], "p": 5, "q": 1},
            "expected": 3,
            "actual": 3,
            "verdict": "AC",
            "message": "",
            "exception": None,
            "stdout": "",
            "cpu_seconds": 0.0001,
            "cut": [],
            "call": None,
            "message_by": "judge",
            "stdout_left_out": 0,
            "stdout_loading": "",
        }
    ],
}
_PROBLEMS: dict[str, Any] = {"problems": [_LINE]}
_PROBLEM: dict[str, Any] = {
    **_LINE,
    "statement": "# Lowest Common Ancestor\n\nGiven the root of a binary tree ...",
    "statement_tree": [
        ["h1", {}, ["Lowest Common Ancestor"]],
        ["p", {}, ["Given the root of a binary tree ..."]],
    ],
    "language": "python",
    "starter": "def lowest_common_ancestor(root, p, q):\n    ...\n",
    "hints": ["What does one call have to tell its caller?"],
    "hint_count": 3,
    "questions": [{"ask": "May a node be its own ancestor?", "crucial": True}],
    "listens": ["says when the search may stop, and why that is right"],
    "samples": [
        {
            "arguments": {"root": [3, 5, 1], "p": 5, "q": 1},
            "texts": {"root": "[3, 5, 1]", "p": "5", "q": "1"},
            "expected": 3,
            "explanation": "3 is above both.",
        }
    ],
    "complexity": {"time": "O(n)", "space": "O(h)"},
    "memory_bytes": 268435456,
    "interface": {
        "kind": "function",
        "names": ["lowest_common_ancestor"],
        "parameters": [
            {"name": "root", "type": "TreeNode", "shape": "tree", "of": None},
            {"name": "p", "type": "TreeNode", "shape": "node", "of": "root"},
            {"name": "q", "type": "TreeNode", "shape": "node", "of": "root"},
        ],
        "returns": "TreeNode",
        "returns_shape": "node",
        "methods": [],
    },
    "leetcode": 236,
}
_FOUND: dict[str, Any] = {"problem": "lca", "found_by": "folder"}
_SOURCE: dict[str, Any] = {
    "source": "def lowest_common_ancestor(root, p, q):\n    return root\n",
    "language": "python",
}
_RUNTIME: dict[str, Any] = {
    "ratio": 0.7,
    "low": 0.68,
    "high": 0.74,
    "cpu_seconds": 0.0009,
    "reference_cpu_seconds": 0.00127,
    "points": [{"n": 8192, "cpu_seconds": 0.00097, "reference_cpu_seconds": 0.00126}],
}

#: One example of each shape. Added to the description as it is: FastAPI drops what is null.
BY_NAME: dict[str, dict[str, Any]] = {
    "SubmissionState": _STATE,
    "SubmissionPage": _PAGE,
    "Report": _REPORT,
    "Runtime": _RUNTIME,
    "RunResult": _RUN,
    "Played": _RUN["cases"][0],
    "FoundAnswer": _FOUND,
    "SourceAnswer": _SOURCE,
    "ProblemList": _PROBLEMS,
    "ProblemView": _PROBLEM,
    **PAGE,
    "Health": {"status": "ready"},
    **PRACTICE,
    **REJUDGING,
    "RejudgedReports": {"before": _REPORT, "after": _REPORT},
}
