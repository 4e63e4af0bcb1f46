"""Icons: one style, sharp at 16 pixels, in the colour of the text around them."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from timeline_app.paths import resource

ICONS = sorted(resource("icons").glob("*.svg"))
LINE_ICONS = [path for path in ICONS if path.stem != "timeline-app"]


def _name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", LINE_ICONS, ids=_name)
def test_a_line_icon_is_drawn_on_the_grid_in_the_current_colour(path: Path) -> None:
    root = ET.parse(path).getroot()
    assert root.get("viewBox") == "0 0 16 16"
    assert (root.get("fill"), root.get("stroke"), root.get("stroke-width")) == ("none", "currentColor", "1.2")
    assert not re.search("#[0-9a-fA-F]{3}", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", ICONS, ids=_name)
@pytest.mark.parametrize("size", [16, 24, 48])
def test_an_icon_can_be_seen_and_is_not_cut_off(path: Path, size: int) -> None:
    renderer = QSvgRenderer(path.read_bytes())
    assert renderer.isValid()
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    opaque = [(x, y) for x in range(size) for y in range(size) if image.pixelColor(x, y).alpha() > 128]
    assert opaque
    edge = size - 1
    assert not [(x, y) for x, y in opaque if {x, y} & {0, edge}]
