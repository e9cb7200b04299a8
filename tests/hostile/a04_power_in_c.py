# expect: TLE|MLE
# tries: to stay in one multiplication of huge integers
def echo(n):
    pow(7, 10**9)
    return n
