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
_WIDTH, _HEIGHT, _MARGIN_LEFT, _MARGIN_TOP, _GAP = 300, 300, 56, 74, 40
_BELOW = 96
_FASTEST, _SLOWEST = 100.0, 100_000.0  # microseconds; the axis is logarithmic
_INK, _FAINT, _OURS, _THEIRS = "#666", "#8884", "#0a7d5a", "#7a7a8c"


class Point(NamedTuple):
    """A matcher on the chart: shares from 0 to 1 without and with typos, microseconds a question."""

    name: str
    right: float
    misspelt: float
    microseconds: float
    is_ours: bool = False


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
    taken: list[float] = []
    for point in sorted(points, key=lambda p: (not p.is_ours, -p.right)):
        parts += _point(left, lowest, point, taken)
    return parts


def _point(left: float, lowest: float, point: Point, taken: list[float]) -> list[str]:
    colour = _OURS if point.is_ours else _THEIRS
    x, y, below = _x(point.microseconds, left), _y(point.right, lowest), _y(point.misspelt, lowest)
    label = y
    while any(abs(label - other) < 13 for other in taken):
        label += 1  # names that would lie over each other go down the side
    taken.append(label)
    is_right_half = x > left + _WIDTH * 0.55
    name = _text(
        x + (-9 if is_right_half else 9),
        label + 4,
        f"{point.name} {point.right * 100:.1f}",
        anchor="end" if is_right_half else "start",
        weight="700" if point.is_ours else "400",
        fill=colour,
    )
    return [
        _line(x, y, x, below, colour),
        _line(x - 3, below, x + 3, below, colour),
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{5 if point.is_ours else 4}" fill="{colour}"/>',
        name,
    ]


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
