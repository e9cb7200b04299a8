#!/bin/sh
# Submits a file to `judge serve` with curl and prints the verdict; the status is 0 for AC, 1 for
# another verdict, 2 for a mistake in what was asked, 4 for a server that is not there:
#   examples/submit.sh PROBLEM FILE [http://127.0.0.1:8000]
set -eu

stop() { printf 'no report: %s\n' "$2" >&2; exit "$1"; }

[ $# -ge 2 ] || stop 2 "usage: $0 PROBLEM FILE [URL]"
problem=$1 file=$2 server=${3:-http://127.0.0.1:8000}
state=${JUDGE_STATE_DIR:-${XDG_STATE_HOME:-$HOME/.local/state}/coding-round-judge}
token=${JUDGE_TOKEN:-$(cat "$state/token")} || exit 2
{ [ -f "$file" ] && [ -r "$file" ]; } || stop 2 "cannot read $file"

body=$(python3 -c '
import json, sys
source = open(sys.argv[2], encoding="utf-8", errors="surrogateescape").read()
print(json.dumps({"problem": sys.argv[1], "source": source}))
' "$problem" "$file")

# The token goes in by a pipe: arguments of a process can be read by everybody.
answer=$(printf 'header = "Authorization: Bearer %s"\n' "$token" |
    curl --config - --silent --show-error --fail-with-body --noproxy '*' \
        --header 'Content-Type: application/json' \
        --data-binary @/dev/fd/3 "$server/v1/submissions?wait=true" 3<<END
$body
END
) || {
    # 22: the server has answered, and said no; 429 and 503 mean another time.
    [ $? -eq 22 ] || exit 4
    case $answer in *'"status":429,'* | *'"status":503,'*) stop 4 "$answer" ;; esac
    stop 2 "$answer"
}

# ascii(): what a submission wrote may hold commands for the terminal.
printf '%s\n' "$answer" | python3 -c '
import json, sys
try:
    answer = json.load(sys.stdin)
    report, state = answer["report"], answer["status"]
except (ValueError, LookupError, TypeError):
    report, state = None, "what answers there is no judge"
if report is None:
    print("no report:", ascii(state), file=sys.stderr)
    sys.exit(2 if state == "cancelled" else 4)
print(report["verdict"], ascii(report["summary"]))
sys.exit(report["verdict"] != "AC")
'
