"""Requests of every shape at the described API: no 5xx, and every answer as it is described."""

import contextlib
import itertools
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as bounds
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

from judge.testing import FakeJudge
from tests.judge.service.apps import BEARER, listening

ROUTES = 52


def bounded(examples: int) -> bounds:
    """Return bounds in counts, always the same inputs."""
    return bounds(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


def _solvable(case: Any) -> Any:
    """Name a problem that there is and an input of it, which no chance finds, under a new key."""
    if isinstance(case.body, dict) and case.body.keys() & {"problem", "path"}:
        for name, there in (("problem", "lca"), ("path", "lca.py")):
            if name in case.body:
                case.body[name] = there
        if "language" in case.body:
            case.body["language"] = "python"  # which of the languages solve it, no schema says
        if isinstance(case.body.get("input"), dict):
            case.body["input"] = {"root": [1, 2], "p": 1, "q": 2}
        if isinstance(case.body.get("inputs"), list):
            case.body["inputs"] = [{"root": [1, 2], "p": 1, "q": 2} for _ in case.body["inputs"]]
    if isinstance(case.body, dict):
        # How many problems there are about a topic, no schema says.
        known: dict[str, Any] = {"topics": [], "problems": ["lca"]}
        known["since"] = "2026-01-01T00:00:00Z"  # RFC 3339 has a year 0, Python has none
        case.body |= {name: given for name, given in known.items() if case.body.get(name)}
    if case.method == "POST" and "slug" in (case.path_parameters or {}):
        case.path_parameters["slug"] = "lca"
    # A key that comes again with another body is refused, and rightly.
    for name in [name for name in case.headers or {} if name.lower() == "idempotency-key"]:
        del case.headers[name]
    return case


def _sent_whole(case: Any) -> bool:
    """Whether the request names all that is in the query: an empty list leaves no trace there."""
    sent = requests.Request(**case.as_transport_kwargs(base_url="http://judge")).prepare()
    named = parse_qs(urlsplit(str(sent.url)).query, keep_blank_values=True)
    return set(case.query or {}) <= set(named)


def head_is_as(got: Any) -> None:
    """HEAD of the same address has the status and the headers of GET, and no body."""
    asked = requests.head(got.request.url, headers=dict(got.request.headers), timeout=30)
    assert (asked.status_code, asked.content) == (got.status_code, b""), got.request.url
    assert asked.headers.get("content-type") == (got.headers.get("content-type") or [None])[0]


def thrown(folder: Path, examples: int) -> Counter[int]:
    """Throw so many requests at every operation; return how often each status came back."""
    seen: Counter[int] = Counter()
    with listening(folder, FakeJudge()) as url:
        schema = schemathesis.openapi.from_url(f"{url}/openapi.json", headers=BEARER)
        found: list[Any] = [found.ok() for found in schema.get_all_operations()]  # type: ignore[union-attr]  # an Err here fails the test
        assert len(found) == ROUTES
        for operation, mode in itertools.product(found, GenerationMode):
            steered = (
                operation.as_strategy(generation_mode=mode)
                .map(_solvable if mode.is_positive else lambda case: case)
                .filter(_sent_whole)
            )

            @bounded(examples)
            @given(case=steered)
            def is_as_described(case: Any) -> None:
                answer = case.call_and_validate(headers=BEARER, timeout=30)
                seen[answer.status_code] += 1
                if case.method == "GET":
                    head_is_as(answer)

            # What takes no input cannot be given a wrong one.
            with contextlib.suppress(Unsatisfiable):
                is_as_described()
    return seen


def test_requests_of_every_shape_get_the_answers_that_are_described(tmp_path: Path) -> None:
    """Status, headers, media type and JSON, for good requests and for bad ones."""
    seen = thrown(tmp_path, examples=3)
    assert not [status for status in seen if status >= 500]
    assert {200, 404, 422} <= set(seen), "the requests were not of every shape"


@pytest.mark.slow
def test_thousands_of_requests_get_the_answers_that_are_described(tmp_path: Path) -> None:
    """The same, five hundred of each operation."""
    seen = thrown(tmp_path, examples=500)
    assert not [status for status in seen if status >= 500]


@pytest.mark.slow
def test_walks_from_answer_to_request_get_the_answers_that_are_described(tmp_path: Path) -> None:
    """Submissions that were handed in are asked for, followed and cancelled, in any order."""
    with listening(tmp_path, FakeJudge()) as url:
        schema = schemathesis.openapi.from_url(f"{url}/openapi.json", headers=BEARER)

        class Walk(schema.as_state_machine()):  # type: ignore[misc]  # made by a method
            def before_call(self, case: Any) -> None:
                # What came before decides what comes next, so nothing is left to time: each
                # submission is over when it is answered.
                if case.meta is None or case.meta.generation.mode.is_positive:
                    _solvable(case)
                    case.headers = {**(case.headers or {}), "prefer": "wait=20"}

            def get_call_kwargs(self, _case: Any) -> dict[str, Any]:
                return {"headers": BEARER, "timeout": 30}

        Walk.run(settings=bounds(bounded(60), stateful_step_count=8))
