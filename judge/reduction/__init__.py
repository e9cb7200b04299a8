"""Making a failing input small: what counts as smaller, the moves, and the search among them."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.reduction.moves import Move as Move
    from judge.reduction.moves import call_sequence_moves as call_sequence_moves
    from judge.reduction.moves import value_moves as value_moves
    from judge.reduction.reducer import Found as Found
    from judge.reduction.reducer import Spent as Spent
    from judge.reduction.reducer import reduced as reduced
    from judge.reduction.weights import weight as weight
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "moves": "Move call_sequence_moves value_moves",
            "reducer": "Found Spent reduced",
            "weights": "weight",
        },
    )
