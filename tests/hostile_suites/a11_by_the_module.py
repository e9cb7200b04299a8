# expect: WA|RTE
# tries: to read the implementation through the function that it imports
# stopped by: border
import inspect
import sys

import solution


def test_source():
    text = inspect.getsource(solution.largest)
    assert "_ask" in text or "nums[0]" in text
    assert "wrong" not in str(vars(sys.modules["solution"]))
