"""Charts as a PNG picture, drawn from their SVG by resvg, which the extra `plot` brings."""

import resvg_py

#: Dots for each unit of the SVG, for sharp text on today's screens.
ZOOM = 2.0


def png_of(svg: str) -> bytes:
    """Return an SVG document as a PNG picture, in the colours of a light ground."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=ZOOM))
