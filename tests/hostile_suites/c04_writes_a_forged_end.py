# expect: WA|RTE|RV
# tries: to send the end of a run with the nonce of the request
# stopped by: right ones
import gc
import os
import struct

from solution import largest


def test_it():
    largest([1])
    channel = next(one for one in gc.get_objects() if type(one).__name__ == "Channel")
    end = b'{"ok":["ended",1,["test_it"],[],["test_it","test_it","assertion","A","no",null,null,""]]}'
    os.write(4, struct.pack(">I16sB", len(end), channel.nonce, 3) + end)
    while True:
        pass
