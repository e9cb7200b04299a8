# expect: WA
# tries: to replace what a comparison in its own process would use
# stopped by: outside-check
import builtins
import io
import json
import sys
import time


class Equal:
    def __eq__(self, other):
        return True

    __hash__ = None


def echo(n):
    builtins.isinstance = lambda *_: True
    builtins.all = builtins.any = lambda *_: True
    builtins.len = lambda _: 0
    builtins.repr = builtins.str = lambda *_: "0"
    json.dumps = lambda *_, **__: '{"ok":true}'
    json.loads = lambda *_, **__: {"expected": Equal()}
    time.perf_counter = time.process_time = time.monotonic = time.time = lambda: 0.0
    io.open = builtins.open = lambda *_, **__: io.StringIO()
    sys.stdout = sys.stderr = io.StringIO()
    return n + 1
