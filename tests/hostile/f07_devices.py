# expect: RTE
# tries: to open devices and the files of the kernel; AC would mean that one opens
# stopped by: mounts, landlock
# limits-only: AC
def echo(n):
    names = ["mem", "kvm", "fuse", "loop0", "loop-control", "sda", "vda", "dri/card0", "ptmx"]
    paths = [f"/dev/{name}" for name in [*names, "random", "full", "shm", "pts/0", "net/tun"]]
    paths += ["/sys/kernel/uevent_helper", "/sys/fs/cgroup/cgroup.procs", "/sys/power/state"]
    for path in paths:
        try:
            open(path, "rb").close()
            return n
        except OSError:
            continue
    raise PermissionError("all refused")
