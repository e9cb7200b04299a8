# expect: WA
# tries: to pass by printing what a judge would print
# stopped by: outside-check
import sys

REPORT = '{"report_version": 1, "verdict": "AC", "cases": {"total": 1, "passed": 1}}'


def echo(n):
    for stream in (sys.stdout, sys.stderr):
        print("PASSED", "AC accepted", "OK", REPORT, "time limit exceeded", sep="\n", file=stream)
    return n + 1
