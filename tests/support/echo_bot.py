"""A bot for tests of what surrounds the engine (lines, sessions, exit codes): it says what it was asked."""

from __future__ import annotations

from typing import Any, NamedTuple

from chatbot.knowledge import Clinic, Entry, Knowledge, Position
from chatbot.reply import Answer, Reply, Suggestion


class EchoTurn(NamedTuple):
    reply: Reply
    conversation: tuple[str, ...]


def _entry(name: str) -> Entry:
    parts: dict[str, Any] = dict.fromkeys(Entry._fields, "")
    parts |= {"id": name, "title": f"About {name}", "position": Position("faq.yaml")}
    return Entry(**parts)


class EchoBot:
    """Answers with what it was asked, and remembers in the conversation what was said before."""

    def __init__(self) -> None:
        parts: dict[str, Any] = dict.fromkeys(Knowledge._fields, ())
        parts |= {"entries": (_entry("scar-tissue"), _entry("imaging")), "clinic": Clinic()}
        self.knowledge = Knowledge(**parts)
        self.times_forgotten = 0

    def forget_words(self) -> None:
        """Nothing is remembered; how often it was asked to is counted."""
        self.times_forgotten += 1

    def unpack(self) -> None:
        """Nothing is packed."""

    def ask(self, text: str, conversation: Any = None) -> EchoTurn:
        if text == "explode":
            raise RuntimeError(f"a fault while reading {text}")
        if text == "endless":
            return EchoTurn(Reply("answer", text="x" * 70_000), ())
        before = conversation or ()
        kind = "unknown" if "weather" in text else "answer"
        answers = () if kind == "unknown" else (Answer("scar-tissue", "About", "Text.", "1. Part", 1.0),)
        text = f"You said {len(before)} things before."
        return EchoTurn(Reply(kind, answers, text=text), (*before, text))

    def show(self, entry: str, conversation: Any = None) -> EchoTurn:
        answer = Answer(entry, f"About {entry}", "Text.", "1. Part", 1.0)
        return EchoTurn(Reply("answer", (answer,), text="Text."), (*(conversation or ()), entry))

    def topics(self) -> list[tuple[str, list[Suggestion]]]:
        return [("Causes", [Suggestion("scar-tissue", "About scar-tissue")])]
