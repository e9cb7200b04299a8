"""Run programs on cases: sandboxes, players, outcomes, the reference."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.execution.limits import SIDE as SIDE
    from judge.execution.outcome import STAGE_WORDS as STAGE_WORDS
    from judge.execution.outcome import Outcome as Outcome
    from judge.execution.outcome import ending_message as ending_message
    from judge.execution.outcome import load_message as load_message
    from judge.execution.player import Player as Player
    from judge.execution.reference import REFERENCE_LIMIT as REFERENCE_LIMIT
    from judge.execution.reference import ReferenceFailedError as ReferenceFailedError
    from judge.execution.reference import answer_of as answer_of
    from judge.execution.reference import reference_answer as reference_answer
    from judge.execution.reference import reference_outcome as reference_outcome
    from judge.execution.sandbox_cache import SandboxCache as SandboxCache
    from judge.execution.sandboxes import OTHER_SEED as OTHER_SEED
    from judge.execution.sandboxes import Figures as Figures
    from judge.execution.sandboxes import Sandboxes as Sandboxes
    from judge.execution.volley import Volley as Volley
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "limits": "SIDE",
            "outcome": "Outcome STAGE_WORDS ending_message load_message",
            "player": "Player",
            "reference": "REFERENCE_LIMIT ReferenceFailedError answer_of reference_answer "
            "reference_outcome",
            "sandbox_cache": "SandboxCache",
            "sandboxes": "Figures OTHER_SEED Sandboxes",
            "volley": "Volley",
        },
    )
