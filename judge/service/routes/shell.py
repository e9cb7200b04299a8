"""The shell of the page: one document for all screens, its files, and what it may do.

Neither holds a secret. The document's policy lets it load nothing but files of this server, run no
text as a program, and appear in no frame; its nonce is new in each answer, for the style sheets
that the editor makes.
"""

import hashlib
import secrets
from collections.abc import Mapping
from pathlib import Path

from judge.errors import HostError
from judge.records import dataclass

FOLDER = Path(__file__).parents[1] / "page"
#: Stands in the document where the nonce comes.
NONCE = "{{nonce}}"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
#: Nothing of another origin holds a window of ours, or takes our files in.
APART = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin"}
WORKER_POLICY = "default-src 'none'; connect-src 'self'"


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file of the page as it is sent."""

    body: bytes
    media_type: str
    tag: str


class Shell:
    """The page's document and files, read once. Raises `HostError` where they are not there."""

    def __init__(self, folder: Path = FOLDER) -> None:
        try:
            files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
            self._document = files.pop("index.html").decode()
            self.worker = _file("sw.js", files.pop("sw.js"))
        except (OSError, KeyError) as error:
            raise HostError(
                f"the page in {folder} is not whole ({error}); install it anew"
            ) from None
        self._files = {name: _file(name, body) for name, body in files.items()}

    def document(self) -> tuple[str, Mapping[str, str]]:
        """Return the document with a nonce of its own, and its headers."""
        nonce = secrets.token_urlsafe(18)
        headers = {"Content-Security-Policy": policy(nonce), **APART}
        return self._document.replace(NONCE, nonce), headers

    def file(self, name: str) -> PageFile | None:
        """Return a file by its name, which is looked up and joined to no path."""
        return self._files.get(name)


def policy(nonce: str) -> str:
    """Return the Content-Security-Policy of the document."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            f"style-src 'self' 'nonce-{nonce}'",
            "style-src-attr 'none'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types judge",
        )
    )


def _file(name: str, body: bytes) -> PageFile:
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    return PageFile(body, TYPES.get(Path(name).suffix, "application/octet-stream"), tag)
