"""Lists in brackets: two of them where one belongs, and one that lacks a bracket, a comma or a quote."""

from __future__ import annotations

import re

from chatbot.knowledge_files.broken_lines.brackets import completed
from chatbot.knowledge_files.broken_lines.lines import goes_on, is_text_in_brackets, number_above, parts_of
from chatbot.knowledge_files.broken_lines.mistake import Mistake, Stop

_MOST_IN_BRACKETS = 20  # lines of one list in brackets
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
        "comma": ("comma-between", f"a comma is missing before {whole.before}", "put it in"),
        "quote": ("quotes-match", "a text in this line lacks one of its quotes", "put it in"),
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
