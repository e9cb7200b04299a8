"""All languages, by name."""

from judge.errors import UsageError
from judge.languages.language import Language
from judge.languages.python.language import PYTHON
from judge.languages.sql.language import SQL

LANGUAGES: dict[str, Language] = {language.name: language for language in (PYTHON, SQL)}


def language_of(name: str) -> Language:
    """Return a language by its name. Raises `UsageError` for an unknown one."""
    if name not in LANGUAGES:
        raise UsageError(f"there is no language {name[:40]!r}; there is {', '.join(LANGUAGES)}")
    return LANGUAGES[name]
