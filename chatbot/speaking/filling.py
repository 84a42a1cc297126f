"""Names in braces inside texts: `{phone}`, and `[[parts]]` that go when a setting is not set.

One vocabulary for the knowledge base, the safety cards and the program's own sentences: the settings of the clinic.
Whoever knows more (the title of a topic, the number that a card shows) adds it to the values.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import NamedTuple

from chatbot.knowledge import Clinic

SETTINGS = {"clinic": "name"} | {
    name: name for name in Clinic._fields if name not in ("name", "print_command")
}
# What stands for a setting that is not set where a sentence needs one; all others leave a hole.
UNSET_WORDS = {
    "clinic": "the clinic",
    "surgeon": "the surgeon",
    "front_desk": Clinic().front_desk,
    "emergency_number": Clinic().emergency_number,
}
_STARTS_SENTENCES = frozenset(("clinic", "surgeon", "front_desk"))
_PART = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_SETTING = re.compile(r"\{([^{}]*)\}")
_LONE_BRACE = re.compile(r"[{}]")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_BEFORE_SENTENCE = re.compile(r"(?:^|[.!?]\s+)$")
_SPACES_LEFT_OVER = re.compile(r" +(?=[.,;:!?\n]| )")


class Filled(NamedTuple):
    """A text with its values in it.

    `unset` and `unknown` are the names inside braces that have no value, and that are no setting at all.
    `is_unbalanced` says that a double square bracket has no partner.
    """

    text: str
    unset: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    is_unbalanced: bool = False


@lru_cache(maxsize=4)
def settings_of(clinic: Clinic) -> Mapping[str, str]:
    """Return the clinic's settings by the names that stand for them in braces, "" for one that is not set."""
    return {name: str(getattr(clinic, field)) for name, field in SETTINGS.items()}


def fill(
    text: str,
    values: Mapping[str, str],
    *,
    instead: Mapping[str, str] = UNSET_WORDS,
    drops_sentences: bool = False,
) -> Filled:
    """Put values (`settings_of`, and more) into `{name}`; leave out `[[parts]]` that hold one that is "".

    Outside of double brackets, what `instead` has for it is put in; without that it is reported, and stays in braces,
    or with `drops_sentences` its sentence goes. An unknown name is reported and stays. Values are put in once: what
    looks like a brace in them stays.
    """
    if "{" not in text and "[[" not in text and "]]" not in text:
        return Filled(text)
    unknown = [name for name in _SETTING.findall(text) if name not in values]
    empty = {name for name, value in values.items() if not value}
    text = _PART.sub(lambda part: "" if _named(part.group(1), empty) else part.group(1), text)
    is_unbalanced = "[[" in text or "]]" in text
    values = {name: value or instead.get(name, "") for name, value in values.items()}
    empty -= instead.keys()
    if drops_sentences:
        text = " ".join(part for part in _SENTENCE_END.split(text) if not _named(part, empty))
    unset = _named(text, empty)
    text = _SPACES_LEFT_OVER.sub("", text).strip()
    known = {name: value for name, value in values.items() if name not in empty}
    text = _SETTING.sub(lambda setting: _value(setting, known), text)
    return Filled(text, unset, tuple(dict.fromkeys(unknown)), is_unbalanced)


def lone_brace(text: str) -> str:
    """Return what stands at the first brace without a partner, up to four words of it; "" where there is none."""
    rest = _SETTING.sub(lambda setting: " " * len(setting.group()), text)
    found = _LONE_BRACE.search(rest)
    if found is None:
        return ""
    if found.group() == "}":
        return (text[: found.start()].split() or [""])[-1] + "}"
    return " ".join(text[found.start() :].split()[:4])


def outside_of_brackets(text: str) -> tuple[str, ...]:
    """Return the names in braces that stand in no `[[part]]`: what they stand for must be set."""
    return tuple(dict.fromkeys(_SETTING.findall(_PART.sub("", text))))


def is_empty_part(text: str) -> bool:
    """Whether a `[[part]]` holds no setting, so that nothing could ever make it go."""
    return any(not _SETTING.search(part) for part in _PART.findall(text))


def _named(text: str, names: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in _SETTING.findall(text) if name in names))


def _value(setting: re.Match[str], values: Mapping[str, str]) -> str:
    name = setting.group(1)
    value = values.get(name, setting.group())
    if name in _STARTS_SENTENCES and _BEFORE_SENTENCE.search(setting.string, 0, setting.start()):
        return value[0].upper() + value[1:]
    return value
