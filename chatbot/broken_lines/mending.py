"""The line with a mistake, as it was most likely meant, in its place: so that reading can go on to the next one."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.broken_lines.lines import (
    end_of_paste,
    goes_on,
    is_text_in_brackets,
    parts_of,
    quoted,
    unquoted,
    width_of,
)
from chatbot.broken_lines.mistake import Mistake


def mend(lines: list[str], mistake: Mistake) -> bool:
    """Change the line with this mistake so that reading can go on; return whether anything was changed."""
    number = mistake.line
    line = lines[number]
    if mistake.rule == "lines-align" and mistake.mended is not None:
        _move_entry(lines, number, mistake.mended)
        return lines[number] != line
    if mistake.mended is not None:
        end = number + mistake.lines if mistake.mended else end_of_paste(lines, number)
        lines[number:end] = [mistake.mended, *[""] * (end - number - 1)]
        return mistake.mended != line
    indent, lead, value = parts_of(line)
    if "\t" in indent or mistake.rule == "lines-align":
        lines[number] = " " * _column_above(lines, number, is_item=lead.startswith("-")) + line.lstrip()
        return lines[number] != line
    if not value or not (lead or value[0] in "\"'&*!@%`|>[{"):
        return False
    if value[0] in "[{" and not is_text_in_brackets(value):
        return False
    last = number
    while last + 1 < len(lines) and goes_on(lines[last + 1], len(indent)):
        last += 1
    whole = unquoted(" ".join([value, *(part.strip() for part in lines[number + 1 : last + 1])]))
    repaired = [indent + lead + quoted(whole), *[""] * (last - number)]
    is_changed = repaired != lines[number : last + 1]
    lines[number : last + 1] = repaired
    return is_changed


def _move_entry(lines: list[str], number: int, mended: str) -> None:
    """Move an entry's first line; and its others, where they fit the place that it had."""
    was, now = width_of(lines[number]), width_of(mended)
    lines[number] = mended
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    if width_of(below) != was + 2:
        return
    for later in range(number + 1, len(lines)):
        line = lines[later]
        if line.strip() and width_of(line) <= was:
            return
        lines[later] = " " * max(0, width_of(line) + now - was) + line.lstrip() if line.strip() else line


def _column_above(lines: Sequence[str], number: int, *, is_item: bool) -> int:
    """Return how far the line above is moved in: its dash, for an item of a list, or its field."""
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    indent, lead, _ = parts_of(above)
    dashes = len(lead) - len(lead.lstrip("- ")) if not is_item else 0
    return len(indent.expandtabs(2)) + dashes
