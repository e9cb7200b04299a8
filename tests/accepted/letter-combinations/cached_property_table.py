from functools import cached_property

class Solution:
    @cached_property
    def table(self):
        sizes = iter((3, 3, 3, 3, 3, 4, 3, 4))
        letters = iter(ascii_lowercase)
        return {"0": "", "1": ""} | {str(d): "".join(islice(letters, next(sizes))) for d in range(2, 10)}

    def letterCombinations(self, digits: str) -> List[str]:
        groups = list(map(self.table.__getitem__, digits))
        return list(map("".join, product(*groups))) if groups else []
