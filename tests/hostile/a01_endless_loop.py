# expect: TLE
# tries: to run for ever in plain bytecode
def echo(n):
    while True:
        pass
