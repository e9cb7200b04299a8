"""The language Python."""

from pathlib import Path

from judge.languages.language import Language
from judge.languages.python.guest_package import python_guest


def _change_counter() -> bytes:
    return Path(__file__).with_name("changes.py").read_bytes()


PYTHON = Language(
    name="python",
    suffixes=(".py",),
    guest=python_guest,
    builds_ahead=True,
    plays_volleys=True,
    change_counter=_change_counter,
)
