# expect: RTE
# tries: to stop the judge with the exception of Ctrl-C
def echo(n):
    raise KeyboardInterrupt
