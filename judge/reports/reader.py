"""Reads reports: of a server, and of the service's own database.

Needs pydantic, whose import takes as long as judging a small corpus: only what reads reports,
the client and the service, loads this module.
"""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from judge.errors import JudgeError
from judge.reports.report import Report

#: Unknown fields are ignored, which is pydantic's default for dataclasses: a newer judge may
#: have written them, and a new field must not break an older reader.
_REPORT = TypeAdapter(Report)


class ReportError(JudgeError):
    """Raised for a document that is not a report; names the first field that is wrong."""


def read_report(document: Any) -> Report:
    """Return the report that a JSON document holds; fields it does not know are ignored.

    Takes the decoded document, not its text: pydantic's own reader of JSON refuses the lone
    surrogates that hostile text may hold. Raises `ReportError`.
    """
    try:
        return _REPORT.validate_python(document)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "the document"
        raise ReportError(f"{place}: {first['msg']}") from None
