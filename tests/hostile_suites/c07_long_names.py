# expect: WA|RV|RTE
# tries: to fill the report with names
# stopped by: strict values
from solution import largest


def test_it():
    largest([1])


for number in range(3_000):
    exec(f"def test_{'n' * 150}_{number}(): pass")
