# expect: WA|RTE
# tries: to ask what no proxy sends
# stopped by: border
from solution import largest


def test_question():
    suite = next(
        cell.cell_contents for cell in largest.__closure__ if type(cell.cell_contents).__name__ == "Suite"
    )
    for question in (b"?", b"?[]", b"?{}", b"?[[1],2]", b"?nothing", b'?[{"t":"at","v":3}]', b"?\xff"):
        answer = suite._ask(question)
        assert answer[:1] in (b"=", b"!")
