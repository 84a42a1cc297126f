"""A reply in each dress that is text, and the words of a screen without it, to compare one dress with another."""

from __future__ import annotations

import re

from chatbot.reply import Reply
from chatbot.speaking.presentation import CARD_LABELS, blocks_of, linear_text, plain_text

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def bare_words(text: str) -> list[str]:
    """The words of a screen, without what only one dress has: labels, numbers, boxes."""
    text = ESCAPES.sub("", text)
    text = re.sub(r"[┃━┏┓┗┛█▀▄=|+]", " ", text)
    text = " ".join(text.split())
    text = re.sub(r"\b(Question|Answer|Note|More|Source|Next step|(Choice|See also) \d): ", " ", text)
    for label in CARD_LABELS.values():
        text = text.replace(f"{label}:", label)
    text = re.sub(r" \d\.? (?=[A-Z])", " ", f" {text}")
    return text.split()


def render_plain(reply: Reply, width: int = 80, *, with_hints: bool = False) -> str:
    """Return the reply as plain text of at most `width` columns, without escape sequence or final newline."""
    return plain_text(blocks_of(reply, with_hints=with_hints), width)


def render_linear(reply: Reply, *, with_hints: bool = False) -> str:
    """Return the reply as labelled lines for a screen reader: no box, no layout, nothing to redraw."""
    return linear_text(blocks_of(reply, with_hints=with_hints))
