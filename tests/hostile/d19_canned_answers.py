# expect: WA
# tries: to return answers by the number of the call, as a list of known cases would be
# stopped by: outside-check
calls = 0


def echo(n):
    global calls
    calls += 1
    return [0, 1, 7, 3, 2, 5][calls % 6]
