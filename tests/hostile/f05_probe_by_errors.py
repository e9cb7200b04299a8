# expect: RV
# tries: to learn which files exist by how a refusal differs from that for one that does not
# stopped by: mounts, seccomp-files
# limits-only: AC
import os

ACTS = (
    lambda path: os.open(path, os.O_PATH),
    lambda path: os.open(path, os.O_RDONLY),
    lambda path: os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY),
    lambda path: os.open(path + "/below", os.O_RDONLY),
    lambda path: os.rename(path, path + "/below"),
    os.mkdir,
    os.rmdir,
)


def refusal(act, path):
    try:
        act(path)
    except OSError as error:
        return error.errno
    return 0


def echo(n):
    for path in ("/etc/passwd", "/proc/1", "/sys/kernel", "/usr/bin/env", "/var/log"):
        missing = path + "-that-is-not-there"
        if any([refusal(act, path) != refusal(act, missing) for act in ACTS]):
            return n
    raise FileNotFoundError("none to be seen")
