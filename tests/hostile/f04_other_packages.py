# expect: CE
# tries: to import what is installed beside the judge, and the judge itself
import judge.problem


def echo(n):
    return judge.problem.load_problem
