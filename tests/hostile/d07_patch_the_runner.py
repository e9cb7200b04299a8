# expect: WA|RV|RTE
# tries: to replace the runner's own encoder and loop
# stopped by: outside-check
import gc
import sys


def echo(n):
    for name, module in list(sys.modules.items()):
        if name.startswith("sandbox.guest") or name == "sandbox.frames":
            for attribute in ("encode", "plain", "frame", "describe", "_json"):
                if hasattr(module, attribute):
                    setattr(module, attribute, lambda *_, **__: b'"AC"')
    for thing in gc.get_objects():
        if type(thing).__name__ == "Guest":
            thing.read = lambda _: b'{"ok":"AC"}'
            thing._case.result = "AC"
    return "AC"
