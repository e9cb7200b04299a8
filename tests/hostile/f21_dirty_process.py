# expect: AC
# tries: to leave its changes behind for the next submission in the same process
# stopped by: single-use
import builtins
import sys

if hasattr(builtins, "stained") or "stained" in sys.modules:
    raise RuntimeError("this process was used before")
builtins.stained = sys.modules["stained"] = sys


def echo(n):
    return n
