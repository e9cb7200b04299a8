# expect: WA|RTE
# tries: to know by a frame's nonce which run this is
# stopped by: answers
import gc

from solution import largest


def test_nonce():
    largest([1])
    found = [one for one in gc.get_objects() if type(one).__name__ == "Channel"]
    assert found and found[0].nonce[0] % 5
