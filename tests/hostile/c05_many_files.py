# expect: RTE
# tries: to open two hundred files
# stopped by: rlimits
def echo(n):
    kept = []
    for _ in range(200):
        kept.append(open("/dev/null"))
    return n
