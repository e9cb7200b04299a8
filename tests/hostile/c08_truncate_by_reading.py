# expect: RTE
# tries: to empty a file that it may only read, by opening it for reading and cutting it off
# stopped by: mounts, landlock, seccomp-files
# unshown: the container's library is read-only too
import os


def echo(n):
    folders = [os.path.dirname(os.__file__), os.getcwd(), "/data", "/modules"]
    for folder in folders:
        for name in ("urllib/__init__.py", "pydoc_data/__init__.py", "__init__.py"):
            path = os.path.join(folder, name)
            try:
                # One that is empty already: it is the right that is asked for.
                if os.stat(path).st_size == 0:
                    os.close(os.open(path, os.O_RDONLY | os.O_TRUNC))
                    return n
            except OSError:
                continue
    raise PermissionError("all refused")
