"""Safety triage: does a message describe an emergency, something urgent, or a crisis?

Runs on every message before anything else, with fixed rules and no learning. Rows and rules: docs/safety.md.
"""

from chatbot.safety.combining import triage
from chatbot.safety.compiling import compile_rules
from chatbot.safety.likeness import NO_LIKENESS, Likeness
from chatbot.safety.replies import card, quiet_line, standing_line
from chatbot.safety.signs import Finding, SafetyRules, Sign, from_plain, signs_missing, to_plain

__all__ = [
    "NO_LIKENESS",
    "Finding",
    "Likeness",
    "SafetyRules",
    "Sign",
    "card",
    "compile_rules",
    "from_plain",
    "quiet_line",
    "signs_missing",
    "standing_line",
    "to_plain",
    "triage",
]
