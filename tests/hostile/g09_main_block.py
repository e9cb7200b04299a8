# expect: AC
# tries: to run its own tests, which end the process
# stopped by: runner
def echo(n):
    return n


if __name__ == "__main__":
    import os

    os._exit(0)
