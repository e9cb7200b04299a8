# expect: RV
# tries: to ask another machine
# stopped by: walls
import socket

from solution import largest


def test_it():
    largest([1])
    socket.create_connection(("127.0.0.1", 80))
