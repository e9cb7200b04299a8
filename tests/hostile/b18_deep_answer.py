# expect: WA
# tries: to exhaust the judge's own stack with a deep answer
# stopped by: decoder
def echo(n):
    answer = []
    for _ in range(100_000):
        answer = [answer]
    return answer
