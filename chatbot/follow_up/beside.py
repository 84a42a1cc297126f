"""Remarks on the talk with a sentence beside them: "You just repeated yourself. I asked where that number is from".

A message that is only a remark is read in `said`. Here the remark is set aside, so that the sentence beside it is read
as if it stood alone. Which of the two is answered is for `dialogue` to say, once it knows whether that sentence has an
answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.conversation import Conversation
from chatbot.english.courtesy import all_courtesy, unwrap
from chatbot.follow_up.corrections import correction
from chatbot.follow_up.set_phrases import set_phrase
from chatbot.follow_up.steers import NEW_QUESTION, FollowUp
from chatbot.normalise import Question, from_word, sentence_breaks
from chatbot.parts import asks
from chatbot.remarks import read_remark

# Kinds of remarks that may stand before or after something else.
_SET_ASIDE = frozenset("unheard repeats hurt".split())
_THANKS = "thanks"
# "Thank you. You have been very candid" goes on thanking.
_GOING_ON = "you"
# Longer messages tell a story.
_LONGEST = 40


def remark_beside(question: Question, conversation: Conversation) -> FollowUp:
    """Return how a message is read that has a remark at its start or at its end; NEW_QUESTION for any other.

    A remark at the start is set aside, and the rest is read. A remark at the end is answered, but only where nothing is
    asked before it: a question counts more than a remark.
    """
    breaks = sentence_breaks(question.words)
    if not breaks or len(question.words) > _LONGEST:
        return NEW_QUESTION
    start, kind = _leading(question, breaks)
    if kind:
        rest = from_word(question, start)
        inner_start, inner_end = unwrap(rest.tokens)
        steer = set_phrase(rest.tokens) or set_phrase(rest.tokens[inner_start:inner_end])
        if steer is not None:
            return FollowUp(steer)
        found = correction(rest, conversation)
        is_asked = found.steer in ("question", "instead")
        return found._replace(start=start + found.start, beside=kind) if is_asked else found
    last = read_remark(from_word(question, breaks[-1])).kind
    is_told_before = last in _SET_ASIDE and not asks(from_word(question, 0, breaks[-1]))
    return FollowUp("remark", said=last) if is_told_before else NEW_QUESTION


def _leading(question: Question, breaks: Sequence[int]) -> tuple[int, str]:
    """Return where the sentences end that are only remarks or courtesy, and the remark's kind; "" for no remark."""
    start, kind = 0, ""
    for end in breaks:
        one = from_word(question, start, end)
        said = read_remark(one).kind
        courtesy = all_courtesy(one.tokens)
        if said in _SET_ASIDE:
            kind = kind or said
        elif courtesy == _THANKS and question.tokens[end] == _GOING_ON:
            kind = kind or _THANKS
        elif not courtesy:
            break
        start = end
    return (start, kind) if kind else (0, "")
