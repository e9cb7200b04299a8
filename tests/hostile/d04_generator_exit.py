# expect: RTE
# tries: to slip through an except clause that names Exception only
# stopped by: outside-check
# unshown: a judge in its process that catches too little ends with it, and passes nobody
def echo(n):
    raise GeneratorExit
