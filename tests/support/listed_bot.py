"""A bot for tests of the checks, which says what is listed for each question; and safety rules of a few signs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from chatbot.reply import Answer, Reply
from chatbot.safety.signs import SafetyRules, Sign


class ListedTurn(NamedTuple):
    reply: Reply


class ListedBot:
    """Answers each question with the reply that is listed for it; everything else with `usual`."""

    def __init__(self, answers: Mapping[str, Reply], usual: Reply | None = None) -> None:
        self.answers = answers
        self.usual = usual or Reply("unknown")

    def ask(self, text: str) -> ListedTurn:
        return ListedTurn(self.answers.get(text, self.usual))


def answered(*ids: str) -> Reply:
    """Return a reply that answers with these entries."""
    return Reply("answer", tuple(Answer(name, "", "", "", 1.0) for name in ids))


def rules(
    *signs: tuple[str, str], signed: str = "Dr. X", replies: Mapping[str, str] | None = None
) -> SafetyRules:
    """Return safety rules with these signs (name, level), signed by somebody, and nothing else in them."""
    empty: dict[str, Any] = dict.fromkeys(SafetyRules._fields) | {"replies": replies or {}}
    made = tuple(Sign._make((name, 1, level, (), "now", f"the {name}", (), ())) for name, level in signs)
    return SafetyRules(**(empty | {"signs": made, "reviewed_by": signed, "reviewed_on": signed}))
