# expect: RTE
# tries: to pass the filter by the 32-bit gate, whose numbers mean other calls
# stopped by: seccomp-gates
# machine: x86_64
# limits-only: AC
import ctypes
import mmap

# mov eax, 20 (getpid of i386); int 0x80; ret
CODE = b"\xb8\x14\x00\x00\x00\xcd\x80\xc3"


def echo(n):
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
    page = mmap.mmap(-1, 4096, flags=flags, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(CODE)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    if ctypes.CFUNCTYPE(ctypes.c_int)(address)() > 0:
        return n
    raise OSError("refused")
