"""TODO"""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.judging.corpus import build_corpus as build_corpus
    from judge.judging.corpus import kept_corpus as kept_corpus
    from judge.judging.corpus import ready_corpus as ready_corpus
    from judge.judging.counterexample import SEARCH_GUARD as SEARCH_GUARD
    from judge.judging.counterexample import Smallest as Smallest
    from judge.judging.counterexample import search_live as search_live
    from judge.judging.counterexample import shrink as shrink
    from judge.judging.decision import CaseResult as CaseResult
    from judge.judging.decision import decide as decide
    from judge.judging.findings import HASH_ORDER as HASH_ORDER
    from judge.judging.findings import LEAK_GUARD as LEAK_GUARD
    from judge.judging.findings import LONG_ANSWER as LONG_ANSWER
    from judge.judging.findings import Seen as Seen
    from judge.judging.leak import Leak as Leak
    from judge.judging.leak import find_leak as find_leak
    from judge.judging.limits import ANSWERS_BYTES as ANSWERS_BYTES
    from judge.judging.limits import Budget as Budget
    from judge.judging.limits import case_limit as case_limit
    from judge.judging.retry import judged_with_care as judged_with_care
    from judge.judging.retry import look_again as look_again
    from judge.judging.run_corpus import play_corpus as play_corpus
    from judge.judging.trial import Trial as Trial
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "corpus": "build_corpus kept_corpus ready_corpus",
            "counterexample": "SEARCH_GUARD Smallest search_live shrink",
            "decision": "CaseResult decide",
            "findings": "HASH_ORDER LEAK_GUARD LONG_ANSWER Seen",
            "leak": "Leak find_leak",
            "limits": "ANSWERS_BYTES Budget case_limit",
            "retry": "judged_with_care look_again",
            "run_corpus": "play_corpus",
            "trial": "Trial",
        },
    )
