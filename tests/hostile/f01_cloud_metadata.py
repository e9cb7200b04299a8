# expect: RV
# tries: to ask a cloud's metadata service for credentials
# stopped by: seccomp-network, namespaces, landlock
# kernel: 6.7
# limits-only: AC
import urllib.request


def echo(n):
    urllib.request.urlopen("http://169.254.169.254/latest/meta-data/")
    return n
