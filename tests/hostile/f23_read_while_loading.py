# expect: CE
# tries: to read the host before the locks are on, while it is loaded
# stopped by: mounts, landlock
# limits-only: AC
with open("/etc/passwd") as file:
    found = file.read()


def echo(n):
    return n
