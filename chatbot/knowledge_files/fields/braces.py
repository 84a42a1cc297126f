"""What is wrong with the clinic's settings in a text: `{phone}`, and `[[parts]]` that go when one is not set."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.knowledge import Position, Problem
from chatbot.nearest import did_you_mean
from chatbot.speaking.filling import SETTINGS, Filled, is_empty_part, lone_brace

_WHAT_BRACKETS_DO = "What stands between [[ and ]] is left out when a setting in it is not set."


def problems_in(text: str, filled: Filled, place: Position) -> Iterator[Problem]:
    """Yield what is wrong in a text that came out as `filled`."""
    yield from _names(filled, place)
    if filled.is_unbalanced:
        yield Problem(
            "error",
            "brackets-close",
            place,
            "a double square bracket has no partner here",
            cause=_WHAT_BRACKETS_DO,
            repair="write [[ before the part and ]] after it",
        )
    lone = lone_brace(text)
    if lone:
        yield Problem(
            "warning",
            "braces-close",
            place,
            f'a brace has no partner here: "{lone}"',
            cause="A setting of the clinic stands between { and }. As it is, patients would read the brace.",
            repair="write { before the name of the setting and } right after it, or delete the brace",
        )
    if not filled.is_unbalanced and is_empty_part(text):
        yield Problem(
            "hint",
            "brackets-hold-setting",
            place,
            "there is no setting between these double square brackets",
            cause=_WHAT_BRACKETS_DO,
            repair="delete [[ and ]], or put a setting such as {phone} between them",
        )


def _names(filled: Filled, place: Position) -> Iterator[Problem]:
    """Yield names in braces that are no setting, or one that the clinic has not set."""
    for name in filled.unknown:
        yield Problem(
            "error",
            "setting-known",
            place,
            f'"{{{name}}}" is not a setting of the clinic',
            cause=f"Braces stand for a setting of clinic.yaml: {', '.join(SETTINGS)}.",
            repair=did_you_mean(name, SETTINGS) or "use one of these, or write the words without braces",
        )
    for name in filled.unset:
        yield Problem(
            "error",
            "setting-is-set",
            place,
            f"this text needs {{{name}}}, which clinic.yaml does not set",
            cause="The sentence would have a hole.",
            repair=f'set it in clinic.yaml ({SETTINGS[name]}: "..."), '
            "or put the sentence between [[ and ]]: then it is left out",
        )
