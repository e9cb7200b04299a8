"""The browser of the person at this machine."""

import os
import sys
import webbrowser
from collections.abc import Mapping

#: Browsers of a terminal: they would take it over, and run no page.
TEXT_BROWSERS = frozenset({"elinks", "links", "lynx", "w3m", "www-browser"})


def open_browser(address: str, environment: Mapping[str, str]) -> bool:
    """Open an address in a browser with windows; False where there is none."""
    if sys.platform != "darwin" and not (
        environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    ):
        return False
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    name = os.path.basename(getattr(browser, "name", ""))  # noqa: PTH119 - a command's name
    return name not in TEXT_BROWSERS and browser.open(address)
