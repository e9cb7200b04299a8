# expect: RV
# tries: to start a program through posix_spawn, which uses vfork or clone
# stopped by: seccomp-processes
# limits-only: AC
import os


def echo(n):
    try:
        os.posix_spawn("/bin/true", ["true"], {})
    except OSError:
        pass
    return n
