"""What the answers of the service look like, for its description; a test tries each of them."""

from typing import Any

_ID = "0123456789abcdef0123456789abcdef"
_LINE = {
    "slug": "lca",
    "title": "Lowest Common Ancestor of a Binary Tree",
    "difficulty": "medium",
    "tags": ["tree"],
    "signature": "def lowest_common_ancestor(root, p, q)",
    "version": "5f2c",
}
_REPORT: dict[str, Any] = {
    "report_version": 1,
    "problem": {"slug": "lca", "version": "5f2c"},
    "submission": {"language": "python", "sha256": "9b74", "bytes": 64},
    "verdict": "WA",
    "summary": "wrong answer on an input of 2 nodes: expected 1, got 2",
    "cases": {
        "total": 412,
        "passed": 97,
        "groups": {"sample": {"total": 3, "passed": 3}, "edge": {"total": 409, "passed": 94}},
    },
    "failure": {
        "group": "edge",
        "arguments": {"root": [1, 2], "p": 1, "q": 2},
        "expected": 1,
        "actual": 2,
        "message": "expected node 1, got node 2",
        "minimal": True,
        "flags": ["WA"],
    },
    "isolation": {"tier": "full", "missing": []},
    "judge_version": "0.1.0",
}
STATE: dict[str, Any] = {
    "id": _ID,
    "problem": "lca",
    "submitted_at": "2026-01-01T12:00:00Z",
    "status": "done",
    "report": _REPORT,
}
PAGE: dict[str, Any] = {
    "submissions": [
        {
            "id": _ID,
            "problem": "lca",
            "submitted_at": "2026-01-01T12:00:00Z",
            "status": "done",
            "verdict": "AC",
        }
    ],
    "next": f"/v1/submissions?limit=20&after={_ID}",
}
RUN: dict[str, Any] = {
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
        }
    ]
}
PROBLEMS: dict[str, Any] = {"problems": [_LINE]}
PROBLEM: dict[str, Any] = {
    **_LINE,
    "statement": "# Lowest Common Ancestor\n\nGiven the root of a binary tree ...",
    "starter": "def lowest_common_ancestor(root, p, q):\n    ...\n",
    "hints": ["What does one call have to tell its caller?"],
    "samples": [
        {
            "arguments": {"root": [3, 5, 1], "p": 5, "q": 1},
            "expected": 3,
            "explanation": "3 is above both.",
        }
    ],
    "complexity": {"time": "O(n)", "space": "O(h)"},
    "memory_bytes": 268435456,
}
