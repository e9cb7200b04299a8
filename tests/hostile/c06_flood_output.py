# expect: OLE
# tries: to flood standard output
# stopped by: output-caps
def echo(n):
    while True:
        print("x" * 10_000)
