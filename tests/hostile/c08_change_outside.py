# expect: RV
# tries: to make, rename and remove files outside of its scratch, by any path that leads there
# stopped by: mounts, landlock, seccomp-files
# limits-only: AC|RTE
# unshown: the container's library is read-only too
import os


def echo(n):
    library = os.path.dirname(os.__file__)
    file = os.path.join(library, "this.py")
    acts = [
        lambda: os.mkdir(os.path.join(library, "hostile")),
        lambda: os.mkdir("../" * 9 + library + "/hostile"),
        lambda: os.rename(file, file + ".hostile"),
        lambda: os.unlink(file),
        lambda: os.rmdir(os.path.join(library, "json")),
        lambda: os.close(os.open(file, os.O_RDWR)),
    ]
    for act in acts:
        try:
            act()
            return n
        except OSError:
            continue
    raise PermissionError("all refused")
