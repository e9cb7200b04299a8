"""How cost grows with the size of an input: measured, fitted, held against what was declared."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.measurement.after_verdict import explain_slowness as explain_slowness
    from judge.measurement.after_verdict import measure as measure
    from judge.measurement.benchmark import Bench as Bench
    from judge.measurement.benchmark import BenchSteps as BenchSteps
    from judge.measurement.benchmark import Counted as Counted
    from judge.measurement.benchmark import bench as bench
    from judge.measurement.classes import CLASSES as CLASSES
    from judge.measurement.classes import a_power_apart as a_power_apart
    from judge.measurement.classes import coarse as coarse
    from judge.measurement.classes import in_order as in_order
    from judge.measurement.classes import log_of as log_of
    from judge.measurement.curve import Curve as Curve
    from judge.measurement.curve import MeasuredGrowth as MeasuredGrowth
    from judge.measurement.declared_complexity import declared as declared
    from judge.measurement.figures import Measured as Measured
    from judge.measurement.fitting import Fit as Fit
    from judge.measurement.fitting import fit as fit
    from judge.measurement.fitting import upper_half as upper_half
    from judge.measurement.interval import BENCH as BENCH
    from judge.measurement.interval import SUBMIT as SUBMIT
    from judge.measurement.interval import Interval as Interval
    from judge.measurement.interval import Plan as Plan
    from judge.measurement.memory_readings import memory_growth as memory_growth
    from judge.measurement.ratio import RuntimeRatio as RuntimeRatio
    from judge.measurement.ratio import time_submission as time_submission
    from judge.measurement.readings import points_of as points_of
    from judge.measurement.slopes import Point as Point
    from judge.measurement.slopes import Slope as Slope
    from judge.measurement.time_readings import Subject as Subject
    from judge.measurement.time_readings import time_growth as time_growth
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "after_verdict": "explain_slowness measure",
            "benchmark": "Bench BenchSteps Counted bench",
            "classes": "CLASSES a_power_apart coarse in_order log_of",
            "curve": "Curve MeasuredGrowth",
            "declared_complexity": "declared",
            "figures": "Measured",
            "fitting": "Fit fit upper_half",
            "interval": "BENCH Interval Plan SUBMIT",
            "memory_readings": "memory_growth",
            "ratio": "RuntimeRatio time_submission",
            "readings": "points_of",
            "slopes": "Point Slope",
            "time_readings": "Subject time_growth",
        },
    )
