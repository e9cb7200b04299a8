"""Examples of the answers about practice for the OpenAPI document; a test validates each."""

from typing import Any

_RECALL: dict[str, Any] = {
    "problem": "lca",
    "due": "2026-01-03",
    "likelihood": 0.8731,
    "reviewed": "2026-01-01",
    "rating": "hard",
    "why": "the growth was n^2",
}
_EVENT: dict[str, Any] = {
    "v": 1,
    "id": "0123456789abcdef0123456789abcdef",
    "at": "2026-01-01T19:00:00.250000Z",
    "offset": 60,
    "kind": "hint",
    "problem": "lca",
    "version": "fc18536c4a7e2197",
    "round": None,
    "source": None,
    "verdict": None,
    "facts": {"n": 1, "last": False},
    "judge": "0.1.0",
}
_ROUND: dict[str, Any] = {
    "id": "0123456789abcdef0123456789abcdef",
    "state": "running",
    "started_at": "2026-01-01T19:00:00.000Z",
    "deadline": "2026-01-01T20:00:00.000Z",
    "now": "2026-01-01T19:12:30.500Z",
    "parts": [
        {
            "slug": "lca",
            "kind": "problem",
            "minutes": 36,
            "must": True,
            "opened": "2026-01-01T19:00:00.000Z",
        },
        {"slug": "kth-largest", "kind": "problem", "minutes": 24, "must": False, "opened": None},
    ],
    "left": 2849,
    "current": "lca",
    "card": None,
    "statement": None,
    "statement_tree": None,
    "rules": None,
    "rules_tree": None,
    "reply": "May values repeat? No, all values of the tree are different.",
    "right": None,
    "expected": None,
    "question": None,
}

#: One example of each shape.
BY_NAME: dict[str, dict[str, Any]] = {
    "EventView": _EVENT,
    "RoundAnswer": _ROUND,
    "RoundList": {"rounds": [_ROUND]},
    "HistoryPage": {
        "events": [_EVENT],
        "next": "/v1/history?limit=20&after=0123456789abcdef0123456789abcdef",
    },
    "HistoryAnswer": {"event": _EVENT, "report": None, "text": None},
    "RecallView": _RECALL,
    "DueAnswer": {
        "today": "2026-01-04",
        "asked": [_RECALL],
        "waiting": [],
        "done": [],
        "later": [],
    },
    "NextAnswer": {
        "problem": "lca",
        "kind": "review",
        "why": "due since yesterday; last time the growth was n^2",
    },
    "ProgressAnswer": {
        "today": "2026-01-04",
        "problems": {
            "lca": {
                "state": "solved",
                "attempts": 4,
                "last_at": "2026-01-01T19:00:00Z",
                "best_ratio": 1.07,
                "due_at": "2026-01-03",
            }
        },
        "days": {"2026-01-01": 5},
        "due": ["lca"],
        "topics": [{"topic": "trees", "solved": 1, "tried": 0, "new": 3}],
        "mistakes": {"WA": 2, "TLE": 1},
    },
    "StartAnswer": {"problem": "lca", "round": None},
    "HintAnswer": {
        "problem": "lca",
        "n": 1,
        "hint": "What does one call have to tell its caller?",
        "hint_count": 3,
        "left": 2,
        "price": "In the schedule today counts as Good at best; with one hint more, as Hard.",
    },
    "SolutionsAnswer": {
        "problem": "lca",
        "solutions": [
            {
                "name": "euler_tour",
                "ratio": 1.4,
                "growth": "n log n",
                "idea": "the shallowest node between the two first visits of a walk.",
                "text": None,
            }
        ],
    },
    "EditorialAnswer": {
        "problem": "lca",
        "editorial": "# Lowest common ancestor\n\nOne walk from the *leaves* up ...\n",
        "editorial_tree": [
            ["h1", {}, ["Lowest common ancestor"]],
            ["p", {}, ["One walk from the ", ["em", {}, ["leaves"]], " up ..."]],
        ],
        "follow_ups": [
            {
                "question": "The tree is a chain of a million nodes.",
                "answer": "The walk needs a stack of its own.",
            }
        ],
    },
}
