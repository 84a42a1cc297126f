"""The line with a mistake, as it was most likely meant, in its place: so that reading can go on to the next one."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.knowledge_files.broken_lines.lines import (
    ENTRY_START,
    end_of_paste,
    goes_on,
    is_text_in_brackets,
    parts_of,
    quoted,
    unquoted,
    width_of,
    with_plain_spaces,
)
from chatbot.knowledge_files.broken_lines.mistake import Mistake

_INDENT = 2  # columns that each level is moved in by


def mend(lines: list[str], mistake: Mistake) -> bool:
    """Change the line with this mistake so that reading can go on; return whether anything was changed."""
    before = lines.copy()
    if mistake.mended is not None:
        _put_in(lines, mistake, mistake.mended)
    elif "\t" in parts_of(lines[mistake.line]).indent:
        _replace_tabs(lines, mistake.line)
    elif mistake.rule == "lines-align":
        _move_below(lines, mistake.line)
    else:
        _put_in_quotes(lines, mistake.line)
    return lines != before


def _put_in(lines: list[str], mistake: Mistake, mended: str) -> None:
    """Put in the line that the finder of the mistake wrote; an empty one stands for all lines of a pasted text."""
    number = mistake.line
    if mistake.rule == "lines-align":
        _move_entry(lines, number, mended)
        return
    if mistake.rule == "items-align":
        _move_items(lines, number, mended)
        return
    end = number + mistake.lines if mended else end_of_paste(lines, number)
    lines[number:end] = [mended, *[""] * (end - number - 1)]
    if mistake.rule == "spaces-are-plain":  # one problem was reported for all of them
        lines[:] = map(with_plain_spaces, lines)


def _put_in_quotes(lines: list[str], number: int) -> None:
    """Put quotes around the text of this line, and of those that it goes on in; a list in brackets stays as it is."""
    indent, lead, value = parts_of(lines[number])
    if not value or not (lead or value[0] in "\"'&*!@%`|>[{"):
        return
    if value[0] in "[{" and not is_text_in_brackets(value):
        return
    last = number
    while last + 1 < len(lines) and goes_on(lines[last + 1], len(indent)):
        last += 1
    whole = unquoted(" ".join([value, *(part.strip() for part in lines[number + 1 : last + 1])]))
    lines[number : last + 1] = [indent + lead + quoted(whole), *[""] * (last - number)]


def _replace_tabs(lines: list[str], first: int) -> None:
    """Move in with spaces, from here on, every line that is moved in with tabs: one problem was reported for all."""
    for number in range(first, len(lines)):
        if "\t" in parts_of(lines[number]).indent:
            _move_below(lines, number)


def _move_below(lines: list[str], number: int) -> None:
    """Start a line in the column of the line above, and an entry in that of the entry above."""
    line = lines[number]
    is_item = parts_of(line).lead.startswith("-")
    before = filter(None, map(ENTRY_START.match, reversed(lines[:number])))
    entry = next(before, None) if ENTRY_START.match(line) else None
    column = len(entry.group(1)) if entry else _column_above(lines, number, is_item=is_item)
    lines[number] = " " * column + line.lstrip()


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


def _move_items(lines: list[str], number: int, mended: str) -> None:
    """Move an item, and those right below it that stand in the column where it stood."""
    was, now = width_of(lines[number]), width_of(mended)
    lines[number] = mended
    for later in range(number + 1, len(lines)):
        line = lines[later]
        if not line.lstrip().startswith("- ") or width_of(line) != was:
            return
        lines[later] = " " * now + line.lstrip()


def _column_above(lines: Sequence[str], number: int, *, is_item: bool) -> int:
    """Return how far the line above is moved in: its dash, for an item of a list, or its field.

    What stands below a bare name ("clinic:") belongs to it, and is moved in further.
    """
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    indent, lead, value = parts_of(above)
    dashes = len(lead) - len(lead.lstrip("- "))
    is_header = f"{lead}{value}".rstrip().endswith(":") and not value.startswith(("'", '"'))
    column = len(indent.expandtabs(_INDENT))
    if is_header:
        return column + dashes + _INDENT
    return column if is_item else column + dashes
