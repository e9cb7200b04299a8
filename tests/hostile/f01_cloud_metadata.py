# expect: RV
# tries: to ask a cloud's metadata service for credentials
# stopped by: seccomp-network
# unshown: the container has no network to reach
# limits-only: RTE
import urllib.request


def echo(n):
    urllib.request.urlopen("http://169.254.169.254/latest/meta-data/", timeout=0.1)
    return n
