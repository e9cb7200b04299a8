# expect: AC
# tries: to make its entry while it runs
exec("def echo(n):\n    return n")
