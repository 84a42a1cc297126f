"""The clinic's own settings inside texts: `{phone}`, and `[[parts]]` that go when a setting is not set."""

from __future__ import annotations

import re
from typing import NamedTuple

from chatbot.knowledge import Clinic

SETTINGS = {"clinic": "name"} | {
    name: name for name in Clinic._fields if name not in ("name", "print_command")
}
# What stands for a setting that is not set where a sentence needs one; all others leave a hole.
_UNSET_WORDS = {"clinic": "the clinic", "surgeon": "the surgeon"}
_STARTS_SENTENCES = frozenset(("clinic", "surgeon", "front_desk"))
_PART = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_SETTING = re.compile(r"\{([^{}]*)\}")
_LONE_BRACE = re.compile(r"[{}]")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_BEFORE_SENTENCE = re.compile(r"(?:^|[.!?]\s+)$")
_SPACES_LEFT_OVER = re.compile(r" +(?=[.,;:!?\n]| )")


class Filled(NamedTuple):
    """A text with the clinic's settings in it.

    `unset` and `unknown` are the names inside braces that have no value, and that are no setting at all.
    `is_unbalanced` says that a double square bracket has no partner.
    """

    text: str
    unset: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    is_unbalanced: bool = False


def fill(text: str, clinic: Clinic, *, drops_sentences: bool = False) -> Filled:
    """Put the clinic's settings into `{name}`; leave out `[[parts]]` that hold a setting that is not set.

    Outside of double brackets an unset setting is reported, and stays in braces; with `drops_sentences` the
    sentence goes instead. Unset clinic and surgeon become "the clinic" and "the surgeon" there.
    """
    if "{" not in text and "[[" not in text and "]]" not in text:
        return Filled(text)
    values = {name: str(getattr(clinic, field)) for name, field in SETTINGS.items()}
    unknown = [name for name in _SETTING.findall(text) if name not in values]
    text = _PART.sub(lambda part: _kept(part.group(1), values), text)
    is_unbalanced = "[[" in text or "]]" in text
    values |= {name: values[name] or word for name, word in _UNSET_WORDS.items()}
    if drops_sentences:
        text = " ".join(part for part in _SENTENCE_END.split(text) if not _unset(part, values))
    unset = _unset(text, values)
    text = _SETTING.sub(lambda setting: _value(setting, values), text)
    text = _SPACES_LEFT_OVER.sub("", text).strip()
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


def is_empty_part(text: str) -> bool:
    """Whether a `[[part]]` holds no setting, so that nothing could ever make it go."""
    return any(not _SETTING.search(part) for part in _PART.findall(text))


def _kept(part: str, values: dict[str, str]) -> str:
    return "" if _unset(part, values) else part


def _unset(text: str, values: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in _SETTING.findall(text) if values.get(name) == ""))


def _value(setting: re.Match[str], values: dict[str, str]) -> str:
    name = setting.group(1)
    value = values.get(name) or setting.group()
    if name in _STARTS_SENTENCES and _BEFORE_SENTENCE.search(setting.string, 0, setting.start()):
        return value[0].upper() + value[1:]
    return value
