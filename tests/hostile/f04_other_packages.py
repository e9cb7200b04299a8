# expect: CE
# tries: to import what is installed beside the judge, and the judge itself
# stopped by: mounts, landlock, runner
import judge.problem


def echo(n):
    return judge.problem.load_problem
