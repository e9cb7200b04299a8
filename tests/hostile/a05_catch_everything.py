# expect: TLE
# tries: to swallow whatever is raised to stop it
# stopped by: clock
def echo(n):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
