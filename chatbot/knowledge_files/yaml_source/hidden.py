"""Characters of a file that nobody sees: those that change how a text is shown, and those that are just left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatbot.knowledge import Position, Problem
from chatbot.sanitise import clean

# They move a cursor or turn the order of a line round, so the text on a screen would not be the text checked.
_DANGEROUS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)


# An "í" that was read as another encoding than it was written in, which is told of the text that it stands in.
_MISREAD_I = "\u00c3\u00ad"
# What word processors put in for Shift-Enter, and other ends of lines that end none here.
_LINE_BREAKS = frozenset("\x0b\x0c\x85\u2028\u2029")


def _with_newlines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _is_clean(text: str) -> bool:
    return clean(text) == text and not _DANGEROUS.search(text)


def is_dangerous(character: str) -> bool:
    """Whether a character would change how the text around it is shown; other hidden ones are just left out."""
    return _DANGEROUS.match(character) is not None


def _visible(character: str) -> str:
    return character if _is_clean(character) else "\ufffd"


def without_odd_characters(text: str, file: str, problems: list[Problem]) -> str:
    """Return the text with every dangerous character as a space, one for one, so that columns stay true."""
    text = _with_newlines(text)
    if _is_clean(text):
        return text
    for number, line in enumerate(text.split("\n"), start=1):
        if not _is_clean(line):
            problems += _odd_characters(line, number, file)
    return _DANGEROUS.sub(" ", text)


def _odd_characters(line: str, number: int, file: str) -> Iterator[Problem]:
    """Yield the first odd character of each sort on this line."""
    for character in sorted(set(line.replace(_MISREAD_I, ""))):
        if _is_clean(character):
            continue
        is_error = is_dangerous(character)
        if character in _LINE_BREAKS:
            yield Problem(
                "error",
                "hidden-character",
                Position(file, number, line.index(character) + 1),
                f"there is a line break of a word processor here (U+{ord(character):04X})",
                "It ends no line in a plain text, so that all that follows stands on this line.",
                "delete it and press Enter in its place, and wherever else the lines below became one",
            )
            continue
        yield Problem(
            "error" if is_error else "warning",
            "hidden-character",
            Position(file, number, line.index(character) + 1),
            f"there is a hidden character here (U+{ord(character):04X})",
            "It cannot be seen but changes how the text is shown; it often comes with pasted text."
            if is_error
            else "It cannot be seen and is left out; it often comes with pasted text.",
            "delete the characters around this place and type them again",
        )


def visible_lines(text: str) -> list[str]:
    """Return the lines of a file as they may be shown, one character for one, so that columns stay true.

    A character that must not reach a screen becomes U+FFFD.
    """
    return [
        line if _is_clean(line) else "".join(map(_visible, line)) for line in _with_newlines(text).split("\n")
    ]
