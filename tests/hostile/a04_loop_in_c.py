# expect: TLE
# tries: to stay in one C call, where no signal handler of Python runs
# stopped by: clock
def echo(n):
    sum(range(10**11))
    return n
