# expect: RTE
# tries: to find the expected answer in the frames above and in all objects
# stopped by: outside-check
import gc
import sys

NAMES = {"expected", "expected_json", "answer_key", "reference", "seed"}


def big(value):
    return type(value) is int and value.bit_length() > 100 and value.bit_length() < 130


def echo(n):
    frame = sys._getframe().f_back
    while frame is not None:
        for name, value in frame.f_locals.items():
            if name in NAMES or big(value):
                return value
        frame = frame.f_back
    for thing in gc.get_objects():
        if type(thing) is dict:
            for name, value in list(thing.items()):
                if name in NAMES and type(value) in (int, bytes, list):
                    return value
    raise LookupError("no expected answer in reach")
