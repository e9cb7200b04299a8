# expect: RTE
# tries: to wait for somebody to type
def echo(n):
    return int(input("n? "))
