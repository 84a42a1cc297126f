"""What of a reply a screen shows at once: long answers in portions, a safety card never pushed off the screen.

Works on lines of any kind (text, or rich's), so that every dress holds the same promise. How a line looks is
`presentation`'s and `styled`'s; when the next portion comes is `chat`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from chatbot.speaking.presentation import (
    Block,
    card_forms,
    columns_of,
    linear_text,
    number_to_call,
    plain_text,
    wrap,
)

Line = TypeVar("Line")

# On fewer rows an empty line below a portion costs more than it helps.
_FEWEST_ROWS_FOR_SPACE = 8
# How a line of a choice begins: plain, styled, linear.
_CHOICE = re.compile(r"(?:\s+|Choice |See also )(\d{1,2})(?:\. |: |  )")
# Below a portion of text: an empty line and the prompt. The styled chat has a line of key hints, too.
_ROWS_BELOW_TEXT = 2


def has_space_below(rows: int) -> bool:
    """Say whether a screen of so many rows has an empty line between a portion and the prompt."""
    return rows >= _FEWEST_ROWS_FOR_SPACE


def room_on(rows: int, rows_below: int) -> int:
    """Return how many lines a portion may have, at least one; `rows_below` counts the empty line below it."""
    return max(1, rows - rows_below + (0 if has_space_below(rows) else 1))


def in_portions(lines: Sequence[Line], room: int, is_empty: Callable[[Line], bool]) -> list[list[Line]]:
    """Return lines in portions of at most `room`, of equal length, so that the last one is no single line."""
    pages: list[list[Line]] = []
    rest = list(lines)
    portions = -(-len(rest) // room)
    while len(rest) > room:
        size = -(-len(rest) // portions)
        pages.append(rest[:size])
        rest, portions = rest[size:], portions - 1
        while rest and is_empty(rest[0]):
            rest = rest[1:]
    return [*pages, rest] if rest else pages


def card_portions(card: Sequence[Line], room: int, reminder: Line | None) -> list[list[Line]]:
    """Return a safety card whole, or in portions where no form of it fits.

    The first is as long as can be, for it holds what to do; above each other one stands the `reminder` of it.
    """
    if len(card) <= room:
        return [list(card)]
    head = [reminder] if reminder is not None and room > 1 else []
    size = room - len(head)
    later = [card[start : start + size] for start in range(room, len(card), size)]
    return [list(card[:room]), *([*head, *lines] for lines in later)]


def choices_on(page: Sequence[object]) -> set[int]:
    """Return the numbers of the choices on these lines, in any dress."""
    return {int(found[1]) for line in page if (found := _CHOICE.match(str(line)))}


def reminder_of(card: Block, columns: int) -> str:
    """Return one line that says again what to do: the card's label, with the number to call where there is one.

    "" where not even the label fits.
    """
    number = number_to_call(card)
    forms = (f"{card.label}: {number}", number) if number else (card.label,)
    return next((form for form in forms if columns_of(form) <= columns), "")


def text_pages(
    blocks: tuple[Block, ...], columns: int, rows: int, *, is_linear: bool = False
) -> list[list[str]]:
    """Return the lines of blocks, plain or linear, in the portions in which a terminal shows them, at least one.

    A card stands alone where the rest would push it off the screen. Everything else that is longer than the screen
    comes in portions, too, but not for a screen reader (`is_linear`), which reads from where it stopped.
    """
    room = room_on(rows, _ROWS_BELOW_TEXT)
    whole = _lines(blocks, columns, is_linear=is_linear)
    if len(whole) <= room:
        return [whole]
    pages = []
    if blocks[0].kind == "card":
        pages = card_portions(
            _card(blocks[0], columns, room, is_linear=is_linear),
            room,
            reminder_of(blocks[0], columns) or None,
        )
        whole = _lines(blocks[1:], columns, is_linear=is_linear)
    if is_linear:
        return [*pages, whole] if whole else pages
    return [*pages, *in_portions(whole, room, lambda line: not line)]


def message_pages(lines: Sequence[str], rows: int, dress: str) -> list[list[str]]:
    """Return the lines of a message of the terminal itself in the portions of this dress; a screen reader reads on."""
    if dress == "linear":
        return [list(lines)]
    room = room_on(rows, _ROWS_BELOW_TEXT + (dress == "styled"))
    return in_portions(lines, room, lambda line: not line)


def _lines(blocks: tuple[Block, ...], columns: int, *, is_linear: bool) -> list[str]:
    text = linear_text(blocks, columns) if is_linear else plain_text(blocks, columns)
    return text.split("\n") if text else []


def _card(card: Block, columns: int, room: int, *, is_linear: bool) -> list[str]:
    """Return the card's lines in the largest form that fits, else in the smallest."""
    if is_linear:
        forms = [_lines((card,), columns, is_linear=True)]
        forms.append(wrap(f"{card.label}: {' '.join(card.paragraphs)}", columns))
    else:
        forms = card_forms(card, columns)
    return next((form for form in forms if len(form) <= room), forms[-1])
