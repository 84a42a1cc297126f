"""Draw the README's picture: a real conversation with the built-in knowledge base, as docs/chat.svg.

Run `python tools/picture.py` after a change of words or layout. A test compares the file with a fresh
drawing, so the picture cannot go stale.
"""

from __future__ import annotations

from pathlib import Path

from chatbot import Chatbot
from chatbot.chat import greeting, introduction
from chatbot.modes import Mode
from chatbot.presentation import blocks_of, wrap
from chatbot.styled import picture

FILE = Path(__file__).resolve().parent.parent / "docs" / "chat.svg"
QUESTIONS = ("can the skrews be taken out?", "and what are the risks?")
COLUMNS, ROWS = 80, 60


def draw() -> str:
    """Return the picture of the conversation, the same words and layout as on a terminal of 80 columns."""
    bot = Chatbot.load()
    opening = greeting(Mode()) + introduction(bot.knowledge.clinic, Mode())
    parts: list[object] = [part for line in opening for part in wrap(line, COLUMNS) or [""]]
    conversation = None
    for question in QUESTIONS:
        turn = bot.ask(question, conversation)
        conversation = turn.conversation
        parts += [f"You: {question}", "", blocks_of(turn.reply, with_hints=True), ""]
    return picture("spine-faq", [*parts, "You:"], COLUMNS, ROWS)  # type: ignore[list-item]


if __name__ == "__main__":
    FILE.write_text(draw(), encoding="utf-8")
