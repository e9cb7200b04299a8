# expect: RTE
# tries: to stop the judge with the exception of Ctrl-C
# stopped by: outside-check
# unshown: a judge in its process that catches too little ends with it, and passes nobody
def echo(n):
    raise KeyboardInterrupt
