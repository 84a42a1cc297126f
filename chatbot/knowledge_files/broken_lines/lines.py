"""Lines in their parts, and texts in and out of quotes: what the finders and the mending see of a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_LEAD = re.compile(r"(\s*)((?:-\s+)*(?:[\w.-]+:\s+)?)")
STARTS_LIKE_FIELD = re.compile(r"\s*(?:-(?:\s|$)|[\w.-]+:(?:\s|$)|#)")
ENTRY_START = re.compile(r"(\s*)-\s+id:\s")
FIELD_NAME = r"([A-Za-z_]+)"
NO_SPACE_AFTER_COLON = re.compile(rf"{FIELD_NAME}:(?!//)(\S.*)")
IN_QUOTES = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:\s#.*)?""")
_CURLY = "\u201c\u201d\u201e\u201f\u00ab\u00bb"
IN_QUOTES_ONLY = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")


class Parts(NamedTuple):
    """A line: how far it is moved in, its dashes and name of a field, and the rest."""

    indent: str
    lead: str
    value: str


def parts_of(line: str) -> Parts:
    """Take a line apart; of a text that goes on from a line above, all is `value`."""
    lead = _LEAD.match(line)
    indent, start = lead.groups() if lead else ("", "")
    return Parts(indent, start, line[len(indent) + len(start) :].rstrip())


def width_of(line: str) -> int:
    """Return how many blanks a line starts with."""
    return len(line) - len(line.lstrip())


def number_above(lines: Sequence[str], number: int) -> int:
    """Return the number of the nearest line above that is not blank, -1 where there is none."""
    return next((earlier for earlier in range(number - 1, -1, -1) if lines[earlier].strip()), -1)


def number_below(lines: Sequence[str], number: int) -> int:
    """Return the number of the nearest line below that is not blank, -1 where there is none."""
    return next((later for later in range(number + 1, len(lines)) if lines[later].strip()), -1)


def goes_on(line: str, indent: int) -> bool:
    """Whether a line continues the text of a line that is moved in by `indent`."""
    return width_of(line) > indent and bool(line.strip()) and not STARTS_LIKE_FIELD.match(line)


def end_of_paste(lines: Sequence[str], number: int) -> int:
    """Return the number after the last of the lines from here that are no field and no item."""
    is_text = (bool(line.strip()) and not STARTS_LIKE_FIELD.match(line) for line in lines[number + 1 :])
    return number + 1 + next((count for count, one in enumerate(is_text) if not one), len(lines) - number - 1)


def quoted(text: str) -> str:
    """Return `text` as a YAML text in double quotes on one line, to paste into a file."""
    escaped = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def unquoted(value: str) -> str:
    """Return a text without its quotes, also where the closing one is missing or where they are curly."""
    mark = value[:1]
    if _is_all_in_curly(value):
        return value[1:-1]
    if mark not in ('"', "'"):
        return value
    closing = mark if value[1:].endswith(mark) else "\u201d\u201c" if mark == '"' else "\u2019\u2018"
    inner = value[1:-1] if len(value) > 1 and value[-1] in closing else value[1:]
    return (
        re.sub(r"""\\(["\\])""", r"\1", inner)
        if mark == '"'
        else inner.replace("''", "'").replace("\\'", "'")
    )


def _is_all_in_curly(value: str) -> bool:
    """Whether a text has one curly quote at each end and none between them."""
    curly = [place for place, character in enumerate(value) if character in _CURLY]
    return len(curly) == 2 and curly == [0, len(value) - 1]  # noqa: PLR2004 - a pair


def is_text_in_brackets(value: str) -> bool:
    """Whether brackets at the start of a value are part of a sentence, as in "{clinic} is open"."""
    return re.match(r"\[\[|\{\w*\}|\[[^\]]*\]\s*\w", value) is not None
