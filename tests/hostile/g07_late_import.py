# expect: RTE
# tries: to import what is not there when it is called
# stopped by: runner
def echo(n):
    import tensorflow

    return n
