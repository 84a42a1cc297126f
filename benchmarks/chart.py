"""The figures as a picture: right answers against the time of a question, one panel for each set.

Plain SVG, written by hand: the picture needs no library to draw and none to look at, and its words can be
read by a screen reader. Colours go with a light and a dark page.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from benchmarks.matching import duration
from benchmarks.peers import KINDS
from benchmarks.results import Store

FILE = Path(__file__).parents[1] / "docs" / "benchmark.svg"
TITLES = {
    "clinc150": "CLINC150: 150 intents",
    "banking77": "BANKING77: a bank's help line",
    "built-in": "This knowledge base",
}
SHORT_NAMES = {
    "wratio": "WRatio",
    "token-set": "token_set_ratio",
    "bm25": "BM25",
    "tf-idf": "TF-IDF",
    "svm": "linear SVM",
    "minilm-nearest": "MiniLM nearest",
    "minilm-mean": "MiniLM mean",
    "ours": "Spine FAQ",
}
_WIDTH, _HEIGHT, _MARGIN_LEFT, _MARGIN_TOP, _GAP = 310, 320, 50, 74, 64
_BELOW = 50
_LETTER, _BOLD_LETTER = 6.6, 7.8  # width of a letter at 12 points, on average and a little more
_FAR_AWAY = 4.0  # square points of another name or line that a point farther away is worth
_FASTEST, _SLOWEST = 100.0, 100_000.0  # microseconds; the axis is logarithmic
_INK, _FAINT, _OURS, _THEIRS = "#666", "#8884", "#0a7d5a", "#7a7a8c"


class Point(NamedTuple):
    """A matcher on the chart: shares from 0 to 1 without and with typos, microseconds a question."""

    name: str
    right: float
    misspelt: float
    microseconds: float
    is_ours: bool = False


class Box(NamedTuple):
    """Room on the page; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: Box) -> float:
        """Return the area that two boxes share."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, width) * max(0.0, height)


def run(store: Store, file: Path = FILE) -> None:
    """Draw what the store holds."""
    panels = [(TITLES[data], points) for data in TITLES if (points := stored_points(store, data))]
    if panels:
        file.write_text(draw(panels, store.machine, store.last_day), encoding="utf-8")
        print(f"\ndrawn: {file.name}")


def stored_points(store: Store, data: str) -> list[Point]:
    """Return the points of one set, in the order of the table."""
    figures = store.rows(data)
    return [
        Point(name, found.right, found.misspelt, found.median_microseconds, KINDS[peer].is_ours)
        for peer, name in SHORT_NAMES.items()
        if (found := figures.get(peer)) is not None
    ]


def draw(panels: Sequence[tuple[str, Sequence[Point]]], machine: str, day: str) -> str:
    """Return an SVG document with the panels side by side."""
    width = _MARGIN_LEFT + len(panels) * (_WIDTH + _GAP)
    height = _MARGIN_TOP + _HEIGHT + _BELOW
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'font-family="system-ui, sans-serif" font-size="12" fill="{_INK}">',
        "<title>Right answers against the time of a question</title>",
        f"<desc>{escape(_in_words(panels))}</desc>",
        _text(_MARGIN_LEFT, 22, "Right answers (%) against the time of one question", size=16, weight="600"),
        _text(
            _MARGIN_LEFT,
            40,
            "Dot: as asked. End of the line: the same questions with two typos each. Up and left is better.",
        ),
    ]
    for number, (title, points) in enumerate(panels):
        parts += _panel(_MARGIN_LEFT + number * (_WIDTH + _GAP), title, points)
    parts.append(_text(_MARGIN_LEFT, height - 10, f"{day}, {machine}; python -m benchmarks", size=11))
    parts.append("</svg>")
    return "\n".join(parts) + "\n"


def _in_words(panels: Iterable[tuple[str, Sequence[Point]]]) -> str:
    return " ".join(
        f"{title}: "
        + ", ".join(
            f"{p.name} {p.right:.1%}, with typos {p.misspelt:.1%}, {duration(p.microseconds)}" for p in points
        )
        + "."
        for title, points in panels
    )


def _panel(left: float, title: str, points: Sequence[Point]) -> list[str]:
    bottom = _MARGIN_TOP + _HEIGHT
    lowest = math.floor(min(min(p.right, p.misspelt) for p in points) * 10) / 10
    parts = [_text(left, _MARGIN_TOP - 12, title, weight="600")]
    for step in range(round((1 - lowest) * 10) + 1):
        share = lowest + step / 10
        y = _y(share, lowest)
        parts.append(_line(left, y, left + _WIDTH, y, _FAINT))
        parts.append(_text(left - 6, y + 4, f"{share * 100:.0f}", anchor="end"))
    for power in range(round(math.log10(_FASTEST)), round(math.log10(_SLOWEST)) + 1):
        x = _x(10.0**power, left)
        parts.append(_line(x, _MARGIN_TOP, x, bottom, _FAINT))
        parts.append(_text(x, bottom + 16, duration(10.0**power), anchor="middle"))
    marks = [_mark(left, lowest, point) for point in points]
    for point in points:
        parts += _stroke(left, lowest, point)
    for point in sorted(points, key=lambda p: (not p.is_ours, -p.right)):
        name, box = _name(left, lowest, point, marks)
        marks.append(box)
        parts.append(name)
    return parts


def _stroke(left: float, lowest: float, point: Point) -> list[str]:
    """Return the dot of a point and the line down to where typos bring it."""
    colour = _OURS if point.is_ours else _THEIRS
    x, y, below = _x(point.microseconds, left), _y(point.right, lowest), _y(point.misspelt, lowest)
    return [
        _line(x, y, x, below, colour),
        _line(x - 3, below, x + 3, below, colour),
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{5 if point.is_ours else 4}" fill="{colour}"/>',
    ]


def _mark(left: float, lowest: float, point: Point) -> Box:
    """Return the room that a point's dot and line take."""
    x = _x(point.microseconds, left)
    return Box(x - 5, _y(point.right, lowest) - 5, x + 5, _y(point.misspelt, lowest) + 2)


def _name(left: float, lowest: float, point: Point, taken: Sequence[Box]) -> tuple[str, Box]:
    """Return a point's name where it hides the least, the nearest such place, and the room that it takes."""
    text = f"{point.name} {point.right * 100:.1f}"
    width = len(text) * (_BOLD_LETTER if point.is_ours else _LETTER)
    x, y = _x(point.microseconds, left), _y(point.right, lowest)
    places = [
        Box(start, middle - 7, start + width, middle + 6)
        for away in range(0, 60, 6)
        for middle in (y - away, y + away)
        for start in (x + 9, x - 9 - width, x - width / 2)
        if left - 8 <= start and start + width <= left + _WIDTH + _GAP - 8
    ]

    def cost(box: Box) -> float:
        away = abs((box.top + box.bottom) / 2 - y)
        return sum(box.shared(other) for other in taken) + away * _FAR_AWAY

    best = min(places, key=cost)
    label = _text(
        best.left,
        best.bottom - 2,
        text,
        weight="700" if point.is_ours else "400",
        fill=_OURS if point.is_ours else _THEIRS,
    )
    return label, best


def _x(microseconds: float, left: float) -> float:
    held = min(max(microseconds, _FASTEST), _SLOWEST)
    return left + _WIDTH * math.log(held / _FASTEST) / math.log(_SLOWEST / _FASTEST)


def _y(share: float, lowest: float) -> float:
    return _MARGIN_TOP + _HEIGHT * (1 - (share - lowest) / (1 - lowest))


def _line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>'


def _text(
    x: float,
    y: float,
    text: str,
    *,
    anchor: str = "start",
    size: int = 12,
    weight: str = "400",
    fill: str = _INK,
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" font-weight="{weight}" '
        f'fill="{fill}">{escape(text)}</text>'
    )
