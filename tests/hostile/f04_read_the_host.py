# expect: RTE
# tries: to read passwords, keys and other people's solutions; AC would mean that one was read
# stopped by: mounts, landlock
# limits-only: AC
import os


def echo(n):
    paths = ["/etc/passwd", "/etc/shadow", "/etc/hostname", "/root/.ssh/id_rsa", "/var/log/wtmp"]
    paths += [f"{os.getcwd()}/problems/lca/problem.toml", os.path.expanduser("~/.bashrc")]
    for path in paths:
        try:
            open(path, "rb").close()
            return n
        except OSError:
            continue
    raise PermissionError("all refused")
