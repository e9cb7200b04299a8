# expect: RTE
# tries: to open files until none can be opened any more
# stopped by: rlimits
# unshown: the container bounds descriptors too
def echo(n):
    kept = []
    while True:
        kept.append(open("/dev/null"))
