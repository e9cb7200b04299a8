# expect: RTE
# tries: to wait for somebody to type
# stopped by: runner
def echo(n):
    return int(input("n? "))
