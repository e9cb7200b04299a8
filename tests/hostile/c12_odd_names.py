# expect: AC
# tries: to leave names behind that break a careless clean-up
# stopped by: single-use
# landlock: RTE (nothing at all can be written there)
import os


def echo(n):
    for name in ("-rf", "line\nbreak", "\udcff", "x" * 255, " ", "$(reboot)"):
        folder = os.path.join("/tmp", name)
        if not os.path.isdir(folder):
            os.mkdir(folder, 0)
    return n
