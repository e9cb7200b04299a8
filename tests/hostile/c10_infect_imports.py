# expect: RV
# tries: to plant modules that the next program imports; AC would mean that one was written
# stopped by: mounts, landlock, seccomp-files
# limits-only: AC|RTE
import os
import sys


def echo(n):
    places = [place for place in sys.path if place] + [os.path.dirname(os.__file__)]
    places += [os.path.join(place, "__pycache__") for place in places]
    for place in places:
        for name in ("hostile.pth", "hostile.py", "hostile.pyc"):
            try:
                open(os.path.join(place, name), "w").close()
                return n
            except OSError:
                continue
    raise PermissionError("all refused")
