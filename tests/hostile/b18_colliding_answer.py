# expect: WA
# tries: to have the judge build a dictionary whose keys collide
# stopped by: decoder
def echo(n):
    prime = (1 << 61) - 1
    return {prime * number: 0 for number in range(1, 3_000)}
