"""A line that YAML cannot read: what an editor did there, in words, and the line as it was most likely meant.

Owns the wording of such mistakes. `yaml_source` says where YAML stopped; that is often a line or two below the
slip (a quote that is not closed, a blank that is none), so the lines above are looked at first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from chatbot.brackets import completed

_FARTHEST = 200  # lines above the place where YAML stopped in which a quote may have been left open
_MOST_IN_BRACKETS = 20  # lines of one list in brackets


class Mistake(NamedTuple):
    """What is wrong, where (line and column from 0), what to do, and the line as it should be, if that is clear.

    `lines` is how many lines the mended one stands for.
    """

    rule: str
    message: str
    cause: str
    repair: str
    line: int
    column: int
    mended: str | None = None
    lines: int = 1


class Stop(NamedTuple):
    """Where YAML stopped: the lines, the number of the line and the column (both from 0), and YAML's words."""

    lines: Sequence[str]
    number: int
    column: int
    reason: str


class _Parts(NamedTuple):
    """A line: how far it is moved in, its dashes and name of a field, and the rest."""

    indent: str
    lead: str
    value: str


def explain(lines: Sequence[str], number: int, column: int, reason: str) -> Mistake:
    """Return what is wrong where YAML stopped. Never raises, and always finds words."""
    stop = Stop(lines, number, column, reason)
    for look_for in _LOOK_FOR:
        mistake = look_for(stop)
        if mistake is not None:
            return mistake
    return _out_of_line(stop)


def mend(lines: list[str], mistake: Mistake) -> bool:
    """Change the line with this mistake so that reading can go on; return whether anything was changed."""
    number = mistake.line
    line = lines[number]
    if mistake.rule == "lines-align" and mistake.mended is not None:
        _move_entry(lines, number, mistake.mended)
        return lines[number] != line
    if mistake.mended is not None:
        end = number + mistake.lines if mistake.mended else _end_of_paste(lines, number)
        lines[number:end] = [mistake.mended, *[""] * (end - number - 1)]
        return mistake.mended != line
    indent, lead, value = _parts(line)
    if "\t" in indent or mistake.rule == "lines-align":
        lines[number] = " " * _column_above(lines, number, is_item=lead.startswith("-")) + line.lstrip()
        return lines[number] != line
    if not value or not (lead or value[0] in "\"'&*!@%`|>[{"):
        return False
    if value[0] in "[{" and not _is_text_in_brackets(value):
        return False
    last = number
    while last + 1 < len(lines) and _goes_on(lines[last + 1], len(indent)):
        last += 1
    whole = _unquoted(" ".join([value, *(part.strip() for part in lines[number + 1 : last + 1])]))
    repaired = [indent + lead + quoted(whole), *[""] * (last - number)]
    is_changed = repaired != lines[number : last + 1]
    lines[number : last + 1] = repaired
    return is_changed


def is_about_backslash(reason: str) -> bool:
    """Whether YAML's words say that it could not read what follows a backslash."""
    return any(word in reason for word in _ESCAPE_WORDS)


def quoted(text: str) -> str:
    """Return `text` as a YAML text in double quotes on one line, to paste into a file."""
    escaped = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def items_of_bullets(text: str) -> list[str]:
    """Return the items of a list whose dashes are bullets or lack their space, and that YAML read as one text.

    `text` is what it read, in one line. [] for an ordinary text, also for one that only starts with such a mark.
    """
    mark = text[:1]
    if not _ANY_BULLET.match(text):
        return []
    in_quotes = re.findall(rf"(?:^|\s){re.escape(mark)}\s*({_IN_QUOTES_ONLY.pattern})(?=\s|$)", text)
    if in_quotes:
        return [_unquoted(item) for item in in_quotes]
    items = re.split(rf"(?:^|\s){re.escape(mark)}\s*(?=\S)", text)[1:]
    return items if len(items) > 1 else []


# --- what is looked for, in this order

_LEAD = re.compile(r"(\s*)((?:-\s+)*(?:[\w.-]+:\s+)?)")
_STARTS_LIKE_FIELD = re.compile(r"\s*(?:-(?:\s|$)|[\w.-]+:(?:\s|$)|#)")
_IN_QUOTES = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:\s#.*)?""")
_IN_QUOTES_ONLY = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_SEVERAL_IN_QUOTES = re.compile(
    rf"(?:{_IN_QUOTES_ONLY.pattern})(?:\s*,\s*(?:{_IN_QUOTES_ONLY.pattern}))+\s*,?"
)
_LIST = re.compile(r"\[([^\[\]]*)\]")
_LISTS = re.compile(rf"{_LIST.pattern}(?:\s*,?\s*{_LIST.pattern})+\s*,?")
_ITEM_IN_QUOTES = re.compile(r"""\s*-\s+["']""")
_ONE_PAIR = 2  # quotes
_MARK_AFTER_QUOTES = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*[,;.]+""")
_NOT_CLOSED = re.compile(r""""(?:[^"\\]|\\.)*\\?|'(?:[^']|'')*""")
_COLON_IN_TEXT = re.compile(r":(?:\s|$)")
# Blanks that look like a space and are none to YAML. They come with text from a word processor or a web page.
_FALSE_BLANK = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_BACKSLASH = re.compile(r"""\\(["\\])|\\""")
_HEX = "[0-9A-Fa-f]"
_GOOD_ESCAPE = rf"""(?:[0abtnvfre"/\\N_LP \t]|x{_HEX}{{2}}|u{_HEX}{{4}}|U{_HEX}{{8}})"""
_BAD_BACKSLASH = re.compile(rf"(?:\\{_GOOD_ESCAPE}|[^\\])*(\\)")
_ESCAPE_WORDS = ("escape", "hexdecimal", "hexadecimal")  # of yaml's two loaders, one of which cannot spell
_ITEM = re.compile(r"\s*-\s")
_FIELD = re.compile(r"\s*[\w.-]+:(?:\s|$)")
_INDENT = 2  # columns that each level is moved in by
_ENTRY_START = re.compile(r"(\s*)-\s+id:\s")
_ID_WITHOUT_DASH = re.compile(r"(\s*)id:\s")
_MERGED = re.compile(r"<{7}|={7}|>{7}|\|{7}")
_BULLET = re.compile(
    r"(?:[\u2022\u00b7\u25aa\u25e6\u25cf\u25cb\u2023\u2219\u2013\u2014\u2212]|--(?!-)|\*(?=\s))\s*(?=\S)"
)
_ANY_BULLET = re.compile(r"[\u2022\u00b7\u25aa\u25e6\u25cf\u25cb\u2023\u2219\u2013\u2014\u2212-]")
_NO_SPACE_AFTER_DASH = re.compile(r"-(?=[\"'\w])")
_NAME = r"([A-Za-z_]+)"
_NO_SPACE_AFTER_COLON = re.compile(rf"{_NAME}:(?!//)(\S.*)")
_NO_COLON = re.compile(rf"{_NAME}\s+([\"'].*)")
_EQUALS = re.compile(rf"{_NAME}\s*=\s*(\S.*)")
_WIDE_COLON = re.compile(rf"{_NAME}\s*[\uff1a\ufe55\u2236\ua789]\s*(\S.*)")
_COLON_CAUSE = "A line names its field: small letters, a colon and a space, then the text in quotes."


def _false_blank(stop: Stop) -> Mistake | None:
    """Find a blank that is no space, before the text of this line or of the one above."""
    for number in (stop.number, _above(stop.lines, stop.number)):
        line = stop.lines[number] if number >= 0 else ""
        start = len(line) - len(_parts(line).value) if line.strip() else 0
        blank = _FALSE_BLANK.search(line, 0, start)
        if blank is not None:
            character = ord(blank.group())
            return Mistake(
                "spaces-are-plain",
                "there is a blank here that only looks like a space "
                f"({'a non-breaking space, ' if character in (0xA0, 0x202F) else ''}U+{character:04X})",
                "It comes with text copied from a word processor or a web page; YAML counts plain spaces only.",
                "delete the blanks around this place and type them again with the space bar",
                number,
                blank.start(),
                _FALSE_BLANK.sub(" ", line[:start]) + line[start:],
            )
    return None


def _tab(stop: Stop) -> Mistake | None:
    """Find a tab that moves the line in, or follows a dash."""
    line = stop.lines[stop.number]
    indent, lead, value = _parts(line)
    if "\t" in indent:
        return Mistake(
            "no-tabs",
            "this line is moved in with a tab",
            "YAML counts spaces only.",
            "delete the tab and move the line in with spaces, as many as its neighbours have",
            stop.number,
            indent.index("\t"),
        )
    if "\t" in lead and "token" in stop.reason:
        spaced = re.sub(r"\s+", " ", lead)
        return Mistake(
            "no-tabs",
            "a tab stands here instead of a space",
            "YAML knows a dash by the space after it.",
            f"put a space instead of the tab: {spaced}{value}",
            stop.number,
            len(indent) + lead.index("\t"),
            f"{indent}{spaced}{value}",
        )
    return None


def _left_over_from_merging(stop: Stop) -> Mistake | None:
    """Find the marks that a program leaves behind when two people have changed the same lines."""
    for number in (stop.number, _above(stop.lines, stop.number)):
        if number >= 0 and _MERGED.match(stop.lines[number]):
            return Mistake(
                "no-marks-of-merging",
                "this line was left behind when two versions of the file were put together",
                "Between such lines stand both versions of the same text.",
                "keep one of the two versions, and delete the lines that start with <<<<<<<, ======= and >>>>>>>",
                number,
                0,
                "",
            )
    return None


def _open_quote(stop: Stop) -> Mistake | None:
    """Find the text above whose closing quote is missing, where YAML stopped at the next quote it met."""
    lines = stop.lines
    for number in range(stop.number, max(-1, stop.number - _FARTHEST), -1):
        indent, lead, value = _parts(lines[number])
        if not lead or not value.startswith(('"', "'")) or not _NOT_CLOSED.fullmatch(value):
            continue
        below = next((line for line in lines[number + 1 :] if line.strip()), "")
        if below and not _starts_at_or_before(below, _field_column(indent, lead)):
            return None
        closing = next(
            (later for later in range(number + 1, stop.number + 1) if value[0] in lines[later]), stop.number
        )
        if stop.number > closing + 1:
            return None
        closed = quoted(_unquoted(value))
        return Mistake(
            "quotes-match",
            "the quote that opens this text is not closed",
            "A text in quotes goes on until the next quote of the same kind, also in the lines below.",
            f"close it: {lead}{closed}",
            number,
            len(indent) + len(lead),
            f"{indent}{lead}{closed}",
        )
    return None


def _backslash(stop: Stop) -> Mistake | None:
    """Find a backslash that YAML takes for the start of a special character."""
    if not is_about_backslash(stop.reason):
        return None
    line = stop.lines[stop.number]
    indent, lead, value = _parts(line)
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


def _entry_without_dash(stop: Stop) -> Mistake | None:
    """Find an entry whose id lacks its dash; where it is the first, YAML stops at the next entry, which has one."""
    found = _ID_WITHOUT_DASH.match(stop.lines[stop.number])
    before = next(filter(None, map(_ENTRY_START.match, reversed(stop.lines[: stop.number]))), None)
    if found and before and before.group(1) == found.group(1):
        indent, line = found.group(1), stop.lines[stop.number].strip()
        return Mistake(
            "entry-has-dash",
            "the dash before this id is missing",
            "Each entry of the list starts with a dash and a space before its id.",
            f"write it as: - {line}",
            stop.number,
            len(indent),
            f"{indent}- {line}",
        )
    if not _ENTRY_START.match(stop.lines[stop.number]):
        return None
    for number in range(stop.number - 1, -1, -1):
        line = stop.lines[number]
        if _ENTRY_START.match(line):
            return None
        found = _ID_WITHOUT_DASH.match(line)
        if found and stop.lines[_above(stop.lines, number)].startswith("entries:"):
            indent = found.group(1)
            return Mistake(
                "entry-has-dash",
                "the dash before this id is missing",
                "Each entry of the list starts with a dash and a space before its id.",
                f"write it as: - {line.strip()}",
                number,
                len(indent),
                f"{indent[:-2]}- {line.strip()}",
            )
    return None


def _entry_out_of_line(stop: Stop) -> Mistake | None:
    """Find an entry whose dash stands in another column than that of the entry before."""
    line = stop.lines[stop.number]
    found = _ENTRY_START.match(line)
    before = [
        entry for entry in map(_ENTRY_START.match, reversed(stop.lines[: stop.number])) if entry is not None
    ][:1]
    if not found or (before and before[0].group(1) == found.group(1)):
        return None
    if before:
        spaces = len(before[0].group(1))
        repair = f"put {_spaces(spaces)} before the dash, as in the entry before"
        mended = f"{before[0].group(1)}- {line.strip().removeprefix('-').lstrip()}"
    elif any(above.startswith("entries:") for above in stop.lines[: stop.number]):
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


def _quotes(stop: Stop) -> Mistake | None:
    """Find a text in quotes that ends before the line does."""
    indent, lead, value = _parts(stop.lines[stop.number])
    if not value.startswith(('"', "'")) or _IN_QUOTES.fullmatch(value):
        return None
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
    items = _SEVERAL_IN_QUOTES.fullmatch(value)
    if items is not None and lead:
        return _several_on_one_line(stop, indent, lead, value)
    what, text = _meant_in_quotes(value)
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
    marks = [place for place, character in enumerate(value) if character == mark and value[place - 1] != "\\"]
    if mark == "'":
        return "put double quotes around it", quoted(_unquoted(value))
    if len(marks) == _ONE_PAIR and not value.endswith(mark):
        return "put the quotes around all of it", quoted(re.sub(r'\\(["\\])|"', r"\1", value))
    ends_first = (
        len(marks) > 1 and not value[marks[1] - 1].isspace() and value[marks[1] + 1 : marks[1] + 2].isspace()
    )
    if ends_first and len(marks) % 2 == 0:
        return "put quotes around all of it, and a backslash before those inside", quoted(value)
    return "put a backslash before each quote inside the text", quoted(_unquoted(value))


def _several_on_one_line(stop: Stop, indent: str, lead: str, value: str) -> Mistake:
    """Return what to do with `- "one", "two"`: an item of a list is one text."""
    texts = [quoted(_unquoted(text)) for text in _IN_QUOTES_ONLY.findall(value)]
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
        f"{indent}{lead}{quoted(', '.join(map(_unquoted, texts)))}" if is_item else f"{indent}{lead}{listed}",
    )


def _is_going_on(stop: Stop) -> bool:
    """Whether the next line belongs to the text of this one."""
    below = stop.lines[stop.number + 1] if stop.number + 1 < len(stop.lines) else ""
    return _goes_on(below, _width(stop.lines[stop.number]))


def _end_of_file_mark(stop: Stop) -> Mistake | None:
    """Find a line of three dots above, which ends the file for YAML."""
    number = _above(stop.lines, stop.number)
    if number < 0 or stop.lines[number].rstrip() != "...":
        return None
    return Mistake(
        "one-part",
        "the file ends here for YAML, and what follows is not read",
        "A line of three dots is the end of a file.",
        "delete the line ...",
        number,
        0,
        "#",
    )


def _item_out_of_line(stop: Stop) -> Mistake | None:
    """Find the item of a list whose dash stands in another column than those of the others."""
    if not _ITEM.match(stop.lines[stop.number]) or _ENTRY_START.match(stop.lines[stop.number]):
        return None
    numbers = _list_around(stop)
    widths = [_width(stop.lines[number]) for number in numbers]
    if len(set(widths)) < _ONE_PAIR:
        return None
    header = _above(stop.lines, numbers[0])
    usual = _width(stop.lines[header]) + _INDENT if header >= 0 else 0
    right = max(dict.fromkeys(widths), key=lambda width: (widths.count(width), width == usual))
    number = next(number for number in numbers if _width(stop.lines[number]) != right)
    line = stop.lines[number]
    return Mistake(
        "items-align",
        "this item does not start where the others do",
        "The dashes of all items of a list stand in one column.",
        f"put {_spaces(right)} before the dash, as in the other items",
        number,
        _width(line),
        f"{' ' * right}{line.lstrip()}",
    )


def _list_around(stop: Stop) -> list[int]:
    """Return the numbers of the lines with items without another line between them, this one among them."""
    first = stop.number
    while _ITEM.match(stop.lines[above := _above(stop.lines, first)]) and 0 <= above < first:
        first = above
    numbers = [first]
    while (below := _below(stop.lines, numbers[-1])) >= 0 and _ITEM.match(stop.lines[below]):
        if _ENTRY_START.match(stop.lines[below]):
            break
        numbers.append(below)
    return numbers


def _field_out_of_line(stop: Stop) -> Mistake | None:
    """Find a field of an entry that starts a little beside the column of the others."""
    line = stop.lines[stop.number]
    above = _above(stop.lines, stop.number)
    start = next((number for number in range(above, -1, -1) if _ENTRY_START.match(stop.lines[number])), -1)
    if start < 0 or not _FIELD.match(line) or not _parts(stop.lines[above]).value:
        return None
    entry = _ENTRY_START.match(stop.lines[start])
    right = len(entry.group()) - len("id: ") if entry else 0
    if not 0 < abs(_width(line) - right) <= _INDENT:
        return None
    return Mistake(
        "fields-align",
        "this line does not start where the other fields of its entry do",
        "Fields of one entry start in the same column.",
        f"put {_spaces(right)} before it",
        stop.number,
        _width(line),
        f"{' ' * right}{line.lstrip()}",
    )


def _spaces(count: int) -> str:
    return f"{count or 'no'} {'space' if count == 1 else 'spaces'}"


def _item_without_dash(stop: Stop) -> Mistake | None:
    """Find a text in quotes alone in its line, between or above items of the same list: its dash is missing."""
    for number in (_above(stop.lines, stop.number), stop.number):
        line = stop.lines[number] if number >= 0 else ""
        if not _is_bare_item(line):
            continue
        beside = (_above(stop.lines, number), _below(stop.lines, number))
        if any(
            near >= 0
            and _width(stop.lines[near]) == _width(line)
            and (_ITEM_IN_QUOTES.match(stop.lines[near]) or _is_bare_item(stop.lines[near]))
            for near in beside
        ):
            indent, text = line[: _width(line)], line.strip()
            return Mistake(
                "item-has-dash",
                "the dash before this item is missing",
                "An item of a list starts with a short dash and one space.",
                f"write it as: - {text}",
                number,
                len(indent),
                f"{indent}- {text}",
            )
    return None


def _is_bare_item(line: str) -> bool:
    return _IN_QUOTES.fullmatch(line.strip()) is not None


def _no_dash_and_no_name(stop: Stop) -> Mistake | None:
    """Find what was meant as a dash or as the name of a field, here or (for a colon) in the line above."""
    above = _above(stop.lines, stop.number)
    is_of_above = "mapping values" in stop.reason and above >= 0
    for number in (stop.number, above) if is_of_above else (stop.number,):
        indent, lead, value = _parts(stop.lines[number])
        found = _meant(lead, value) if value else None
        if found is not None:
            rule, message, cause, mended = found
            column = len(indent) + len(lead)
            repair = f"write it as: {mended}"
            return Mistake(rule, message, cause, repair, number, column, f"{indent}{mended}")
    return None


def _meant(lead: str, value: str) -> tuple[str, str, str, str] | None:
    """Return rule, message, cause, and the line without what moves it in; None where nothing is clear."""
    dash_cause = "An item of a list starts with a short dash and one space."
    bullet = _BULLET.match(value)
    if bullet is not None and not lead:
        message = f'"{bullet.group().strip()}" is no dash to YAML'
        return "item-has-dash", message, dash_cause, f"- {_as_text(value[bullet.end() :])}"
    dash = _NO_SPACE_AFTER_DASH.match(value)
    if dash is not None and not lead:
        return "item-has-dash", "the space after the dash is missing", dash_cause, f"- {_as_text(value[1:])}"
    dashes = re.match(r"(?:-\s+)*", lead)
    start = dashes.group() if dashes else ""
    if lead != start:
        return None
    for pattern, message in (
        (_NO_SPACE_AFTER_COLON, "the space after the colon is missing"),
        (_NO_COLON, "the colon after the name is missing"),
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
    is_ready = _IN_QUOTES.fullmatch(value) or value[:1] in ("[", "{") or _parts(value).lead
    return value if is_ready else quoted(_unquoted(value))


def _two_lists(stop: Stop) -> Mistake | None:
    """Find a second list in brackets behind the first, or below it."""
    number, above = stop.number, _above(stop.lines, stop.number)
    indent, lead, value = _parts(stop.lines[number])
    if not lead and value.startswith("[") and above >= 0:
        number, below = above, value
        indent, lead, value = _parts(stop.lines[number])
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


def _brackets(stop: Stop) -> Mistake | None:
    """Find what is missing in a list or a set of fields in brackets, which may go on in the lines below."""
    indent, lead, value = _parts(stop.lines[stop.number])
    if not value.startswith(("[", "{")) or _is_text_in_brackets(value):
        return None
    end = stop.number + 1
    while end < len(stop.lines) and end <= stop.number + _MOST_IN_BRACKETS and _goes_on(stop.lines[end], 0):
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


def _value(stop: Stop) -> Mistake | None:
    """Find a text without quotes that YAML takes for something else."""
    indent, lead, value = _parts(stop.lines[stop.number])
    column = len(indent) + len(lead)
    in_quotes = f"put quotes around the text: {lead}{quoted(_unquoted(value))}"
    if value.startswith((*"&*!@%`|>", "- ")) or _is_text_in_brackets(value):
        return Mistake(
            "quotes-needed",
            f"a text cannot start with {value[0]} here",
            "YAML gives that character a meaning of its own.",
            in_quotes,
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


def _line_without_name(stop: Stop) -> Mistake | None:
    """Find a line that is neither an item nor a field: mostly the second part of a text that was pasted."""
    above = stop.lines[stop.number - 1] if stop.number else ""
    if "mapping values" in stop.reason and not _STARTS_LIKE_FIELD.match(above):
        return Mistake(
            "colon-in-text",
            "a colon inside a text ends it too early, or the line above lacks its colon",
            "YAML reads a word with a colon and a space as the name of a field.",
            "put quotes around the whole text, or write the line above as: name: text",
            stop.number,
            stop.column,
        )
    if "':'" not in stop.reason:
        return None
    before = _parts(stop.lines[max(0, _above(stop.lines, stop.number))])
    pasted = [part.strip() for part in stop.lines[stop.number : _end_of_paste(stop.lines, stop.number)]]
    is_of_above = bool(before.lead and before.value)
    if is_of_above:
        joined = quoted(" ".join([_unquoted(before.value), *pasted]))
        repair = f"where it belongs to the text above, make one line of all: {before.lead}{joined}"
    else:
        repair = f"write the name of its field before it: name: {quoted(pasted[0])}"
    return Mistake(
        "field-has-colon",
        "this line has no colon",
        "Each line starts with a dash, or with the name of a field and a colon.",
        repair,
        stop.number,
        stop.column,
        "" if is_of_above else None,
    )


def _out_of_line(stop: Stop) -> Mistake:
    return Mistake(
        "lines-align",
        "this line does not fit the lines above it",
        "Fields of one entry start in the same column; so do the dashes of one list.",
        "start it in the same column as its neighbours, or put quotes around a text of several lines",
        stop.number,
        stop.column,
    )


_LOOK_FOR: tuple[Callable[[Stop], Mistake | None], ...] = (
    _left_over_from_merging,
    _end_of_file_mark,
    _false_blank,
    _tab,
    _open_quote,
    _backslash,
    _entry_without_dash,
    _entry_out_of_line,
    _item_out_of_line,
    _field_out_of_line,
    _item_without_dash,
    _quotes,
    _no_dash_and_no_name,
    _two_lists,
    _brackets,
    _value,
    _line_without_name,
)


# --- lines in their parts


def _move_entry(lines: list[str], number: int, mended: str) -> None:
    """Move an entry's first line; and its others, where they fit the place that it had."""
    was, now = _width(lines[number]), _width(mended)
    lines[number] = mended
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    if _width(below) != was + 2:
        return
    for later in range(number + 1, len(lines)):
        line = lines[later]
        if line.strip() and _width(line) <= was:
            return
        lines[later] = " " * max(0, _width(line) + now - was) + line.lstrip() if line.strip() else line


def _end_of_paste(lines: Sequence[str], number: int) -> int:
    """Return the number after the last of the lines from here that are no field and no item."""
    is_text = (bool(line.strip()) and not _STARTS_LIKE_FIELD.match(line) for line in lines[number + 1 :])
    return number + 1 + next((count for count, one in enumerate(is_text) if not one), len(lines) - number - 1)


def _width(line: str) -> int:
    return len(line) - len(line.lstrip())


def _above(lines: Sequence[str], number: int) -> int:
    """Return the number of the nearest line above that is not blank, -1 where there is none."""
    return next((earlier for earlier in range(number - 1, -1, -1) if lines[earlier].strip()), -1)


def _below(lines: Sequence[str], number: int) -> int:
    """Return the number of the nearest line below that is not blank, -1 where there is none."""
    return next((later for later in range(number + 1, len(lines)) if lines[later].strip()), -1)


def _field_column(indent: str, lead: str) -> int:
    """Return where a field's name starts, or, for an item without one, its dash."""
    dashes = len(lead) - len(lead.lstrip("- "))
    return len(indent) + (dashes if lead.rstrip().endswith(":") else 0)


def _starts_at_or_before(line: str, column: int) -> bool:
    is_field = _STARTS_LIKE_FIELD.match(line) or _NO_SPACE_AFTER_COLON.match(line.lstrip())
    return is_field is not None and _width(line) <= column


def _column_above(lines: Sequence[str], number: int, *, is_item: bool) -> int:
    """Return how far the line above is moved in: its dash, for an item of a list, or its field."""
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    indent, lead, _ = _parts(above)
    dashes = len(lead) - len(lead.lstrip("- ")) if not is_item else 0
    return len(indent.expandtabs(2)) + dashes


def _parts(line: str) -> _Parts:
    lead = _LEAD.match(line)
    indent, start = lead.groups() if lead else ("", "")
    return _Parts(indent, start, line[len(indent) + len(start) :].rstrip())


def _goes_on(line: str, indent: int) -> bool:
    """Whether a line continues the text of a line that is moved in by `indent`."""
    return _width(line) > indent and bool(line.strip()) and not _STARTS_LIKE_FIELD.match(line)


def _unquoted(value: str) -> str:
    mark = value[:1]
    if mark not in ('"', "'"):
        return value
    closing = mark if value[1:].endswith(mark) else "\u201d\u201c" if mark == '"' else "\u2019\u2018"
    inner = value[1:-1] if len(value) > 1 and value[-1] in closing else value[1:]
    return (
        re.sub(r"""\\(["\\])""", r"\1", inner)
        if mark == '"'
        else inner.replace("''", "'").replace("\\'", "'")
    )


def _is_text_in_brackets(value: str) -> bool:
    """Whether brackets at the start of a value are part of a sentence, as in "{clinic} is open"."""
    return re.match(r"\[\[|\{\w*\}|\[[^\]]*\]\s*\w", value) is not None
