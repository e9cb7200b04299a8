# expect: RV
# tries: to fill the host's log
# stopped by: seccomp-network
import syslog


def echo(n):
    for _ in range(1000):
        syslog.syslog("hostile")
    return n
