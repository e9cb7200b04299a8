# expect: RV
# tries: to run programs, by name and by descriptor
# stopped by: seccomp-processes
# limits-only: RTE
import os


def echo(n):
    for path in ("/bin/su", "/usr/bin/sudo", "/bin/sh", "/proc/self/exe", "/lib64/ld-linux-x86-64.so.2"):
        try:
            os.execv(path, [path])
        except OSError:
            continue
    return n
