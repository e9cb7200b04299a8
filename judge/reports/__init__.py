"""The report on one submission: its records, how they are built, read, and replayed."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.reports.build import build_report as build_report, growths_of as growths_of, internal_report as internal_report, played as played, played_fault as played_fault, unreadable_report as unreadable_report
    from judge.reports.reader import ReportError as ReportError, read_report as read_report
    from judge.reports.replay import entry_of as entry_of, pytest_file as pytest_file, unwritable as unwritable
    from judge.reports.report import Cases as Cases, Failure as Failure, GroupCount as GroupCount, Isolation as Isolation, Judging as Judging, JudgingEvent as JudgingEvent, Ladder as Ladder, Limits as Limits, Played as Played, ProblemRef as ProblemRef, Report as Report, Runtime as Runtime, SubmissionRef as SubmissionRef, VerdictKnown as VerdictKnown, to_json as to_json
    from judge.reports.views import view_of as view_of
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "build": (
                "build_report growths_of internal_report played played_fault unreadable_report"
            ),
            "reader": "ReportError read_report",
            "replay": "entry_of pytest_file unwritable",
            "report": (
                "Cases Failure GroupCount Isolation Judging JudgingEvent Ladder Limits Played "
                "ProblemRef Report Runtime SubmissionRef VerdictKnown to_json"
            ),
            "views": "view_of",
        },
    )
