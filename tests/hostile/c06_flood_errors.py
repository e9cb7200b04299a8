# expect: OLE
# tries: to flood standard error without ever ending a line
# stopped by: output-caps
import os


def echo(n):
    block = b"x" * 65_536
    while True:
        os.write(2, block)
