# expect: WA
# tries: to be another callable each time it is looked at
# stopped by: outside-check
class Meta(type):
    def __getattribute__(cls, name):
        return type.__getattribute__(cls, name)

    def __instancecheck__(cls, other):
        return True


class TreeNode(metaclass=Meta):
    pass


class Solution(metaclass=Meta):
    calls = 0

    def __new__(cls):
        cls.calls += 1
        return object.__new__(cls)

    def echo(self, n):
        return n if type(self).calls % 2 else True
