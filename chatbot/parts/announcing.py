"""What announces one more question, and is no part of it: "another thing", "2)", "Second:"."""

from __future__ import annotations

from chatbot.normalise import Question
from chatbot.parts.opening import JOINERS, OPENERS
from chatbot.phrases import by_first_word, listed, phrase_at

_ANNOUNCING = by_first_word(
    listed("""
    another thing|another question|one more thing|one more question|one other thing|the other thing|second thing
    second question|the second thing|the second question|secondly|next question|first thing|first question
    the first thing|first of all|firstly|question one|question two|question three|question 1|question 2|question 3
    my first question is|my second question is|my other question is|my question is|my only question is|the question is
    """)
)
# Marks before questions that are numbered: "1) ... 2) ...", "Q1: ...", "a) ...", "First, ... Second, ...".
_NUMBERS = frozenset("1 2 3 4 q1 q2 q3 q4".split())
_LETTERS = frozenset("a b c d".split())
_ORDINALS = frozenset("first second third one two three lastly finally".split())
# Those that announce a question without a mark as well: "and second how do I book"; not "one can ask", "two is enough".
_PLAIN_ORDINALS = _ORDINALS - {"one", "two", "three"}
_LONGEST_COUNT = 3  # words: "and second how"
_AFTER_A_NUMBER = frozenset((".", ":"))
_AFTER_AN_ORDINAL = frozenset((",", ":"))
MAY_ANNOUNCE = frozenset(_ANNOUNCING) | _NUMBERS | _LETTERS | _ORDINALS | JOINERS


def words_announcing(question: Question, place: int) -> int:
    """Return how many words from here on announce one more question: "another thing", "2)", "Second:"; 0 for none."""
    found = phrase_at(question.tokens, place, _ANNOUNCING)
    if found:
        return found
    words = question.words
    token, is_first = question.tokens[place], place == 0 or bool(words[place].mark)
    counting = question.tokens[place : place + _LONGEST_COUNT]
    if is_first and counting[0] in _PLAIN_ORDINALS and not OPENERS.isdisjoint(counting[1:2]):
        return 1
    if counting[0] in JOINERS and counting[1:2] and counting[1] in _PLAIN_ORDINALS:
        return 2 * int(not OPENERS.isdisjoint(counting[2:]))
    closed_by = question.text[words[place].end : words[place].end + 1]
    if token in _NUMBERS or token in _LETTERS:
        return int(closed_by == ")" or (is_first and token in _NUMBERS and closed_by in _AFTER_A_NUMBER))
    return int(is_first and token in _ORDINALS and closed_by in _AFTER_AN_ORDINAL)
