# expect: RTE
# tries: to nest folders until nobody can remove them
import os


def echo(n):
    path = "/tmp"
    while True:
        path += "/" + "d" * 200
        os.mkdir(path)
