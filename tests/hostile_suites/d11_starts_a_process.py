# expect: RV|RTE
# tries: to have another process work
# stopped by: walls
import subprocess

from solution import largest


def test_it():
    largest([1])
    subprocess.run(["true"])
