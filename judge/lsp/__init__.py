"""The language server: what an editor without a plug-in of its own shows of the judge."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.lsp.language_server import serve_editor as serve_editor
else:
    __getattr__ = lazy_face(__name__, {"language_server": "serve_editor"})
