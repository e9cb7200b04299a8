"""The guest of Python as the sandbox takes it: its folder, and what programs may import besides.

Apart from the language, since an interpreter is started with it before the judge is imported.
"""

import functools
import importlib.util
from pathlib import Path

from judge.records import replace
from sandbox import Guest

#: Modules that submissions and the runner may import in addition to the standard library.
VENDORED = ("timeout_decorator", "sortedcontainers")
#: The guest without these modules, for an interpreter that is started ahead of time.
PYTHON_GUEST = Guest("python_guest", str(Path(__file__).resolve().parent / "guest"))


@functools.cache
def python_guest() -> Guest:
    """Return the guest with the vendored modules, located without importing them."""
    found = {}
    for name in VENDORED:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            found[name] = str(Path(spec.origin).resolve().parent)
    # A part of the guest that few programs need, so it is imported by these.
    found[f"{PYTHON_GUEST.name}.threads"] = str(Path(PYTHON_GUEST.folder) / "threads")
    return replace(PYTHON_GUEST, modules=found)
