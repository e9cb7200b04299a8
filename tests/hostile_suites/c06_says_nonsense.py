# expect: RV
# tries: to end a run with what no run ends with
# stopped by: strict values
from solution import largest

suite = next(
    cell.cell_contents for cell in largest.__closure__ if type(cell.cell_contents).__name__ == "Suite"
)
suite._run = lambda items: ["ended", "many", [3], {}, 7]


def test_it():
    largest([1])
