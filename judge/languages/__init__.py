"""Languages of submissions: each is one record, and a guest that runs its programs."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.languages.language import Language as Language
    from judge.languages.python.guest_package import PYTHON_GUEST as PYTHON_GUEST
    from judge.languages.python.guest_package import python_guest as python_guest
    from judge.languages.python.mutants import Mutant as Mutant
    from judge.languages.python.mutants import mutant_keys as mutant_keys
    from judge.languages.python.mutants import mutants as mutants
    from judge.languages.python.mutants import sample as sample
    from judge.languages.python.prelude import given_names as given_names
    from judge.languages.python.tests_guest import PYTHON_TESTS as PYTHON_TESTS
    from judge.languages.table import LANGUAGES as LANGUAGES
    from judge.languages.table import language_of as language_of
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "language": "Language",
            "python.guest_package": "PYTHON_GUEST python_guest",
            "python.mutants": "Mutant mutant_keys mutants sample",
            "python.prelude": "given_names",
            "python.tests_guest": "PYTHON_TESTS",
            "table": "LANGUAGES language_of",
        },
    )
