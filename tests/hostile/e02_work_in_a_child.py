# expect: RV
# tries: to have a child compute, whose time is not its own
# stopped by: seccomp-processes
# limits-only: WA
import os


def echo(n):
    reading, writing = os.pipe()
    if os.fork() == 0:
        os.write(writing, str(sum([1] * n)).encode())
        os._exit(0)
    return int(os.read(reading, 100))
