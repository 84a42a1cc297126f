"""Lines that have run into one: two fields, two items of a list, or a heading and the first item below it."""

from __future__ import annotations

import re

from chatbot.knowledge import Clinic
from chatbot.knowledge_files.broken_lines.lines import (
    FIELDS_BELOW,
    FIRST_FIELD,
    IN_QUOTES_ONLY,
    parts_of,
    width_of,
)
from chatbot.knowledge_files.broken_lines.mistake import Mistake, Stop

_NAMES = "|".join(
    (*FIELDS_BELOW, *(name for names in FIELDS_BELOW.values() for name in names.split()), *Clinic._fields)
)
# Without quotes, only what is one word ends before the next field: "answer: the short answer: yes" is one text.
_OF_ONE_WORD = ("id", "group", "entry", "code")
_ONE_WORD = re.compile(r"[\w-]+(?=\s)")
_VALUE = re.compile(rf"{IN_QUOTES_ONLY.pattern}|\[[^\[\]]*\]|\{{[^{{}}]*\}}")
_NEXT = re.compile(rf"""\s*,?\s*((?:-\s+)?(?:{_NAMES}):(?:\s+["'\[{{|>].*|\s+[\w-]+|\s*)|-\s*["'].*)""")
_FIRST_ITEM = re.compile(rf"""-\s+((?:["'{{]|{FIRST_FIELD}:\s).*)""")
_TEXT_OR_BRACES = ('"', "'", "{")
_CAUSE = "Each field stands in a line of its own, and so does each item of a list."


def lines_run_together(stop: Stop) -> Mistake | None:
    """Find two fields or two items in one line, between which a line break was deleted."""
    line = stop.lines[stop.number]
    lines = _apart(line)
    if len(lines) == 1:
        return None
    return Mistake(
        "one-a-line",
        f"{len(lines)} lines have run into one here",
        _CAUSE,
        "write each in its own line, moved in as its neighbours are:" + "".join(f"\n{one}" for one in lines),
        stop.number,
        width_of(line),
        line,  # put in as it is: to part the lines would move all places below
    )


def _apart(line: str) -> list[str]:
    """Return the lines that have run into this one, without what moves them in."""
    _, lead, value = parts_of(line)
    is_one_word = lead.strip("- :") in _OF_ONE_WORD
    first = _VALUE.match(value) or (_ONE_WORD.match(value) if is_one_word else None)
    if not lead or first is None:
        return [line.strip()]
    rest = _NEXT.fullmatch(value, len(first.group()))
    if rest is None or (rest[1].startswith("-") and lead.strip() != "-"):
        return [line.strip()]
    return [f"{lead}{first.group()}", *_apart(rest[1])]


def item_behind_its_heading(stop: Stop) -> Mistake | None:
    """Find a heading with the first item of its list behind it: questions: - "where can I park"."""
    line = stop.lines[stop.number]
    indent, lead, value = parts_of(line)
    item = _FIRST_ITEM.fullmatch(value)
    if item is None or not lead.rstrip().endswith(":"):
        return None
    below = stop.lines[stop.number + 1] if stop.number + 1 < len(stop.lines) else ""
    if not item[1].startswith(_TEXT_OR_BRACES):
        mended = line  # the fields of an entry below it: to part the lines would move all places
    elif below.lstrip().startswith("- ") and width_of(below) > len(indent):
        mended = f"{indent}{lead.rstrip()}"  # the items below are read
    else:
        mended = f"{indent}{lead}[{item[1]}]"
    return Mistake(
        "one-a-line",
        "the first item of this list stands in the line of its heading",
        _CAUSE,
        f"write it like this:\n{lead.rstrip()}\n  - {item[1]}",
        stop.number,
        len(indent) + len(lead),
        mended,
    )
