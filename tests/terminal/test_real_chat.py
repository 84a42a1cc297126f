"""The real program with the built-in knowledge base: every entry in every dress, and on real screens."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len

from chatbot import Chatbot
from chatbot.screen import styled
from chatbot.screen.modes import Mode
from chatbot.speaking.presentation import blocks_of, plain_text, spoken
from tests.support.dresses import ESCAPES, bare_words, render_linear
from tests.support.screens import Process

PROGRAM = ("-m", "chatbot")
DANGERS = (
    "I am numb between my legs and cannot pee",
    "chest pain and I cannot breathe",
    "my face is drooping and my speech is slurred",
    "I took too many pills on purpose",
    "I want to kill myself",
    "bleeding from the wound will not stop",
    "pus is coming out of my wound",
    "I have a fever after my surgery",
    "my calf is swollen and red",
)


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_every_entry_says_the_same_in_every_dress(bot: Chatbot, columns: int) -> None:
    """The words are chosen once: styled, plain and linear differ in dress only, and every line fits."""
    for entry in bot.knowledge.entries:
        reply = bot.show(entry.id).reply
        blocks = blocks_of(reply)
        stream = io.StringIO()
        styled.print_blocks(blocks, stream, Mode(), columns, 24)
        plain = plain_text(blocks, columns)
        assert bare_words(stream.getvalue()) == bare_words(plain), entry.id
        assert bare_words(render_linear(reply)) == bare_words(plain), entry.id
        for line in (*ESCAPES.sub("", stream.getvalue()).splitlines(), *plain.splitlines()):
            assert cell_len(line) <= columns, entry.id


def test_reply_text_is_what_would_be_spoken(bot: Chatbot) -> None:
    """The engine's own `text` and the screen reader's dress are one."""
    for entry in bot.knowledge.entries:
        reply = bot.show(entry.id).reply
        assert reply.text == spoken(reply), entry.id


@pytest.mark.parametrize("message", DANGERS)
def test_every_card_is_whole_at_40_by_12(bot: Chatbot, message: str) -> None:
    """The card, an empty line, the prompt and the key hints: nothing scrolls away."""
    reply = bot.ask(message).reply
    assert reply.safety is not None
    first = styled.pages_of(blocks_of(reply), Mode(), 40, 12)[0]
    assert len(first) <= 9
    shown = bare_words("\n".join(line.plain for line in first))
    assert shown[-1] == reply.safety.text.split()[-1]


@pytest.mark.serial
@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 12)])
def test_a_real_conversation(columns: int, rows: int) -> None:
    """A question, more of it, a choice by number, a danger, a goodbye."""
    with Process(columns, rows, program=PROGRAM) as chat:
        chat.sees("You:")
        chat.type("how common is this\r")
        chat.sees("About 10 to 40 percent of patients")
        chat.reads_until("choose")
        chat.type("tell me more\r")
        chat.sees("In general, fusion has good results")
        chat.reads_until("choose")
        chat.type("1\r")
        chat.reads_until("Source:")
        chat.reads_until("choose")
        chat.type("I am numb between my legs and cannot pee\r")
        chat.sees("911")
        chat.sees("spine surgery.")
        assert "EMERGENCY" in chat.screen.words
        chat.reads_until("You:")
        chat.type("quit\r")
        chat.sees("Goodbye")
        assert chat.ends() == 0


@pytest.mark.serial
@pytest.mark.usefixtures("bot")
def test_questions_are_completed_from_the_knowledge_base() -> None:
    """Patients' own wordings while typing; Tab takes the grey words; Enter asks."""
    with Process(80, 24, program=PROGRAM) as chat:
        chat.sees("You:")
        chat.type("scar tissue")
        chat.sees("nerve pain after surgery?")
        chat.press("ctrl-c")
        chat.type("Can scar t")
        chat.press("tab", "enter")
        chat.sees("Source: ")
        chat.press("ctrl-d")
        assert chat.ends() == 0
