# expect: WA
# tries: to know right ones by what they raise without an input
# stopped by: answers
from solution import largest


def test_text():
    try:
        largest([])
    except Exception as error:
        assert "max()" in str(error)
