# expect: WA|RTE
# tries: to find in memory what the judge said of the implementation
# stopped by: border
import gc

from solution import largest


def test_header():
    largest([3, 1, 2])
    texts = [one for one in gc.get_objects() if isinstance(one, dict)]
    assert not any("hint" in one and "right" in one for one in texts)
