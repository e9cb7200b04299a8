"""The judge over HTTP: routes, the dispatcher behind them, and the workers."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.service.presentation.report_text import Writing as Writing
    from judge.service.process.detached import Ensured as Ensured
    from judge.service.process.detached import ensure_server as ensure_server
    from judge.service.process.local_token import private_folder as private_folder
    from judge.service.process.local_token import token_path as token_path
    from judge.service.process.server import serve as serve
    from judge.service.process.worker_host import work as work
    from judge.service.settings import ServiceSettings as ServiceSettings
    from judge.service.settings import store_address as store_address
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "process.detached": "Ensured ensure_server",
            "process.local_token": "private_folder token_path",
            "presentation.report_text": "Writing",
            "process.server": "serve",
            "settings": "ServiceSettings store_address",
            "process.worker_host": "work",
        },
    )
