# expect: RTE
# tries: to nest folders until nobody can remove them
# stopped by: mounts
# unshown: the path is too long before the folders are too many
import os


def echo(n):
    path = "/tmp"
    while True:
        path += "/" + "d" * 200
        os.mkdir(path)
