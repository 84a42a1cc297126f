"""Medical content comes from the guide alone: answers use its words and everyday English.

tests/data/guide_words.txt lists the guide's words that are not everyday English (written by tools/guide_runs.py). A
drug, test, operation or illness that the guide does not name has a name that is neither, so it is noticed. The
hand-offs may name what is outside; that is their purpose.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.answers import DATA, MEDICAL_IDS, ROOT, entry_of, lines_of, spoken, whole

GUIDE = frozenset(lines_of(DATA / "guide_words.txt"))
EVERYDAY = frozenset(lines_of(ROOT / "knowledge" / "common-words.txt"))
READ_BY_A_PERSON = frozenset(lines_of(Path(__file__).with_name("plain_words.txt")))
# Everyday words all the same, and medical ones that the guide does not use.
FOREIGN = frozenset(
    """aspirin arthritis asthma bandage blood brace cancer diabetes diet fever heat hip hospice ice insulin knee laser
    massage neck ointment penicillin shoulder stroke tumor vaccine vitamin vitamins wound yoga""".split()
)
# Where the guide's silence on one of them is said.
HONEST = {"weight-management": {"diet"}}
_ENDINGS = ("ies", "ing", "ed", "es", "ly", "s", "e")


def root(word: str) -> str:
    """The word without its commonest ending, so that forms of one word are alike."""
    ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) > len(one) + 2), "")
    return word.removesuffix(ending)


KNOWN = GUIDE | EVERYDAY | READ_BY_A_PERSON
ROOTS = frozenset(root(word) for word in KNOWN)


def words_said(entry_id: str) -> set[str]:
    """Every word that an entry may say to a patient."""
    entry = entry_of(entry_id)
    text = spoken(f"{entry.title} {whole(entry)} {entry.consultation}")
    return set(re.findall(r"[a-z]+", text.lower()))


@pytest.mark.parametrize("entry_id", MEDICAL_IDS)
def test_no_medical_word_is_said_that_the_guide_does_not_use(entry_id: str) -> None:
    """A new word is either in the guide, or everyday, or has been read by a person and listed."""
    said = words_said(entry_id)
    assert sorted(word for word in said - KNOWN if root(word) not in ROOTS) == []
    assert said & FOREIGN == HONEST.get(entry_id, set())


@pytest.mark.parametrize(
    "word", ["gabapentin", "kyphoplasty", "laminectomy", "ibuprofen", "stenosis", "arachnoiditis"]
)
def test_a_word_from_elsewhere_would_be_noticed(word: str) -> None:
    """Drugs, operations and illnesses that every spine surgeon knows, and this guide does not name."""
    assert word not in KNOWN
    assert root(word) not in ROOTS


def test_every_listed_word_is_needed() -> None:
    """The list of what a person has read holds nothing that no answer says."""
    said = set().union(*map(words_said, MEDICAL_IDS))
    assert sorted(READ_BY_A_PERSON - said) == []
    assert sorted(READ_BY_A_PERSON.intersection(GUIDE | EVERYDAY)) == []
