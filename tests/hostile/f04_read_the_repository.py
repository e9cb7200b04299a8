# expect: RTE
# tries: to find the reference and the other solutions from the place of what it may import
# stopped by: mounts, landlock
# unshown: the module that it starts from is not shown in the container
# limits-only: AC
import os
import sys

import timeout_decorator


def echo(n):
    places = [timeout_decorator.__file__, os.__file__, *sys.path, os.getcwd()]
    for place in places:
        while place not in ("", "/"):
            place = os.path.dirname(place)
            for name in ("pyproject.toml", "solutions/lca/accepted/reference.py", ".git/config",
                         "problems/lca/problem.toml", "judge/judging.py", ".bashrc"):
                try:
                    open(os.path.join(place, name), "rb").close()
                    return n
                except OSError:
                    continue
    raise PermissionError("all refused")
