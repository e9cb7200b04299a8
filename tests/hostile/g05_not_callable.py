# expect: CE
# tries: to name something that cannot be called
# stopped by: runner
echo = 5
