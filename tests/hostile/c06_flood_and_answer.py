# expect: OLE
# tries: to print too much from a thread while it answers well
# stopped by: output-caps
import os
import threading

started = False


def flood():
    block = b"x" * 65_536
    for _ in range(300):
        os.write(1, block)


def echo(n):
    global started
    if not started:
        started = True
        writer = threading.Thread(target=flood)
        writer.start()
        writer.join()
    return n
