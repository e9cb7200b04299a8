# expect: WA|RTE
# tries: to count its runs in a file of the scratch
# stopped by: fresh programs
import os

from solution import largest


def test_seventh():
    with open("runs", "a+") as file:
        file.write("x")
        file.seek(0)
        count = len(file.read())
    largest([1])
    assert count <= 3
