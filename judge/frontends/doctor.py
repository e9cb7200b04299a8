"""`judge doctor`: what this host's isolation gives, and what is lost without each part."""

import os
from typing import Any

from rich.console import Console
from rich.text import Text

from judge import __version__
from judge.frontends.display import safe
from judge.frontends.page import say, say_text
from sandbox import Host, Layer, Tier

TIER_WORDS = {
    Tier.FULL: "full: the submission sees and reaches nothing of this machine",
    Tier.LANDLOCK: "landlock: files and system calls are closed, but processes are not hidden",
    Tier.LIMITS_ONLY: "limits-only: time and memory are bounded; judge only code you trust",
}


def host_json(host: Host, asked: Tier | None = None) -> dict[str, Any]:
    """Return the host's facts as one JSON document; `asked` is the tier that JUDGE_TIER names."""
    return {
        "tier": host.tier.value if host.tier is not None else None,
        "asked_tier": asked.value if asked is not None else None,
        "layers": [_layer_json(layer) for layer in host.layers],
        "judge_version": __version__,
    }


def _layer_json(layer: Layer) -> dict[str, Any]:
    return {
        "name": layer.name,
        "available": layer.available,
        "step": layer.step,
        "errno": layer.errno,
        "lost": layer.lost,
        "mend": layer.mend,
    }


def show_host(console: Console, host: Host, asked: Tier | None = None) -> None:
    """Print the tier, then each part: there or not, what is lost without it, how to mend it.

    `asked` is the tier that JUDGE_TIER names: submissions are judged in that one.
    """
    words = TIER_WORDS[host.tier] if host.tier is not None else "none: nothing can be judged here"
    style = "bold green" if host.tier is Tier.FULL else "bold yellow"
    say(console, f"isolation {words}", style)
    if asked is not None:
        say(console, f"JUDGE_TIER asks for {asked}: {_asked(host, asked)}", "bold")
    wide = max((len(layer.name) for layer in host.layers), default=0)
    for layer in host.layers:
        sign, colour = ("yes", "green") if layer.available else ("no ", "red")
        line = Text(f"  {layer.name:<{wide}}  ")
        line.append(sign, colour)
        if not layer.available:
            line.append(f"  {_why(layer)}")
        say_text(console, line)
        if not layer.available:
            for label, text in (("lost", layer.lost), ("mend", layer.mend)):
                if text:
                    say(console, f"      {label}: {safe(text, 500)}")


def _asked(host: Host, asked: Tier) -> str:
    strength = list(Tier)
    if host.tier is None or strength.index(asked) < strength.index(host.tier):
        return "this host cannot give it, so nothing is judged"
    return "submissions are judged in that tier"


def _why(layer: Layer) -> str:
    if layer.errno is None:
        return f"failed to {safe(layer.step, 200)}" if layer.step else ""
    return f"failed to {safe(layer.step, 200)}: {os.strerror(layer.errno)}"
