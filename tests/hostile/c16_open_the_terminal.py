# expect: RTE
# tries: to open the candidate's terminal and change its modes
# stopped by: mounts, landlock, seccomp-descriptors
# limits-only: AC
import os
import termios


def echo(n):
    for name in ("/dev/tty", "/dev/console", *(f"/dev/pts/{number}" for number in range(16))):
        try:
            descriptor = os.open(name, os.O_RDWR)
            modes = termios.tcgetattr(descriptor)
            modes[3] ^= termios.ECHO
            termios.tcsetattr(descriptor, termios.TCSANOW, modes)
            return n
        except (OSError, termios.error):
            continue
    raise PermissionError("all refused")
