# expect: RTE
# tries: to stop the judge with the exception of Ctrl-C
# stopped by: outside-check
def echo(n):
    raise KeyboardInterrupt
