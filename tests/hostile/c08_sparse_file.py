# expect: RTE
# tries: to make a huge file out of holes
# stopped by: rlimits
def echo(n):
    with open("/tmp/sparse", "wb") as file:
        file.truncate(1 << 40)
    return n
