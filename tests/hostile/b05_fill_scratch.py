# expect: RTE
# tries: to keep memory in files of /tmp
# stopped by: mounts
# limits-only: AC
def echo(n):
    for number in range(100):
        with open(f"/tmp/{number}", "wb") as file:
            file.write(bytes(4 << 20))
    return n
