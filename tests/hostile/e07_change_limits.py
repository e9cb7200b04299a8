# expect: RTE
# tries: to change limits, its own and those of others; AC would mean that one was changed
# stopped by: seccomp-limits
# limits-only: AC
import resource


def echo(n):
    limits = ("RLIMIT_CPU", "RLIMIT_DATA", "RLIMIT_STACK", "RLIMIT_FSIZE", "RLIMIT_NOFILE")
    for name in limits:
        number = getattr(resource, name)
        soft, hard = resource.getrlimit(number)
        for pid in (0, 1):
            for values in ((soft, hard), (resource.RLIM_INFINITY, resource.RLIM_INFINITY)):
                try:
                    resource.prlimit(pid, number, values)
                    return n
                except (OSError, ValueError):
                    continue
    raise PermissionError("all refused")
