"""The methods of a path: HEAD wherever GET is answered, OPTIONS, and `Allow` with all of them."""

from collections.abc import Callable, Iterable
from typing import Any

from starlette.responses import Response
from starlette.routing import BaseRoute, Match
from starlette.types import Message, Scope, Send

from judge.service.access.errors import error_response

#: The methods that a route may have. HEAD and OPTIONS are answered here.
OF_ROUTES = ("GET", "POST", "PUT", "PATCH", "DELETE")


class Methods:
    """What may be asked of each path. `routes` returns the routes of the application."""

    def __init__(self, routes: Callable[[], Iterable[BaseRoute]]) -> None:
        self._routes = routes

    def answer(self, scope: Scope) -> Response | None:
        """Return the answer to OPTIONS, to a method that a path lacks, and to a path that is none.

        None where a route has to answer.
        """
        path, method = scope["path"], scope["method"]
        if path == "*":
            return Response(status_code=204)
        methods = self._of(scope, path)
        if not methods:
            return error_response(404, self._lost(scope, path))
        allow = {"Allow": ", ".join(methods)}
        if method == "OPTIONS":
            return Response(status_code=204, headers=allow)
        if method not in methods:
            detail = f"{method[:20]} is no method of this address; these are: {allow['Allow']}"
            return error_response(405, detail, headers=allow)
        return None

    def _of(self, scope: Scope, path: str) -> list[str]:
        """Return the methods of a path; none where nothing is there."""
        found = [method for method in OF_ROUTES if self._is_routed(scope, path, method)]
        head = ["HEAD"] if "GET" in found else []
        return [*found, *head, "OPTIONS"] if found else []

    def _is_routed(self, scope: Scope, path: str, method: str) -> bool:
        # A route is asked, not read: an included router has neither a path nor methods to read.
        asked = {**scope, "path": path, "method": method}
        return any(route.matches(asked)[0] is Match.FULL for route in self._routes())

    def _lost(self, scope: Scope, path: str) -> str:
        if path.endswith("/") and self._of(scope, path.rstrip("/")):
            return "there is nothing here; leave out the slash at the end of the address"
        return "there is nothing here; /openapi.json describes what there is"


def as_get(scope: Scope, send: Send) -> tuple[Scope, Send]:
    """Return a HEAD request as the GET that answers it, and a `send` that leaves out the body.

    A route that would stream finds `judge.head` in the scope.
    """

    async def headers_only(message: Message) -> None:
        await send(message if message["type"] != "http.response.body" else {**message, "body": b""})

    # A copy: the server looks into its own scope for the method that was asked.
    asked: dict[str, Any] = {**scope, "method": "GET", "judge.head": True}
    return asked, headers_only
