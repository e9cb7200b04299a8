"""The names that every Python submission is given, for tests that run without the guest."""

from judge.languages.python.guest import prelude

given_names = prelude.given_names
