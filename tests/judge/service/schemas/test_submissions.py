from dataclasses import replace

import pytest
from pydantic import ValidationError

from judge.problems.catalog import default_catalog
from judge.service.schemas import submissions
from judge.service.schemas.submissions import SubmissionState
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


def test_a_path_that_is_null_counts_as_left_out() -> None:
    """As any other field; one that is too long is refused, one that is no UTF-8 is not."""
    given = {"problem": "lca", "path": None, "source": "x"}
    assert submissions.NewSubmission.model_validate(given).file is None
    assert submissions.NewSubmission.model_validate({**given, "path": "a/\udcff.py"}).path
    with pytest.raises(ValidationError, match="4096"):
        submissions.NewSubmission.model_validate({**given, "path": "x" * 4097})
