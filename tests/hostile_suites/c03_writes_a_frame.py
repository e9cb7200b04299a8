# expect: RV
# tries: to write a reply of its own without being asked
# stopped by: frames
import os

from solution import largest


def test_it():
    largest([1])
    os.write(4, bytes(16) + b'\x00\x00\x00\x00\x03{"ok":null}')
