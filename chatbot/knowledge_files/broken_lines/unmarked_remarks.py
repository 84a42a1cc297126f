"""Remarks that do not start with #: other signs for them, lines of marks, and a text above everything."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatbot.knowledge_files.broken_lines.lines import (
    STARTS_LIKE_FIELD,
    number_above,
    number_below,
    width_of,
)
from chatbot.knowledge_files.broken_lines.mistake import Mistake, Stop

# As other languages and people mark a remark.
_OTHER_SIGN = re.compile(r"(?://+|<!--|;+|~)\s*(.*?)\s*(?:-->)?")
_MARKS = re.compile(r"[=*_~+\u2013\u2014\u2022\s]+|-{4,}")
_HEADING = re.compile(r"[\w-]+:\s*(?:#.*)?")
_ITEM = re.compile(r"\s*-\s")
_CAUSE = "YAML leaves out what follows a #, and takes everything else for a field or a text."


def line_of_marks(stop: Stop) -> Mistake | None:
    """Find a line that is drawn, as "=====" or "* * *"."""
    for number in (stop.number, number_above(stop.lines, stop.number)):
        line = stop.lines[number] if number >= 0 else ""
        if line.strip() and _MARKS.fullmatch(line):
            return Mistake(
                "remark-has-sign",
                "this line has no words, and no # before it",
                _CAUSE,
                f"delete it, or write it as: # {line.strip()}",
                number,
                width_of(line),
                "#",
            )
    return None


def remark_without_sign(stop: Stop) -> Mistake | None:
    """Find a remark with the sign of another language, or a text at the top of a file or right below a heading."""
    above = number_above(stop.lines, stop.number)
    number = above if "mapping values" in stop.reason else stop.number
    line = stop.lines[number] if number >= 0 else ""
    if STARTS_LIKE_FIELD.match(line) or not line.strip():
        return None
    sign = _OTHER_SIGN.fullmatch(line.strip())
    if sign is not None:
        return _remark(number, line, sign[1], 1)
    first = _top_of_text(stop.lines, number)
    return None if first < 0 else _remark(first, stop.lines[first], stop.lines[first], number - first + 1)


def _top_of_text(lines: Sequence[str], number: int) -> int:
    """Return the first line of a text between a heading, or the top of the file, and a heading or an item; else -1."""
    below = number_below(lines, number)
    if below < 0 or not (_HEADING.fullmatch(lines[below]) or _ITEM.match(lines[below])):
        return -1
    first = number
    while (above := number_above(lines, first)) >= 0 and not STARTS_LIKE_FIELD.match(lines[above]):
        first = above
    while above >= 0 and lines[above].lstrip().startswith("#"):
        above = number_above(lines, above)
    return first if above < 0 or _HEADING.fullmatch(lines[above]) else -1


def _remark(number: int, line: str, text: str, count: int) -> Mistake:
    """Return what is wrong with a remark of `count` lines, the first of which says `text`."""
    return Mistake(
        "remark-has-sign",
        "this is no field, and for a remark it lacks its #",
        _CAUSE,
        f"where it is a remark, write {'it' if count == 1 else f'each of these {count} lines'} with a #: "
        f"# {text.strip()}",
        number,
        width_of(line),
        "#",
        count,
    )
