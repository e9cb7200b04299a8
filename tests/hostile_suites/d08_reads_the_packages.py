# expect: WA|RTE
# tries: to look for the package's implementations on the disk
# stopped by: walls
import os

from solution import largest


def test_it():
    largest([1])
    found = [
        os.path.join(folder, name)
        for top in ("/tmp", "/modules", "/root", "/home", "/work")
        for folder, _, names in os.walk(top)
        for name in names
        if name == "implementations.toml"
    ]
    assert not found or False
