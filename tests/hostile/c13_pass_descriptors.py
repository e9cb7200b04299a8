# expect: RTE
# tries: to pass descriptors over a pair of sockets, or by the judge's own channels
# stopped by: seccomp-network
# limits-only: AC
import array
import os
import socket


def channels():
    one, other = socket.socketpair()
    yield one
    for number in range(6):
        try:
            yield socket.socket(fileno=os.dup(number))
        except OSError:
            continue


def echo(n):
    descriptors = array.array("i", [0, 1])
    for channel in channels():
        try:
            channel.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, descriptors)])
            return n
        except OSError:
            continue
    raise PermissionError("all refused")
