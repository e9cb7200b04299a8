# expect: AC
# tries: to compute a table while it is loaded, which is allowed and counted
# stopped by: budget
TABLE = {number: number for number in range(-1000, 400_000)}


def echo(n):
    return TABLE[n] if n in TABLE else n
