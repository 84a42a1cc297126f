"""Messages that correct the last answer: "no, I meant ...", "not that. The pills".

Also those that drop it for another question: "never mind, what is ...".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chatbot.conversation import Conversation
from chatbot.english.closings import without_what_closes
from chatbot.english.function_words import (
    ADDRESSED,
    ASKING_FIRST,
    AUXILIARIES,
    HAVING,
    SUBJECTS,
    WORDS_THAT_ASK,
)
from chatbot.english.phrases import by_first_word, listed, listed_in_words, phrase_at
from chatbot.follow_up.said import said_as_remark
from chatbot.follow_up.set_phrases import set_phrase
from chatbot.follow_up.steers import NEW_QUESTION, FollowUp, Steer
from chatbot.normalise import Question, from_word, sentence_breaks
from chatbot.parts import asks

# "No, I meant ...": what follows is the question. Longer ones first.
_CORRECTIONS = sorted(
    listed_in_words("""
        i meant|i mean|i asked for|i asked you for|i asked about|no i asked|i said|i was asking about|i am asking about
        i was talking about|i am talking about|i was thinking of|i actually meant|what i meant was|what i meant is
        what i mean is|not that i meant|not that one i meant|not those i meant|no i wanted to know|no i want to know
        no i want|not what i asked i want to know|that is not what i asked i want to know|no rather|wrong i meant
        that is not what i meant i want to know|that is not what i meant i meant|that is not what i asked i asked
        you did not answer about|you did not answer my question on|you still did not answer about
        you have not answered about|you did not answer the one about|you did not say about|you left out|you forgot
        you forgot about|you forgot to say about|you ignored my question about|you skipped
        you did not answer my question about|you never answered my question about|you did not answer me about
        you did not answer if|you did not answer whether|you did not say if|you did not say whether
        you did not tell me if|you did not tell me whether
        my question was about|you did not say anything about|you said nothing about|you told me nothing about
        you say nothing about|what did you say about|what was that about
        what was it you said about|you said something about
    """),
    key=len,
    reverse=True,
)
# Words that may stand before one: "oh wait, no, I meant ...".
_BEFORE_A_CORRECTION = frozenset("no nope nah oh wait sorry actually well but ok okay ah um and".split())

# "I asked did it cause that": words before a question that is asked once more.
_ASKING_AGAIN = by_first_word(
    listed("""
        i ask|i only ask|i just ask|i asked|i just asked|i only asked
        i already asked|i am asking|i was asking|i said|i asked you|my question was
        you did not answer|you did not say|you did not tell me|you still did not say|you still did not answer
        you have not said|you have not answered|you have not told me|you still have not said|you still have not told me
        you still did not tell me|you never told me|that does not answer|that did not answer|that does not tell me
        that does not say|that did not say|you never said|what i asked was|what i asked is
    """)
)
_BEFORE_ASKING_AGAIN = frozenset("no but well and ok yes again sorry nope".split())
_REPORTED = ASKING_FIRST | {"if", "whether"}
# "That is no answer. Does it hurt": the answer was not turned down, the question was missed.
_OF_ANSWERING = frozenset("answer answers answering".split())
# "That is not it. I was only telling you how I feel".
_TELLING = "telling"
# "How long? A week? Months?" proposes answers, and asks nothing more.
_MEASURING = frozenset((("how", "long"), ("how", "often"), ("how", "many"), ("how", "much"), ("how", "soon")))
_MEASURED = frozenset(
    """a an one two three four five six seven eight nine ten fifteen twenty thirty forty fifty hundred half few couple
    of or to more less longer shorter many several some minute minutes hour hours day days week weeks month months year
    years once twice times every about maybe like just only forever always all the whole""".split()
)
# Corrections that only say the same in other words: they do not turn the answer down.
_REFINEMENTS = frozenset(
    listed_in_words("""
        i mean|what i mean is|i am asking about|what did you say about|what was that about
        what was it you said about|you said something about
    """)
)
_MEANING = ("mean", "meant")
_FEWEST_ANNOUNCED = 2
_WAIT = "wait"
_ARTICLE = "the"  # "no the pills" corrects; "no pills" rules something out
_SHORT_CORRECTION = 4
_NO = frozenset("no nope nah".split())
_TURNING_DOWN = _NO | {"not"}
# Behind a "no" without a comma, these begin a sentence of their own, so that the "no" is an answer.
_POINTING = ("that", "this", "it")
_AFTER_NO = SUBJECTS | WORDS_THAT_ASK | frozenset("that this the not".split())
# Behind "no," these begin a new question. "No, may ..." and "no, have ..." only go on with what was said.
_ASKING = WORDS_THAT_ASK - {"whom"} | AUXILIARIES - HAVING - {"may", "must", "am"}
# "I never said I want an operation": the answer before spoke of something that was not asked.
_NEVER_SAID = by_first_word(
    listed("""
        i never said|i did not say|i have not said|i never asked about|i never asked for|i did not ask about
        i did not ask for
    """)
)
# "No. Shorter" wants the same answer otherwise, and "no, go back" another one.
_STEERING_BEHIND: tuple[Steer, ...] = ("again", "simpler", "back", "list", "restart", "person")
# "That does not help. I will ask the nurse": who leaves says nothing of what was meant.
_LEAVING = by_first_word(listed("i will|i am going to|i better|let me|i would rather"))
_NOT_ASKED = frozenset((("not", "ask"), ("never", "asked"), ("not", "asking"), ("not", "asked")))


def without_afterthought(question: Question) -> Question:
    """Return "the treatment" for "the treatment, I mean": "I mean" says that a message corrects, not what it asks.

    Answers that the patient proposes go, too ("how long does it take? A week? Months?"), and what only closes a
    question ("... please answer").
    """
    question = without_what_closes(question)
    *before, i, mean = ("", "", *question.tokens)
    is_added = i == "i" and mean in _MEANING and "".join(before) and before[-1] not in WORDS_THAT_ASK
    if is_added:
        return from_word(question, 0, len(question.tokens) - 2)
    end = _before_proposals(question)
    return from_word(question, 0, end) if end else question


def _before_proposals(question: Question) -> int:
    """Return where a message begins to propose answers to its question for a time or an amount; 0 where it does not."""
    words = question.tokens
    for end in sentence_breaks(question.words):
        if all(word in _MEASURED or word.isdecimal() for word in words[end:]):
            return end if any(pair in _MEASURING for pair in pairwise(words[:end])) else 0
    return 0


def correction(question: Question, conversation: Conversation) -> FollowUp:
    """Return how a message corrects or drops the last answer, and where its question starts; NEW_QUESTION for neither.

    "Instead" turns the answer down ("no, I meant ...", "not that. The pills"); "question" does not ("never mind, ...").
    """
    words = question.tokens
    if conversation.last is not None and (found := _announced(question, conversation)) is not None:
        return found
    for place in range(1, len(words)):
        if not question.words[place].mark:
            continue
        dropped = set_phrase(words[:place])
        rest = words[place:]
        if dropped == "drop":
            said = said_as_remark(from_word(question, place))
            return FollowUp("question", start=place) if said == NEW_QUESTION else said
        if conversation.last is not None and (
            (dropped == "not-that" and place >= _FEWEST_ANNOUNCED)
            or (dropped in ("no", "not-that") and len(rest) <= _SHORT_CORRECTION and rest[0] not in _ASKING)
        ):
            return _turned_down(question, place, is_said=dropped == "not-that")
        break
    if _contradicts(question, conversation):
        return FollowUp("instead", start=_behind_turning_down(question, _after_no(question)))
    # "Wait, the rods": who stops the talk has thought of something else.
    return FollowUp("question", start=1) if len(words) > 1 and _stops(question) else NEW_QUESTION


def _stops(question: Question) -> bool:
    """Return whether a message opens with a "wait" that is a word by itself."""
    return question.tokens[0] == _WAIT and bool(question.words[1].mark)


def _turned_down(question: Question, place: int, *, is_said: bool) -> FollowUp:
    """Read what stands behind a word that turns the answer down; `is_said` for a whole "that is not it" and no "no".

    It may be a remark, or the question that was missed; mostly it is what was meant instead.
    """
    words = question.tokens
    steer = set_phrase(words[place:])
    if steer is not None and steer in _STEERING_BEHIND:
        return FollowUp(steer)
    if is_said and phrase_at(words[place:], 0, _LEAVING) and not asks(question):
        return FollowUp("remark", said="unheard")
    said = said_as_remark(from_word(question, place))
    if said.said == _TELLING:
        return said
    start = _behind_turning_down(question, place)
    is_missed = is_said and not _OF_ANSWERING.isdisjoint(words[:place]) and asks(from_word(question, start))
    return (
        FollowUp("question", start=start, beside="unheard") if is_missed else FollowUp("instead", start=start)
    )


def _behind_turning_down(question: Question, start: int) -> int:
    """Return where the question starts, from a place on: behind "you misunderstood, I mean", too."""
    words = question.tokens
    end = next((place for place in range(start + 1, len(words)) if question.words[place].mark), 0)
    if end and set_phrase(words[start:end]) == "not-that":
        start = end
    said = next((one for one in _CORRECTIONS if words[start : start + len(one)] == one), ())
    behind = start + (len(said) or _asked_again(words[start:]))
    return behind if behind < len(words) else start


def _announced(question: Question, conversation: Conversation) -> FollowUp | None:
    """Read what says so first: "no, I meant ...", "I asked if ...", "I never said ..."; None for anything else."""
    words = question.tokens
    if start := _asked_again(words):
        return FollowUp("instead", start=start, is_again=True)
    for before in range(_words_before_a_correction(words) + 1):
        phrase = next((one for one in _CORRECTIONS if words[before : before + len(one)] == one), ())
        behind = before + len(phrase)
        if not phrase or behind >= len(words):
            continue
        is_same = phrase in _REFINEMENTS and _TURNING_DOWN.isdisjoint(words[:before])
        if set_phrase(words[behind:]) == "source":
            return FollowUp("source")
        return FollowUp("question" if is_same else "instead", start=behind)
    if start := _after_not_asked(question):
        return FollowUp("instead", start=start)
    is_misheard = phrase_at(words, int(words[0] in _NO), _NEVER_SAID) > 0 and not asks(question)
    if conversation.answered is not None and is_misheard:
        return FollowUp("remark", said="unheard")
    return _behind_a_no(question, conversation)


def _words_before_a_correction(words: Sequence[str]) -> int:
    """Return how many words a message opens with that may stand before a correction."""
    return next((place for place, word in enumerate(words) if word not in _BEFORE_A_CORRECTION), 0)


def _asked_again(words: Sequence[str]) -> int:
    """Return where a question starts that is asked once more ("no, I asked did it cause that"), 0 for none."""
    start = 0
    while start < len(words) and words[start] in _BEFORE_ASKING_AGAIN:
        start += 1
    said = phrase_at(words, start, _ASKING_AGAIN) if start < len(words) else 0
    after = words[start + said : start + said + 1]
    return start + said if said and after and after[0] in _REPORTED else 0


def _behind_a_no(question: Question, conversation: Conversation) -> FollowUp | None:
    """Read "no, not therapy. I asked what an operation would be": what a second sentence corrects; None without one."""
    end = next(iter(sentence_breaks(question.words)), 0)
    if not end or question.tokens[0] not in _TURNING_DOWN:
        return None
    found = correction(from_word(question, end), conversation)
    is_corrected = found.steer == "instead" and found.start
    return found._replace(start=end + found.start) if is_corrected else None


def _after_not_asked(question: Question) -> int:
    """Return where a message goes on behind "I did not ask about X.", 0 where it does not begin so."""
    end = next(iter(sentence_breaks(question.words)), 0)
    denied = any(pair in _NOT_ASKED for pair in pairwise(question.tokens[:end]))
    return end if denied and "i" in question.tokens[:end] else 0


def _contradicts(question: Question, conversation: Conversation) -> bool:
    """Return whether a message begins with a "no" that turns the last answer down, and then asks in more words.

    "No, the screws. Do they wear out?", "no thats a test. how do they treat it"; but not "no pain since then".
    """
    words = question.words
    names_another = len(words) > _FEWEST_ANNOUNCED and words[1].text == _ARTICLE
    if (
        (len(words) <= _SHORT_CORRECTION and not names_another)
        or words[0].text not in _NO
        or conversation.pending in ("choice", "card")
    ):
        return False
    is_about_answer = conversation.last is not None and bool(conversation.last.answers)
    after = words[2] if words[1].text in ADDRESSED else words[1]  # "no dear, ..."
    return is_about_answer and (bool(after.mark) or after.text in _AFTER_NO)


def _after_no(question: Question) -> int:
    """Return where the question starts behind a "no", or behind a sentence like "no, that is a test"."""
    says_what = question.tokens[1] in _POINTING and question.tokens[2] in ("is", "was")
    return next(iter(sentence_breaks(question.words)), 1) if says_what else 1
