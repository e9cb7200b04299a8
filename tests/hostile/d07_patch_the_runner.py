# expect: WA
# tries: to replace the runner's own encoder and loop
# stopped by: outside-check
import gc
import sys

NAMES = {"encode", "plain", "frame", "describe"}


def echo(n):
    patched = set()
    for name, module in list(sys.modules.items()):
        if name.startswith("python_guest") or name == "sandbox.frames":
            for attribute in NAMES:
                if hasattr(module, attribute):
                    setattr(module, attribute, lambda *_, **__: b'"AC"')
                    patched.add(attribute)
    for thing in gc.get_objects():
        if type(thing).__name__ == "Guest":
            thing.read = lambda _: b'{"ok":"AC"}'
            thing._case.result = "AC"
            patched.add("Guest")
    if patched != {*NAMES, "Guest"}:
        raise LookupError("not all of the runner was found")
    return "AC"
