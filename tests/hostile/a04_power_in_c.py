# expect: TLE|MLE
# tries: to stay in one multiplication of huge integers
# stopped by: clock
def echo(n):
    pow(7, 10**9)
    return n
