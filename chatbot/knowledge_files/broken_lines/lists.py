"""Lists and fields in brackets: two where one belongs, and what lacks a bracket, a comma, a quote or a space."""

from __future__ import annotations

import re

from chatbot.knowledge_files.broken_lines.brackets import completed
from chatbot.knowledge_files.broken_lines.lines import (
    IN_QUOTES_ONLY,
    goes_on,
    is_text_in_brackets,
    number_above,
    parts_of,
)
from chatbot.knowledge_files.broken_lines.mistake import Mistake, Stop

_MOST_IN_BRACKETS = 20  # lines of one list in brackets
_GLUED_COLON = re.compile(rf"""({IN_QUOTES_ONLY.pattern})|([\w-]+:)(?=["'\[{{])""")
_LIST = re.compile(r"\[([^\[\]]*)\]")
_LISTS = re.compile(rf"{_LIST.pattern}(?:\s*,?\s*{_LIST.pattern})+\s*,?")


def two_lists(stop: Stop) -> Mistake | None:
    """Find a second list in brackets behind the first, or below it."""
    number, above = stop.number, number_above(stop.lines, stop.number)
    indent, lead, value = parts_of(stop.lines[number])
    if not lead and value.startswith("[") and above >= 0:
        number, below = above, value
        indent, lead, value = parts_of(stop.lines[number])
        value = f"{value} {below}"
    if not lead or not _LISTS.fullmatch(value):
        return None
    items = ", ".join(inner.strip() for inner in _LIST.findall(value) if inner.strip())
    return Mistake(
        "one-list",
        f"there are {len(_LIST.findall(value))} lists here",
        "A field holds one list.",
        f"make one of them: {lead}[{items}]",
        number,
        len(indent) + len(lead),
        f"{indent}{lead}[{items}]",
        stop.number - number + 1,
    )


def glued_colons(stop: Stop) -> Mistake | None:
    """Find fields in braces without a space after their colons: {means:"garage", say:["car house"]}."""
    indent, lead, value = parts_of(stop.lines[stop.number])
    mended = _GLUED_COLON.sub(lambda found: found.group(1) or f"{found.group(2)} ", value)
    if not value.startswith("{") or mended == value:
        return None
    return Mistake(
        "field-has-colon",
        "the space after a colon is missing here",
        "A field is its name, a colon and a space, then the text.",
        f"write it as: {lead}{mended}",
        stop.number,
        len(indent) + len(lead),
        f"{indent}{lead}{mended}",
    )


def missing_in_brackets(stop: Stop) -> Mistake | None:
    """Find what is missing in a list or a set of fields in brackets, which may go on in the lines below."""
    indent, lead, value = parts_of(stop.lines[stop.number])
    if not value.startswith(("[", "{")) or is_text_in_brackets(value):
        return None
    end = stop.number + 1
    while end < len(stop.lines) and end <= stop.number + _MOST_IN_BRACKETS and goes_on(stop.lines[end], 0):
        end += 1
    whole = completed(" ".join([value, *(line.strip() for line in stop.lines[stop.number + 1 : end])]))
    if whole is None:
        return None
    rule, message, repair = {
        "bracket": (
            "brackets-close",
            f"a bracket is missing before {whole.before}"
            if whole.before
            else f"the {value[0]} in this line has no end",
            "close it",
        ),
        "comma": (
            "comma-between",
            "a semicolon stands here instead of a comma"
            if whole.before == ";"
            else f"a comma is missing before {whole.before}",
            "put it in",
        ),
        "quote": ("quotes-match", "a text in this line lacks one of its quotes", "put it in"),
        "colon": ("field-has-colon", f"a colon is missing before {whole.before}", "put it in"),
        "none": ("brackets-close", f"there is a {whole.before} too many", "delete it"),
    }[whole.missing]
    return Mistake(
        rule,
        message,
        "A list in brackets needs its closing bracket, both quotes of each text, and commas between its parts.",
        f"{repair}: {lead}{whole.text}",
        stop.number,
        len(indent) + len(lead),
        f"{indent}{lead}{whole.text}",
        end - stop.number,
    )
