"""Submits a file to `judge serve` and prints the verdict: submit.py PROBLEM FILE [URL]"""
import json, os, sys, time
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

def ask(path, body=None):
    with urlopen(Request(server + path, body and json.dumps(body).encode(), headers)) as answer:
        return json.load(answer)

try:
    assert len(sys.argv) > 2, __doc__
    problem, file, server = (*sys.argv[1:], "http://127.0.0.1:8000")[:3]
    home = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local/state")
    state = Path(os.environ.get("JUDGE_STATE_DIR") or home / "coding-round-judge")
    token = os.environ.get("JUDGE_TOKEN") or (state / "token").read_text().strip()
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    source = Path(file).read_text("utf-8", "surrogateescape")
    answer = ask("/v1/submissions?wait=true", {"problem": problem, "source": source})
    while not answer["report"] and answer["status"] != "cancelled":
        answer = time.sleep(1) or ask("/v1/submissions/" + answer["id"])
    if not answer["report"]:
        raise ValueError("the submission was cancelled")
except Exception as error:
    words = error.read(500).decode("latin-1") if isinstance(error, HTTPError) else str(error)
    print("no report:", ascii(words), file=sys.stderr)
    no_server = isinstance(error, (URLError, ConnectionError))
    sys.exit(4 if no_server and getattr(error, "code", 503) in (429, 503) else 2)
print(answer["report"]["verdict"], ascii(answer["report"]["summary"]))
sys.exit(answer["report"]["verdict"] != "AC")
