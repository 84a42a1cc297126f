"""Safety triage: whether a message describes an emergency, something urgent, or a crisis.

It runs on every message before anything else: fixed rules find signs of danger, and what they find is weighed by how
much the message is like fixed examples. Nothing is learnt from use. Rows and rules: docs/safety.md; the values, Finding
above all, stand in `signs`.

`triaging` is the way in. Which package to open, in the order in which a message meets them:

- `reading`: its words put right, its clauses, and where families of words meet as a sign;
- `in_context`: whether a sign is there now, or denied, somebody else's, over, old, or only talked about; `after_all`:
  whether the words say that it is there all the same; then `combining` takes all signs together;
- `by_likeness`: how much the message, and each part of it, is like the examples, and what that adds;
- `sure`: what counts however ordinary its message is; `pieces`: what the short messages before it add;
- `cards`: whose danger it is, and what is said.

`windows` has how far each rule looks, `stems` takes the endings off the words of signs. `rules_file` makes rules of
knowledge/safety.yaml, and `packing` keeps them between starts.
"""

from typing import TYPE_CHECKING

from chatbot.safety.by_likeness.features import Seen
from chatbot.safety.by_likeness.likeness import NO_LIKENESS, Likeness
from chatbot.safety.by_likeness.weighing import seen_in_parts
from chatbot.safety.cards.replies import card, quiet_line, standing_line
from chatbot.safety.packing import from_plain, to_plain
from chatbot.safety.pieces import NOTHING_EARLIER, Earlier, remembered, told_in_pieces
from chatbot.safety.reading.glued import unglued
from chatbot.safety.reading.lookup import has_word
from chatbot.safety.signs import (
    NOTHING,
    SERIOUS,
    Finding,
    SafetyRules,
    Sign,
    signs_missing,
)
from chatbot.safety.triaging import by_rules, prepare, triage

if TYPE_CHECKING:
    from chatbot.safety.rules_file.compiling import compile_rules

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
    "has_word",
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
        from chatbot.safety.rules_file.compiling import compile_rules  # noqa: PLC0415

        return compile_rules
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
