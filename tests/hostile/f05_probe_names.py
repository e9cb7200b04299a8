# expect: RTE
# tries: to learn which files exist without opening any; AC would mean that it learnt one
# stopped by: mounts
# landlock: AC (Landlock has no rule for stat, access and readlink)
# limits-only: AC
import os


def echo(n):
    for path in ("/etc/passwd", "/root/.bashrc", "/proc/self/exe", "/sys/kernel", "/usr/bin/env"):
        for look in (os.stat, os.lstat, os.readlink, os.chdir):
            try:
                look(path)
                return n
            except OSError:
                continue
        if os.access(path, os.F_OK):
            return n
    raise FileNotFoundError("none to be seen")
