# expect: RTE
# tries: to set times, modes and owners in the library, so that others take a stale module for good
# stopped by: mounts, seccomp-files+seccomp-rest
# unshown: the container's library is read-only too
import os


def echo(n):
    for path in (os.__file__, os.path.dirname(os.__file__)):
        now = os.stat(path)
        acts = (
            # Each to what it is already: it is the right that is asked for.
            lambda path=path, now=now: os.utime(path, ns=(now.st_atime_ns, now.st_mtime_ns)),
            lambda path=path, now=now: os.chmod(path, now.st_mode & 0o7777),
            lambda path=path, now=now: os.chown(path, now.st_uid, now.st_gid),
            lambda path=path: os.removexattr(path, "user.hostile"),
        )
        for act in acts:
            try:
                act()
                return n
            except OSError:
                continue
    raise PermissionError("all refused")
