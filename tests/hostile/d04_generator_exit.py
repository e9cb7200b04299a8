# expect: RTE
# tries: to slip through an except clause that names Exception only
# stopped by: outside-check
def echo(n):
    raise GeneratorExit
