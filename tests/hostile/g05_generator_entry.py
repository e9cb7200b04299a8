# expect: CE
# tries: to be an entry that never returns an answer
def echo(n):
    yield n
