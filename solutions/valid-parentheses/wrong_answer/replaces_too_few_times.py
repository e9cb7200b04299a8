"""Wrong: rubs pairs out ten times only: deeper texts are refused."""


def is_valid(s):
    for _ in range(10):
        s = s.replace("()", "").replace("[]", "").replace("{}", "")
    return s == ""
