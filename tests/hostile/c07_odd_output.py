# expect: AC
# tries: to disturb whoever shows its output: NULs, escape codes, half characters, one long line
# stopped by: display
import os
import sys


def echo(n):
    if n == 0:
        os.write(1, b"\x00" * 1000 + b"\xff\xfe\xed\xa0\x80\x1b]0;title\x07\x1b[2J\x9b31m\r\x08")
        os.write(2, b"[/bold] [link=x]\xe2\x80\xae" + b"y" * 1_000_000)
        print("\ud800", file=sys.stderr)
    return n
