"""Safety triage: whether a message describes an emergency, something urgent, or a crisis.

Runs on every message before anything else, with fixed rules, weighed by likeness to fixed examples; nothing is learnt
from use. Rows and rules: docs/safety.md.
"""

from typing import TYPE_CHECKING

from chatbot.safety.features import Seen
from chatbot.safety.glued import unglued
from chatbot.safety.likeness import NO_LIKENESS, Likeness
from chatbot.safety.pieces import NOTHING_EARLIER, Earlier, remembered, told_in_pieces
from chatbot.safety.replies import card, quiet_line, standing_line
from chatbot.safety.signs import (
    NOTHING,
    SERIOUS,
    Finding,
    SafetyRules,
    Sign,
    from_plain,
    signs_missing,
    to_plain,
)
from chatbot.safety.triaging import by_rules, prepare, triage
from chatbot.safety.weighing import seen_in_parts

if TYPE_CHECKING:
    from chatbot.safety.compiling import compile_rules

__all__ = [
    "NOTHING",
    "NOTHING_EARLIER",
    "NO_LIKENESS",
    "SERIOUS",
    "Earlier",
    "Finding",
    "Likeness",
    "SafetyRules",
    "Seen",
    "Sign",
    "by_rules",
    "card",
    "compile_rules",
    "from_plain",
    "prepare",
    "quiet_line",
    "remembered",
    "seen_in_parts",
    "signs_missing",
    "standing_line",
    "to_plain",
    "told_in_pieces",
    "triage",
    "unglued",
]


def __getattr__(name: str) -> object:
    """Load what compiles rules when it is asked for: a start from the cache never does."""
    if name == "compile_rules":
        from chatbot.safety.compiling import compile_rules  # noqa: PLC0415

        return compile_rules
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
