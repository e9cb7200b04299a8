"""A judge server, as its clients see it: found, asked over HTTP, submitted to."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.client.asking import Answer as Answer
    from judge.client.asking import NobodyListensError as NobodyListensError
    from judge.client.asking import RefusedError as RefusedError
    from judge.client.asking import ask as ask
    from judge.client.asking import is_loopback as is_loopback
    from judge.client.browser import open_browser as open_browser
    from judge.client.remote import submit as submit
    from judge.client.server_file import RunningServer as RunningServer
    from judge.client.server_file import is_locked as is_locked
    from judge.client.server_file import lock_path as lock_path
    from judge.client.server_file import running_server as running_server
    from judge.client.server_file import server_path as server_path
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "asking": "Answer NobodyListensError RefusedError ask is_loopback",
            "browser": "open_browser",
            "remote": "submit",
            "server_file": "RunningServer is_locked lock_path running_server server_path",
        },
    )
