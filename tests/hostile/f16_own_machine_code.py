# expect: RTE
# machine: x86_64
# tries: to run machine code of its own, which is no way past the filter either
# stopped by: seccomp-rest
# limits-only: AC
import ctypes
import mmap

# mov eax, 57 (fork); syscall is a violation, so ask for something else: mov eax, 321 (bpf)
CODE = b"\xb8\x41\x01\x00\x00\x0f\x05\xc3"


def echo(n):
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
    page = mmap.mmap(-1, 4096, flags=flags, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(CODE)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    result = ctypes.CFUNCTYPE(ctypes.c_long)(address)()
    if result in (-1, -38):
        raise PermissionError("refused")
    return n
