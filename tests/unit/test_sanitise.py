"""The one sanitiser: whole sequences go, in 7 and 8 bits, ended or not; harmless text stays as it is."""

from __future__ import annotations

import pytest

from chatbot.sanitise import clean, clean_line, one_line


@pytest.mark.parametrize(
    ("dirty", "tidy"),
    [
        ("plain words", "plain words"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("windows\r\nand old mac\rlines", "windows\nand old mac\nlines"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[2J\x1b[Hhome", "home"),
        ("\x9b31mred", "31mred"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]0;title\x1b\\after", "after"),
        ("\x9d0;title\x9cafter", "0;titleafter"),
        ("\x1b]52;c;aGVsbG8=\x07after", "after"),
        ("\x1b]8;;http://a.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bPq#0;2;0\x1b\\after", "after"),
        ("\x1b_hidden\x1b\\after", "after"),
        ("\x1b^hidden\x1b\\after", "after"),
        ("\x1bXhidden\x1b\\after", "after"),
        ("\x1b]0;never ended", "0;never ended"),
        ("\x1b]0;never ended\nnext line", "0;never ended\nnext line"),
        ("\x1b[31", ""),
        ("\x1b", ""),
        ("\x1b(0lines\x1b(B", "lines"),
        ("\x1bcreset", "reset"),
        ("\x1b7saved\x1b8", "saved"),
        ("bell\x07 back\x08 null\x00 delete\x7f", "bell back null delete"),
        ("call \u202e5550\u202c", "call 5550"),
        ("\u2066isolate\u2069 \u200emark\u200f", "isolate mark"),
        ("line\u2028paragraph\u2029", "lineparagraph"),
        ("\ufeffmark", "mark"),
        ("tag\U000e0041\U000e007f", "tag"),
        ("half \ud83d pair", "half  pair"),
        ("\x1b\x1b[31m[31mnested", "[31mnested"),
        ("\x1b[\x1b[31m31mnested", "31mnested"),
    ],
)
def test_nothing_that_steers_a_terminal_is_left(dirty: str, tidy: str) -> None:
    """Whole sequences go: a stripped ESC alone would leave its letters on the screen."""
    assert clean(dirty) == tidy
    assert clean(tidy) == tidy


@pytest.mark.parametrize(
    "text", ["¿Dónde duele?", "您可以用中文", "Где болит?", "می‌خواهم", "👩‍⚕️", "café — naïve “quotes”", "ব্যথা"]
)
def test_languages_and_joiners_stay(text: str) -> None:
    """Accents, scripts, curly quotes, and the joiners that Persian, Indic scripts and emoji need."""
    assert clean(text) == text


@pytest.mark.parametrize("opening", ["\x98", "\x9d", "\x90", "\x9b", "\x1b]", "\x1bP", "\x1bX"])
def test_no_word_is_lost_after_a_sequence_that_never_ends(opening: str) -> None:
    """A curly quote in a wrong encoding opens one; what comes after it may be an emergency."""
    assert clean(f"{opening}I cannot feel my legs") == "I cannot feel my legs"


def test_a_line_is_one_line() -> None:
    """Pasted newlines, tabs and runs of spaces become one space."""
    assert clean_line("  one\n\n two\t\tthree \r\n") == "one two three"
    assert clean_line("\n") == ""


def test_lines_in_one_line_show_where_they_ended() -> None:
    assert one_line("no fever\r\n\n  wound   leaks\x1b[2J ") == "no fever / wound leaks"
    assert one_line("one line") == "one line"
