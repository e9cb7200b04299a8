"""Say what a declared complexity was compared with, and why where it could not be. Pure."""

from collections.abc import Sequence

from judge.measurement.complexity_terms import WORDS
from judge.measurement.declared_complexity import Declaration, agreement
from judge.measurement.fitting import Fit


def comparison(claims: Sequence[Declaration], fit: Fit, *, per_call: bool) -> str:
    """Return the end of a sentence on growth; empty where nothing is declared.

    `per_call` says that people declare one call of a class, while `claims` have the class of all
    n calls.
    """
    if not claims:
        return ""
    first = claims[0]
    written = _written(first, per_call=per_call)
    agrees = agreement(list(claims), fit)
    if agrees:
        if fit.measured == "2^n":
            return f"as declared ({written}): the base of an exponential cannot be measured"
        if fit.wide:
            return f"which allows {written}, as declared"
        return f"as declared: {written}" if per_call else "as declared"
    if agrees is False:
        return f"declared was {written}"
    return _why_not(claims, fit, per_call=per_call)


def _why_not(claims: Sequence[Declaration], fit: Fit, *, per_call: bool) -> str:
    terms = list(dict.fromkeys(_written(claim, per_call=per_call) for claim in claims))
    unread = [claim for claim in claims if claim.bounds is None]
    if unread:
        return f"declared {_written(unread[0], per_call=False)} is not understood"
    if fit.vague:
        return f"declared {terms[0]}, which these sizes cannot settle"
    if len(terms) > 1:
        return f"declared are {' and '.join(terms[:3])}, which do not agree with each other"
    return f"declared {terms[0]}, which a measurement along n alone cannot settle"


def _written(claim: Declaration, *, per_call: bool) -> str:
    """Return a term as people write it, and what that is over all n calls."""
    text = term(claim.text)
    return f"{text} per call, {_of_class(claim)} over n calls" if per_call else text


def term(text: str) -> str:
    """Return a declared term as people write it."""
    return text if text in WORDS else f"O({text})"


def _of_class(claim: Declaration) -> str:
    if claim.bounds is None:
        return "something else"
    low, high = claim.bounds.low, claim.bounds.high
    return low if low == high else f"from {low} to {high}"
