# expect: RTE|MLE|TLE
# tries: to run over the end of the stack by classes that ask one another
# stopped by: runner
# problem: roomy
import sys
from abc import ABC

sys.setrecursionlimit(10**9)


class Asking(type):
    def __instancecheck__(cls, value):
        return isinstance(value, cls)

    def __call__(cls):
        return cls()


class Endless(metaclass=Asking):
    pass


class Hooked(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return issubclass(other, Hooked)


class Bases:
    def __getattr__(self, name):
        return (Bases(),)


class Named:
    def __set_name__(self, owner, name):
        type("Owner", (), {"named": Named()})


class Born:
    def __init_subclass__(cls):
        type("Child", (cls,), {})


class Itself:
    pass


Itself.__call__ = Itself()


def echo(n):
    deep = int
    for _ in range(200_000):
        deep = (deep,)
    for act, *given in (
        (isinstance, "", deep),
        (isinstance, n, Endless),
        (Endless,),
        (isinstance, n, Hooked),
        (Itself(),),
        (type, "Owner", (), {"named": Named()}),
        (type, "Child", (Born,), {}),
        (issubclass, Bases(), Bases()),
    ):
        try:
            act(*given)
        except (RecursionError, TypeError, RuntimeError):
            pass
    raise ValueError("the stack held")
