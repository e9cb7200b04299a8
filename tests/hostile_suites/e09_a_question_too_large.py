# expect: WA|MLE|TLE|RTE|OLE
# tries: to send more than a question may hold
# stopped by: right ones
from solution import largest


def test_it():
    largest(["x" * 30_000_000])
