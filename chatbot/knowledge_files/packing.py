"""Knowledge to nested plain tuples and back, for the cache.

`marshal` writes plain tuples only, and reading them is many times faster than parsing YAML.
"""

from __future__ import annotations

from typing import Any

from chatbot.knowledge import (
    BroadLine,
    Clinic,
    Entry,
    FollowUpClass,
    GlossaryTerm,
    Group,
    HomeWords,
    Knowledge,
    Language,
    LexiconLine,
    Position,
    Review,
)


def to_plain(knowledge: Knowledge) -> tuple[Any, ...]:
    """Return the knowledge base as nested plain tuples of texts, numbers and None."""
    return tuple(_plain(part) for part in knowledge)


def from_plain(plain: tuple[Any, ...]) -> Knowledge:
    """Return the knowledge base that `to_plain` was given.

    Only for data whose origin is known to be `to_plain` of this version: anything else raises TypeError.
    """
    values = dict(zip(Knowledge._fields, plain, strict=True))
    values["entries"] = tuple(_entry(entry) for entry in values["entries"])
    values["clinic"] = Clinic._make(values["clinic"])
    values["groups"] = tuple(map(Group._make, values["groups"]))
    for lines in ("lexicon", "spellings", "outside"):
        values[lines] = tuple(map(LexiconLine._make, values[lines]))
    values["home"] = HomeWords._make(values["home"])
    values["broad"] = tuple(map(BroadLine._make, values["broad"]))
    values["glossary"] = tuple(map(GlossaryTerm._make, values["glossary"]))
    values["languages"] = tuple(map(Language._make, values["languages"]))
    values["follow_ups"] = tuple(map(FollowUpClass._make, values["follow_ups"]))
    return Knowledge(**values)


_REVIEWED = Entry._fields.index("reviewed")
_POSITION = Entry._fields.index("position")


def _plain(value: object) -> Any:  # noqa: ANN401 - plain data of any shape
    return tuple(_plain(part) for part in value) if isinstance(value, tuple) else value


def _entry(plain: tuple[Any, ...]) -> Entry:
    values = list(plain)
    values[_POSITION] = Position._make(values[_POSITION])
    if values[_REVIEWED] is not None:
        values[_REVIEWED] = Review._make(values[_REVIEWED])
    return Entry._make(values)
