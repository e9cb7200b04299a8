import operator
from types import MappingProxyType, SimpleNamespace

def make(name, keys):
    def method(cls, digits):
        if not digits:
            return []
        rows = operator.itemgetter(*digits)(keys)
        rows = rows if len(digits) > 1 else (rows,)
        out = [""]
        for row in rows:
            out = [head + c for head in out for c in row]
        return out
    method.__name__ = name
    return classmethod(method)

pad = SimpleNamespace(keys=MappingProxyType({str(n): row for n, row in enumerate(
    ("", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"))}))
Solution = type("Solution", (object,), {"letterCombinations": make("letterCombinations", pad.keys)})
