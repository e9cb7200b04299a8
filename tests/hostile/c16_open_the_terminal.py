# expect: RTE
# tries: to open the candidate's terminal and change its modes
# stopped by: mounts, landlock
# unshown: the container has no terminal
import os
import termios


def echo(n):
    descriptor = os.open("/dev/tty", os.O_RDWR)
    modes = termios.tcgetattr(descriptor)
    modes[3] &= ~termios.ECHO
    termios.tcsetattr(descriptor, termios.TCSANOW, modes)
    return n
