# expect: AC
# tries: to stop at a breakpoint, which must be passed over
def echo(n):
    breakpoint()
    return n
