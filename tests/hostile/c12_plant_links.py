# expect: RTE
# tries: to plant links, FIFOs, devices and sockets for the host to stumble over
# stopped by: seccomp-files+seccomp-rest
# limits-only: AC
import os
import stat


def works(act):
    try:
        act()
    except OSError:
        return False
    return True


def echo(n):
    acts = [
        lambda: os.symlink("/etc/passwd", "/tmp/symbolic"),
        lambda: os.link("/dev/null", "/tmp/hard"),
        lambda: os.mkfifo("/tmp/fifo"),
        lambda: os.mknod("/tmp/device", 0o600 | stat.S_IFCHR, os.makedev(1, 1)),
        lambda: os.chmod("/tmp", 0o6777),
        lambda: os.chown("/tmp", 0, 0),
    ]
    if not any([works(act) for act in acts]):
        raise PermissionError("all refused")
    return n
