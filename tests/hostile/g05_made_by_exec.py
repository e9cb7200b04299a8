# expect: AC
# tries: to make its entry while it runs
# stopped by: runner
exec("def echo(n):\n    return n")
