# expect: RTE
# tries: to keep memory in files of /dev/shm
# stopped by: mounts, landlock, rlimits
def echo(n):
    with open("/dev/shm/hostile", "wb") as file:
        file.write(bytes(200 << 20))
    return n
