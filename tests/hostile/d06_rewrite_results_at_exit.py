# expect: AC
# tries: to rewrite result and timing files when it ends, as was done to another judge
# stopped by: outside-check
import atexit


def rewrite():
    for name in ("display_runtime.txt", "user.out", "result.json", "report.json"):
        try:
            with open(name, "w") as file:
                file.write("0")
        except OSError:
            pass


atexit.register(rewrite)


def echo(n):
    return n
