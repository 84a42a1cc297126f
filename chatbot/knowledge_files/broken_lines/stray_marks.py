"""What no editor meant to write: marks of merging, dots that end a file, blanks that are none, and tabs."""

from __future__ import annotations

import re

from chatbot.knowledge_files.broken_lines.lines import number_above, parts_of
from chatbot.knowledge_files.broken_lines.mistake import Mistake, Stop

# Blanks that look like a space and are none to YAML. They come with text from a word processor or a web page.
_FALSE_BLANK = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_MERGED = re.compile(r"<{7}|={7}|>{7}|\|{7}")


def left_over_from_merging(stop: Stop) -> Mistake | None:
    """Find the marks that a program leaves behind when two people have changed the same lines."""
    for number in (stop.number, number_above(stop.lines, stop.number)):
        if number >= 0 and _MERGED.match(stop.lines[number]):
            return Mistake(
                "no-marks-of-merging",
                "this line was left behind when two versions of the file were put together",
                "Between such lines stand both versions of the same text.",
                "keep one of the two versions, and delete the lines that start with <<<<<<<, ======= and >>>>>>>",
                number,
                0,
                "",
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
    """Find a blank that is no space, before the text of this line or of the one above."""
    for number in (stop.number, number_above(stop.lines, stop.number)):
        line = stop.lines[number] if number >= 0 else ""
        start = len(line) - len(parts_of(line).value) if line.strip() else 0
        blank = _FALSE_BLANK.search(line, 0, start)
        if blank is not None:
            character = ord(blank.group())
            return Mistake(
                "spaces-are-plain",
                "there is a blank here that only looks like a space "
                f"({'a non-breaking space, ' if character in (0xA0, 0x202F) else ''}U+{character:04X})",
                "It comes with text copied from a word processor or a web page; YAML counts plain spaces only.",
                "delete the blanks around this place and type them again with the space bar",
                number,
                blank.start(),
                _FALSE_BLANK.sub(" ", line[:start]) + line[start:],
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
