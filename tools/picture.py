"""Draw the README's picture: a real conversation with the built-in knowledge base, as docs/chat.svg.

Run `python tools/picture.py` after a change of words or layout. A test compares the file with a fresh
drawing, so the picture cannot go stale.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.text import Text

from chatbot import Chatbot
from chatbot.screen.modes import Mode
from chatbot.screen.styled import console_for, render
from chatbot.screen.words import greeting, introduction
from chatbot.speaking.presentation import Block, blocks_of, wrap

FILE = Path(__file__).resolve().parent.parent / "docs" / "chat.svg"
QUESTIONS = ("can the skrews be taken out?", "and what are the risks?")
COLUMNS, ROWS = 80, 60


def draw() -> str:
    """Return the picture of the conversation, the same words and layout as on a terminal of 80 columns."""
    bot = Chatbot.load()
    opening = greeting(Mode()) + introduction(bot.knowledge.clinic, Mode())
    parts: list[str | tuple[Block, ...]] = [part for line in opening for part in wrap(line, COLUMNS) or [""]]
    conversation = None
    for question in QUESTIONS:
        turn = bot.ask(question, conversation)
        conversation = turn.conversation
        parts += [f"You: {question}", "", blocks_of(turn.reply, with_hints=True), ""]
    return picture("spine-faq", [*parts, "You:"], COLUMNS, ROWS)


def picture(title: str, parts: Sequence[str | tuple[Block, ...]], columns: int, rows: int) -> str:
    """Return an SVG of a terminal that shows these parts: lines of text as they are, blocks as painted.

    The same words give the same picture, which loads nothing from elsewhere: rich's link to a font is cut.
    """
    console = console_for(StringIO(), Mode(), columns)
    console.record = True
    for part in parts:
        for line in [Text(part)] if isinstance(part, str) else render(part, Mode(), columns, rows):
            if line.plain.startswith("You:"):
                line.stylize("bold", 0, len("You:"))
            console.print(line)
    # Without this some viewers swallow the spaces that a line begins with.
    spaced = CONSOLE_SVG_FORMAT.replace('-matrix">', '-matrix" xml:space="preserve">')
    form = re.sub(r"@font-face \{\{.*?\}\}\s*", "", spaced, flags=re.DOTALL)
    return console.export_svg(title=title, code_format=form, unique_id="chat").rstrip() + "\n"


if __name__ == "__main__":
    FILE.write_text(draw(), encoding="utf-8")
