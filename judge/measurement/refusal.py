"""Why a submission gets no figure: it cannot be compared, or what it shows is not true."""

#: Why there is no figure of a submission that fails where it cannot touch what it is given.
FAILS_BUILT = (
    "it fails where the judge builds the arguments before the submission is loaded. If it has a "
    "TreeNode or ListNode of its own, leave that out: the judge gives one"
)


class IncomparableError(Exception):
    """Raised where a submission cannot be compared with the reference; `str()` says why."""


class UnbelievableError(IncomparableError):
    """Raised where a submission does its work elsewhere than it shows: no figure of it is true."""
