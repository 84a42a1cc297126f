"""The words of a screen without its dress, to compare one dress with another."""

from __future__ import annotations

import re

from chatbot.presentation import CARD_LABELS

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
