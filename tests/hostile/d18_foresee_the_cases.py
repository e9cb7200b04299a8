# expect: CE
# tries: to make the judge's own test cases again with the library that made them
# stopped by: mounts, landlock, runner
import hypothesis


def echo(n):
    return hypothesis.find(hypothesis.strategies.integers(), lambda _: True)
