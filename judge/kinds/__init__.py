"""Kinds of problems, each one record of data and pure functions."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.kinds.explain import alike as alike
    from judge.kinds.kind import Check as Check, Conclusion as Conclusion, Flaw as Flaw, GivenCase as GivenCase, Kind as Kind, Look as Look, RIGHT as RIGHT, Result as Result, Rule as Rule, Rules as Rules
    from judge.kinds.replay import Replay as Replay
    from judge.kinds.table import KINDS as KINDS, kind_of as kind_of
    from judge.kinds.views import Argument as Argument, Calls as Calls, ShownCall as ShownCall, Values as Values, View as View, plain_view as plain_view
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "explain": "alike",
            "kind": "Check Conclusion Flaw GivenCase Kind Look RIGHT Result Rule Rules",
            "replay": "Replay",
            "table": "KINDS kind_of",
            "views": "Argument Calls ShownCall Values View plain_view",
        },
    )
