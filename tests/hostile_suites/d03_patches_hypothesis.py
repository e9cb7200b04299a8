# expect: WA|RTE|TLE
# tries: to draw a million examples
# stopped by: share
import hypothesis
from hypothesis import given, settings
from hypothesis import strategies as st

from solution import largest

type.__setattr__(hypothesis.settings, "max_examples", property(lambda _: 1_000_000))


@settings(derandomize=False)
@given(st.integers())
def test_it(n):
    assert largest([n]) == n
