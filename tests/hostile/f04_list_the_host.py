# expect: RTE
# tries: to list the folders of the host; AC would mean that one of them can be listed
# stopped by: landlock
# limits-only: AC
import os


def echo(n):
    for path in ("/home", "/root", "/etc", "/var", "/proc", "/sys", "/usr/bin", "/opt", "/work"):
        try:
            os.listdir(path)
            return n
        except OSError:
            continue
    raise PermissionError("all refused")
