# expect: WA|RTE|TLE|RV
# tries: to have ten thousand functions collected
# stopped by: share
from solution import largest

for number in range(10_000):
    exec(f"def test_{number}(): pass")


def test_it():
    assert largest([1]) == 1
