# expect: WA
# tries: to have the judge turn an integer of millions of digits into text
# stopped by: decoder
def echo(n):
    return 1 << 10_000_000
