"""Submits a file to `judge serve` and prints the verdict: submit.py PROBLEM FILE [URL]"""
import json, os, pathlib, sys, time, urllib.error, urllib.request

def ask(path, body=None):
    body = body and json.dumps(body).encode()
    return json.load(urllib.request.urlopen(urllib.request.Request(server + path, body, headers)))

try:
    assert len(sys.argv) > 2, __doc__
    problem, file, server = (*sys.argv[1:], "http://127.0.0.1:8000")[:3]
    home = os.environ.get("XDG_STATE_HOME") or pathlib.Path.home() / ".local/state"
    state = pathlib.Path(os.environ.get("JUDGE_STATE_DIR") or f"{home}/coding-round-judge")
    token = os.environ.get("JUDGE_TOKEN") or (state / "token").read_text().strip()
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    source = pathlib.Path(file).read_text("utf-8", "surrogateescape")
    answer = ask("/v1/submissions?wait=true", {"problem": problem, "source": source})
    while not answer["report"] and answer["status"] != "cancelled":
        answer = time.sleep(1) or ask("/v1/submissions/" + answer["id"])
    assert answer["report"], "the submission was cancelled"
except Exception as error:
    print("no report:", ascii(error.read() if hasattr(error, "read") else str(error)), file=sys.stderr)
    no_server = isinstance(error, urllib.error.URLError | ConnectionError)
    sys.exit(4 if no_server and getattr(error, "code", 503) in (429, 503) else 2)
print(answer["report"]["verdict"], ascii(answer["report"]["summary"]))
sys.exit(answer["report"]["verdict"] != "AC")
