"""The author's checks of a problem package: verdicts, time margins, mutation testing."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.authoring.build_corpora import build_all as build_all
    from judge.authoring.interview import InterviewCheck as InterviewCheck
    from judge.authoring.margins import LEAST_SLOW as LEAST_SLOW
    from judge.authoring.margins import MOST_ACCEPTED as MOST_ACCEPTED
    from judge.authoring.margins import Margins as Margins
    from judge.authoring.margins import measure_margins as measure_margins
    from judge.authoring.mutation_testing import Fate as Fate
    from judge.authoring.mutation_testing import MutantResult as MutantResult
    from judge.authoring.mutation_testing import MutationReport as MutationReport
    from judge.authoring.mutation_testing import play_mutants as play_mutants
    from judge.authoring.package_archive import add_archive as add_archive
    from judge.authoring.sample_counts import samples_to_write as samples_to_write
    from judge.authoring.skeleton import write_skeleton as write_skeleton
    from judge.authoring.soundness import Soundness as Soundness
    from judge.authoring.verification import CheckOrder as CheckOrder
    from judge.authoring.verification import Verification as Verification
    from judge.authoring.verification import verify as verify
    from judge.authoring.verification import verify_to_failure as verify_to_failure
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "build_corpora": "build_all",
            "interview": "InterviewCheck",
            "margins": "LEAST_SLOW MOST_ACCEPTED Margins measure_margins",
            "mutation_testing": "Fate MutantResult MutationReport play_mutants",
            "package_archive": "add_archive",
            "sample_counts": "samples_to_write",
            "skeleton": "write_skeleton",
            "soundness": "Soundness",
            "verification": "CheckOrder Verification verify verify_to_failure",
        },
    )
