# expect: AC
# tries: to fill the host's log, by a function that never says whether it could
# stopped by: seccomp-network
import syslog


def echo(n):
    for _ in range(1000):
        syslog.syslog("hostile")
    return n
