"""Lines in their parts, and texts in and out of quotes: what the finders and the mending see of a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_LEAD = re.compile(r"(\s*)((?:-\s+)*(?:[\w.-]+:\s+)?)")
STARTS_LIKE_FIELD = re.compile(r"\s*(?:-(?:\s|$)|[\w.-]+:(?:\s|$)|#)")
# The first field of an entry, and of what the small files list.
FIRST_FIELD = r"(?:id|term|means|language)"
# By the first of them: the fields that stand below it, and never at the left.
FIELDS_BELOW = {
    "id": "group title short answer more source parts related consultation reviewed tests questions",
    "means": "entries say after stays_with not_told_of told_of",
    "term": "also meaning entry",
    "language": "native code marker_words sentence",
}
ENTRY_START = re.compile(rf"(\s*)-\s+(?={FIRST_FIELD}:\s)")
FIELD_NAME = r"([A-Za-z_]+)"
NO_SPACE_AFTER_COLON = re.compile(rf"{FIELD_NAME}:(?!//)(\S.*)")
IN_QUOTES = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:\s#.*)?""")
_CURLY = "\u201c\u201d\u201e\u201f\u00ab\u00bb"
# What else is typed or pasted for a quote: primes, accents, wide and ornamental ones, those of other languages.
_OTHER_QUOTES = (
    "`\u00b4\u2018\u201a\u201b\u2032\u2033\u2035\u2036\u2039\u203a"
    "\u275b-\u275e\u300c-\u300f\u301d-\u301f\uff02\uff07"
)
_APOSTROPHE = "\u2019"  # stands inside of words, too
# One to three of these at each end, as in ``so''; or two or three of the keyboard for one.
_IN_OTHER_QUOTES = re.compile(
    rf"[{_OTHER_QUOTES}{_APOSTROPHE}]{{1,3}}(?P<text>[^{_OTHER_QUOTES}]+?)[{_OTHER_QUOTES}{_APOSTROPHE}']{{1,3}}"
)
_IN_TOO_MANY_QUOTES = re.compile(r"""("{2,3}|'{2,3})(?P<text>[^"]+?)\1""")
IN_QUOTES_ONLY = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
# Blanks that look like a space and are none to YAML. They come with text from a word processor or a web page.
_FALSE_BLANK = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")


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


def column_of_false_blank(line: str) -> int:
    """Return where (from 0) a false blank stands before or behind the text of a line, -1 where none does.

    A false blank looks like a space, but is another character, which YAML takes for a letter.
    """
    start, end = _text_in(line)
    found = _FALSE_BLANK.search(line, 0, start) or _FALSE_BLANK.search(line, end)
    return found.start() if found else -1


def with_plain_spaces(line: str) -> str:
    """Return a line with a space for each false blank before or behind its text; the text stays as it is."""
    start, end = _text_in(line)
    return _FALSE_BLANK.sub(" ", line[:start]) + line[start:end] + _FALSE_BLANK.sub(" ", line[end:])


def _text_in(line: str) -> tuple[int, int]:
    """Return where the text of a line starts and ends: in quotes before a remark, else before the blanks at its end."""
    indent, lead, value = parts_of(line)
    start = len(indent) + len(lead)
    in_quotes = IN_QUOTES_ONLY.match(value)
    return start, start + (in_quotes.end() if in_quotes else len(value))


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
    inner = text_in_other_quotes(value)
    if inner:
        return inner
    if mark not in ('"', "'"):
        return value
    closing = mark if value[1:].endswith(mark) else "\u201d\u201c" if mark == '"' else "\u2019\u2018"
    inner = value[1:-1] if len(value) > 1 and value[-1] in closing else value[1:]
    return (
        re.sub(r"""\\(["\\])""", r"\1", inner)
        if mark == '"'
        else inner.replace("''", "'").replace("\\'", "'")
    )


def text_in_other_quotes(value: str) -> str:
    """Return the text between quotes that are none to YAML, or of which there are too many; "" for another value."""
    found = _IN_OTHER_QUOTES.fullmatch(value) or _IN_TOO_MANY_QUOTES.fullmatch(value)
    return found["text"].strip() if found else ""


def _is_all_in_curly(value: str) -> bool:
    """Whether a text has one curly quote at each end and none between them."""
    curly = [place for place, character in enumerate(value) if character in _CURLY]
    return len(curly) == 2 and curly == [0, len(value) - 1]  # noqa: PLR2004 - a pair


def is_text_in_brackets(value: str) -> bool:
    """Whether brackets at the start of a value are part of a sentence, as in "{clinic} is open"."""
    return re.match(r"\[\[|\{\w*\}|\[[^\]]*\]\s*\w", value) is not None
