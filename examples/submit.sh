#!/bin/sh
# Submits a file to `judge serve` with curl and prints the verdict; the status is 0 for AC:
#   examples/submit.sh PROBLEM FILE [http://127.0.0.1:8000]
set -eu

problem=$1 file=$2 server=${3:-http://127.0.0.1:8000}
state=${JUDGE_STATE_DIR:-${XDG_STATE_HOME:-$HOME/.local/state}/coding-round-judge}
token=${JUDGE_TOKEN:-$(cat "$state/token")}

body=$(python3 -c '
import json, sys
print(json.dumps({"problem": sys.argv[1], "source": open(sys.argv[2], encoding="utf-8").read()}))
' "$problem" "$file")

# The token goes in by a pipe: arguments of a process can be read by everybody.
answer=$(printf 'header = "Authorization: Bearer %s"\n' "$token" |
    curl --config - --silent --show-error --fail-with-body --noproxy '*' \
        --header 'Content-Type: application/json' \
        --data-binary @/dev/fd/3 "$server/v1/submissions?wait=true" 3<<END
$body
END
) || { printf '%s\n' "$answer" >&2; exit 4; }

# ascii(): what a submission wrote may hold commands for the terminal.
printf '%s\n' "$answer" | python3 -c '
import json, sys
report = json.load(sys.stdin)["report"] or sys.exit("not judged in time; ask for it again")
print(report["verdict"], ascii(report["summary"]))
sys.exit(report["verdict"] != "AC")
'
