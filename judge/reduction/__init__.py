"""Make a failing input small: moves, what counts as smaller, and the search. Pure."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.reduction.moves import Move as Move, call_sequence_moves as call_sequence_moves, value_moves as value_moves
    from judge.reduction.reducer import Bounds as Bounds, Found as Found, Spent as Spent, reduce_input as reduce_input
    from judge.reduction.weights import weight as weight
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "moves": "Move call_sequence_moves value_moves",
            "reducer": "Bounds Found Spent reduce_input",
            "weights": "weight",
        },
    )
