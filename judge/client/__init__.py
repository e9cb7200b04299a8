"""A judge server, as its clients see it: submit over HTTP and wait for the report."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.client.remote import is_loopback as is_loopback
    from judge.client.remote import submit as submit
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "remote": "is_loopback submit",
        },
    )
