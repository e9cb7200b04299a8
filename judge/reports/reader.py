"""Reads reports: of a server, and of the service's own database.

Needs pydantic, whose import takes as long as judging a small corpus: only what reads reports,
the client and the service, loads this module.
"""

from dataclasses import fields
from typing import Any

from pydantic import TypeAdapter, ValidationError

from judge.errors import JudgeError
from judge.records import replace
from judge.reports.report import Report

#: Unknown fields are ignored, which is pydantic's default for dataclasses: a newer judge may
#: have written them, and a new field must not break an older reader.
_REPORT = TypeAdapter(Report)


class ReportError(JudgeError):
    """Raised for a document that is not a report; names the first field that is wrong."""


def read_report(document: Any) -> Report:
    """Return the report that a JSON document holds.

    Fields that it does not know are ignored; at the top they are kept as they are, in `extras`.

    Takes the decoded document, not its text: pydantic's own reader of JSON refuses the lone
    surrogates that hostile text may hold. Raises `ReportError`.
    """
    try:
        report = _REPORT.validate_python(document)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "the document"
        raise ReportError(f"{place}: {first['msg']}") from None
    known = {one.name for one in fields(Report)}
    extras = {name: value for name, value in document.items() if name not in known}
    return replace(report, extras=extras)
