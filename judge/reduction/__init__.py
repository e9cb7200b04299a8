"""Make a failing input small: moves, what counts as smaller, and the search. Pure."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.reduction.budget import LONGEST as LONGEST
    from judge.reduction.budget import Bounds as Bounds
    from judge.reduction.budget import Spent as Spent
    from judge.reduction.moves import Move as Move
    from judge.reduction.moves import call_sequence_moves as call_sequence_moves
    from judge.reduction.moves import row_moves as row_moves
    from judge.reduction.moves import scenario_moves as scenario_moves
    from judge.reduction.moves import value_moves as value_moves
    from judge.reduction.reducer import Found as Found
    from judge.reduction.reducer import reduce_input as reduce_input
    from judge.reduction.weights import weight as weight
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "budget": "Bounds LONGEST Spent",
            "moves": "Move call_sequence_moves row_moves scenario_moves value_moves",
            "reducer": "Found reduce_input",
            "weights": "weight",
        },
    )
