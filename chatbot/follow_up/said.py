"""Messages that neither steer nor ask: words to a safety card, and remarks.

`after_card` and `remarks` read the words. This module decides when they are asked, and makes a FollowUp of what they
find.
"""

from __future__ import annotations

from chatbot.after_card import read_after_card
from chatbot.conversation import Conversation
from chatbot.follow_up.set_phrases import STEER_OF
from chatbot.follow_up.steers import NEW_QUESTION, FollowUp, Steer
from chatbot.normalise import Question
from chatbot.remarks import read_remark

# Kinds of remarks that mean the same as a set phrase, and the way of steering that it is.
_REMARKS_THAT_STEER: dict[str, Steer] = {
    "simpler": "simpler",
    "nod": "nod",
    "drop": "drop",
    "source": "source",
}
# Set phrases that steer at any other time, but answer a card that was shown.
_SAID_TO_CARDS_TOO: tuple[Steer, ...] = ("pause", "well", "source", "number")


def said_as_remark(question: Question) -> FollowUp:
    """Return a remark on the talk, the program or the patient; NEW_QUESTION for a message that is none."""
    remark = read_remark(question)
    if remark.kind in _REMARKS_THAT_STEER:
        return FollowUp(_REMARKS_THAT_STEER[remark.kind])
    return FollowUp("remark", said=remark.kind, words=remark.odd_words) if remark.kind else NEW_QUESTION


def said_to_card(question: Question, conversation: Conversation) -> FollowUp | None:
    """Return what a message says to a safety card; None where it steers ("ok", "no"), or speaks of something else."""
    steer = STEER_OF.get(" ".join(question.tokens))
    if not conversation.level or steer not in (None, *_SAID_TO_CARDS_TOO):
        return None
    is_talked_about = conversation.pending == "card"
    said = read_after_card(question, conversation.card_level, is_talked_about=is_talked_about)
    return FollowUp("after-card", said=said) if said else None
