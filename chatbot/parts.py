"""Where one question of a message ends and the next begins, and which parts of it ask at all.

Read from the words alone; what a part asks for is for `decision` to say. A statement before a question leads to it:
"they want to freeze one nerve, how does that work".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from chatbot.courtesy import unwrap
from chatbot.function_words import AUXILIARIES, DOING, HAVING, SUBJECTS, WORDS_THAT_ASK
from chatbot.normalise import Question, from_word
from chatbot.phrases import by_first_word, listed, listed_in_words, phrase_at

FEWEST_PARTS = 2
MOST_PARTS = 3
MOST_WORDS = 44  # of a message with several questions; a longer one is a story
_SHORTEST_PART = 2  # words
_MOST_OF_A_MESSAGE = 16  # remembered cuts: of the message, and of stretches of it that are read by themselves

_AUXILIARIES = AUXILIARIES - {"must"}  # "they must" tells
OPENERS = WORDS_THAT_ASK | _AUXILIARIES | frozenset("whose tell explain describe if whether any".split())
_WORDS_THAT_ASK = WORDS_THAT_ASK - {"whom"} | {"whether"}
# Verbs that begin a question when their pronoun follows: "is there surgery"; not "the screws I have they hurt".
_TURNING = _AUXILIARIES - HAVING - {"am"}
ASKED_ABOUT = SUBJECTS | {"anything", "anyone", "anybody"}
_DOING_IT = frozenset((("do", "it"), ("do", "this"), ("do", "that")))  # "... and do it again" asks nothing
_NEVER_BEFORE_TURNING = OPENERS | ASKED_ABOUT | {"to", "not"}
_SHORTEST_STATEMENT = 3  # words
_POINTING = frozenset("it that this them those these one".split())
_NEVER_BEFORE_ASKING = frozenset("about of to for on from in at with by and or but me you than".split())
REQUESTS = frozenset("need want would like please".split())
_REQUEST_WITHIN = 4  # words: "I would also like"
_WORDS_INSIDE = _WORDS_THAT_ASK | REQUESTS
_ASKING = frozenset("ask asks asked asking know knows wonder wonders wondering tell tells".split())
# Before a word that asks, these lead on to it: "depending on what is found", "can you say what is wrong".
_LEADING_ON = (
    AUXILIARIES
    | SUBJECTS - {"it", "this", "that", "there"}
    | frozenset(
        """to of on about from for with by in at than like and or but if not just exactly the me us know see tell say
        show find out explain understand depend depends depending decide think sure idea learn hear""".split()
    )
)
_JOINERS = frozenset("and also plus but or then".split())
_NO_START = _JOINERS | {"so", "ok", "well"}
# What announces one more question, and is no part of it.
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
_VERB_AND_SUBJECT = 2
_VERB_WITHIN = 5  # words of the one that asks: "what kind of pills are"
_AFTER_A_NUMBER = frozenset((".", ":"))
_AFTER_AN_ORDINAL = frozenset((",", ":"))
# Inside a sentence a stretch begins with one of these only. For most words this is the only look-up.
_MAY_BEGIN = frozenset(_ANNOUNCING) | _NUMBERS | _LETTERS | _ORDINALS | _JOINERS | OPENERS


_BEFORE_A_NAME = frozenset("the my his her our your those these that this".split())
_LONGEST_NAME = 5  # words
# What is added to a question, and asks nothing itself.
_ASKING_BACK = listed_in_words("""
do you think|would you say|right|yes or no|you know|is it not|does it not|is he right|is she right|are they right
is that right|is that true|is it true|is that so|is that a good idea|is it a good idea|does that make sense
do you agree|what do you think|what do you say
""")


class Stretch(NamedTuple):
    """A stretch of a message that could be a question of its own: from `start` up to `end`, as places of words."""

    start: int
    end: int
    has_mark: bool


class AskedPart(NamedTuple):
    """One of several questions in a message: from `start` up to `end`, as places of words.

    `lead` is where the statement that leads to it starts; where there is none, it equals `start`. `opens`: it opens
    like a question or has a question mark; otherwise a word that asks stands somewhere inside of it.
    """

    start: int
    end: int
    lead: int
    opens: bool


@lru_cache(maxsize=_MOST_OF_A_MESSAGE)
def segments(question: Question) -> tuple[Stretch, ...]:
    """Return the stretches of a message that could be questions of their own; remembered until `forget_message`.

    Cuts are at sentence ends, before a joining word or comma that a question opener follows, before what announces
    one more question, and where a question begins without any of these ("what is fbss does it mean they failed").
    """
    words = question.words
    if not words:
        return ()
    # For each place where a stretch begins: how many words there announce it.
    cuts = {0: _announced(question, 0)}
    last = 0
    for place, word in enumerate(words):
        may_begin = word.text in _MAY_BEGIN
        if place == 0 or not (may_begin or word.mark == "."):
            continue
        announced = _announced(question, place) if may_begin else 0
        if announced or word.mark == "." or _is_cut(question, last, place):
            cuts[place] = announced
            last = place
    found = []
    for (start, announced), end in zip(cuts.items(), [*list(cuts)[1:], len(words)], strict=True):
        first = start + announced
        while first < end and words[first].text in _NO_START:
            first += 1
        if start + announced < first == end - 1 and words[first - 1].text == "then":
            first -= 1  # "then what" asks, "what" by itself does not
        if first < end:
            gap = question.text[words[end - 1].end : words[end].start if end < len(words) else None]
            found.append(Stretch(first, end, "?" in gap))
    return tuple(found)


def forget_message() -> None:
    """Forget how messages were cut, which is asked several times while one is answered."""
    segments.cache_clear()


def asked_parts(question: Question) -> list[AskedPart]:
    """Return the questions of a message that holds several of them, in its order; none of one question or a story."""
    if len(question.words) > MOST_WORDS:
        return []
    stretches = [one for one in segments(question) if one.end - one.start >= _SHORTEST_PART]
    opening = [one for one in stretches if _opens(question.tokens, one, is_last=one is stretches[-1])]
    asking = opening if len(opening) >= FEWEST_PARTS else _asking_inside(question.tokens, stretches, opening)
    if not FEWEST_PARTS <= len(asking) <= MOST_PARTS:
        return []
    parts = []
    end_before = 0
    for one in asking:
        lead = next((other.start for other in stretches if end_before <= other.start < one.start), one.start)
        parts.append(AskedPart(one.start, one.end, lead, opens=one in opening))
        end_before = one.end
    return parts


def _announced(question: Question, place: int) -> int:
    """Return how many words from here on announce one more question: "another thing", "2)", "Second:"; 0 for none."""
    found = phrase_at(question.tokens, place, _ANNOUNCING)
    if found:
        return found
    words = question.words
    token, is_first = question.tokens[place], place == 0 or bool(words[place].mark)
    counting = question.tokens[place : place + _LONGEST_COUNT]
    if is_first and counting[0] in _PLAIN_ORDINALS and not OPENERS.isdisjoint(counting[1:2]):
        return 1
    if counting[0] in _JOINERS and counting[1:2] and counting[1] in _PLAIN_ORDINALS:
        return 2 * int(not OPENERS.isdisjoint(counting[2:]))
    closed_by = question.text[words[place].end : words[place].end + 1]
    if token in _NUMBERS or token in _LETTERS:
        return int(closed_by == ")" or (is_first and token in _NUMBERS and closed_by in _AFTER_A_NUMBER))
    return int(is_first and token in _ORDINALS and closed_by in _AFTER_AN_ORDINAL)


def _asking_inside(tokens: Sequence[str], stretches: list[Stretch], opening: list[Stretch]) -> list[Stretch]:
    """Return the stretches that ask, also where only a word inside of them does; all stretches where none asks.

    `opening` are those that open like a question. What stands before the first of them leads to it, unless it holds a
    question itself.
    """
    first = opening[0].start if opening else 0
    asking = [
        one
        for one in stretches
        if one in opening
        or (one.start >= first and not _WORDS_INSIDE.isdisjoint(tokens[one.start : one.end]))
        or _holds_a_question(tokens[one.start : one.end])
    ]
    return asking or stretches


def _holds_a_question(tokens: Sequence[str]) -> bool:
    """Return whether a question or a request stands in a stretch: "after a redo when does", "my son asks what"."""
    return not REQUESTS.isdisjoint(tokens) or any(
        word in _WORDS_THAT_ASK
        and (
            not _AUXILIARIES.isdisjoint(tokens[place + 1 : place + _VERB_WITHIN])
            or not _ASKING.isdisjoint(tokens[:place])
        )
        for place, word in enumerate(tokens)
    )


def asking(tokens: Sequence[str], stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return the stretches that ask, the likeliest first: with a question mark, then those that open like a question.

    Of equally likely ones the last comes first. "I have been on pills" has an opener in it, too, but does not open like
    a question, and comes after "does it help".
    """
    long = [one for one in reversed(stretches) if one.end - one.start >= _SHORTEST_PART]
    opened = [one for one in long if not OPENERS.isdisjoint(tokens[one.start : one.start + 2])]
    unmarked = [one for one in opened if not one.has_mark]
    unmarked.sort(key=lambda one: not _opens_a_question(tokens[one.start : one.end]))
    return [one for one in long if one.has_mark] + unmarked


class LastQuestion(NamedTuple):
    """The last question of a message, and the words before it: all (`lead`), and the last clause of these (`beside`).

    `is_headed`: a colon stands between the two.
    """

    question: Question
    lead: tuple[str, ...]
    beside: tuple[str, ...] = ()
    is_headed: bool = False


def last_question(question: Question) -> LastQuestion | None:
    """Return the last question of a message that also tells something; None where the whole message is one question.

    "Do you think" at the end of "is it the screws do you think" is no question of its own, and neither is an "if ...".
    """
    tokens = question.tokens
    for one in asking(tokens, segments(question)):
        words = tokens[one.start : one.end]
        if words in _ASKING_BACK or words[0] == "if":
            continue
        if len(words) == len(tokens):
            return None
        before = question.text[: question.words[one.start].start].rstrip()
        is_headed = before.endswith(":")
        beside = _last_clause(question, one.start)
        return LastQuestion(from_word(question, one.start, one.end), tokens[: one.start], beside, is_headed)
    return None


def _last_clause(question: Question, end: int) -> tuple[str, ...]:
    """Return the words before a place, from the last mark on."""
    start = next((place for place in range(end - 1, 0, -1) if question.words[place].mark), 0)
    return question.tokens[start:end]


def named_last(question: Question) -> int:
    """Return where a message names, behind a comma at its end, what it asks about: "do they hurt, the shots"; or 0."""
    words = question.words
    place = next((place for place in range(len(words) - 1, 0, -1) if words[place].mark), 0)
    tail = question.tokens[place:]
    is_name = words[place].mark == "," and tail[0] in _BEFORE_A_NAME and len(tail) <= _LONGEST_NAME
    return place if is_name and OPENERS.isdisjoint(tail) and place >= _SHORTEST_PART else 0


def asked_from(question: Question) -> int | None:
    """Return where the first question of a message begins; None for a message that asks nothing: "I can not pee"."""
    for one in segments(question):
        if one.has_mark or _opens_a_question(question.tokens[one.start : one.end]):
            return one.start
    return None


def asks(question: Question) -> bool:
    """Return whether a message asks something: a question mark ends it, or a question begins in it."""
    return question.text.rstrip().endswith("?") or asked_from(question) is not None


def _is_cut(question: Question, start: int, place: int) -> bool:
    """Return whether another question may begin inside a sentence, in a stretch that began at `start`."""
    text, mark = question.words[place].text, question.words[place].mark
    if place - start < _SHORTEST_PART:
        return False
    if text in _JOINERS:
        if text == "also" and _stands_inside(question.tokens, start, place):
            return False
        return mark == "," or text == "also" or _has_opener_next(question.tokens, place + 1)
    is_parted = text in OPENERS and (mark == "," or _has_plus_before(question, place))
    return is_parted or _turns_to_ask(question.tokens, start, place)


def _has_plus_before(question: Question, place: int) -> bool:
    """Return whether a plus sign stands before a word: "what is fbss + how is it treated"."""
    words = question.words
    return question.text[words[place - 1].end : words[place].start].strip() == "+"


def _stands_inside(tokens: Sequence[str], start: int, place: int) -> bool:
    """Return whether an "also" stands inside a question that has just begun: "and can they also tell what it is".

    Behind a verb it does, too: "my hip is also bad".
    """
    opening = [token for token in tokens[start:place] if token not in _NO_START]
    has_begun = len(opening) == _VERB_AND_SUBJECT and opening[0] in _AUXILIARIES and opening[1] in ASKED_ABOUT
    is_next_opening = not OPENERS.isdisjoint(tokens[place + 1 : place + 2])
    return has_begun or (tokens[place - 1] in AUXILIARIES and not is_next_opening)


def _has_opener_next(tokens: Sequence[str], place: int) -> bool:
    """Return whether a question begins here, or after one word: "and how", "and then how", "and roughly how"."""
    if place >= len(tokens):
        return False
    if tokens[place] in OPENERS:
        return tuple(tokens[place : place + 2]) not in _DOING_IT
    if tokens[place] == "so" and tokens[place + 1 : place + 2] and tokens[place + 1] in _AUXILIARIES:
        return False  # "my migraine is back and so is my pain"
    if _requests(tokens[place : place + _REQUEST_WITHIN]):
        return True
    is_filler = tokens[place] in _NO_START or tokens[place] in REQUESTS or tokens[place].endswith("ly")
    return is_filler and tokens[place + 1 : place + 2] != () and tokens[place + 1] in OPENERS


def _turns_to_ask(tokens: Sequence[str], start: int, place: int) -> bool:
    """Return whether a question begins here without any joiner: "they fused her | is there surgery for that".

    A verb before its pronoun does that, but not after a word that asks and has no verb yet: "how many days do you".
    """
    after = tokens[place + 1] if place + 1 < len(tokens) else ""
    if (tokens[place], after) in _DOING_IT:
        return False
    if tokens[place] in _WORDS_THAT_ASK and (after in _AUXILIARIES or _asks_how(tokens, place)):
        return _is_second_question(tokens, start, place) or _asks_of_what_is_stated(tokens, start, place)
    is_turned = tokens[place] in _TURNING and (
        after in ASKED_ABOUT
        or (tokens[place] in DOING and after.endswith("ing") and not after.endswith("thing"))
    )
    if not is_turned or tokens[place - 1] in _NEVER_BEFORE_TURNING:
        return False
    for token in reversed(tokens[start:place]):
        if token in _AUXILIARIES:
            return True
        if token in _WORDS_THAT_ASK:
            return False
    return True


def _asks_how(tokens: Sequence[str], place: int) -> bool:
    """Return whether "how long is", "how soon can" or the like stands here."""
    return tokens[place] == "how" and not _AUXILIARIES.isdisjoint(tokens[place + 2 : place + 3])


def _is_second_question(tokens: Sequence[str], start: int, place: int) -> bool:
    """Return whether a word that asks, and its verb, begin another question: "can it break | how do you fix it".

    Not after what leads to it: "do you know what is", "tell me how do they", "about what is".
    """
    opening = next((token for token in tokens[start:place] if token not in _NO_START), "")
    if opening not in OPENERS or place - start <= _VERB_AND_SUBJECT or tokens[place - 1] in _LEADING_ON:
        return False
    return _ASKING.isdisjoint(tokens[start:place])


def _asks_of_what_is_stated(tokens: Sequence[str], start: int, place: int) -> bool:
    """Return whether a word that asks begins a question after a statement: "the disc thing | what do they do for it".

    Only where it points back to that, and not after what it may belong to: "i know what do they ...".
    """
    before, after = tokens[start:place], tokens[place + 1 : place + 3]
    is_question = len(after) > 1 and after[0] in _AUXILIARIES and after[1] in SUBJECTS
    if not is_question or _POINTING.isdisjoint(tokens[place + 3 :]):
        return False
    is_stated = len(before) >= _SHORTEST_STATEMENT and OPENERS.isdisjoint(before)
    return is_stated and _ASKING.isdisjoint(before) and before[-1] not in _NEVER_BEFORE_ASKING


def _opens(tokens: Sequence[str], one: Stretch, *, is_last: bool) -> bool:
    """Return whether a stretch asks; `is_last`: it ends the message, so that nothing comes which it could lead to."""
    if one.has_mark:
        return True
    return (is_last or not _leads(tokens[one.start : one.end])) and _asks(tokens[one.start : one.end])


def _leads(tokens: Sequence[str]) -> bool:
    """Return whether a stretch is a condition of what comes after it: "if ...", "when they know ..."."""
    return tokens[0] == "if" or (tokens[0] == "when" and tokens[1] in SUBJECTS)


def _asks(tokens: Sequence[str]) -> bool:
    """Return whether a stretch opens like a question or a request: "how ...", "i need to ...", not "cannot ..."."""
    return _opens_a_question(tokens) or tokens[0] in REQUESTS or _requests(tokens[:_REQUEST_WITHIN])


def _requests(opening: Sequence[str]) -> bool:
    """Return whether a stretch that opens so is a request: "I would also like", not "I do not want"."""
    return opening[0] in ("i", "we") and "not" not in opening and not REQUESTS.isdisjoint(opening)


def _opens_a_question(tokens: Sequence[str]) -> bool:
    """Return whether words open like a question, behind a greeting too: "hi, how ..."; not "cannot ..."."""
    opening = tokens if tokens[0] in OPENERS else tokens[unwrap(tokens)[0] :]
    return opening[0] in OPENERS and (opening[0] not in _AUXILIARIES or opening[1:2] != ("not",))
