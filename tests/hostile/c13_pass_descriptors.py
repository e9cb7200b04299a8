# expect: RTE
# tries: to pass descriptors over a socket pair, or by the judge's own channels
# stopped by: seccomp-network
import array
import os
import socket


def echo(n):
    descriptors = array.array("i", [0, 1])
    for number in range(6):
        try:
            channel = socket.socket(fileno=os.dup(number))
            channel.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, descriptors)])
            return n
        except OSError:
            continue
    socket.socketpair()
    return n
