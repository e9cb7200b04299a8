"""Puts the corpora into the wheel, so that a first submission need not wait for them.

They are built by the judge of this very tree, in a temporary folder that is removed afterwards;
of a cache that `JUDGE_BUILT_CORPORA` names, those of these very packages are taken as they are.
A checkout (an editable install) builds its corpora on first use instead.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CorporaBuildHook(BuildHookInterface[Any]):
    """Builds every corpus and adds it to the wheel under judge/_packages/corpora."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the corpora; whatever goes wrong there ends the build."""
        if version == "editable":
            return
        self._corpora = Path(tempfile.mkdtemp(prefix="judge-corpora-"))
        self._build()
        build_data["force_include"][str(self._corpora)] = "judge/_packages/corpora"

    def finalize(
        self,
        version: str,
        build_data: dict[str, Any],  # noqa: ARG002  hatchling passes it by name
        artifact_path: str,  # noqa: ARG002  likewise
    ) -> None:
        """Remove the temporary folder once the wheel holds what was in it."""
        if version != "editable":
            shutil.rmtree(self._corpora)

    def _build(self) -> None:
        sys.path.insert(0, self.root)
        try:
            from judge.authoring import build_all  # noqa: PLC0415  the tree is on the path only now

            kept = os.environ.get("JUDGE_BUILT_CORPORA")
            build_all(self._corpora, **({"kept": Path(kept)} if kept else {}))
            if not any(path.is_file() for path in self._corpora.rglob("*")):
                raise RuntimeError("judge.authoring.build_all() wrote no corpus into the wheel")
        except BaseException:
            shutil.rmtree(self._corpora)
            raise
        finally:
            sys.path.remove(self.root)
