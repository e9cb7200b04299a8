# expect: CE
# tries: to take its parameter by name only
def echo(*, n):
    return n
