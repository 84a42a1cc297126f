"""Sentences that run on without a full stop, as dictation writes them, or somebody who is upset.

"My boss wants me back and I have chest pain but my question is how I get the form signed" is three sentences in one.
But the triage goes by sentences: what one word denies, what is long over, and what is weighed together. So such a
message is read once more, with a mark where a statement or a question surely begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chatbot.english.function_words import AUXILIARIES, WORDS_THAT_ASK
from chatbot.normalise import Question, sentence_breaks
from chatbot.safety.reading.clauses import asks_from
from chatbot.safety.windows import RUN_ON_WORDS

_SHORTEST_CLAUSE = 3
_JOINING = frozenset("and but so plus also because then now".split())
_PEOPLE = frozenset("i he she we they".split())
_POINTING = frozenset("it there this that".split())
_OWNERS = frozenset("my his her our their the both one mine".split())
_FINITE = AUXILIARIES | frozenset(
    """feel feels felt went keep keeps hurt hurts smell smells look looks got get gets give gives burn burns leak leaks
    drag drags droop droops ooze oozes swell swells start starts started stop stops stopped""".split()
)
_VERB_WITHIN = 4  # words behind an owner: "my right lower leg is"
_WITHOUT_SUBJECT = frozenset("got having woke noticed feeling".split())
_SUPPOSING = frozenset("if whether unless suppose supposing case".split())
_REPORTING = frozenset("said says told tells warned read reads heard".split())
_WHAT_MAY_BE = frozenset("could might would may will can".split())
_SURE = frozenset("not rather".split())  # "i can not", "i would rather": not what may be
# Between what joins two clauses and the subject of the second: "but anyway my question is".
_BEFORE_A_SUBJECT = _JOINING | frozenset("anyway well actually really just today".split())
_NO_THING = WORDS_THAT_ASK | frozenset("to of in on at for with that not than as or".split())
_TELLING = [(verb,) for verb in "have am feel got woke fell want wish started leaked wet lost".split()]
# What opens a clause that leads to an "i": "after my first fusion i could not", "when i was pregnant i leaked".
_OPENING_LEADS = frozenset(
    "after before when in since during for at on with as while last until once whenever though although".split()
)
# Before an "i" that begins nothing: "the therapist says i am", "that i have".
_LEADING_ON = (
    frozenset(
        """that who if because since while until till as than say says said think thinks thought know knows hope guess
        feel like sure told me him her them so and but or nor not afraid worried scared wish bet swear before after
        once though although unless every time the a to of for with in on at by from""".split()
    )
    | WORDS_THAT_ASK
    | AUXILIARIES
)
_ENDING = frozenset("but so because".split())
_LEFT_AT_THE_END = frozenset("on in with for about to".split())
# A clause begins with one of these, or behind a comma. For most words this is the only look-up.
_MAY_BEGIN = _JOINING | {"i"} | WORDS_THAT_ASK | AUXILIARIES


def parted(question: Question) -> Question | None:
    """Return a message with a mark before each clause of a sentence that runs on; None where no sentence is parted."""
    words = question.words
    cuts: list[int] = []
    for start, end in pairwise((0, *sentence_breaks(words), len(words))):
        if end - start >= RUN_ON_WORDS:
            cuts += _cuts(question, start, end)
    if not cuts:
        return None
    marked = list(words)
    for place in cuts:
        marked[place] = marked[place]._replace(mark=".")
    return question._replace(words=tuple(marked))


def _cuts(question: Question, start: int, end: int) -> list[int]:
    """Return the places in a sentence where a clause of its own begins, but for the first."""
    cuts: list[int] = []
    last = start
    for place in range(start + _SHORTEST_CLAUSE, end - _SHORTEST_CLAUSE + 1):
        may_begin = question.tokens[place] in _MAY_BEGIN or question.words[place].mark
        if may_begin and place - last >= _SHORTEST_CLAUSE and _begins(question, last, place, end):
            cuts.append(place)
            last = place
    return cuts


def _begins(question: Question, last: int, place: int, end: int) -> bool:
    """Return whether a clause of its own begins here, behind the one that began at `last`.

    It may begin behind a joining word or a comma ("and my leg is"), with an "I" that tells of oneself ("I have"), or as
    a question.
    """
    tokens = question.tokens
    before, following = tokens[last:place], tokens[place:end]
    if tokens[place] in _JOINING or question.words[place].mark == ",":
        first = next((at for at in range(place, end) if tokens[at] not in _BEFORE_A_SUBJECT), end)
        if _states(tokens[first:end]) or (_has_verb(tokens[first:end]) and not _FINITE.isdisjoint(before)):
            return not _governs(before, tokens[first:end])
    is_own = _tells_of_oneself(following) and not _belongs_to_a_thing(question, place, end)
    if is_own and tokens[place - 1] not in _LEADING_ON:
        return before[0] not in _OPENING_LEADS and not _governs(before, following)
    is_asking = before[0] in WORDS_THAT_ASK  # "how many would it take"
    return len(following) > 1 and not is_asking and asks_from(question, place, end)


def _states(opening: Sequence[str]) -> bool:
    """Return whether these words begin a statement: "my leg is", "it hurts", "he fell", "what I want to know"."""
    if len(opening) <= 1:
        return False
    word, after = opening[:2]
    if word == "what":
        return after in _PEOPLE  # "and what i want to know is"
    if word in _POINTING:
        return after in _FINITE
    if word in _OWNERS:
        return not _FINITE.isdisjoint(opening[1 : 1 + _VERB_WITHIN])
    return word in _PEOPLE or word in _WITHOUT_SUBJECT or (word, after) == ("can", "not")


def _has_verb(opening: Sequence[str]) -> bool:
    """Return whether these words begin with a thing and its verb: "clear water leaks from the wound"."""
    is_thing = opening[:1] != () and opening[0] not in _FINITE | _NO_THING
    return is_thing and not _FINITE.isdisjoint(opening[1:_VERB_WITHIN])


def _tells_of_oneself(words: Sequence[str]) -> bool:
    """Return whether these words begin to tell of oneself: "i have", "i can not"; not "i can use"."""
    following = words[1:3]
    return words[0] == "i" and (following[:1] in _TELLING or following == ("can", "not"))


def _belongs_to_a_thing(question: Question, place: int, end: int) -> bool:
    """Return whether these words only say which thing is meant, and end in "on", "with" or the like.

    "I want to die on" is no clause of its own in "a hill i want to die on".
    """
    stops = (at for at in range(place + 1, end) if question.words[at].mark or question.tokens[at] in _ENDING)
    return question.tokens[next(stops, end) - 1] in _LEFT_AT_THE_END


def _governs(before: Sequence[str], following: Sequence[str]) -> bool:
    """Return whether the clause before says how the one that follows is meant, so that the two must not be parted.

    "If my leg goes numb and I fall" supposes both; "they said it may leak and I could faint" reports both.
    """
    if not _SUPPOSING.isdisjoint(before):
        return True
    if _REPORTING.isdisjoint(before):
        return False
    return any(
        word in _WHAT_MAY_BE and after not in _SURE for word, after in pairwise(following[:_VERB_WITHIN])
    )
