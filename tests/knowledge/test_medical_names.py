"""Every medical name is explained where an answer first uses it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.answers import ENTRIES, entry_of, lines_of, sentences, spoken, whole

NAMES = dict(line.split(": ", 1) for line in lines_of(Path(__file__).with_name("medical_names.txt")))


def pattern(words: str) -> re.Pattern[str]:
    """A name or plain words as they may stand in a text; a star stands for any ending."""
    letters = re.escape(words).replace(r"\*", r"\w*")
    return re.compile(rf"(?<!\w){letters}(?!\w)", re.IGNORECASE)


@pytest.mark.parametrize("entry_id", [entry.id for entry in ENTRIES if entry.kind in ("faq", "topic")])
def test_every_medical_name_is_explained_where_it_is_first_used(entry_id: str) -> None:
    """The same sentence or the next holds one of the plain words that tests/knowledge/medical_names.txt lists."""
    said = sentences(spoken(whole(entry_of(entry_id))))
    unexplained = []
    for name, explanations in NAMES.items():
        named = pattern(name)
        place = next((place for place, sentence in enumerate(said) if named.search(sentence)), None)
        if place is None:
            continue
        # The name itself must not pass for its explanation: "nerve" in "nerve block".
        near = named.sub("", " ".join(said[place : place + 2]))
        if not any(pattern(plain).search(near) for plain in explanations.split(", ")):
            unexplained.append(f"{name}: {said[place]}")
    assert unexplained == []


def test_no_name_is_listed_that_no_answer_uses() -> None:
    """The list stays what the answers need."""
    everything = " ".join(spoken(whole(entry)) for entry in ENTRIES)
    assert [name for name in NAMES if not pattern(name).search(everything)] == []
