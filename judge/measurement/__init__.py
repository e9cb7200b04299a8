"""How cost grows with the size of an input: measured, fitted, held against what was declared."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.measurement.benchmark import Bench as Bench
    from judge.measurement.benchmark import BenchSteps as BenchSteps
    from judge.measurement.benchmark import bench as bench
    from judge.measurement.classes import coarse as coarse
    from judge.measurement.classes import log_of as log_of
    from judge.measurement.core_lock import take_slot as take_slot
    from judge.measurement.curve import Curve as Curve
    from judge.measurement.curve import glance_at_time as glance_at_time
    from judge.measurement.curve import time_curve as time_curve
    from judge.measurement.failure import Caught as Caught
    from judge.measurement.fitting import Fit as Fit
    from judge.measurement.fitting import fit as fit
    from judge.measurement.fitting import upper_half as upper_half
    from judge.measurement.interval import BENCH as BENCH
    from judge.measurement.interval import SUBMIT as SUBMIT
    from judge.measurement.interval import Interval as Interval
    from judge.measurement.interval import Plan as Plan
    from judge.measurement.memory_readings import memory_growth as memory_growth
    from judge.measurement.ranking import Rank as Rank
    from judge.measurement.ranking import kept_size as kept_size
    from judge.measurement.ranking import rank_of as rank_of
    from judge.measurement.ranking import ready_rungs as ready_rungs
    from judge.measurement.ratio import RuntimeRatio as RuntimeRatio
    from judge.measurement.ratio import time_submission as time_submission
    from judge.measurement.readings import points_of as points_of
    from judge.measurement.reference_memory import reference_peak as reference_peak
    from judge.measurement.slopes import Slope as Slope
    from judge.measurement.time_readings import Contest as Contest
    from judge.measurement.time_readings import time_growth as time_growth
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "benchmark": "Bench BenchSteps bench",
            "classes": "coarse log_of",
            "core_lock": "take_slot",
            "curve": "Curve glance_at_time time_curve",
            "failure": "Caught",
            "fitting": "Fit fit upper_half",
            "interval": "BENCH Interval Plan SUBMIT",
            "memory_readings": "memory_growth",
            "ranking": "Rank kept_size rank_of ready_rungs",
            "ratio": "RuntimeRatio time_submission",
            "readings": "points_of",
            "reference_memory": "reference_peak",
            "slopes": "Slope",
            "time_readings": "Contest time_growth",
        },
    )
