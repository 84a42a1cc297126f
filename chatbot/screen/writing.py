"""Replies and lines as text, in the dress and at the width of where they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from chatbot.speaking import presentation

if TYPE_CHECKING:
    from chatbot.reply import Reply
    from chatbot.screen.modes import Mode


def dressed(reply: Reply, mode: Mode, width: int) -> str:
    """Return the reply as text without escape sequences, linear or plain as the mode says."""
    return _in_dress(presentation.blocks_of(reply), mode, width)


def _in_dress(blocks: tuple[presentation.Block, ...], mode: Mode, width: int) -> str:
    if mode.dress == "linear":
        # A pipe or a file is not a screen: whoever reads it breaks the lines.
        text = presentation.linear_text(blocks, 0 if mode.reading == "filter" else width)
    else:
        text = presentation.plain_text(blocks, width)
    return text if mode.is_unicode else presentation.in_ascii(text)


def show_lines(lines: Iterable[str], out: TextIO, mode: Mode, columns: int) -> None:
    """Write lines, broken at the screen's width, and let them appear at once."""
    for line in broken_lines(lines, columns):
        out.write((line if mode.is_unicode else presentation.in_ascii(line)) + "\n")
    out.flush()


def broken_lines(lines: Iterable[str], columns: int) -> list[str]:
    """Return lines broken at the screen's width, each part moved in as its line is."""
    width = presentation.line_width(columns)
    broken: list[str] = []
    for line in lines:
        indent = line[: len(line) - len(line.lstrip(" "))]
        broken += presentation.wrap(line, width, indent) or [""]
    return broken
