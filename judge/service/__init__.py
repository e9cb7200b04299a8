"""The judge over HTTP: routes, the dispatcher behind them, and the workers."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.service.detached import Ensured as Ensured
    from judge.service.detached import ensure_server as ensure_server
    from judge.service.local_token import private_folder as private_folder
    from judge.service.local_token import token_path as token_path
    from judge.service.report_text import Writing as Writing
    from judge.service.server import serve as serve
    from judge.service.settings import ServiceSettings as ServiceSettings
    from judge.service.settings import store_address as store_address
    from judge.service.worker_host import work as work
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "detached": "Ensured ensure_server",
            "local_token": "private_folder token_path",
            "report_text": "Writing",
            "server": "serve",
            "settings": "ServiceSettings store_address",
            "worker_host": "work",
        },
    )
