# expect: RTE
# tries: to make timers, event counters, epolls, watches and keys; AC would mean that one worked
# stopped by: seccomp-rest
# machine: x86_64
# limits-only: AC
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def echo(n):
    buffer = ctypes.create_string_buffer(64)
    numbers = [
        (222, 0, None, buffer),  # timer_create
        (283, 0, 0),  # timerfd_create
        (284, 0),  # eventfd
        (290, 0, 0),  # eventfd2
        (213, 1),  # epoll_create
        (291, 0),  # epoll_create1
        (253,),  # inotify_init
        (294, 0),  # inotify_init1
        (282, -1, buffer, 8),  # signalfd
        (248, b"user", b"hostile", b"x", 1, -3),  # add_key
        (206, 8, buffer),  # io_setup
        (188, b"/tmp", b"user.x", b"x", 1, 0),  # setxattr
    ]
    if not any(libc.syscall(*call) >= 0 for call in numbers):
        raise PermissionError("all refused")
    return n
