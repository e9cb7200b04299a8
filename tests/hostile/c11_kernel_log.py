# expect: RV
# tries: to write to the kernel's log, to other terminals, to the list of logins
# stopped by: mounts, landlock, seccomp-files
# limits-only: AC
def echo(n):
    for path in ("/dev/kmsg", "/dev/console", "/dev/tty0", "/var/run/utmp", "/var/log/wtmp"):
        try:
            open(path, "ab").close()
            return n
        except OSError:
            continue
    raise PermissionError("all refused")
