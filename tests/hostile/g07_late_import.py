# expect: RTE
# tries: to import what is not there when it is called
def echo(n):
    import tensorflow

    return n
