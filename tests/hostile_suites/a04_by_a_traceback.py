# expect: WA|RTE
# tries: to read the implementation's source from a traceback
# stopped by: border
import traceback

from solution import largest


def test_source():
    try:
        largest([])
    except Exception as error:
        text = "".join(traceback.format_exception(error))
        frames = [step.tb_frame.f_code.co_name for step in steps(error)]
        assert "sorted(nums)" in text or "best" in text or "in largest" in text, frames


def steps(error):
    step = error.__traceback__
    while step is not None:
        yield step
        step = step.tb_next
