# expect: CE
# tries: to be an entry that gives a coroutine
async def echo(n):
    return n
