# expect: CE
# tries: to be an entry that gives a coroutine
# stopped by: runner
async def echo(n):
    return n
