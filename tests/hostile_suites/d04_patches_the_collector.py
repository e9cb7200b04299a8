# expect: WA|RTE|CE
# tries: to change how tests are found, from inside
# stopped by: share
import sys

from solution import largest

for name, module in list(sys.modules.items()):
    if name.endswith(".collecting"):
        module.collect = lambda module: ([], 0)


def test_it():
    assert largest([1]) == 1
