"""The tokens of strangers' programs, read in the sandbox: their text is hostile to a parser too."""

from typing import Self

from judge.execution import Player
from judge.kinds import kind_of
from judge.languages import python_guest
from judge.settings import Settings
from judge.submission import Submission
from judge.values import Interface, Parameter, json_bytes
from sandbox import Limit, Policy, Tier, strongest

#: What runs inside. Names, numbers and texts are all alike; comments, blank lines and texts that
#: stand alone, which are docstrings, do not count.
PROGRAM = b"""
import io, keyword, tokenize

ALIKE = {tokenize.NUMBER: "0", tokenize.STRING: "text", tokenize.NEWLINE: "line",
         tokenize.INDENT: "in", tokenize.DEDENT: "out"}
LEFT_OUT = {tokenize.COMMENT, tokenize.NL, tokenize.ENDMARKER}

def tokens(source):
    kept = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type in LEFT_OUT:
                continue
            if token.type == tokenize.NEWLINE and kept[-1:] == ["text"] and kept[-2:-1] in (
                    [], ["line"], ["in"], ["out"]):
                kept.pop()
                continue
            if token.type == tokenize.NAME:
                kept.append(token.string if keyword.iskeyword(token.string) else "name")
            else:
                kept.append(ALIKE.get(token.type, token.string))
    except (SyntaxError, tokenize.TokenError):
        pass  # what could be read counts
    return kept
"""
INTERFACE = Interface("function", ("tokens",), (Parameter("source", "str"),), "list[str]")
LIMIT = Limit(5.0, 20.0)


class Tokenizer:
    """Reads tokens in a sandbox of its own. Use as a context manager."""

    def __init__(self, settings: Settings) -> None:
        tiers = (settings.tier,) if settings.tier is not None else tuple(Tier)
        self._sandbox = strongest(Policy(tiers[0]), python_guest(), tiers)
        self._player = Player(
            self._sandbox, kind_of(INTERFACE).header(INTERFACE), Submission(PROGRAM, "tokens.py")
        )

    def tokens(self, source: bytes) -> list[str]:
        """Return the tokens of a program, none where they cannot be read in time and memory."""
        text = source.decode("utf-8-sig", "replace")
        value = self._player.play(json_bytes([text]), LIMIT).value
        if not isinstance(value, list):
            return []
        return [token for token in value if isinstance(token, str)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._player.close()
        self._sandbox.close()
