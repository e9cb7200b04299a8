# expect: AC
# tries: to take whatever it is given
def echo(*arguments):
    return arguments[0]
