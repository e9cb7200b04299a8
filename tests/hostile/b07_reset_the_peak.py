# expect: RV
# tries: to have the kernel forget the peak of its memory
# stopped by: mounts, landlock, seccomp-files
# limits-only: AC
def echo(n):
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    return n
