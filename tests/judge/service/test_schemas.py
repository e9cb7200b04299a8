from dataclasses import replace

import pytest
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from judge.problems.catalog import default_catalog
from judge.service import schemas
from judge.service.routes.answers import language_for
from judge.service.schemas import ProblemView, SubmissionState
from judge.storage.records import Row, Status, Urgency
from judge.submission import Submission
from judge.testing import accepted
from judge.verdict import Verdict

ROW = Row(
    "0" * 32,
    "ann",
    "lca",
    Urgency.INTERACTIVE,
    Status.DONE,
    attempt=1,
    submitted_at=1.0,
    started_at=2.0,
    finished_at=3.0,
    verdict=Verdict.ACCEPTED,
    body_digest=None,
    file=None,
)


def test_the_fields_of_a_reports_kind_are_sent_at_its_top() -> None:
    """A client reads `score` where the command line's report has it."""
    plain = accepted(Submission(b"", "lca.py"), default_catalog().get("lca"))
    state = SubmissionState.of(ROW, replace(plain, extras={"score": 7}))
    report = state.document()["report"]
    assert report["score"] == 7
    assert "extras" not in report
    assert report.keys() - {"score"} == SubmissionState.of(ROW, plain).document()["report"].keys()


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


def test_a_path_that_is_null_counts_as_left_out() -> None:
    """As any other field; one that is too long is refused, one that is no UTF-8 is not."""
    given = {"problem": "lca", "path": None, "source": "x"}
    assert schemas.NewSubmission.model_validate(given).file is None
    assert schemas.NewSubmission.model_validate({**given, "path": "a/\udcff.py"}).path
    with pytest.raises(ValidationError, match="4096"):
        schemas.NewSubmission.model_validate({**given, "path": "x" * 4097})
