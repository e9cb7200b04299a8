"""The page's document at the addresses of its screens, and its files. None holds a secret."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from judge.service.access.page_paths import SHELL, STATIC, WITH_BELOW, WORKER
from judge.service.routes.shell import APART, TYPES, WORKER_POLICY, PageFile, Shell


class PageRoutes:
    """Sends the page to whoever asks; what it shows is asked for under /v1."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def router(self) -> APIRouter:
        """Return the routes, which are for browsers and not described."""
        router = APIRouter(include_in_schema=False)
        for path in (*SHELL, *(f"{path}/{{below:path}}" for path in WITH_BELOW)):
            router.add_api_route(path, self.document, methods=["GET"])
        router.add_api_route(WORKER, self.worker, methods=["GET"])
        router.add_api_route(f"{STATIC}{{name}}", self.file, methods=["GET"])
        return router

    async def document(self) -> Response:
        """Send the document."""
        text, headers = self._shell.document()
        return Response(text, headers=dict(headers), media_type=TYPES[".html"])

    async def worker(self) -> Response:
        """Send the service worker, which asks for the page's files and nothing else."""
        return _sent(self._shell.worker, {"Content-Security-Policy": WORKER_POLICY})

    async def file(self, request: Request, name: str) -> Response:
        """Send a file, or 304 to a browser that has it."""
        found = self._shell.file(name)
        if found is None:
            raise HTTPException(404, "the page has no such file")
        headers = {"ETag": found.tag, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == found.tag:
            return Response(status_code=304, headers={**headers, **APART})
        return _sent(found, headers)


def _sent(file: PageFile, headers: dict[str, str]) -> Response:
    return Response(file.body, headers={**headers, **APART}, media_type=file.media_type)
