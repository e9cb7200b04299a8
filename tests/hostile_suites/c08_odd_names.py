# expect: WA|RTE
# tries: to write escape sequences to the terminal by a test's name
# stopped by: strict values
import pytest

from solution import largest


@pytest.mark.parametrize("odd", ["\x1b[2J", "\ud800", "a\nb"], ids=["\x1b]0;x\x07", "\ud800", "a\nb"])
def test_it(odd):
    assert largest([1]) == 2, odd
