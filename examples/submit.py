"""Submits a file to `judge serve` and prints the verdict: submit.py PROBLEM FILE [URL]"""
import json, os, sys, time
from pathlib import Path
from urllib.request import Request, urlopen

problem, file, server = (*sys.argv[1:], "http://127.0.0.1:8000")[:3]
state = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local/state", "coding-round-judge")
state = os.environ.get("JUDGE_STATE_DIR") or state
token = os.environ.get("JUDGE_TOKEN") or Path(state, "token").read_text().strip()
headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

def ask(path, body=None):
    with urlopen(Request(server + path, body and json.dumps(body).encode(), headers)) as answer:
        return json.load(answer)

answer = ask("/v1/submissions?wait=true", {"problem": problem, "source": Path(file).read_text()})
while not answer["report"] and answer["status"] != "cancelled":
    answer = time.sleep(1) or ask("/v1/submissions/" + answer["id"])
print(answer["report"]["verdict"], ascii(answer["report"]["summary"]))
sys.exit(answer["report"]["verdict"] != "AC")
