"""From outcomes to a verdict: trials, limits, the corpus, retries, counterexamples."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.judging.calibration import calibrate as calibrate
    from judge.judging.changing_reference import trust_reference as trust_reference
    from judge.judging.corpus import MOST_MET as MOST_MET
    from judge.judging.corpus import build_corpus as build_corpus
    from judge.judging.corpus import kept_corpus as kept_corpus
    from judge.judging.corpus import met_cache as met_cache
    from judge.judging.corpus import ready_corpus as ready_corpus
    from judge.judging.corpus import with_met as with_met
    from judge.judging.corpus import without_met as without_met
    from judge.judging.costs import Cost as Cost
    from judge.judging.counterexample import explain_failure as explain_failure
    from judge.judging.decision import CaseResult as CaseResult
    from judge.judging.decision import decide as decide
    from judge.judging.deep_recursion import tell_depth as tell_depth
    from judge.judging.deep_recursion import with_depth as with_depth
    from judge.judging.findings import HASH_ORDER as HASH_ORDER
    from judge.judging.findings import Findings as Findings
    from judge.judging.leak import Leak as Leak
    from judge.judging.leak import passing_alone as passing_alone
    from judge.judging.limits import Budget as Budget
    from judge.judging.limits import case_limit as case_limit
    from judge.judging.limits import limit_words as limit_words
    from judge.judging.live_search import search_live as search_live
    from judge.judging.mend import Mend as Mend
    from judge.judging.mend import count_mend as count_mend
    from judge.judging.reseeded import Reseeded as Reseeded
    from judge.judging.retry import look_again as look_again
    from judge.judging.run_corpus import play_corpus as play_corpus
    from judge.judging.smallest import Smallest as Smallest
    from judge.judging.stress import Stress as Stress
    from judge.judging.stress import compare as compare
    from judge.judging.trial import Trial as Trial
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "calibration": "calibrate",
            "changing_reference": "trust_reference",
            "corpus": (
                "MOST_MET build_corpus kept_corpus met_cache ready_corpus with_met without_met"
            ),
            "costs": "Cost",
            "counterexample": "explain_failure",
            "decision": "CaseResult decide",
            "deep_recursion": "tell_depth with_depth",
            "findings": "Findings HASH_ORDER",
            "leak": "Leak passing_alone",
            "limits": "Budget case_limit limit_words",
            "live_search": "search_live",
            "mend": "Mend count_mend",
            "reseeded": "Reseeded",
            "retry": "look_again",
            "run_corpus": "play_corpus",
            "smallest": "Smallest",
            "stress": "Stress compare",
            "trial": "Trial",
        },
    )
