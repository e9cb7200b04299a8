"""The description of the API, held against itself and against what comes."""

from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from pydantic import TypeAdapter
from starlette.testclient import TestClient

from judge.kinds import KINDS
from judge.reports.reader import read_report
from judge.reports.report import Runtime, to_json
from judge.service.schemas import examples, practice, problems, rejudgings, rounds, submissions
from judge.service.schemas.base import Answer
from judge.service.schemas.practice_examples import BY_NAME as PRACTICE
from tests.judge.service.apps import SOURCE

Document = dict[str, Any]
MODULES = (practice, rounds)


@pytest.fixture
def description(client: TestClient) -> Document:
    found: Document = client.get("/openapi.json").json()
    return found


def with_examples(node: Any) -> Iterator[Document]:
    """Find every schema, however deep, that comes with examples."""
    if isinstance(node, dict) and isinstance(node.get("examples"), list):
        yield node
    for inner in node.values() if isinstance(node, dict) else node:
        if isinstance(inner, dict | list):
            yield from with_examples(inner)


def test_every_example_is_what_its_schema_says(description: Document) -> None:
    """What a reader of the description copies has the shape that is described beside it."""
    found = list(with_examples([description["components"], description["paths"]]))
    assert len(found) > len(examples.BY_NAME)
    for schema in found:
        whole = jsonschema_rs.validator_for({**schema, "components": description["components"]})
        for example in schema["examples"]:
            whole.validate(example)


@pytest.mark.parametrize(
    "model",
    [
        submissions.SubmissionState,
        submissions.SubmissionPage,
        submissions.RunResult,
        problems.FoundAnswer,
        submissions.SourceAnswer,
        problems.ProblemList,
        problems.ProblemView,
        *(getattr(rounds if "Round" in name else practice, name) for name in PRACTICE),
        rejudgings.RejudgingAnswer,
        rejudgings.RejudgingList,
        rejudgings.RejudgedReports,
        Runtime,
    ],
)
def test_an_example_is_a_whole_answer(model: Any) -> None:
    """Nothing is left out that comes in truth."""
    example = examples.BY_NAME[model.__name__]
    adapter = TypeAdapter(model)
    found = adapter.validate_python(example)
    assert (
        found.document() if isinstance(found, Answer) else adapter.dump_python(found, mode="json")
    ) == example


def test_the_example_of_a_report_is_a_whole_report(description: Document) -> None:
    """Its fields are the described ones; a kind's own come beside them, not in a field."""
    example = examples.BY_NAME["Report"]
    assert to_json(read_report(example)) == example
    own = {name for kind in KINDS.values() for name in kind.schemas}
    described = description["components"]["schemas"]["Report"]["properties"].keys()
    assert example.keys() == described - own
    assert own <= described


def test_the_headers_that_a_client_acts_on_are_described(description: Document) -> None:
    """When to come back, who one has to be, and what need not be sent again."""
    paths = description["paths"]
    for path, operations in paths.items():
        for operation in operations.values():
            answers = operation["responses"]
            if operation["security"]:
                assert "WWW-Authenticate" in answers["401"]["headers"], path
                assert "Retry-After" in answers["429"]["headers"], path
                assert "Retry-After" in answers["503"]["headers"], path
            assert "403" in answers, path
    for path in ("/v1/problems", "/v1/problems/{slug}"):
        get = paths[path]["get"]
        assert {"ETag"} == {*get["responses"]["200"]["headers"]}
        assert {"ETag"} == {*get["responses"]["304"]["headers"]}
        assert "if-none-match" in [one["name"] for one in get["parameters"]]
    assert "Retry-After" in paths["/v1/submissions/{id}"]["get"]["responses"]["200"]["headers"]


def test_a_health_route_is_refused_as_it_is_described(client: TestClient) -> None:
    """Another's Host header is 403 here too, though no token is asked for."""
    for path in ("/healthz", "/readyz"):
        assert client.get(path, headers={"Host": "example.org"}).status_code == 403


def test_what_is_described_as_retry_after_comes(client: TestClient) -> None:
    """A stopping service says when to come back."""
    client.app.state.dispatcher.stop()  # type: ignore[attr-defined]  # ASGI apps have no type
    assert client.post("/v1/submissions", json=SOURCE).headers["retry-after"].isdigit()
