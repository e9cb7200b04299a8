"""Names of the folders of a package."""

from judge.verdict import Verdict

#: Folders that interpreters and Hypothesis leave behind, which do not belong to a package.
LITTER = ("__pycache__", ".hypothesis")


def folder_of(verdict: Verdict) -> str:
    """Return the name of the folder for sample solutions with this verdict."""
    return verdict.words.replace(" ", "_").replace("-", "_")
