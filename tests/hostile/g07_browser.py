# expect: AC|RV
# tries: to open a browser by importing a joke
import antigravity


def echo(n):
    return n
