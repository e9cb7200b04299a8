"""What a declared complexity was compared with is said in words that teach."""

import pytest

from judge.measurement.complexity_terms import Bounds
from judge.measurement.declared_complexity import Declaration, in_text
from judge.measurement.declared_words import comparison
from judge.measurement.fitting import Fit

LINEAR, VAGUE = Fit("n", ("n log n",)), Fit("n", ("n^2", "n^3", "n log n"))
WIDE = Fit("n log n", ("n", "n^2"))


@pytest.mark.parametrize(
    ("claim", "fit", "words"),
    [
        ("", LINEAR, ""),
        ("Time: O(n)", LINEAR, "as declared"),
        ("Time: linear", LINEAR, "as declared"),
        ("Time: O(n)", WIDE, "which allows O(n), as declared"),
        ("Time: quadratic", WIDE, "which allows quadratic, as declared"),
        ("Time: O(n^3)", WIDE, "declared was O(n^3)"),
        ("Time: O(n^2)", LINEAR, "declared was O(n^2)"),
        ("Time: quadratic", LINEAR, "declared was quadratic"),
        (
            "Time: O(4^n)",
            Fit("2^n", ()),
            "as declared (O(4^n)): the base of an exponential cannot be measured",
        ),
        (
            "Time: O(k)",
            LINEAR,
            "declared O(k), which a measurement along n alone cannot settle",
        ),
        ("Time: O(n % k)", LINEAR, "declared O(n % k) is not understood"),
        ("Time: O(n^2)", VAGUE, "declared O(n^2), which these sizes cannot settle"),
        (
            "Time: O(n)\n\nTime: O(n^2)",
            LINEAR,
            "declared are O(n) and O(n^2), which do not agree with each other",
        ),
    ],
)
def test_a_claim_ends_the_sentence_on_growth(claim: str, fit: Fit, words: str) -> None:
    """Always with a reason where there is no yes or no."""
    assert comparison(in_text(claim), fit, per_call=False) == words


def test_one_call_of_a_class_is_compared_over_all_calls() -> None:
    """Each is O(1), and n of them are n."""
    claim = Declaration("time", "1", Bounds("n", "n"))
    assert comparison([claim], LINEAR, per_call=True) == (
        "as declared: O(1) per call, n over n calls"
    )
    other = Declaration("time", "n", Bounds("n^2", "n^2"))
    assert comparison([other], LINEAR, per_call=True) == (
        "declared was O(n) per call, n^2 over n calls"
    )
