"""Making a failing input small: what counts as smaller, the moves, and the search among them."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.reduction.reducer import CALLS as CALLS
    from judge.reduction.reducer import SECONDS as SECONDS
    from judge.reduction.reducer import Found as Found
    from judge.reduction.reducer import Spent as Spent
    from judge.reduction.reducer import reduced as reduced
    from judge.reduction.weights import weight as weight
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "reducer": "CALLS Found SECONDS Spent reduced",
            "weights": "weight",
        },
    )
