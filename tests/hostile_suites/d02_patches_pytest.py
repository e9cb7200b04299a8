# expect: WA
# tries: to have pytest's failures pass
# stopped by: share
import pytest
from _pytest import outcomes
from _pytest.assertion import rewrite

from solution import largest

outcomes.Failed = pytest.fail.Exception = outcomes.Skipped
rewrite._should_repr_global_name = rewrite._format_assertmsg = lambda *_: 1 / 0


def test_it():
    assert largest([1]) == 1
