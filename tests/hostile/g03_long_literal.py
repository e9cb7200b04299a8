# expect: CE
# tries: to have the compiler turn two hundred thousand digits into an integer
# stopped by: runner
# append: ["x = ", "7", 200000]
def echo(n):
    return n
