# expect: CE
# tries: to be an entry that never returns an answer
# stopped by: runner
def echo(n):
    yield n
