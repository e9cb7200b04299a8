# expect: AC
# tries: to take whatever it is given
# stopped by: runner
def echo(*arguments):
    return arguments[0]
