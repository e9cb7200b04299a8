# expect: WA
# tries: to count its runs in a module that is shared
# stopped by: fresh programs
import pytest

from solution import largest

pytest.runs = getattr(pytest, "runs", 0) + 1


def test_seventh():
    largest([1])
    assert pytest.runs <= 3
