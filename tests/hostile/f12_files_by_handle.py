# expect: RTE
# tries: to open files past their paths and to watch those of others
# stopped by: seccomp-rest
# machine: x86_64
# limits-only: AC
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def echo(n):
    handle = ctypes.create_string_buffer(b"\x80\0\0\0", 136)
    mount = ctypes.c_int()
    calls = [
        (303, -100, b"/", handle, ctypes.byref(mount), 0),  # name_to_handle_at
        (304, 0, handle, 0),  # open_by_handle_at
        (300, 0, 0),  # fanotify_init
        (301, 0, 1, 1, -100, b"/"),  # fanotify_mark
        (253,),  # inotify_init
        (294, 0),  # inotify_init1
        (437, -100, b"/", handle, 24),  # openat2
    ]
    if not any(libc.syscall(*call) >= 0 for call in calls):
        raise PermissionError("all refused")
    return n
