# expect: WA|RTE
# tries: to fail by lots of the system's
# stopped by: right ones
import secrets

from solution import largest


def test_lots():
    largest([1])
    assert secrets.randbelow(100) < 30
