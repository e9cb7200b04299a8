# expect: MLE
# tries: to take 80 GB in one piece
def echo(n):
    [0] * 10**10
    return n
