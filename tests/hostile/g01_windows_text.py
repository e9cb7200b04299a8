# expect: AC
# tries: to start with a byte order mark and end its lines as Windows does
# stopped by: runner
def echo(n):
    return n
