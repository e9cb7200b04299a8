# expect: RTE
# tries: to fill the report with notes and escape codes of its own while it is loaded
# stopped by: outside-check
import json
import os
import sys

frame = sys._getframe()
while "nonce" not in frame.f_locals:
    frame = frame.f_back
found = frame.f_locals
note = {"code": "accepted", "message": "\x1b[2J\u202eAC" * 10, "line": 1}
reply = json.dumps({"ok": {"entry": "\x1b]0;AC\x07", "notes": [note] * 3}}).encode()
os.write(4, found["pack"](len(reply), found["nonce"], found["kind"]) + reply)
os._exit(0)
