# expect: RTE
# tries: to type into the candidate's terminal through an inherited descriptor
# stopped by: fd-closing, seccomp-descriptors
import fcntl

TIOCSTI, TIOCLINUX, TIOCSCTTY = 0x5412, 0x541C, 0x540E


def echo(n):
    for number in range(64):
        for request in (TIOCSTI, TIOCLINUX, TIOCSCTTY):
            try:
                fcntl.ioctl(number, request, b"x")
                return n
            except OSError:
                continue
    raise PermissionError("all refused")
