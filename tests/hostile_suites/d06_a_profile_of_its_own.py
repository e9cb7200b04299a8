# expect: WA
# tries: to load a profile with a database and examples without end
# stopped by: share
from hypothesis import given, settings
from hypothesis import strategies as st

from solution import largest

settings.register_profile("mine", max_examples=10_000, derandomize=False, deadline=1)
settings.load_profile("mine")


@given(st.integers(0, 5))
def test_it(n):
    assert largest([n]) == n
