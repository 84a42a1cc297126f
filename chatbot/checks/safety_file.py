"""A clinic's safety file beside the built-in one: what is missing, lowered, of another country or unsigned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from chatbot.checks.subject import Bot, Find
from chatbot.knowledge import Position, Problem
from chatbot.knowledge_files.settings import foreign_emergency_number
from chatbot.safety.signs import SERIOUS, SafetyRules, signs_missing

_SAFETY_FILE = Position("safety.yaml")
_SIGN = 'reviewed_by: "name", and reviewed_on: with the day'
_OF_THE_STATES = "911"
_CRISIS_LINE = re.compile(r"\b988\b")  # of the United States, as safety.yaml names it
_COPY_IT = "copy this file into your folder (spine-faq copy --safety your-folder)"
_SIGN_A_COPY = f"{_COPY_IT}, have a clinician read it, and sign it there:\n"


def check_safety(
    rules: SafetyRules,
    built_in: SafetyRules,
    find: Find = lambda place, _: place,
    *,
    is_lent: bool = False,
    emergency_number: str = _OF_THE_STATES,
) -> tuple[Problem, ...]:
    """Return where a clinic's safety file is weaker than the built-in one, what is of another country, who signed.

    `is_lent`: the clinic has no such file, so that the built-in one serves it. Nobody signs inside the program.
    `emergency_number` is the clinic's own.
    """
    return (
        *_missing(rules, built_in, find),
        *_lowered(rules, built_in, find),
        *_of_another_country(rules, find, emergency_number, is_lent=is_lent),
        *_unsigned(rules, find, is_lent=is_lent),
    )


def _missing(rules: SafetyRules, built_in: SafetyRules, find: Find) -> Iterator[Problem]:
    """Find built-in signs that the clinic's file leaves out."""
    names = {sign.id: sign.name for sign in built_in.signs}
    for missing in signs_missing(rules, built_in):
        yield Problem(
            "error",
            "safety-is-complete",
            find(_SAFETY_FILE, "signs"),
            f'the sign "{missing}" is missing: {names[missing]}',
            "A clinic's safety file may add signs, never leave one out.",
            "copy it from the built-in safety.yaml",
        )


def lost_lines(
    own: Mapping[str, Any], built_in: Mapping[str, Any], find: Find = lambda place, _: place
) -> tuple[Problem, ...]:
    """Return the signs and families of a clinic's safety file that lack lines of the built-in ones: all plain data.

    A deleted line raises no alarm any more for what it stood for, and nothing else shows that it was there. Who reads
    the file may want it so: then it is good to know.
    """
    return tuple(
        Problem(
            "hint",
            "safety-lines-are-whole",
            find(_SAFETY_FILE, name),
            f'the {what} "{name}" lacks {len(lost)} of the lines that the built-in file has',
            f"The first of them: {lost[0]}",
            "where a clinician has not taken it out on purpose, copy it from the built-in safety.yaml",
        )
        for what, theirs, ours in (
            ("sign", _signs_in(built_in), _signs_in(own)),
            ("family", built_in.get("families", {}), own.get("families", {})),
        )
        for name, part in theirs.items()
        if name in ours and (lost := [line for line in _lines_in(part) if line not in _lines_in(ours[name])])
    )


def _signs_in(data: Mapping[str, Any]) -> dict[str, Any]:
    return {sign["id"]: sign for sign in data.get("signs", ())}


def _lines_in(part: Any) -> list[str]:  # noqa: ANN401 - a list of words, or the lists of a set of fields
    """Return the crossings and words of a sign or a family."""
    lists = [part] if isinstance(part, list) else [part.get(name) or [] for name in ("when", "say", "joins")]
    return [line for lines in lists for line in lines]


def _lowered(rules: SafetyRules, built_in: SafetyRules, find: Find) -> Iterator[Problem]:
    """Find signs of a class below their built-in one."""
    levels = {sign.id: sign.level for sign in built_in.signs}
    for sign in rules.signs:
        usual = levels.get(sign.id, sign.level)
        if SERIOUS[sign.level] > SERIOUS[usual]:
            yield Problem(
                "error",
                "safety-is-complete",
                find(_SAFETY_FILE, sign.id),
                f'the sign "{sign.id}" is {sign.level} here, but {usual} in the built-in file',
                "A clinic's safety file may raise a sign, never lower it.",
                f"class: {usual}",
            )


def _of_another_country(
    rules: SafetyRules, find: Find, emergency_number: str, *, is_lent: bool
) -> Iterator[Problem]:
    """Find numbers on the cards that may reach nobody here: 988 outside of the United States, a foreign 112."""
    for name, text in rules.replies.items():
        foreign = foreign_emergency_number(text, emergency_number)
        if not foreign and emergency_number != _OF_THE_STATES and _CRISIS_LINE.search(text):
            foreign = "988"
        if foreign:
            yield Problem(
                "warning",
                "safety-numbers-are-local",
                find(_SAFETY_FILE, name),
                f'the line "{name}" of the safety cards names {foreign}, but the emergency number of clinic.yaml '
                f"is {emergency_number}",
                "988 is the crisis line of the United States."
                if foreign == "988"
                else "Who calls the number of another country may reach nobody.",
                (f"{_COPY_IT}; there, " if is_lent else "")
                + (
                    "have a clinician name the crisis line of your country"
                    if foreign == "988"
                    else "write {emergency_number}"
                ),
            )


def _unsigned(rules: SafetyRules, find: Find, *, is_lent: bool) -> Iterator[Problem]:
    """Ask for the clinician who has read the signs."""
    if not (rules.reviewed_by and rules.reviewed_on):
        yield Problem(
            "hint",
            "safety-is-signed",
            find(_SAFETY_FILE, "reviewed_by"),
            "no clinician has signed the signs of danger yet",
            "They decide who is told to call for help.",
            f"{_SIGN_A_COPY}{_SIGN}" if is_lent else _SIGN,
        )


def check_safety_questions(bot: Bot, questions: Mapping[str, Sequence[str]]) -> tuple[Problem, ...]:
    """Return every built-in message about a danger that does not raise its class with this knowledge base."""
    return tuple(_unheard(bot, questions))


def _unheard(bot: Bot, questions: Mapping[str, Iterable[Any]]) -> Iterator[Problem]:
    """Find messages that must raise an alarm and do not; an emergency in place of an urgent sign is no fault."""
    for level, messages in questions.items():
        for message in messages:
            safety = bot.ask(message).reply.safety
            raised = safety.level if safety else "no alarm"
            if raised != level and not (level == "urgent" and raised == "emergency"):
                yield Problem(
                    "error",
                    "safety-questions-pass",
                    _SAFETY_FILE,
                    f"a message that must be {level} raises {raised}",
                    f"The message: {message}",
                    "put the words of the built-in safety.yaml back",
                )
