"""Lines that start in another column than their neighbours: entries, items of a list, fields, and any other line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatbot.knowledge_files.broken_lines.lines import (
    ENTRY_START,
    FIELDS_BELOW,
    number_above,
    number_below,
    parts_of,
    width_of,
)
from chatbot.knowledge_files.broken_lines.mistake import Mistake, Stop

_ITEM = re.compile(r"\s*-\s")
_FIELD = re.compile(r"\s*[\w.-]+:(?:\s|$)")
_NAME_ONLY = re.compile(r"\s*[\w-]+:\s*")
_AT_THE_LEFT = re.compile(r"[\w-]+:")
_HEADINGS = (  # what starts a list, and the heading that it has
    (re.compile(r"\s+[\w-]+:\s*$"), "groups"),
    (re.compile(r"\s*-\s+id:"), "entries"),
    (re.compile(r"\s*-\s+\{?\s*means:"), "words"),
    (re.compile(r"""\s*-\s+["']"""), "any-name"),
)
_LISTED_BELOW_ENTRIES = re.compile(r"\s*-\s+id:")
_INDENT = 2  # columns that each level is moved in by


def entry_out_of_line(stop: Stop) -> Mistake | None:
    """Find an entry whose dash stands in another column than that of the entry before."""
    line = stop.lines[stop.number]
    found = ENTRY_START.match(line)
    before = [
        entry for entry in map(ENTRY_START.match, reversed(stop.lines[: stop.number])) if entry is not None
    ][:1]
    if not found or (before and before[0].group(1) == found.group(1)):
        return None
    if before:
        spaces = len(before[0].group(1))
        repair = f"put {_spaces(spaces)} before the dash, as in the entry before"
        below = number_below(stop.lines, stop.number)
        if below >= 0 and width_of(stop.lines[below]) == width_of(line) + _INDENT:
            repair += ", and move the other lines of this entry as far"
        mended = f"{before[0].group(1)}- {line.strip().removeprefix('-').lstrip()}"
    elif not _LISTED_BELOW_ENTRIES.match(line) or any(
        above.startswith("entries:") for above in stop.lines[: stop.number]
    ):
        return None
    else:
        repair, mended = "write above it, at the very start of a line:\nentries:", line
    return Mistake(
        "lines-align",
        "this entry does not start where the others do" if before else "the list of entries has no beginning",
        "The dashes of all entries stand in one column."
        if before
        else 'The line "entries:" stands above the first one.',
        repair,
        stop.number,
        len(found.group(1)),
        mended,
    )


def item_out_of_line(stop: Stop) -> Mistake | None:
    """Find the item of a list whose dash stands in another column than those of the others."""
    if not _ITEM.match(stop.lines[stop.number]) or ENTRY_START.match(stop.lines[stop.number]):
        return None
    numbers = _list_around(stop)
    widths = [width_of(stop.lines[number]) for number in numbers]
    header = number_above(stop.lines, numbers[0])
    usual = width_of(stop.lines[header]) + _INDENT if header >= 0 else 0
    if len(set(widths)) == 1:
        is_left_of_its_name = (
            header >= 0 and _NAME_ONLY.fullmatch(stop.lines[header]) and widths[0] < usual - _INDENT
        )
        return _list_left_of_its_name(stop.lines, numbers[0], usual) if is_left_of_its_name else None
    right = max(dict.fromkeys(widths), key=lambda width: (widths.count(width), width == usual))
    number = next(number for number in numbers if width_of(stop.lines[number]) != right)
    line = stop.lines[number]
    return Mistake(
        "items-align",
        "this item does not start where the others do",
        "The dashes of all items of a list stand in one column.",
        f"put {_spaces(right)} before the dash, as in the other items",
        number,
        width_of(line),
        f"{' ' * right}{line.lstrip()}",
    )


def _list_left_of_its_name(lines: Sequence[str], first: int, right: int) -> Mistake:
    """Return what is wrong with a list that stands farther left than the name above it."""
    return Mistake(
        "items-align",
        "this list starts farther left than its name",
        "What belongs to a name stands below it, moved in as far or farther.",
        f"put {_spaces(right)} before the dash, and before those of all items of this list",
        first,
        width_of(lines[first]),
        f"{' ' * right}{lines[first].lstrip()}",
    )


def _list_around(stop: Stop) -> list[int]:
    """Return the numbers of the lines with items without another line between them, this one among them."""
    first = stop.number
    while _ITEM.match(stop.lines[above := number_above(stop.lines, first)]) and 0 <= above < first:
        first = above
    numbers = [first]
    while (below := number_below(stop.lines, numbers[-1])) >= 0 and _ITEM.match(stop.lines[below]):
        if ENTRY_START.match(stop.lines[below]):
            break
        numbers.append(below)
    return numbers


def field_at_the_left(stop: Stop) -> Mistake | None:
    """Find a field of an entry that starts at the left, where YAML takes it for a heading of the file."""
    start = next(
        (number for number in range(stop.number - 1, -1, -1) if ENTRY_START.match(stop.lines[number])), -1
    )
    entry = ENTRY_START.match(stop.lines[start]) if start >= 0 else None
    if entry is None:
        return None
    right = len(entry.group())
    fields = FIELDS_BELOW[stop.lines[start][right:].partition(":")[0]].split()
    for number in range(start + 1, stop.number + 1):
        line = stop.lines[number]
        if line.partition(":")[0] in fields:
            return Mistake(
                "fields-align",
                "this line does not start where the other fields of its entry do",
                "Fields of one entry start in the same column.",
                f"put {_spaces(right)} before it",
                number,
                0,
                f"{' ' * right}{line}",
            )
    return None


def field_out_of_line(stop: Stop) -> Mistake | None:
    """Find a field of an entry that starts a little beside the column of the others."""
    line = stop.lines[stop.number]
    above = number_above(stop.lines, stop.number)
    start = next((number for number in range(above, -1, -1) if ENTRY_START.match(stop.lines[number])), -1)
    if start < 0 or not _FIELD.match(line) or not parts_of(stop.lines[above]).value:
        return None
    entry = ENTRY_START.match(stop.lines[start])
    right = len(entry.group()) if entry else 0
    name = line.strip().partition(":")[0]
    is_field = entry is not None and name in FIELDS_BELOW[stop.lines[start][right:].partition(":")[0]].split()
    if width_of(line) == right or (abs(width_of(line) - right) > _INDENT and not is_field):
        return None
    below = next(filter(None, map(ENTRY_START.match, stop.lines[stop.number :])), None)
    if entry and start == above and below and len(below.group()) == width_of(line):
        return _entry_beside_its_fields(stop.lines[start], start, below.group(1))
    return Mistake(
        "fields-align",
        "this line does not start where the other fields of its entry do",
        "Fields of one entry start in the same column.",
        f"put {_spaces(right)} before it",
        stop.number,
        width_of(line),
        f"{' ' * right}{line.lstrip()}",
    )


def _entry_beside_its_fields(line: str, number: int, indent: str) -> Mistake:
    """Return what is wrong with the first line of an entry whose fields stand as those of the entry below."""
    return Mistake(
        "lines-align",
        "this entry does not start where the others do",
        "The dashes of all entries stand in one column.",
        f"put {_spaces(len(indent))} before the dash, as in the entry below",
        number,
        width_of(line),
        f"{indent}{line.lstrip()}",
    )


def heading_is_missing(stop: Stop) -> Mistake | None:
    """Find what is moved in, or listed, at the very top of a file whose other lists stand under a heading."""
    written = [
        number for number, line in enumerate(stop.lines) if line.strip() and not line.lstrip().startswith("#")
    ]
    if not written:
        return None
    first, line = written[0], stop.lines[written[0]]
    heading = next((name for start, name in _HEADINGS if start.match(line)), "")
    if not heading or not _AT_THE_LEFT.match(stop.lines[stop.number]):
        return None
    if not _ITEM.match(line) and _ITEM.match(stop.lines[written[1]]):
        return Mistake(
            "lines-align",
            "this line does not start where the other headings do",
            "A heading stands at the very start of its line.",
            f"put {_spaces(0)} before it",
            first,
            width_of(line),
            line.lstrip(),
        )
    above = first - 1 if first else 0
    return Mistake(
        "lines-align",
        "the heading of this list is missing",
        f'The line "{heading}:" stands above it.',
        f"write above it, at the very start of a line:\n{heading}:",
        above,
        0,
        f"{heading}:" if first else line,  # without a line for it nothing below can be read
    )


def _spaces(count: int) -> str:
    return f"{count or 'no'} {'space' if count == 1 else 'spaces'}"


def line_out_of_line(stop: Stop) -> Mistake:
    """Return the words for what no other finder knows."""
    return Mistake(
        "lines-align",
        "this line does not fit the lines above it",
        "Fields of one entry start in the same column; so do the dashes of one list.",
        "start it in the same column as its neighbours, or put quotes around a text of several lines",
        stop.number,
        stop.column,
    )
