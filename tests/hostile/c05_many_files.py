# expect: RTE
# tries: to open files until none can be opened any more
def echo(n):
    kept = []
    while True:
        kept.append(open("/dev/null"))
