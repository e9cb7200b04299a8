"""Origins: which web pages a request may come from, as its browser says.

Any page of the web can make a browser send requests here. Two headers that no page can set tell
where one comes from: Origin, and Sec-Fetch-Site with its companions.
"""

from collections.abc import Set as AbstractSet

from starlette.datastructures import Headers

from judge.service.access.page_paths import is_login, is_shell

#: What a browser calls itself a part of another page for.
FRAMES = frozenset({"iframe", "frame", "embed", "object", "fencedframe"})
OURS = frozenset({"same-origin", "none"})


def is_of_another_origin(
    method: str, path: str, headers: Headers, origins: AbstractSet[str]
) -> bool:
    """Whether a request comes from a page that is not of `origins`, this server's own.

    A link to the page may be followed from anywhere; it is not shown in another page's frame. A
    login must say that it comes from the page.
    """
    named = frozenset(headers.getlist("origin"))
    sites = frozenset(headers.getlist("sec-fetch-site"))
    if not named <= origins or (is_login(method, path) and not named):
        return True
    if not is_shell(method, path):
        return not sites <= OURS
    destinations = frozenset(headers.getlist("sec-fetch-dest"))
    if destinations & FRAMES:
        return True
    followed = destinations == {"document"} and {*headers.getlist("sec-fetch-mode")} <= {"navigate"}
    return not (sites <= OURS or followed)
