# expect: RTE
# tries: to learn which processes there are by asking for their folders of /proc
# stopped by: mounts
# landlock: AC (Landlock has no rule for stat, access and readlink)
# limits-only: AC
import os


def echo(n):
    for pid in (1, os.getppid()):
        for path in (f"/proc/{pid}", f"/proc/{pid}/task/{pid}"):
            try:
                os.stat(path)
                return n
            except OSError:
                continue
    raise FileNotFoundError("none to be seen")
