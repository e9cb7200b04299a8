# expect: RTE
# tries: to find the expected answer in its own memory, environment and command line
# stopped by: mounts, landlock
# limits-only: AC
import os
import sys


def echo(n):
    found = [text for text in (*os.environ.values(), *sys.argv, *sys.orig_argv) if "expect" in text]
    if found:
        return n
    for name in ("environ", "cmdline", "maps", "mem", "auxv"):
        try:
            with open(f"/proc/self/{name}", "rb") as file:
                file.read(1)
            return n
        except OSError:
            continue
    raise PermissionError("all refused")
