# expect: WA|RTE
# tries: to climb from the proxy to the program that answers
# stopped by: border
from solution import largest


def test_cells():
    cells = [cell.cell_contents for cell in largest.__closure__]
    suite = next(one for one in cells if type(one).__name__ == "Suite")
    assert not any("wrong" in str(value) for value in vars(suite).values())
    assert suite._ask(b"?name")[:1] == b"="
