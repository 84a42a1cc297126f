"""What announces one more question, and is no part of it: "another thing", "2)", "Second:"."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.english.function_words import KIN
from chatbot.english.phrases import by_first_word, listed, phrase_at
from chatbot.normalise import Question
from chatbot.parts.opening import JOINERS, OPENERS

_ANNOUNCING = by_first_word(
    listed("""
    another thing|another question|one more thing|one more question|one other thing|one other question|one last thing
    one last question|a second question|another quick question|one more quick question|the other thing|second thing
    second question|the second thing|the second question|secondly|next question|first thing|first question
    the first thing|first of all|firstly|question one|question two|question three|question 1|question 2|question 3
    my first question is|my second question is|my other question is|my question is|my only question is|the question is
    """)
)
# Said before one more question, if a question follows: "how do I book by the way do you take Medicare".
_ON_THE_SIDE = by_first_word(
    listed("""
    by the way|btw|oh|oh and|oh also|and oh|oh by the way|and by the way|while i am here|while i have you
    while i am at it|ps|p s|on another note|on a different note|different question|unrelated question|separate question
    last question|last thing|final question|other question|my other question|quick one|just one more|and finally
    and lastly|if possible|and if possible|thanks|thank you|thank you so much|thank you very much|many thanks|lol|haha
    anyway|anyways|and anyway
    """)
)
# Marks before questions that are numbered: "1) ... 2) ...", "Q1: ...", "a) ...", "First, ... Second, ...".
_NUMBERS = frozenset("1 2 3 4 q1 q2 q3 q4".split())
_LETTERS = frozenset("a b c d".split())
_ORDINALS = frozenset("first second third one two three lastly finally".split())
# Those that announce a question without a mark as well: "and second how do I book"; not "one can ask", "two is enough".
_PLAIN_ORDINALS = _ORDINALS - {"one", "two", "three"}
_LONGEST_COUNT = 3  # words: "and second how"
# "... and I would also like to know how", "my wife asks if": who asks, and what leads to the question then.
_OWNERS = frozenset("my our".split())
_ASKING_ONESELF = frozenset("i we he she they".split()) | KIN
_LEADING_TO_A_QUESTION = by_first_word(
    listed("""
    want to know|wants to know|would like to know|need to know|needs to know|like to ask|wanted to know|want to ask
    wants to ask|wanted to ask|would like to ask|need to ask|was wondering|am wondering|are wondering|is wondering
    wonder|wonders|wondered|was curious|am curious|is curious|ask|asks|is asking|am asking|was asking|keeps asking
    were wondering|would love to know|have to ask|must ask|had a question|have a question
    """)
)
_LONGEST_LEAD = 5  # words: "would also like to know"
_BESIDE_A_VERB = frozenset("also just really still then even always".split())
_AFTER_A_NUMBER = frozenset((".", ":"))
_AFTER_AN_ORDINAL = frozenset((",", ":"))
_OPENING_A_COUNT = frozenset("1 q1".split())
_COUNTING = _NUMBERS | _LETTERS | _ORDINALS | JOINERS
# "The first thing to try" is asked about: behind a word that is no joiner, something must part it from what follows.
_COUNTING_THINGS = frozenset("first second the".split())
_MAY_ANNOUNCE = frozenset(_ANNOUNCING) | frozenset(_ON_THE_SIDE) | _COUNTING
# The same of a message that has one of these verbs: who asks may begin what leads to a question.
_VERBS_OF_ASKING = frozenset(phrase[-1] for phrases in _LEADING_TO_A_QUESTION.values() for phrase in phrases)
_WHO_ASKS = _OWNERS | _ASKING_ONESELF
_MAY_LEAD = _MAY_ANNOUNCE | _WHO_ASKS
_BEFORE_A_LEAD = JOINERS | _WHO_ASKS


def may_announce(tokens: Sequence[str]) -> frozenset[str]:
    """Return the words that may begin what announces one more question in this message: any other needs no look."""
    return _MAY_ANNOUNCE if _VERBS_OF_ASKING.isdisjoint(tokens) else _MAY_LEAD


def words_announcing(question: Question, place: int) -> int:
    """Return how many words from here on announce one more question: "another thing", "2)", "Second:"; 0 for none."""
    tokens = question.tokens
    token = tokens[place]
    found = phrase_at(tokens, place, _ANNOUNCING) if token in _ANNOUNCING else 0
    if found and token in _COUNTING_THINGS and not _is_parted(question, place, place + found):
        found = 0
    if not found and token in _ON_THE_SIDE:
        found = _said_on_the_side(tokens, place)
    if not found and place:  # what leads to a question announces none where it opens the message
        found = asked_indirectly(tokens, place)
    return found or (_counted(question, place) if token in _COUNTING else 0)


def _is_parted(question: Question, start: int, end: int) -> bool:
    """Return whether some words are parted from those before them, or from those behind, by a mark or by their kind."""
    words = question.words
    if not start or words[start].mark or words[start - 1].text in JOINERS:
        return True
    closed_by = question.text[words[end - 1].end :][:1]
    return closed_by in _AFTER_AN_ORDINAL or not OPENERS.isdisjoint(question.tokens[end : end + 1])


def _said_on_the_side(tokens: Sequence[str], place: int) -> int:
    """Return how many words from here on are an aside ("by the way") that a question follows; 0 for none."""
    aside = phrase_at(tokens, place, _ON_THE_SIDE)
    return 0 if OPENERS.isdisjoint(tokens[place + aside : place + aside + 1]) else aside


def _counted(question: Question, place: int) -> int:
    """Return how many words from here on number a question: "2)", "Second:", "and second"; 0 for none."""
    words = question.words
    token, is_first = question.tokens[place], place == 0 or bool(words[place].mark)
    counting = question.tokens[place : place + _LONGEST_COUNT]
    if is_first and counting[0] in _PLAIN_ORDINALS and not OPENERS.isdisjoint(counting[1:2]):
        return 1
    if counting[0] in JOINERS and counting[1:2] and counting[1] in _PLAIN_ORDINALS:
        return 2 * int(not OPENERS.isdisjoint(counting[2:]))
    closed_by = question.text[words[place].end : words[place].end + 1]
    if token in _NUMBERS or token in _LETTERS:
        is_counted = is_first or question.tokens[0] in _OPENING_A_COUNT  # "1. can they break 2. who does it"
        return int(closed_by == ")" or (is_counted and token in _NUMBERS and closed_by in _AFTER_A_NUMBER))
    return int(is_first and token in _ORDINALS and closed_by in _AFTER_AN_ORDINAL)


def asked_indirectly(tokens: Sequence[str], place: int) -> int:
    """Return how many words from here on say who asks the question that follows: "and my wife also asks"; 0 for none.

    Words before an "if" do not: without them, the "if" would begin a condition.
    """
    if tokens[place] not in _BEFORE_A_LEAD:
        return 0  # as most words
    end = place
    while end < len(tokens) and tokens[end] in JOINERS:
        end += 1
    if end == len(tokens) or tokens[end] not in _WHO_ASKS:
        return 0
    first = end + (2 if tokens[end] in _OWNERS else 1)
    near = [
        at for at in range(first, min(first + _LONGEST_LEAD, len(tokens))) if tokens[at] not in _BESIDE_A_VERB
    ]
    found = phrase_at([tokens[at] for at in near], 0, _LEADING_TO_A_QUESTION) if near else 0
    following = tokens[near[found - 1] + 1 :][:1] if found else ()
    is_asked = not OPENERS.isdisjoint(following) and following != ("if",)
    return near[found - 1] + 1 - place if is_asked else 0
