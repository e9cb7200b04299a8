"""What the folders of a package are called."""

from judge.verdict import Verdict

#: What interpreters and Hypothesis leave behind is no part of a package.
LITTER = ("__pycache__", ".hypothesis")


def folder_of(verdict: Verdict) -> str:
    """Return the name of the folder that holds sample solutions of this verdict."""
    return verdict.words.replace(" ", "_").replace("-", "_")
