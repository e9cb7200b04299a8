# expect: RTE
# tries: to slip through an except clause that names Exception only
def echo(n):
    raise GeneratorExit
