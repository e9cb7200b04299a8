# expect: RTE
# tries: to leave a folder that it may read by dots, and by descriptors of folders
# stopped by: mounts, landlock
# limits-only: AC
import os

TARGETS = ("etc/passwd", "etc/hostname", "root/.bashrc", "proc/1/environ")


def echo(n):
    starts = (os.getcwd(), os.path.dirname(os.__file__), "/data", "/modules", "/dev", "/lib", "/")
    for start in starts:
        for how in (os.O_RDONLY | os.O_DIRECTORY, os.O_PATH):
            try:
                folder = os.open(start, how)
            except OSError:
                continue
            for depth in range(9):
                for target in TARGETS:
                    climbed = "../" * depth + target
                    for path, given in ((climbed, folder), (f"{start}/{climbed}", None)):
                        try:
                            os.close(os.open(path, os.O_RDONLY, dir_fd=given))
                            return n
                        except OSError:
                            continue
    raise PermissionError("all refused")
