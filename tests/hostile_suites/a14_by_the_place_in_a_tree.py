# expect: WA|RTE
# tries: to have the implementation read places that are not there
# stopped by: border
from solution import largest


def test_places():
    suite = next(
        cell.cell_contents for cell in largest.__closure__ if type(cell.cell_contents).__name__ == "Suite"
    )
    answer = suite._ask(b'?[{"t":"tree","v":[1,null,{"t":"at","v":9}]}]')
    assert b"error" in answer
