"""Problems as the service tells them."""

import pytest
from starlette.exceptions import HTTPException

from judge.problems.catalog import default_catalog
from judge.service.routes.answers import language_for
from judge.service.schemas.problems import ProblemView


def test_what_to_ask_is_described_without_answers_and_words() -> None:
    """The round hears a question and answers it; a page must not tell all beforehand."""
    problem = default_catalog().get("lca")
    view = ProblemView.of(problem).document()
    assert view["listens"] == [*problem.interview.listens]
    assert all(question.keys() == {"ask", "crucial"} for question in view["questions"])
    assert len(view["questions"]) == len(problem.interview.questions)


def test_a_query_is_described_without_its_own_table() -> None:
    """It has no parameters; a submission that names no language is SQL, and Python is refused."""
    problem = default_catalog().get("slow-query")
    view = ProblemView.of(problem).document()
    assert (view["language"], view["interface"]["kind"]) == ("sql", "query")
    assert view["interface"]["parameters"] == []
    assert "own" not in view["interface"]
    assert language_for(problem, None) == language_for(problem, "sql") == "sql"
    with pytest.raises(HTTPException, match="slow-query is solved in sql"):
        language_for(problem, "python")
