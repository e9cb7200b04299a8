"""The language Python."""

from judge.languages.language import Language
from judge.languages.python.guest_package import python_guest

PYTHON = Language(
    name="python",
    suffixes=(".py",),
    guest=python_guest,
    builds_ahead=True,
    plays_volleys=True,
)
