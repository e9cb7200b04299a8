# expect: RV
# tries: to start a program through subprocess, and to hide that it was refused
# stopped by: seccomp-processes
# limits-only: AC
import subprocess


def echo(n):
    try:
        subprocess.run(["/bin/true"])
    except OSError:
        pass
    return n
