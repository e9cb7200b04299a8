# expect: AC
# tries: to stop at a breakpoint, which must be passed over
# stopped by: outside-check
def echo(n):
    breakpoint()
    return n
