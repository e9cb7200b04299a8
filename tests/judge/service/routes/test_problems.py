"""Problems by HTTP: what is listed, what one comes with, and names that are none."""

import pytest
from starlette.testclient import TestClient

PROBLEM_JSON = "application/problem+json"


def test_problems_are_listed(open_client: TestClient) -> None:
    """A program finds out what can be solved here."""
    listed = open_client.get("/v1/problems").json()["problems"]
    assert "lca" in [one["slug"] for one in listed]
    line = {"slug", "title", "difficulty", "kind", "topic", "tags", "signature", "version"}
    assert line == set(listed[0])


def test_a_problem_comes_with_what_a_candidate_needs_and_no_solution(
    open_client: TestClient,
) -> None:
    """An editor can show the task and write the starter file; the answers stay here."""
    problem = open_client.get("/v1/problems/lca").json()
    assert problem["statement"]
    assert problem["starter"]
    assert problem["samples"][0]["arguments"]
    assert not {"editorial", "folder", "solutions", "reference"} & set(problem)


def test_an_unchanged_problem_is_not_sent_twice(open_client: TestClient) -> None:
    """Whoever has the problem already, by its ETag, gets 304 and no body."""
    first = open_client.get("/v1/problems/lca")
    tag = first.headers["etag"]
    again = open_client.get("/v1/problems/lca", headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")
    other = open_client.get("/v1/problems/lca", headers={"If-None-Match": '"other"'})
    assert other.content == first.content


@pytest.mark.parametrize(
    "slug",
    [
        "nope",
        "..",
        "%2e%2e%2f%2e%2e%2fetc",
        "../lca",
        "%00",
        "lca%00",
        "LCA",
        "lca.",
        "CON",
        "lca%20",
        "%C4%BCca",
        "a" * 65,
        "%2Fetc%2Fpasswd",
    ],
)
def test_a_name_that_is_no_problem_is_404(open_client: TestClient, slug: str) -> None:
    """A problem's name is looked up, never joined to a path."""
    answer = open_client.get(f"/v1/problems/{slug}")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == PROBLEM_JSON
