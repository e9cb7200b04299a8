# expect: WA|RTE
# tries: to change how questions are written
# stopped by: share
import json

from solution import largest

json.dumps = json.loads = lambda *_, **__: [1]


def test_it():
    assert largest([1]) == 1
