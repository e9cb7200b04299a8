# expect: RTE
# tries: to write to the devices that it may read
# stopped by: landlock
# limits-only: AC
import os


def echo(n):
    for path in ("/dev/zero", "/dev/urandom"):
        try:
            os.close(os.open(path, os.O_WRONLY))
            return n
        except OSError:
            continue
    raise PermissionError("all refused")
