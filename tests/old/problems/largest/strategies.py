
from hypothesis import strategies as st

def edges():
    return [{"nums": [0]}, {"nums": [-1, -2]}]

def generated():
    return st.fixed_dictionaries({"nums": st.lists(st.integers(-99, 99), min_size=1, max_size=20)})

def scales():
    yield 2000, {"nums": list(range(2000))}

def validate(arguments):
    nums = arguments["nums"]
    if not isinstance(nums, list) or not nums:
        return "nums is no list of integers"
    fine = all(type(n) is int and -99 <= n <= 20000 for n in nums)
    return None if fine else "nums holds no such numbers"
