"""Kinds of problems: each is one record of data and pure functions."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.kinds.explain import CODE_POINTS as CODE_POINTS
    from judge.kinds.explain import alike as alike
    from judge.kinds.explain import alike_inside as alike_inside
    from judge.kinds.implementations import IMPLEMENTATIONS as IMPLEMENTATIONS
    from judge.kinds.implementations import mutant_hint as mutant_hint
    from judge.kinds.kind import RIGHT as RIGHT
    from judge.kinds.kind import Check as Check
    from judge.kinds.kind import Conclusion as Conclusion
    from judge.kinds.kind import Flaw as Flaw
    from judge.kinds.kind import GivenCase as GivenCase
    from judge.kinds.kind import Kind as Kind
    from judge.kinds.kind import Look as Look
    from judge.kinds.kind import Result as Result
    from judge.kinds.kind import Rule as Rule
    from judge.kinds.kind import Rules as Rules
    from judge.kinds.kind import SentCase as SentCase
    from judge.kinds.replay import Played as Played
    from judge.kinds.replay import Replay as Replay
    from judge.kinds.table import KINDS as KINDS
    from judge.kinds.table import kind_of as kind_of
    from judge.kinds.views import Argument as Argument
    from judge.kinds.views import Calls as Calls
    from judge.kinds.views import Scenario as Scenario
    from judge.kinds.views import Shortened as Shortened
    from judge.kinds.views import ShownCall as ShownCall
    from judge.kinds.views import Table as Table
    from judge.kinds.views import Tables as Tables
    from judge.kinds.views import Values as Values
    from judge.kinds.views import View as View
    from judge.kinds.views import plain_view as plain_view
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "explain": "CODE_POINTS alike alike_inside",
            "implementations": "IMPLEMENTATIONS mutant_hint",
            "kind": "Check Conclusion Flaw GivenCase Kind Look RIGHT Result Rule Rules SentCase",
            "replay": "Played Replay",
            "table": "KINDS kind_of",
            "views": "Argument Calls Scenario Shortened ShownCall Table Tables Values View "
            "plain_view",
        },
    )
