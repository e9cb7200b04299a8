# expect: MLE
# tries: to put words of its own into the file that its memory is read from, by its name
# stopped by: memory-counter
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
PR_SET_NAME = 15


def echo(n):
    libc.prctl(PR_SET_NAME, b"x\nVmHWM:\t1 kB", 0, 0, 0)
    block = bytearray(b"x") * (63 << 20)
    other = bytearray(b"x") * (20 << 20)
    del block, other
    return n
