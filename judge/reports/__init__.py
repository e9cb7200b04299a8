"""The report on one submission: its records, how they are built, read, and replayed."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.reports.build import build_report as build_report
    from judge.reports.build import internal_report as internal_report
    from judge.reports.build import unreadable_report as unreadable_report
    from judge.reports.entry_place import entry_line as entry_line
    from judge.reports.failures import caseless_failure as caseless_failure
    from judge.reports.failures import failure_summary as failure_summary
    from judge.reports.figures import growths_of as growths_of
    from judge.reports.plays import played as played
    from judge.reports.plays import played_fault as played_fault
    from judge.reports.reader import ReportError as ReportError
    from judge.reports.reader import read_report as read_report
    from judge.reports.replay import UNJAILED as UNJAILED
    from judge.reports.replay import case_json as case_json
    from judge.reports.replay import entry_of as entry_of
    from judge.reports.replay import input_json as input_json
    from judge.reports.replay import pytest_file as pytest_file
    from judge.reports.replay import unwritable as unwritable
    from judge.reports.replay import with_whole_case as with_whole_case
    from judge.reports.report import Cases as Cases
    from judge.reports.report import CostlyCase as CostlyCase
    from judge.reports.report import Failure as Failure
    from judge.reports.report import GroupCount as GroupCount
    from judge.reports.report import Growth as Growth
    from judge.reports.report import Isolation as Isolation
    from judge.reports.report import Judging as Judging
    from judge.reports.report import JudgingEvent as JudgingEvent
    from judge.reports.report import Ladder as Ladder
    from judge.reports.report import Limits as Limits
    from judge.reports.report import Mend as Mend
    from judge.reports.report import Played as Played
    from judge.reports.report import ProblemRef as ProblemRef
    from judge.reports.report import Report as Report
    from judge.reports.report import Runtime as Runtime
    from judge.reports.report import SubmissionRef as SubmissionRef
    from judge.reports.report import VerdictKnown as VerdictKnown
    from judge.reports.report import to_json as to_json
    from judge.reports.views import view_of as view_of
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "build": "build_report internal_report unreadable_report",
            "entry_place": "entry_line",
            "failures": "caseless_failure failure_summary",
            "figures": "growths_of",
            "plays": "played played_fault",
            "reader": "ReportError read_report",
            "replay": (
                "UNJAILED case_json entry_of input_json pytest_file unwritable with_whole_case"
            ),
            "report": (
                "Cases CostlyCase Failure GroupCount Growth Isolation Judging JudgingEvent Ladder "
                "Limits Mend Played ProblemRef Report Runtime SubmissionRef VerdictKnown to_json"
            ),
            "views": "view_of",
        },
    )
