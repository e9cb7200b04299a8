# expect: AC
# tries: to leave a file for the next submission; it fails where it finds one already
# stopped by: single-use
# landlock: CE (nothing at all can be written there)
# limits-only: AC|RTE
import os

MARK = "/tmp/left by a submission"
found = os.path.exists(MARK)
with open(MARK, "w") as file:
    file.write("found")


def echo(n):
    if found:
        raise FileExistsError(MARK)
    return n
