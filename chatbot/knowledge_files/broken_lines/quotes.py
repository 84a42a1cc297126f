"""Texts in quotes: a quote that is not closed or closes too early, several texts in one line, and backslashes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatbot.knowledge_files.broken_lines.lines import (
    IN_QUOTES,
    IN_QUOTES_ONLY,
    NO_SPACE_AFTER_COLON,
    STARTS_LIKE_FIELD,
    goes_on,
    number_above,
    number_below,
    parts_of,
    quoted,
    text_in_other_quotes,
    unquoted,
    width_of,
)
from chatbot.knowledge_files.broken_lines.mistake import Mistake, Stop

_FARTHEST = 200  # lines above the place where YAML stopped in which a quote may have been left open
_OR_A_NAME = "\nor, where the name of a field was lost between them, write it there again"
_ONE_PAIR = 2  # quotes
_CURLY_QUOTES = "\u201c\u201d\u201e\u201f\u2018\u2019"
_NOT_CLOSED = re.compile(r""""(?:[^"\\]|\\.)*\\?|'(?:[^']|'')*""")
_MARK_AFTER_QUOTES = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*[,;.]+""")
_DOUBLED_AT_ONE_END = re.compile(r"""""[^"]+"|"[^"]+""|''[^']+'|'[^']+''""")
_COMMA_BETWEEN = re.compile(r"""["']\s*,\s*["']""")
_SEVERAL_IN_QUOTES = re.compile(
    rf"(?:{IN_QUOTES_ONLY.pattern})(?:(?:\s*,\s*|\s+)(?:{IN_QUOTES_ONLY.pattern}))+\s*[,\]]?"
)
_NAME_IN_QUOTES = re.compile(rf""""([a-z_]+)"\s*:\s*({IN_QUOTES_ONLY.pattern})\s*,""")
_REMARK_APART = re.compile(
    r"\s{2,}#\s.*"
)  # behind more than one blank a # starts a remark, whatever the quotes
_BACKSLASH = re.compile(r"""\\(["\\])|\\""")
_HEX = "[0-9A-Fa-f]"
_GOOD_ESCAPE = rf"""(?:[0abtnvfre"/\\N_LP \t]|x{_HEX}{{2}}|u{_HEX}{{4}}|U{_HEX}{{8}})"""
_BAD_BACKSLASH = re.compile(rf"(?:\\{_GOOD_ESCAPE}|[^\\])*(\\)")
_ESCAPE_WORDS = ("escape", "hexdecimal", "hexadecimal")  # of yaml's two loaders, one of which cannot spell


def open_quote(stop: Stop) -> Mistake | None:
    """Find the text above whose closing quote is missing, where YAML stopped at the next quote it met."""
    lines = stop.lines
    for number in range(stop.number, max(-1, stop.number - _FARTHEST), -1):
        indent, lead, value = parts_of(lines[number])
        column = _column_of_field(lines, number)
        if column < 0 or not value.startswith(('"', "'")) or not _NOT_CLOSED.fullmatch(value):
            continue
        last = number
        while last + 1 < len(lines) and goes_on(lines[last + 1], column):
            last += 1
        whole = " ".join([value, *(line.strip() for line in lines[number + 1 : last + 1])])
        below = next((line for line in lines[last + 1 :] if line.strip()), "")
        if not _NOT_CLOSED.fullmatch(whole) or (below and not _starts_at_or_before(below, column)):
            return None
        closing = next(
            (later for later in range(last + 1, stop.number + 1) if value[0] in lines[later]), stop.number
        )
        if stop.number > closing + 1:
            return None
        if last > number:
            return _open_for_several_lines(stop, number, last, value[0])
        return _not_closed(number, indent, lead, value)
    return None


def _not_closed(number: int, indent: str, lead: str, value: str) -> Mistake:
    """Return what is wrong with a text of one line that is not closed; a remark behind it stays one."""
    value, remark = _without_remark(value)
    text = f"{quoted(unquoted(value))}{remark}"
    return Mistake(
        "quotes-match",
        "the quote that opens this text is not closed",
        "A text in quotes goes on until the next quote of the same kind, also in the lines below.",
        f"close it: {lead}{text}",
        number,
        len(indent) + len(lead),
        f"{indent}{lead}{text}",
    )


def _without_remark(value: str) -> tuple[str, str]:
    """Return a text without the remark that stands apart behind it, and that remark with its blanks, "" for none."""
    found = _REMARK_APART.search(value)
    return (value[: found.start()], found.group()) if found else (value, "")


def _open_for_several_lines(stop: Stop, first: int, last: int, mark: str) -> Mistake:
    """Return what is wrong with a text of several lines that is not closed at the end of the last of them."""
    line = stop.lines[last].rstrip()
    closed = f"{line.rstrip(_CURLY_QUOTES)}{mark}"
    return Mistake(
        "quotes-match",
        f"the text that starts in line {first + 1} has no closing quote",
        "A text in quotes goes on until the next quote of the same kind, also in the lines below.",
        f"close it behind its last word: {closed.strip()}",
        last,
        len(line) - 1,
        closed,
    )


def _column_of_field(lines: Sequence[str], number: int) -> int:
    """Return the column of the field or the item whose text starts in this line, -1 where there is none.

    The name of the field may stand alone in the line above.
    """
    indent, lead, _ = parts_of(lines[number])
    if lead:
        return _field_column(indent, lead)
    above = number_above(lines, number)
    if above < 0 or not lines[above].rstrip().endswith(":") or width_of(lines[above]) >= len(indent):
        return -1
    name = parts_of(f"{lines[above].rstrip()} ")
    return _field_column(name.indent, name.lead) if name.lead else -1


def _field_column(indent: str, lead: str) -> int:
    """Return where a field's name starts, or, for an item without one, its dash."""
    dashes = len(lead) - len(lead.lstrip("- "))
    return len(indent) + (dashes if lead.rstrip().endswith(":") else 0)


def _starts_at_or_before(line: str, column: int) -> bool:
    is_field = STARTS_LIKE_FIELD.match(line) or NO_SPACE_AFTER_COLON.match(line.lstrip())
    return is_field is not None and width_of(line) <= column


def backslash(stop: Stop) -> Mistake | None:
    """Find a backslash that YAML takes for the start of a special character."""
    if not is_about_backslash(stop.reason):
        return None
    line = stop.lines[stop.number]
    indent, lead, value = parts_of(line)
    found = _BAD_BACKSLASH.match(line)
    doubled = _BACKSLASH.sub(lambda mark: mark.group() if mark.group(1) else "\\\\", value)
    return Mistake(
        "backslash-in-quotes",
        "a backslash in double quotes does not stand for itself",
        "YAML reads it, together with the letter after it, as one special character.",
        f"write it twice: {lead}{doubled}",
        stop.number,
        found.start(1) if found else stop.column,
        f"{indent}{lead}{doubled}",
    )


def is_about_backslash(reason: str) -> bool:
    """Whether YAML's words say that it could not read what follows a backslash."""
    return any(word in reason for word in _ESCAPE_WORDS)


def text_in_pairs_of_quotes(stop: Stop) -> Mistake | None:
    """Find a field's text over several lines, each of which has quotes of its own."""
    lines, top, last = stop.lines, stop.number, stop.number
    while top >= 0 and IN_QUOTES_ONLY.fullmatch(lines[top].strip()):
        top = number_above(lines, top)
    if top < 0 or top == last:
        return None
    indent, lead, value = parts_of(lines[top])
    if not lead or not IN_QUOTES_ONLY.fullmatch(value) or width_of(lines[last]) <= len(indent):
        return None
    while (below := number_below(lines, last)) >= 0 and IN_QUOTES_ONLY.fullmatch(lines[below].strip()):
        last = below
    if ":" not in lead and last == number_below(lines, top):
        return _item_below_an_item(lines[last], indent, last)
    texts = [value, *(line.strip() for line in lines[top + 1 : last + 1] if line.strip())]
    whole = f"{lead}{quoted(' '.join(map(unquoted, texts)))}"
    return Mistake(
        "quotes-match",
        "each line of this text has quotes of its own",
        "A text has one quote where it starts and one where it ends, however many lines it has.",
        f"make one line of all: {whole}" + (_OR_A_NAME if unquoted(value).endswith((".", "!", "?")) else ""),
        top,
        len(indent) + len(lead),
        f"{indent}{whole}",
        last - top + 1,
    )


def _item_below_an_item(line: str, indent: str, number: int) -> Mistake:
    """Return what is wrong with a text in quotes that stands below an item, moved in as far as the item's text."""
    return Mistake(
        "item-has-dash",
        "the dash before this item is missing",
        "An item of a list starts with a short dash and one space.",
        f"write it as: - {line.strip()}\nor, where it belongs to the line above, make one text of both",
        number,
        width_of(line),
        f"{indent}- {line.strip()}",
    )


def quotes_that_do_not_fit(stop: Stop) -> Mistake | None:
    """Find a text in quotes that ends before the line does."""
    indent, lead, whole = parts_of(stop.lines[stop.number])
    if not whole.startswith(('"', "'")) or IN_QUOTES.fullmatch(whole):
        return None
    field = None if lead else _NAME_IN_QUOTES.fullmatch(whole)
    if field is not None:
        return Mistake(
            "quotes-match",
            "a comma stands at the end of this field",
            "In other forms of file a comma goes there; here the line ends behind the text.",
            f"write it as: {field[1]}: {field[2]}",
            stop.number,
            len(indent),
            f"{indent}{field[1]}: {field[2]}",
        )
    value, remark = _without_remark(whole)
    if remark and _NOT_CLOSED.fullmatch(value):
        return _not_closed(stop.number, indent, lead, whole)
    mark = _MARK_AFTER_QUOTES.fullmatch(value)
    if mark is not None:
        return Mistake(
            "quotes-match",
            "something follows the closing quote",
            "A text in quotes ends at the closing quote, and nothing may follow it.",
            f"delete what stands behind it: {lead}{mark.group(1)}",
            stop.number,
            len(indent) + len(lead) + mark.end(1),
            f"{indent}{lead}{mark.group(1)}",
        )
    items = lead and _SEVERAL_IN_QUOTES.fullmatch(value)
    if items and (_COMMA_BETWEEN.search(value) or lead.strip() == "-"):
        return _several_on_one_line(stop, indent, lead, value)
    what, text = _meant_in_quotes(value)
    text += remark
    return Mistake(
        "quotes-match",
        "the quotes in this line do not fit together",
        "A text in quotes ends at the next quote of the same kind, and nothing may follow it.",
        f"{what}: {lead}{text}",
        stop.number,
        stop.column,
        f"{indent}{lead}{text}" if lead and not _is_going_on(stop) else None,
    )


def _meant_in_quotes(value: str) -> tuple[str, str]:
    """Return what to do with a text whose quotes end too early, and the text as it was most likely meant."""
    mark = value[0]
    if text_in_other_quotes(value):
        return "write one double quote at each end", quoted(text_in_other_quotes(value))
    if _DOUBLED_AT_ONE_END.fullmatch(value):
        return "write one double quote at each end", quoted(value.strip(mark))
    marks = [place for place, character in enumerate(value) if character == mark and value[place - 1] != "\\"]
    if mark == "'":
        is_word_alone = len(marks) > 1 and value[marks[1] + 1 : marks[1] + 2].isspace() and value[-1] != mark
        return "put double quotes around it", quoted(value if is_word_alone else unquoted(value))
    if len(marks) == _ONE_PAIR and not value.endswith(mark):
        return "put the quotes around all of it", quoted(re.sub(r'\\(["\\])|"', r"\1", value))
    ends_first = (
        len(marks) > 1 and not value[marks[1] - 1].isspace() and value[marks[1] + 1 : marks[1] + 2].isspace()
    )
    if ends_first and len(marks) % 2 == 0:
        return "put quotes around all of it, and a backslash before those inside", quoted(value)
    return "put a backslash before each quote inside the text", quoted(unquoted(value))


def _several_on_one_line(stop: Stop, indent: str, lead: str, value: str) -> Mistake:
    """Return what to do with `- "one", "two"`: an item of a list is one text."""
    texts = [quoted(unquoted(text)) for text in IN_QUOTES_ONLY.findall(value)]
    lines = "".join(f"\n{lead}{text}" for text in texts)
    listed = f"[{', '.join(texts)}]"
    is_item = lead.lstrip().startswith("-") and ":" not in lead
    return Mistake(
        "quotes-match",
        f"there are {len(texts)} texts in this line",
        "Each item of a list stands in a line of its own, or all of them in brackets.",
        f"write it like this:{lines}" if is_item else f"put brackets around them: {lead}{listed}",
        stop.number,
        stop.column,
        f"{indent}{lead}{quoted(', '.join(map(unquoted, texts)))}" if is_item else f"{indent}{lead}{listed}",
    )


def _is_going_on(stop: Stop) -> bool:
    """Whether the next line belongs to the text of this one."""
    below = stop.lines[stop.number + 1] if stop.number + 1 < len(stop.lines) else ""
    return goes_on(below, width_of(stop.lines[stop.number]))
