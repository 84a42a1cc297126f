"""Hostile text, cleaned and dressed in every way, fed to a terminal emulator: nothing but text may happen."""

from __future__ import annotations

import io
import unicodedata

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.reply import Answer, Reply, Suggestion
from chatbot.sanitise import clean, clean_line
from chatbot.screen import styled
from chatbot.screen.modes import Mode
from chatbot.speaking.presentation import blocks_of, plain_text
from tests.support.dresses import render_linear
from tests.support.screen_bot import URGENT

PIECES = (
    "\x1b", "\x1b[", "\x9b", "\x1b]0;", "\x9d", "\x1bP", "\x90", "\x1b_", "\x1b^", "\x1bX", "\x98", "\x9e",
    "\x9f", "\x07", "\x9c", "\x1b\\", "\x1bc", "\x1b(0", "\x1b#8", "2J", "H", "31m", "?1049h", "?25l",
    "?7l", "1;1H", "10A", "3J", "r", "5;10r", ";", "c", "\r", "\n", "\r\n", "\t", "\x08", "\x00", "\x0b",
    "\x0c", "\x0e", "\x0f", "\x7f", "\x84", "\x85", "\x8d", "\u202e", "\u2066", "\u200f", "\u2028",
    "\ufeff", "\ud800", "\U000e0041", "[bold]", "[/]", "[link=x]", ":pill:", "title", "word", " ", "中文",
    "é", "e\u0301", "👩‍⚕️",
)  # fmt: skip
HOSTILE = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=25).map("".join)
_EARLIER = ["first line stays", "second line stays", "third line stays"]


def hostile_reply(text: str) -> Reply:
    return Reply(
        "answer",
        (Answer("a", text, text, text, 1.0, "", text),),
        (Suggestion("b", text),),
        URGENT._replace(text=text),
        text,
        "",
        text,
        (text,),
    )


def dressed_in_every_way(reply: Reply) -> list[str]:
    blocks = blocks_of(reply, with_hints=True)
    screens = [plain_text(blocks, 60), render_linear(reply, with_hints=True)]
    for mode in (Mode(), Mode(has_colour=False), Mode(is_unicode=False)):
        stream = io.StringIO()
        styled.print_blocks(blocks, stream, mode, 60, 40)
        screens.append(stream.getvalue())
    return screens


@given(HOSTILE)
@settings(max_examples=150, deadline=None)
def test_a_terminal_that_shows_it_changes_in_nothing_but_text(text: str) -> None:
    """Title, modes, margins, character sets and every earlier cell are as they were."""
    for output in dressed_in_every_way(hostile_reply(text)):
        screen = pyte.Screen(60, 400)
        stream = pyte.Stream(screen)
        stream.feed("\r\n".join(_EARLIER) + "\r\n")
        modes, charset = set(screen.mode), (screen.charset, screen.g0_charset, screen.g1_charset)
        stream.feed(output.replace("\n", "\r\n"))
        assert screen.title == ""
        assert screen.icon_name == ""
        assert screen.mode == modes
        assert screen.margins is None
        assert (screen.charset, screen.g0_charset, screen.g1_charset) == charset
        assert [line.rstrip() for line in screen.display[:3]] == _EARLIER
        assert screen.cursor.y >= 3


@given(HOSTILE)
@settings(max_examples=300, deadline=None)
def test_cleaning_leaves_only_text_and_twice_is_once(text: str) -> None:
    """No control character but newline and tab, no override, no half character; idempotent."""
    tidy = clean(text)
    assert clean(tidy) == tidy
    assert clean_line(clean_line(text)) == clean_line(text)
    for character in tidy:
        assert character in "\n\t\u200c\u200d" or unicodedata.category(character) not in (
            "Cc",
            "Cs",
            "Zl",
            "Zp",
        )
        assert character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff"


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"]), max_size=80))
@settings(max_examples=200, deadline=None)
def test_ordinary_text_is_left_alone(text: str) -> None:
    """Letters of any script, digits, marks of punctuation and spaces pass unchanged."""
    assert clean(text) == text


@pytest.mark.parametrize("opening", ["\x1b]", "\x1b[", "\x9b", "\x1bP"])
def test_cleaning_is_not_slow_on_long_unended_sequences(opening: str) -> None:
    """A megabyte of openings is cleaned in one go, not in a quadratic crawl."""
    assert clean(opening * 200_000) == ""
