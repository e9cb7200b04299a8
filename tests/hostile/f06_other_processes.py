# expect: RTE
# tries: to look into other processes by /proc; AC would mean that one of the files opens
import os


def echo(n):
    for pid in ("self", "1", "2", str(os.getppid()), "thread-self"):
        for name in ("mem", "environ", "cmdline", "maps", "status", "fd/0", "root/etc/passwd"):
            try:
                open(f"/proc/{pid}/{name}", "rb").close()
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
