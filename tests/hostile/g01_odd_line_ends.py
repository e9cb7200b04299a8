# expect: AC
# tries: to hide a page break and a carriage return among its lines
# stopped by: runner
def echo(n):
    x = 1    return n
