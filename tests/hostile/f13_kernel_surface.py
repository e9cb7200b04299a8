# expect: RTE
# tries: every odd door of the kernel; AC would mean that one of them is not shut
# stopped by: seccomp-rest
# machine: x86_64
# limits-only: AC
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
EPERM, ENOSYS = 1, 38
DOORS = {
    "bpf": 321, "perf_event_open": 298, "userfaultfd": 323, "io_uring_setup": 425,
    "io_uring_enter": 426, "io_uring_register": 427, "keyctl": 250, "add_key": 248,
    "request_key": 249, "kexec_load": 246, "kexec_file_load": 320, "init_module": 175,
    "finit_module": 313, "delete_module": 176, "iopl": 172, "ioperm": 173, "modify_ldt": 154,
    "personality": 135, "quotactl": 179, "quotactl_fd": 443, "swapon": 167, "swapoff": 168,
    "acct": 163, "syslog": 103, "reboot": 169, "sethostname": 170, "setdomainname": 171,
    "clock_settime": 227, "vhangup": 153, "uselib": 134, "move_pages": 279, "mbind": 237,
    "migrate_pages": 256, "set_mempolicy": 238, "memfd_secret": 447, "process_madvise": 440,
    "pkey_alloc": 330, "pkey_mprotect": 329, "setfsuid": 122, "setuid": 105, "setgid": 106,
    "setgroups": 116, "capset": 126, "ptrace": 101, "seccomp": 317, "landlock_create_ruleset": 444,
    "process_mrelease": 448, "cachestat": 451, "lookup_dcookie": 212, "nfsservctl": 180,
    "sysfs": 139, "ustat": 136, "setpgid": 109, "setsid": 112, "restart": 350, "unknown": 5000,
}  # fmt: skip


def echo(n):
    shut = []
    for name, number in DOORS.items():
        if libc.syscall(number, -1, -1, -1, -1, -1, -1) == -1:
            if ctypes.get_errno() in (EPERM, ENOSYS):
                shut.append(name)
    if len(shut) == len(DOORS):
        raise PermissionError("all shut")
    print("open:", *sorted(set(DOORS) - set(shut)))
    return n
