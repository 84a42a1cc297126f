"""Blocks to the styled screen. The one door of rich.

Text reaches rich as `Text` objects on a Console that parses nothing: no markup, emoji codes or highlighting.
Only the 16 named colours, so that the reader's own theme wins; never colour alone (bold, labels and layout
say the same); never dim. Lines are broken by `presentation`, so every dress breaks and measures them alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from chatbot.screen.modes import Mode
from chatbot.screen.portions import card_portions, has_space_below, in_portions, reminder_of, room_on
from chatbot.speaking.presentation import (
    CARD_LABELS,
    Block,
    columns_of,
    in_ascii,
    line_width,
    needs_space,
    number_to_call,
    wrap,
)

TITLE_STYLE = "bold cyan"
SHORT_STYLE = "bold"
SOURCE_STYLE = "cyan"
NEXT_STEP_STYLE = "green"
NUMBER_STYLE = "bold"
CARD_STYLES = {CARD_LABELS["emergency"]: "bold red", CARD_LABELS["urgent"]: "bold yellow"}
QUIET_CARD_STYLE = "bold"
CODE_STYLE = "black on bright_white"

# Below a card or a page stand an empty line, the prompt and the key hints, which it must leave room for.
_ROWS_BELOW = 3
# On fewer rows than the usual 24 a card stands alone rather than in a smaller form beside other words.
_ROWS_OF_SMALL_SCREEN = 20
_COLUMNS_FOR_BIG_NUMBER = 40
_INDENT = "  "

# Three-row digits: half blocks where the terminal has them, else ASCII of the same size.
_BIG_DIGITS = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
}


def console_for(stream: TextIO, mode: Mode, width: int) -> Console:
    """Return the one kind of Console used here: it parses nothing and paints with named colours only."""
    return Console(
        file=stream,
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=True,
        color_system="standard",
        no_color=not mode.has_colour,
        legacy_windows=False,
        soft_wrap=True,
    )


def print_blocks(blocks: tuple[Block, ...], stream: TextIO, mode: Mode, columns: int, rows: int) -> None:
    """Paint blocks on a terminal of this size, followed by one empty line."""
    print_page(render(blocks, mode, columns, rows), stream, mode, columns)


def print_page(
    lines: Sequence[Text], stream: TextIO, mode: Mode, columns: int, rows: int | None = None
) -> None:
    """Paint rendered lines, followed by one empty line where a screen of `rows` has room for it."""
    console = console_for(stream, mode, columns)
    for line in lines:
        console.print(line)
    if rows is None or has_space_below(rows):
        console.print()


def pages_of(blocks: tuple[Block, ...], mode: Mode, columns: int, rows: int) -> list[list[Text]]:
    """Return the lines of blocks in the portions in which they are shown, at least one.

    A safety card stands alone where the rest would push it off the screen. What is longer than the screen comes
    in portions, so that the short answer, which is first, is seen first; all else at once.
    """
    room = room_on(rows, _ROWS_BELOW)
    pages = []
    rest = render(blocks, mode, columns, rows)
    if blocks[0].kind == "card" and len(rest) > room:
        below = render(blocks[1:], mode, columns, rows)
        smaller = render(blocks, mode, columns, rows - len(below) - 1)
        if rows >= _ROWS_OF_SMALL_SCREEN and len(smaller) <= room:
            return [smaller]  # the line on how to leave the card is worth a smaller box, but no lost one
        number = reminder_of(blocks[0], line_width(columns))
        reminder = Text(number, CARD_STYLES.get(blocks[0].label, QUIET_CARD_STYLE)) if number else None
        pages = card_portions(render(blocks[:1], mode, columns, rows), room, reminder)
        rest = below
    return [*pages, *in_portions(rest, room, lambda line: not line.plain)]


def print_code(lines: list[str], stream: TextIO, mode: Mode) -> None:
    """Paint the lines of a QR code black on white, so that it is read on dark and on light terminals."""
    console = console_for(stream, mode, max(columns_of(line) for line in lines) + len(_INDENT))
    for line in lines:
        console.print(Text.assemble(_INDENT, (line, CODE_STYLE)))
    console.print()


def render(blocks: tuple[Block, ...], mode: Mode, columns: int, rows: int) -> list[Text]:
    """Return the screen lines of blocks, each at most `columns` wide.

    A safety card takes the largest form that leaves room for the prompt on a screen of `rows` lines.
    """
    width = line_width(columns - len(_INDENT))
    lines: list[Text] = []
    previous: Block | None = None
    for block in blocks:
        if previous is not None and needs_space(previous, block):
            lines.append(Text())
        lines += _card(block, mode, columns, rows) if block.kind == "card" else _block(block, width, mode)
        previous = block
    return lines if mode.is_unicode else [_ascii_line(line) for line in lines]


def _block(block: Block, width: int, mode: Mode) -> list[Text]:
    """Return the lines of a block that stands in no box, in the style of its kind."""
    first, *others = block.paragraphs
    if block.kind == "title":
        return _styled_lines(block.words, width, TITLE_STYLE, _INDENT)
    if block.kind == "text":
        lines = _styled_lines(first, width, SHORT_STYLE if others else "", _INDENT)
        for paragraph in others:
            lines += _styled_lines(paragraph, width, "", _INDENT)
        return lines
    if block.kind == "source":
        return _styled_lines(f"{block.label}: {first}", width, SOURCE_STYLE, _INDENT)
    if block.kind == "choice":
        return _choice(block, width)
    if block.kind == "consultation":
        return _next_step(block, width, mode)
    return [line for paragraph in block.paragraphs for line in _styled_lines(paragraph, width, "", _INDENT)]


def _choice(block: Block, width: int) -> list[Text]:
    number = f"{_INDENT}{block.number:>2}  "
    lines = [Text(line) for line in wrap(block.words, width + len(_INDENT), number, " " * len(number))]
    lines[0].stylize(NUMBER_STYLE, 0, len(number))
    return lines


def _next_step(block: Block, width: int, mode: Mode) -> list[Text]:
    bar = f"{_INDENT}{'┃' if mode.is_unicode else '|'} "
    words = f"{block.label}: " + " ".join(block.paragraphs)
    lines = [Text(line) for line in wrap(words, width + len(_INDENT), bar)]
    for line in lines:
        line.stylize(NEXT_STEP_STYLE, 0, len(bar))
    lines[0].stylize(f"bold {NEXT_STEP_STYLE}", len(bar), len(bar) + len(block.label) + 1)
    return lines


def _styled_lines(words: str, width: int, style: str, indent: str) -> list[Text]:
    lines = []
    for line in wrap(words, width + len(indent), indent):
        text = Text(line)
        if style:
            text.stylize(style, len(indent))
        lines.append(text)
    return lines


def _card(block: Block, mode: Mode, columns: int, rows: int) -> list[Text]:
    """Return the card in the largest form that fits; the smallest one when none does."""
    style = CARD_STYLES.get(block.label, QUIET_CARD_STYLE)
    room = room_on(rows, _ROWS_BELOW)
    forms = []
    if columns >= _COLUMNS_FOR_BIG_NUMBER and mode.is_unicode:
        forms.append(_boxed(block, style, columns, mode, is_roomy=True, has_big_number=True))
    forms.append(_boxed(block, style, columns, mode, is_roomy=True))
    forms.append(_boxed(block, style, columns, mode))
    forms.append(_ruled(block, style, columns, mode))
    forms.append(_bare(block, style, columns))
    forms.append(_run_in(block, style, columns))
    smallest = _one_paragraph(block, style, columns)
    return next((form for form in forms if form and len(form) <= room), smallest)


def _boxed(
    block: Block,
    style: str,
    columns: int,
    mode: Mode,
    *,
    is_roomy: bool = False,
    has_big_number: bool = False,
) -> list[Text]:
    """Return the lines of a card in a box; [] where a big number is wanted and the card tells none to call.

    `is_roomy`: with blank columns and lines inside of the box.
    """
    number = _big_number(block) if has_big_number else []
    if has_big_number and not number:
        return []
    outer = min(columns, line_width(columns) + 4)
    padding = 2 if is_roomy else 1
    inner = outer - 2 - 2 * padding
    head = [*number, *([""] if number else []), *wrap(block.label, inner)]
    paragraphs = [wrap(paragraph, inner) for paragraph in block.paragraphs]
    if is_roomy:
        head = ["", *head]
        paragraphs = [["", *lines] for lines in paragraphs] + [[""]]
    words = [line for lines in paragraphs for line in lines]
    top_left, flat, top_right, side, bottom_left, bottom_right = "┏━┓┃┗┛" if mode.is_unicode else "+=+|++"
    return [
        Text(top_left + flat * (outer - 2) + top_right, style),
        *(_between_sides(line, side, padding, outer, style, is_head=True) for line in head),
        *(_between_sides(line, side, padding, outer, style, is_head=False) for line in words),
        Text(bottom_left + flat * (outer - 2) + bottom_right, style),
    ]


def _between_sides(words: str, side: str, padding: int, outer: int, style: str, *, is_head: bool) -> Text:
    """Return one line of a box, `outer` columns wide: the sides in its style, and the words as well in its head."""
    left = f"{side}{' ' * padding}{words}"
    line = Text(left + " " * (outer - columns_of(left) - 1) + side)
    line.stylize(style, 0, 1)
    line.stylize(style, len(line) - 1)
    if is_head:
        line.stylize(style)
    return line


def _ruled(block: Block, style: str, columns: int, mode: Mode) -> list[Text]:
    rule = Text(("━" if mode.is_unicode else "=") * line_width(columns), style)
    return [rule, *_bare(block, style, columns), rule]


def _bare(block: Block, style: str, columns: int) -> list[Text]:
    width = line_width(columns)
    return [
        *_styled_lines(block.label, width, style, ""),
        *(line for paragraph in block.paragraphs for line in _styled_lines(paragraph, width, "", "")),
    ]


def _run_in(block: Block, style: str, columns: int) -> list[Text]:
    """Return the card as one paragraph under its label: no line is left half empty."""
    width = line_width(columns)
    words = " ".join(block.paragraphs)
    return [*_styled_lines(block.label, width, style, ""), *_styled_lines(words, width, "", "")]


def _one_paragraph(block: Block, style: str, columns: int) -> list[Text]:
    """Return the card with its label at the head of its words, as a screen reader has it: no line of its own."""
    lines = wrap(f"{block.label}: {' '.join(block.paragraphs)}", line_width(columns))
    first, *others = (Text(line) for line in lines)
    first.stylize(style, 0, len(block.label) + 1)
    return [first, *others]


def _big_number(block: Block) -> list[str]:
    """Return the number that a card says to call in large figures, or nothing."""
    number = number_to_call(block)
    return ["  ".join(_BIG_DIGITS[digit][row] for digit in number) for row in range(3)] if number else []


def _ascii_line(line: Text) -> Text:
    """Return a line for a terminal without Unicode; without styles where a likeness differs in length."""
    plain = in_ascii(line.plain)
    return Text(plain, spans=line.spans if len(plain) == len(line.plain) else [])
