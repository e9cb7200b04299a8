# expect: RTE
# tries: to nest folders so deep that no path leads to them
# stopped by: mounts
import os


def echo(n):
    place = os.open("/tmp", os.O_RDONLY)
    for _ in range(300):
        os.mkdir("d" * 200, dir_fd=place)
        below = os.open("d" * 200, os.O_RDONLY, dir_fd=place)
        os.close(place)
        place = below
    return n
