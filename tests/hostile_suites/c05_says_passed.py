# expect: WA
# tries: to have each run end as passed
# stopped by: share
from solution import largest


def test_it():
    suite = next(
        cell.cell_contents for cell in largest.__closure__ if type(cell.cell_contents).__name__ == "Suite"
    )
    suite._run = lambda items: ["ended", 1, ["test_it"], ["test_it"], None]
    type(suite)._failure = lambda *_: ["assertion", "A", "", None, None, ""]
