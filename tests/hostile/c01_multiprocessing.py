# expect: RV
# tries: to start a worker process through multiprocessing
# stopped by: seccomp-processes
# limits-only: AC
import multiprocessing


def work():
    pass


def echo(n):
    multiprocessing.get_context("fork").Process(target=work).start()
    return n
