# expect: CE
# tries: to be indented by tabs and spaces at once
# stopped by: runner
def echo(n):
    if n:
	return n
    return n
