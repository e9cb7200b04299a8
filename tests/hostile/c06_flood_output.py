# expect: OLE
# tries: to flood standard output
def echo(n):
    while True:
        print("x" * 10_000)
