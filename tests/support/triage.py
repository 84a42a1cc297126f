"""The built-in triage, as the tests ask it."""

from __future__ import annotations

from functools import cache

from benchmarks.safety import load_rules
from chatbot.normalise import normalise
from chatbot.safety import Finding, SafetyRules, by_rules, triage


@cache
def rules() -> SafetyRules:
    """Return the built-in rules, with what the examples teach."""
    return load_rules()


def found(message: str) -> Finding:
    """Return what the triage finds in a message."""
    return triage(normalise(message), rules())


def level(message: str) -> str:
    """Return the class of danger that the triage finds in a message."""
    return found(message).level


def ruled(message: str) -> str:
    """Return the class of danger that the rules alone find, without what likeness learnt."""
    return by_rules(normalise(message), rules())[0].level
