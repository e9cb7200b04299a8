# expect: AC
# tries: to start with a byte order mark and end its lines as Windows does
def echo(n):
    return n
