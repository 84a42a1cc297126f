"""What starts a line: a dash that is missing or is none, the space after it, and the colon after a field's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatbot.knowledge_files.broken_lines.lines import (
    ENTRY_START,
    FIELD_NAME,
    FIRST_FIELD,
    IN_QUOTES,
    IN_QUOTES_ONLY,
    NO_SPACE_AFTER_COLON,
    number_above,
    number_below,
    parts_of,
    quoted,
    unquoted,
    width_of,
)
from chatbot.knowledge_files.broken_lines.mistake import Mistake, Stop

_INDENT = 2  # columns that the fields of an entry are moved in by, seen from its dash
_FIELD = re.compile(r"\s+[a-z]+:\s")
_ENTRY_WITHOUT_DASH = re.compile(rf"(\s*){FIRST_FIELD}:\s")
_ITEM_IN_QUOTES = re.compile(r"""\s*-\s+["'{]""")
_IN_BRACES = re.compile(r"\{.*\}")
# Dots, boxes, arrows and dashes, and the signs for them that only the fonts of a word processor know.
_BULLETS = (
    "\u2022\u00b7\u25aa\u25a0\u25e6\u25cf\u25cb\u2023\u2219\u2192\u25ba\u27a2\u2713"
    "\u2013\u2014\u2212\uf0b7\uf0a7\uf0d8"
)
_BULLET = re.compile(rf"(?:[{_BULLETS}]|--(?!-)|\*(?=\s))\s*(?=\S)")
_ANY_BULLET = re.compile(rf"[{_BULLETS}-]")
# As a word processor begins the items of a list: "1.", "a)", and "o" for a ring.
_NUMBER = r"(?:\d{1,3}[.)]|[a-z]\)|o)(?=\s)"
_MARK_OF_ITEM = re.compile(rf"({_ANY_BULLET.pattern}+|{_NUMBER})\s*")
# Before the first field of an entry: a dash without its space, a bullet or a number.
_ENTRY_WITH_ANOTHER_MARK = re.compile(
    rf"(\s*)(-|(?:{_BULLET.pattern})|{_NUMBER}\s+)(?={FIRST_FIELD}\s*[:;]\s)"
)
_NUMBER_BEFORE_QUOTES = re.compile(rf"{_NUMBER}\s+(?=[\"'])")
_NO_SPACE_AFTER_DASH = re.compile(r"-(?=[\"'\w])")
_NO_COLON = re.compile(rf"{FIELD_NAME}\s+([\"'].*)")
_LISTS = "related|parts|entries|say|also|marker_words|stays_with|not_told_of|told_of|tests|reviewed"
_NO_COLON_BEFORE_BRACKETS = re.compile(rf"({_LISTS})\s*([\[{{].*)")
_NAME_WITHOUT_COLON = re.compile(r"(id|group)\s+([\w-]+)")
_COMMA_OR_DASH = re.compile(rf"{FIELD_NAME}\s*[,\u2013\u2014-]\s*([\"'\[{{].*)")
_SEMICOLON = re.compile(rf"{FIELD_NAME}\s*;\s*([\"'\[{{].*)")
_SEMICOLON_IN_A_NAME = re.compile(r"(id|group)\s*;\s*([\w-]+)")
_EQUALS = re.compile(rf"{FIELD_NAME}\s*=\s*(\S.*)")
_WIDE_COLON = re.compile(rf"{FIELD_NAME}\s*[\uff1a\ufe55\u2236\ua789]\s*(\S.*)")
_DASH_CAUSE = "An item of a list starts with a short dash and one space."
_COLON_CAUSE = "A line names its field: small letters, a colon and a space, then the text in quotes."


def entry_without_dash(stop: Stop) -> Mistake | None:
    """Find an entry whose first field lacks its dash.

    Where it is the first entry, YAML stops at its next field, or at the next entry, which has a dash.
    """
    found = _ENTRY_WITHOUT_DASH.match(stop.lines[stop.number])
    before = next(filter(None, map(ENTRY_START.match, reversed(stop.lines[: stop.number]))), None)
    if found and before and before.group(1) == found.group(1):
        return _first_without_dash(stop.lines, stop.number, before.group(1))
    above = number_above(stop.lines, stop.number)
    found = _ENTRY_WITHOUT_DASH.match(stop.lines[above])
    if found and width_of(stop.lines[stop.number]) == width_of(stop.lines[above]) + _INDENT:
        return _first_without_dash(stop.lines, above, found.group(1))
    if not ENTRY_START.match(stop.lines[stop.number]):
        return None
    for number in range(stop.number - 1, -1, -1):
        line = stop.lines[number]
        if ENTRY_START.match(line):
            return None
        found = _ENTRY_WITHOUT_DASH.match(line)
        if found and stop.lines[number_above(stop.lines, number)].startswith("entries:"):
            return _first_without_dash(stop.lines, number, found.group(1)[:-2])
    return None


def entry_without_first_line(stop: Stop) -> Mistake | None:
    """Find the first entry of a list whose line with the id was deleted: YAML stops at the next entry."""
    start = ENTRY_START.match(stop.lines[stop.number])
    heading = next(
        (number for number in range(stop.number) if stop.lines[number].startswith("entries:")), stop.number
    )
    first = number_below(stop.lines, heading)
    line = stop.lines[first]
    if not start or first >= stop.number or not _FIELD.match(line):
        return None
    return Mistake(
        "entry-has-dash",
        'here an entry starts without its first line, "- id: ..."',
        "Each entry of the list starts with a dash and a space.",
        "write it above this line, with its dash: - id: ...",
        first,
        width_of(line),
        f"{start.group(1)}- {line.lstrip()}",
    )


def entry_with_another_mark(stop: Stop) -> Mistake | None:
    """Find an entry whose dash stands right before the name of its first field, or is a bullet or a number.

    Where it is the first entry, YAML stops at its next field.
    """
    for number in (stop.number, number_above(stop.lines, stop.number)):
        line = stop.lines[number]
        found = _ENTRY_WITH_ANOTHER_MARK.match(line) if number >= 0 else None
        if found:
            indent, mark = found.groups()
            mended = f"- {line[found.end() :]}"
            return Mistake(
                "entry-has-dash",
                "the space after the dash is missing"
                if mark == "-"
                else f'"{mark.strip()}" is no dash to YAML',
                "Each entry of the list starts with a dash and a space.",
                f"write it as: {mended}",
                number,
                len(indent),
                f"{indent}{mended}",
            )
    return None


def _first_without_dash(lines: Sequence[str], number: int, indent: str) -> Mistake:
    """Return what is wrong with this line, whose dash belongs behind `indent`."""
    line = lines[number].strip()
    return Mistake(
        "entry-has-dash",
        f'the dash before "{line.partition(":")[0]}" is missing',
        "Each entry of the list starts with a dash and a space.",
        f"write it as: - {line}",
        number,
        width_of(lines[number]),
        f"{indent}- {line}",
    )


def item_without_dash(stop: Stop) -> Mistake | None:
    """Find a text in quotes, or fields in braces, between or above items of the same list: the dash is missing."""
    for number in (number_above(stop.lines, stop.number), stop.number):
        line = stop.lines[number] if number >= 0 else ""
        if not _is_bare_item(line):
            continue
        beside = (number_above(stop.lines, number), number_below(stop.lines, number))
        if any(
            near >= 0
            and width_of(stop.lines[near]) == width_of(line)
            and (_ITEM_IN_QUOTES.match(stop.lines[near]) or _is_bare_item(stop.lines[near]))
            for near in beside
        ):
            indent, text = line[: width_of(line)], line.strip()
            return Mistake(
                "item-has-dash",
                "the dash before this item is missing",
                _DASH_CAUSE,
                f"write it as: - {text}",
                number,
                len(indent),
                f"{indent}- {text}",
            )
    return None


def _is_bare_item(line: str) -> bool:
    return (IN_QUOTES.fullmatch(line.strip()) or _IN_BRACES.fullmatch(line.strip())) is not None


def no_dash_and_no_name(stop: Stop) -> Mistake | None:
    """Find what was meant as a dash or as the name of a field, here or (for a colon) in the line above."""
    above = number_above(stop.lines, stop.number)
    is_of_above = "mapping values" in stop.reason and above >= 0
    for number in (stop.number, above) if is_of_above else (stop.number,):
        indent, lead, value = parts_of(stop.lines[number])
        found = _meant(lead, value) if value else None
        if found is not None:
            rule, message, cause, mended = found
            column = len(indent) + len(lead)
            repair = f"write it as: {mended}"
            return Mistake(rule, message, cause, repair, number, column, f"{indent}{mended}")
    return None


def _meant(lead: str, value: str) -> tuple[str, str, str, str] | None:
    """Return rule, message, cause, and the line without what moves it in; None where nothing is clear."""
    bullet = _BULLET.match(value) or _NUMBER_BEFORE_QUOTES.match(value)
    if bullet is not None and not lead:
        message = f'"{bullet.group().strip()}" is no dash to YAML'
        return "item-has-dash", message, _DASH_CAUSE, f"- {_as_text(value[bullet.end() :])}"
    dash = _NO_SPACE_AFTER_DASH.match(value)
    if dash is not None and not lead:
        return "item-has-dash", "the space after the dash is missing", _DASH_CAUSE, f"- {_as_text(value[1:])}"
    dashes = re.match(r"(?:-\s+)*", lead)
    start = dashes.group() if dashes else ""
    if lead != start:
        return None
    for pattern, message in (
        (NO_SPACE_AFTER_COLON, "the space after the colon is missing"),
        (_NO_COLON, "the colon after the name is missing"),
        (_NO_COLON_BEFORE_BRACKETS, "the colon after the name is missing"),
        (_NAME_WITHOUT_COLON, "the colon after the name is missing"),
        (_COMMA_OR_DASH, "there is a comma or a dash instead of a colon"),
        (_SEMICOLON, "there is a semicolon instead of a colon"),
        (_SEMICOLON_IN_A_NAME, "there is a semicolon instead of a colon"),
        (_EQUALS, "there is an equals sign instead of a colon"),
        (_WIDE_COLON, "this colon is not the one of the keyboard"),
    ):
        found = pattern.fullmatch(value)
        if found is not None:
            name, text = found.groups()
            return "field-has-colon", message, _COLON_CAUSE, f"{start}{name}: {_as_text(text)}"
    return None


def _as_text(value: str) -> str:
    """Return a value to paste: as it stands where it is in quotes, in brackets or a field, else in quotes."""
    is_ready = IN_QUOTES.fullmatch(value) or value[:1] in ("[", "{") or parts_of(value).lead
    return value if is_ready else quoted(unquoted(value))


def mark_of_item(text: str) -> str:
    """Return the bullet, dash or number that a text starts with, "" where it starts with none."""
    mark = _MARK_OF_ITEM.match(text)
    return mark.group(1) if mark else ""


def items_of_bullets(text: str, lines: Sequence[str] = ()) -> list[str]:
    """Return the items of a list whose dashes are bullets, numbers or lack their space, and that YAML read as one text.

    `text` is what it read, in one line, and `lines` are its lines where it has several. [] for an ordinary text, also
    for one that only starts with such a mark.
    """
    if lines and all(map(mark_of_item, lines)):
        return [unquoted(_MARK_OF_ITEM.sub("", line, count=1)) for line in lines]
    bullet = re.match(f"{_ANY_BULLET.pattern}+", text)
    if bullet is None:
        return []
    mark = bullet.group()
    in_quotes = re.findall(rf"(?:^|\s){re.escape(mark)}\s*({IN_QUOTES_ONLY.pattern})(?=\s|$)", text)
    if in_quotes:
        return [unquoted(item) for item in in_quotes]
    items = re.split(rf"(?:^|\s){re.escape(mark)}\s*(?=\S)", text)[1:]
    return [unquoted(item.strip()) for item in items] if len(items) > 1 else []
