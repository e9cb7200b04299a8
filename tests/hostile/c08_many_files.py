# expect: RTE
# tries: to use up the inodes
# stopped by: mounts, clock
# limits-only: RTE|TLE
def echo(n):
    for number in range(1_000_000):
        open(f"/tmp/{number}", "w").close()
    return n
