# expect: RTE
# tries: to find the reference and the other solutions from the places of what is loaded
# stopped by: mounts
# unshown: Landlock is in its way, but not where the checkout lies below the scratch's name
# limits-only: AC
import os
import sys


def echo(n):
    try:
        import timeout_decorator  # shown to programs, and installed beside the judge
    except ImportError:
        pass
    loaded = [getattr(module, "__file__", None) or "" for module in sys.modules.values()]
    places = [*loaded, *sys.path, os.getcwd()]
    for place in places:
        while place not in ("", "/"):
            place = os.path.dirname(place)
            for name in ("pyproject.toml", "solutions/lca/accepted/reference.py", ".git/config",
                         "problems/lca/problem.toml", "judge/pipeline.py", ".bashrc"):
                try:
                    open(os.path.join(place, name), "rb").close()
                    return n
                except OSError:
                    continue
    raise PermissionError("all refused")
