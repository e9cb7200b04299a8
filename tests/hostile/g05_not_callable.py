# expect: CE
# tries: to name something that cannot be called
echo = 5
