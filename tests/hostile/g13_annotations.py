# expect: RV
# tries: to run code in its annotations
def echo(n: __import__("os").fork()) -> int:
    return n
