"""Problem packages: load and validate them, build and store their cases."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.problems.author.code import Sized as Sized
    from judge.problems.author.code import Strategies as Strategies
    from judge.problems.author.process import end_author_code as end_author_code
    from judge.problems.author.process import interrupt_author_code as interrupt_author_code
    from judge.problems.author.process import warm_strategies as warm_strategies
    from judge.problems.cached_catalog import CachedCatalog as CachedCatalog
    from judge.problems.case import Answer as Answer
    from judge.problems.case import Case as Case
    from judge.problems.case import Group as Group
    from judge.problems.catalog import Catalog as Catalog
    from judge.problems.catalog import catalog_of as catalog_of
    from judge.problems.catalog import default_catalog as default_catalog
    from judge.problems.catalog import load_problem as load_problem
    from judge.problems.corpus import Corpus as Corpus
    from judge.problems.corpus import corpus_path as corpus_path
    from judge.problems.corpus import load_corpus as load_corpus
    from judge.problems.corpus import save_corpus as save_corpus
    from judge.problems.corpus import shipped_corpus_path as shipped_corpus_path
    from judge.problems.corpus_build import asked_inputs as asked_inputs
    from judge.problems.corpus_build import build_corpus as build_corpus
    from judge.problems.data_files import data_folder as data_folder
    from judge.problems.data_files import data_names as data_names
    from judge.problems.data_files import ready_data as ready_data
    from judge.problems.data_making import make_data as make_data
    from judge.problems.folders import folder_of as folder_of
    from judge.problems.fresh_inputs import FreshInputs as FreshInputs
    from judge.problems.interview import FollowUp as FollowUp
    from judge.problems.interview import Interview as Interview
    from judge.problems.interview import Question as Question
    from judge.problems.manifest import SLUG as SLUG
    from judge.problems.naming import FoundBy as FoundBy
    from judge.problems.naming import FoundProblem as FoundProblem
    from judge.problems.naming import UnknownProblemError as UnknownProblemError
    from judge.problems.naming import commented_problem as commented_problem
    from judge.problems.naming import find_problem as find_problem
    from judge.problems.own_input import checked_input as checked_input
    from judge.problems.own_packages import distrust as distrust
    from judge.problems.own_packages import trust as trust
    from judge.problems.own_packages import trusted_folders as trusted_folders
    from judge.problems.own_strategies import stress_problem as stress_problem
    from judge.problems.package_files import is_left_behind as is_left_behind
    from judge.problems.package_files import read_part as read_part
    from judge.problems.pools import missing_pools as missing_pools
    from judge.problems.pools import pool_of as pool_of
    from judge.problems.problem import Problem as Problem
    from judge.problems.problem import SampleSolution as SampleSolution
    from judge.problems.problem import load_package as load_package
    from judge.problems.toml_schema import manifest_schema as manifest_schema
    from judge.problems.topics import TOPICS as TOPICS
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "author.code": "Sized Strategies",
            "author.process": "end_author_code interrupt_author_code warm_strategies",
            "cached_catalog": "CachedCatalog",
            "case": "Answer Case Group",
            "catalog": "Catalog catalog_of default_catalog load_problem",
            "corpus": "Corpus corpus_path load_corpus save_corpus shipped_corpus_path",
            "corpus_build": "asked_inputs build_corpus",
            "data_files": "data_folder data_names ready_data",
            "data_making": "make_data",
            "folders": "folder_of",
            "fresh_inputs": "FreshInputs",
            "interview": "FollowUp Interview Question",
            "manifest": "SLUG",
            "naming": "FoundBy FoundProblem UnknownProblemError commented_problem find_problem",
            "own_input": "checked_input",
            "own_packages": "distrust trust trusted_folders",
            "own_strategies": "stress_problem",
            "package_files": "is_left_behind read_part",
            "pools": "missing_pools pool_of",
            "problem": "Problem SampleSolution load_package",
            "toml_schema": "manifest_schema",
            "topics": "TOPICS",
        },
    )
