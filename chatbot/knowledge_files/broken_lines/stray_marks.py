"""What no editor meant to write: marks of pages, dots that end a file, false blanks, and tabs."""

from __future__ import annotations

import re

from chatbot.knowledge_files.broken_lines.lines import (
    column_of_false_blank,
    number_above,
    parts_of,
    width_of,
    with_plain_spaces,
)
from chatbot.knowledge_files.broken_lines.mistake import Mistake, Stop

_FARTHEST = 40  # lines above the place where YAML stopped; few fields are longer
_FENCE = re.compile(r"\s*`{3,}\w*\s*")


def fence(stop: Stop) -> Mistake | None:
    """Find the line of three back quotes that stands around what is copied from a page or from a chat assistant."""
    for number in (stop.number, number_above(stop.lines, stop.number)):
        if number >= 0 and _FENCE.fullmatch(stop.lines[number]):
            return Mistake(
                "no-marks-of-pages",
                "this line is a mark of the page that the text was copied from",
                "Three back quotes stand there around what is to be copied, and are no part of it.",
                "delete this line",
                number,
                width_of(stop.lines[number]),
                "#",
            )
    return None


def end_of_file_mark(stop: Stop) -> Mistake | None:
    """Find a line of three dots above, which ends the file for YAML."""
    number = number_above(stop.lines, stop.number)
    if number < 0 or stop.lines[number].rstrip() != "...":
        return None
    return Mistake(
        "one-part",
        "the file ends here for YAML, and what follows is not read",
        "A line of three dots is the end of a file.",
        "delete the line ...",
        number,
        0,
        "#",
    )


def false_blank(stop: Stop) -> Mistake | None:
    """Find a character that only looks like a space, before or behind the text of this line or of one above.

    A field that starts with one goes on the text above it for YAML, which then stops at a later field.
    """
    for number in range(stop.number, max(-1, stop.number - _FARTHEST), -1):
        line = stop.lines[number]
        column = column_of_false_blank(line)
        if column >= 0:
            character = ord(line[column])
            others = sum(column_of_false_blank(other) >= 0 for other in stop.lines) - 1
            return Mistake(
                "spaces-are-plain",
                "there is a blank here that only looks like a space "
                f"({'a non-breaking space, ' if character in (0xA0, 0x202F) else ''}U+{character:04X})"
                + (f", and such blanks in {others} more lines" if others else ""),
                "It comes with text copied from a word processor or a web page; YAML counts plain spaces only.",
                "delete the blanks around this place and type them again with the space bar"
                + ("; most editors can replace all such blanks of a file at once" if others else ""),
                number,
                column,
                with_plain_spaces(line),
            )
    return None


def tab(stop: Stop) -> Mistake | None:
    """Find a tab that moves the line in, or follows a dash."""
    line = stop.lines[stop.number]
    indent, lead, value = parts_of(line)
    if "\t" in indent:
        others = sum("\t" in parts_of(below).indent for below in stop.lines[stop.number + 1 :])
        return Mistake(
            "no-tabs",
            "this line is moved in with a tab" + (f", and {others} more below" if others else ""),
            "YAML counts spaces only.",
            "delete the tab and move the line in with spaces, as many as its neighbours have"
            + ("; most editors can replace all tabs of a file at once" if others else ""),
            stop.number,
            indent.index("\t"),
        )
    if "\t" in lead and "token" in stop.reason:
        spaced = re.sub(r"\s+", " ", lead)
        return Mistake(
            "no-tabs",
            "a tab stands here instead of a space",
            "YAML knows a dash by the space after it.",
            f"put a space instead of the tab: {spaced}{value}",
            stop.number,
            len(indent) + lead.index("\t"),
            f"{indent}{spaced}{value}",
        )
    return None
