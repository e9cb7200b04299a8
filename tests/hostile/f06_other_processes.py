# expect: RTE
# tries: to look into other processes by /proc; AC would mean that one of the files opens
# stopped by: mounts, landlock
# limits-only: AC
import os


def echo(n):
    for pid in ("self", "1", "2", str(os.getppid()), "thread-self"):
        for name in ("mem", "environ", "cmdline", "maps", "status", "root/etc/passwd"):
            try:
                open(f"/proc/{pid}/{name}", "rb").close()
                return n
            except OSError:
                continue
    for pid in ("1", str(os.getppid())):
        for name in ("fd/0", "fd/1", "cwd", "root/tmp", "ns/user"):
            try:
                os.close(os.open(f"/proc/{pid}/{name}", os.O_RDONLY))
                return n
            except OSError:
                continue
    for name in ("kcore", "kallsyms", "sys/kernel/core_pattern", "sysrq-trigger", "cmdline"):
        try:
            open(f"/proc/{name}", "rb").close()
            return n
        except OSError:
            continue
    raise PermissionError("all refused")
