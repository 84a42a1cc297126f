"""What says something rather than steers or asks: what is said to a safety card, and remarks.

`after_card` and `remarks` read the words; here is only when they are asked, and what becomes of what they find.
"""

from __future__ import annotations

from chatbot.after_card import read_after_card
from chatbot.conversation import Conversation
from chatbot.follow_up.set_phrases import STEER_OF
from chatbot.follow_up.steers import NEW_QUESTION, FollowUp, Steer
from chatbot.normalise import Question
from chatbot.remarks import read_remark

# Remarks that say what a set phrase says.
_REMARKS_THAT_STEER: dict[str, Steer] = {"simpler": "simpler", "nod": "nod", "drop": "drop"}
# Said at any time; but to a card, they say something.
_SAID_TO_CARDS_TOO: tuple[Steer, ...] = ("pause", "well", "source", "number")


def said_as_remark(question: Question) -> FollowUp:
    """Read what says something of the talk, the program or the patient, and asks nothing."""
    remark = read_remark(question)
    if remark.kind in _REMARKS_THAT_STEER:
        return FollowUp(_REMARKS_THAT_STEER[remark.kind])
    return FollowUp("remark", said=remark.kind, words=remark.odd_words) if remark.kind else NEW_QUESTION


def said_to_card(question: Question, conversation: Conversation) -> FollowUp | None:
    """Read what people say to a safety card; None where they only steer ("ok", "no"), or speak of something else."""
    steer = STEER_OF.get(" ".join(question.tokens))
    if not conversation.level or steer not in (None, *_SAID_TO_CARDS_TOO):
        return None
    is_talked_about = conversation.pending == "card"
    said = read_after_card(question, conversation.card_level, is_talked_about=is_talked_about)
    return FollowUp("after-card", said=said) if said else None
