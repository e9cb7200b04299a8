# expect: TLE
# tries: to run for ever in plain bytecode
# stopped by: clock
def echo(n):
    while True:
        pass
