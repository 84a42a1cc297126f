"""Texts without quotes: what YAML takes for something else, and lines of a pasted text that name no field."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatbot.knowledge_files.broken_lines.lines import (
    STARTS_LIKE_FIELD,
    Parts,
    end_of_paste,
    is_text_in_brackets,
    number_above,
    parts_of,
    quoted,
    unquoted,
    width_of,
)
from chatbot.knowledge_files.broken_lines.mistake import Mistake, Stop

_COLON_IN_TEXT = re.compile(r":(?:\s|$)")
_BLOCK_MARK = re.compile(r"[|>][+-]?")
_BLOCK_MARK_BEFORE_TEXT = re.compile(rf"^{_BLOCK_MARK.pattern}\s+(?=\S)")
# Several fields in one line stand in braces.
_FIELDS_IN_A_LINE = re.compile(
    r"(?P<lead>-\s+)(?P<fields>(?:means|term|language):\s.*,\s*[a-z_]+:\s.*)"
    r"|(?P<name>(?:reviewed|tests):\s+)(?P<inside>(?:by|on|should|not):\s.*)"
)
_ITEM = re.compile(r"\s*-\s")
_ITEM_OR_REMARK = re.compile(r"\s*(?:-\s|#)")
_NAME_ALONE = re.compile(r"\s*[\w-]+\s*")
_ONE_WORD = re.compile(r"\w+")


def fields_without_braces(stop: Stop) -> Mistake | None:
    """Find several fields in one line that lack both braces, or the first of them."""
    indent, lead, value = parts_of(stop.lines[stop.number])
    found = _FIELDS_IN_A_LINE.fullmatch(f"{lead}{value}")
    if found is None:
        return None
    start, inside = found["lead"] or found["name"], found["fields"] or found["inside"]
    if inside.count("}") > inside.count("{"):
        inside = inside[: inside.rindex("}")]
    return Mistake(
        "braces-around",
        "these fields stand in one line without braces around them",
        "Fields that share a line stand between { and }, with commas between them.",
        f"write it as: {start}{{{inside}}}",
        stop.number,
        len(indent) + len(start),
        f"{indent}{start}{{{inside}}}",
    )


def text_without_quotes(stop: Stop) -> Mistake | None:
    """Find a text without quotes that YAML takes for something else."""
    indent, lead, value = parts_of(stop.lines[stop.number])
    column = len(indent) + len(lead)
    in_quotes = (
        f"put quotes around the text: {lead}{quoted(unquoted(_BLOCK_MARK_BEFORE_TEXT.sub('', value)))}"
    )
    if value.startswith((*"&*!@%`|>,", "- ", "? ")) or is_text_in_brackets(value):
        return Mistake(
            "quotes-needed",
            f"a text cannot start with {value[0]} here",
            "YAML gives that character a meaning of its own.",
            in_quotes,
            stop.number,
            column,
        )
    if value.startswith(("[", "{")) and stop.column >= column:
        return Mistake(
            "brackets-hold",
            "what stands in these brackets cannot be read",
            "In brackets, texts stand in straight quotes, with nothing but a comma between two of them.",
            "put quotes around each text there",
            stop.number,
            column,
        )
    if lead and _COLON_IN_TEXT.search(value):
        return Mistake(
            "colon-in-text",
            "a colon inside a text ends it too early",
            "YAML reads a word with a colon and a space as the name of a field.",
            in_quotes,
            stop.number,
            stop.column,
        )
    return None


def line_without_name(stop: Stop) -> Mistake | None:
    """Find a line that is neither an item nor a field: mostly the second part of a text that was pasted."""
    above = stop.lines[stop.number - 1] if stop.number else ""
    if "mapping values" in stop.reason and not STARTS_LIKE_FIELD.match(above):
        return Mistake(
            "colon-in-text",
            "a colon inside a text ends it too early, or the line above lacks its colon",
            "YAML reads a word with a colon and a space as the name of a field.",
            "put quotes around the whole text, or write the line above as: name: text"
            + (f"\nor, where that is a remark, as: # {above.strip()}" if above.strip() else ""),
            stop.number,
            stop.column,
        )
    if "':'" not in stop.reason:
        return None
    before = parts_of(stop.lines[max(0, number_above(stop.lines, stop.number))])
    pasted = [part.strip() for part in stop.lines[stop.number : end_of_paste(stop.lines, stop.number)]]
    if _BLOCK_MARK.fullmatch(before.value):
        return _text_below_its_mark(stop, before, pasted)
    if _is_name_above_its_text(pasted) or _is_heading(stop, pasted):
        return _name_without_colon(stop, stop.number, stop.column)
    is_of_above = bool(before.lead and before.value)
    return Mistake(
        "field-has-colon",
        "this line has no colon",
        "Each line starts with a dash, or with the name of a field and a colon.",
        _joined_or_named(before, pasted)
        if is_of_above
        else f"write the name of its field before it: name: {quoted(pasted[0])}",
        stop.number,
        stop.column,
        "" if is_of_above else None,
    )


def _name_without_colon(stop: Stop, number: int, column: int) -> Mistake:
    """Return what is wrong with a name alone in its line, above what belongs to it."""
    line = stop.lines[number]
    return Mistake(
        "field-has-colon",
        "the colon after the name is missing",
        "Each line starts with a dash, or with the name of a field and a colon.",
        f"{line.strip()}:",
        number,
        column,
        f"{line.rstrip()}:",
    )


def heading_without_colon(stop: Stop) -> Mistake | None:
    """Find a name alone in its line, without its colon, above fields or items that YAML takes for its text."""
    above = number_above(stop.lines, stop.number)
    line, name = stop.lines[stop.number], stop.lines[above] if above >= 0 else ""
    is_moved_in = STARTS_LIKE_FIELD.match(line) and width_of(line) > width_of(name)
    if is_moved_in and _NAME_ALONE.fullmatch(name):
        return _name_without_colon(stop, above, width_of(name))
    first = number = number_above(stop.lines, stop.number + bool(_ITEM.match(stop.lines[stop.number])))
    while number >= 0 and _ITEM_OR_REMARK.match(stop.lines[number]):
        number = number_above(stop.lines, number)
    if number < 0 or number == first or not _NAME_ALONE.fullmatch(stop.lines[number]):
        return None
    return _name_without_colon(stop, number, 0)


def _text_below_its_mark(stop: Stop, before: Parts, pasted: Sequence[str]) -> Mistake:
    """Return what to do with a text below `answer: |` that is not moved in further than the name of its field."""
    number = number_above(stop.lines, stop.number)
    whole = f"{before.lead}{quoted(' '.join(pasted))}"
    return Mistake(
        "text-moved-in",
        f'the text below "{before.value}" is not moved in',
        "A text that starts below its mark is moved in further than the name of its field.",
        f"move each of its lines in, or make one line of all: {whole}",
        number,
        len(before.indent) + len(before.lead),
        f"{before.indent}{whole}",
        stop.number - number + len(pasted),
    )


def _is_name_above_its_text(pasted: Sequence[str]) -> bool:
    """Return whether the first of these lines is a word alone, and its text stands below it in quotes."""
    return len(pasted) > 1 and _ONE_WORD.fullmatch(pasted[0]) is not None and pasted[1].startswith(('"', "'"))


def _is_heading(stop: Stop, pasted: Sequence[str]) -> bool:
    """Return whether this line is a word alone, and items or fields of its own stand below it, moved in further.

    Below a word at the left, items may stand at the left, too.
    """
    line = stop.lines[stop.number]
    below = stop.lines[stop.number + 1] if stop.number + 1 < len(stop.lines) else ""
    is_moved_in = width_of(below) > width_of(line) and STARTS_LIKE_FIELD.match(below)
    has_its_own = is_moved_in or (width_of(line) == 0 and _ITEM.match(below))
    return _NAME_ALONE.fullmatch(pasted[0]) is not None and bool(has_its_own)


def _joined_or_named(before: Parts, pasted: Sequence[str]) -> str:
    """Return what to do with lines that may belong to the text of the line before them.

    A word alone is more likely the rest of a line that was deleted, and which may be written again.
    """
    joined = quoted(" ".join([unquoted(before.value), *pasted]))
    repair = f"where it belongs to the text above, make one line of all: {before.lead}{joined}"
    if len(pasted) > 1:
        return repair
    if not _ONE_WORD.fullmatch(pasted[0]):
        return f"{repair}\nor, where it is a remark, write it as: # {pasted[0]}"
    again = f'where it is the rest of a deleted line, delete it or write the line again: {pasted[0]}: "..."'
    return f"{again}\n{repair}"
