"""`judge doctor`: what this host's isolation gives, what is lost without it, what is set."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.text import Text

from judge import __version__
from judge.cli.render.console import say, say_text
from judge.settings import GivenSetting
from judge.values import escape
from sandbox import Host, Layer, Tier

TIER_WORDS = {
    Tier.FULL: "full: files, processes and the network of this machine are closed to submissions; "
    "the kernel and its page cache are shared",
    Tier.LANDLOCK: "landlock: files and system calls are closed, but processes are not hidden",
    Tier.LIMITS_ONLY: "limits-only: time and memory are bounded; judge only code you trust",
}

_SIGNS = {True: ("yes", "green"), False: ("no", "red"), None: ("?", "bold")}
#: Advice may name six system calls and a long path.
_LONGEST = 1000


def host_json(
    host: Host, asked: Tier | None = None, given: Sequence[GivenSetting] = ()
) -> dict[str, Any]:
    """Return the host's facts as one JSON document, with the settings that it is given.

    `asked` is the tier that JUDGE_TIER names.
    """
    return {
        "tier": host.tier.value if host.tier is not None else None,
        "asked_tier": asked.value if asked is not None else None,
        "layers": [_layer_json(layer) for layer in host.layers],
        "facts": [asdict(fact) for fact in host.facts],
        "settings": [_setting_json(one) for one in given],
        "judge_version": __version__,
    }


def _layer_json(layer: Layer) -> dict[str, Any]:
    return {
        "name": layer.name,
        "available": layer.available,
        "step": layer.step,
        "detail": layer.detail,
        "errno": layer.errno,
        "lost": layer.lost,
        "mend": layer.mend,
    }


def _setting_json(given: GivenSetting) -> dict[str, Any]:
    return {
        "variable": given.setting.env,
        "value": given.text,
        "secret": given.setting.secret,
        "fault": given.fault,
        "default": given.setting.default_words,
        "help": given.setting.help,
    }


def show_settings(console: Console, given: Sequence[GivenSetting]) -> None:
    """Print the settings that this host is given; nothing where all have their defaults."""
    if not given:
        return
    say(console, "settings of this environment", "bold")
    wide = max(len(one.setting.env) for one in given)
    for one in given:
        value = "set, and not shown" if one.text is None else escape(one.text, 200)
        end = f"default: {one.setting.default_words}"
        if one.fault is not None:
            end = f"refused: {escape(one.fault, _LONGEST)}"
        say(console, f"  {one.setting.env:<{wide}}  {value}  ({end})")


def show_host(console: Console, host: Host, asked: Tier | None = None) -> None:
    """Print the tier, then each part: there or not, what is lost without it, how to mend it.

    `asked` is the tier that JUDGE_TIER names: submissions are judged in that one.
    """
    words = TIER_WORDS[host.tier] if host.tier is not None else "none: nothing can be judged here"
    style = "bold green" if host.tier is Tier.FULL else "bold"
    say(console, f"isolation {words}", style)
    if asked is not None:
        say(console, f"JUDGE_TIER asks for {asked}: {_asked(host, asked)}", "bold")
    names = [layer.name for layer in host.layers] + [fact.name for fact in host.facts]
    wide = max(map(len, names), default=0)
    missing = [layer for layer in host.layers if not layer.available]
    shared = _shared(missing)
    for layer in host.layers:
        _show_layer(console, layer, wide, shared)
    for text, whose in shared.items():
        say(console, f"  {', '.join(whose)}: {escape(text, _LONGEST)}")
    for fact in host.facts:
        value = "none" if fact.value is None else escape(str(fact.value), 200)
        note = f"  {escape(fact.note, _LONGEST)}" if fact.note else ""
        say(console, f"  {fact.name:<{wide}}  {value}{note}")


def _shared(missing: list[Layer]) -> dict[str, list[str]]:
    """Return what several parts lack for one reason or mend in one way, and which they are."""
    whose: dict[str, list[str]] = {}
    for text_of in (_why, lambda layer: layer.mend):
        for layer in missing:
            whose.setdefault(text_of(layer), []).append(layer.name)
    return {text: names for text, names in whose.items() if text and len(names) > 1}


def _show_layer(console: Console, layer: Layer, wide: int, shared: dict[str, list[str]]) -> None:
    """Print one part; what is shared is left to be said once for all."""
    line = Text(f"  {layer.name:<{wide}}  ")
    line.append(*_SIGNS[layer.available])
    if layer.available:
        say_text(console, line)
        return
    why = _why(layer)
    if why not in shared:
        line.append(f"   {why}")
    say_text(console, line)
    for label, text in (("lost", layer.lost), ("mend", layer.mend)):
        if text and text not in shared:
            say(console, f"      {label}: {escape(text, _LONGEST)}")


def _asked(host: Host, asked: Tier) -> str:
    strength = list(Tier)
    if host.tier is None or strength.index(asked) < strength.index(host.tier):
        return "this host cannot give it, so nothing is judged"
    return "submissions are judged in that tier"


def _why(layer: Layer) -> str:
    if not layer.step:
        return ""
    number = f" (errno {layer.errno})" if layer.errno is not None else ""
    detail = f": {escape(layer.detail, 200)}" if layer.detail else ""
    reached = "not reached: " if layer.available is None else ""
    return f"{reached}failed to {escape(layer.step, 200)}{detail}{number}"
