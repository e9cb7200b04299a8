"""TODO"""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.kinds.call import call_at as call_at
    from judge.kinds.call import call_named as call_named
    from judge.kinds.call import calls_of as calls_of
    from judge.kinds.checking import Arguments as Arguments
    from judge.kinds.checking import check_answer as check_answer
    from judge.kinds.explain import CODE_POINTS as CODE_POINTS
    from judge.kinds.explain import alike as alike
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "call": "call_at call_named calls_of",
            "checking": "Arguments check_answer",
            "explain": "CODE_POINTS alike",
        },
    )
