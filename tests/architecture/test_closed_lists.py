"""The engine's closed lists of words hold only words that a message can have once it is normalised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import pytest

from chatbot.after_card import kinds as after_card
from chatbot.english.word_kinds import KindTable
from chatbot.leaning import plain_follow_ups
from chatbot.normalise import normalise
from chatbot.remarks import kinds as remarks
from tests.support.engine_modules import ENGINE, PACKAGE

# These read words as they are typed, or letters: what they list is what `normalise` makes into something else.
READS_WHAT_IS_TYPED = {
    *(f"normalise.{name}" for name in ("dictation", "marks", "shortened", "spelling_out")),
    *("normalise", "english.spelling", "safety.reading.glued", "speaking.presentation"),
}
# Shorthand that stays as it is before an "'s": "my doc's office".
OF_POSSESSIVES = {"doc", "dr", "info", "yr", "appt"}


def modules() -> Iterator[str]:
    for name in ENGINE:
        paths = (
            sorted(PACKAGE.glob(name.replace("/*", "/**/*.py"))) if "/" in name else [PACKAGE / f"{name}.py"]
        )
        for path in paths:
            module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
            if module not in READS_WHAT_IS_TYPED:
                yield module


def words_in(value: object) -> Iterator[str]:
    """The single words of a list: neither names with a hyphen or an underscore, nor sentences."""
    if isinstance(value, KindTable):
        yield from words_in(value._words)
    elif isinstance(value, str):
        if re.fullmatch(r"[a-z0-9']+", value):
            yield value
    elif isinstance(value, frozenset | set | tuple | list):
        for item in value:
            yield from words_in(item)


@pytest.mark.parametrize("module", list(modules()))
def test_no_list_has_a_word_that_no_message_can_have(module: str) -> None:
    """A list that holds "cannot" seems to know it, and never meets it: what is typed so is read as "can not"."""
    lists = {
        name: value
        for name, value in vars(import_module(f"chatbot.{module}")).items()
        if not name.startswith("__") and (name.isupper() or name.startswith("_"))
    }
    never_met = {
        f"{name}: {word}"
        for name, value in lists.items()
        for word in words_in(value)
        if word not in OF_POSSESSIVES and word not in normalise(word).tokens
    }
    assert not never_met


@pytest.mark.parametrize("module", [remarks, after_card, plain_follow_ups])
def test_no_row_of_a_table_names_a_word_again_that_it_has_anyway(module: ModuleType) -> None:
    """What may stand around every kind, and what a row needs, is in it; named once more it only hides what is new."""
    again = []
    for table in [value for value in vars(module).values() if isinstance(value, KindTable)]:
        for row in table._rows:
            kind, around = table._read(row), "".join(row.split(":")[2:]).split()
            lists = [table._lists[word] for word in around if word in table._lists]
            has_anyway = table._lists["SMALL"].union(*kind.needs, *lists)
            again += [
                f"{row[:50]}: {word}" for word in around if word in has_anyway or around.count(word) > 1
            ]
    assert again == []
