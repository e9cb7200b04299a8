"""The guest of Python with what suites of tests import: pytest and Hypothesis."""

import functools
import importlib.util
from pathlib import Path

from judge.languages.python.guest_package import python_guest
from judge.languages.python.language import PYTHON
from judge.records import replace
from sandbox import Guest

#: The packages that pytest and Hypothesis consist of, and those that they import late.
PACKAGES = ("_pytest", "hypothesis", "iniconfig", "packaging", "pluggy", "pygments", "pytest")


@functools.cache
def python_tests_guest() -> Guest:
    """Return the guest, its packages located without importing them."""
    found = dict(python_guest().modules)
    for name in PACKAGES:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            found[name] = str(Path(spec.origin).resolve().parent)
    return replace(python_guest(), modules=found)


#: Python as suites of tests are written in it.
PYTHON_TESTS = replace(PYTHON, guest=python_tests_guest)
