# expect: MLE|RTE
# tries: to fill the memory
# stopped by: memory
from solution import largest


def test_it():
    kept = []
    while largest([1]):
        kept.append(bytearray(8_000_000))
