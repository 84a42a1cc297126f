"""How a message steers a conversation, read in the light of what was said and offered before.

Which file to open, by what is said:

- `set_phrases`: "again", "simpler", "back", "never mind", "a person please"; `in_any_words`: those that are said in too
  many ways to be listed;
- `places`: "2", "the second one", "the next one", "both";
- `lists`: "number 2 from the list of causes";
- `corrections`: "no, I meant ...", "not that. The pills", "never mind, what is ..."; `doubts`: "my doctor said 5
  percent";
- `putting_aside`: "I don't need an appointment, I need to know why it hurts";
- `said_around`: what is said around a message, or only opens it ("that helps. The third", "let me rephrase. ...");
- `said`: what is said to a safety card, and remarks;
- `beside`: "you repeated yourself. I asked how many": remarks with something beside them.

`steers` has the value that they all return. What leans on the last topic ("and the risks?") steers nothing: that is
`leaning`'s. What to answer is for `dialogue` to say.
"""

from __future__ import annotations

from chatbot.conversation import Conversation
from chatbot.follow_up.beside import remark_beside
from chatbot.follow_up.corrections import correction, without_afterthought
from chatbot.follow_up.doubts import doubt
from chatbot.follow_up.in_any_words import asks_for_somebody
from chatbot.follow_up.lists import InList, place_in_list
from chatbot.follow_up.places import chosen_by_lead, chosen_by_place, named_beside
from chatbot.follow_up.putting_aside import behind_what_is_put_aside
from chatbot.follow_up.said import said_as_remark, said_to_card
from chatbot.follow_up.said_around import without_asides
from chatbot.follow_up.set_phrases import SOFTENERS, set_phrase
from chatbot.follow_up.steers import NEW_QUESTION, FollowUp, Steer
from chatbot.normalise import Question, from_word, sentence_breaks
from chatbot.parts import asks

__all__ = [
    "NEW_QUESTION",
    "FollowUp",
    "InList",
    "Steer",
    "place_in_list",
    "read_follow_up",
    "without_afterthought",
    "without_asides",
]

# Before anything was answered, these steer nothing.
_OF_AN_ANSWER: tuple[Steer, ...] = ("source", "number", "yes-or-no")
_ABOUT_ME = "about-me"


def read_follow_up(question: Question, conversation: Conversation) -> FollowUp:
    """Say how a message steers the conversation; NEW_QUESTION when it does not.

    A message that is more than steering is a question, perhaps with the steering cut off ("never mind, what ...").
    """
    words = question.tokens
    if not words:
        return NEW_QUESTION
    after_card = said_to_card(question, conversation)
    if after_card is not None:
        return after_card
    steer = set_phrase(words) or doubt(words, conversation)
    if steer in _OF_AN_ANSWER and conversation.answered is None:
        steer = None
    if steer == "back" and "previous" in words and named_beside(words, conversation):
        steer = None
    if steer is not None:
        return FollowUp(steer)
    if (chosen := _chosen(question, conversation)) is not None:
        return chosen
    said = _said(question, conversation)
    if said.steer not in _OF_AN_ANSWER or conversation.answered is not None:
        return said
    # "Is there a study": before anything was answered, all that is said here is meant.
    return FollowUp("remark", said=_ABOUT_ME) if said.steer == "source" else NEW_QUESTION


def _chosen(question: Question, conversation: Conversation) -> FollowUp | None:
    """Return what a message chooses; None for nothing, as where it announces a question ("ok, last one. ...")."""
    if _announces_the_last(question):
        return None
    return chosen_by_place(question.tokens, conversation) or chosen_by_lead(question, conversation)


def _said(question: Question, conversation: Conversation) -> FollowUp:
    """Return what a message that is no set phrase and chooses nothing says: a correction, a remark, or neither."""
    announced = correction(question, conversation)
    if announced != NEW_QUESTION:
        return announced
    if start := behind_what_is_put_aside(question):
        return FollowUp("question", start=start)
    if _wants_a_person_at_last(question):
        return FollowUp("person")
    remark = said_as_remark(question)
    return remark_beside(question, conversation) if remark == NEW_QUESTION else remark


def _wants_a_person_at_last(question: Question) -> bool:
    """Return whether a message that asks nothing else ends with "let me talk to somebody", in a sentence of its own.

    "There is a bill here. Whom do I ask?" asks of the bill; "so you cannot say. Who can?" does not.
    """
    breaks = sentence_breaks(question.words)
    if not breaks or set_phrase(question.tokens[breaks[-1] :]) != "person":
        return False
    before = from_word(question, 0, breaks[-1])
    is_of_something = asks_for_somebody(question.tokens[breaks[-1] :]) and "you" not in before.tokens
    return not is_of_something and not asks(before)


def _announces_the_last(question: Question) -> bool:
    """Return whether a message opens with "ok, last one." and goes on, so that it announces a question."""
    words = question.words
    start = next((place for place, word in enumerate(words) if word.text not in SOFTENERS), len(words))
    names_one = [word.text for word in words[start : start + 2]] == ["last", "one"]
    return names_one and start + 2 < len(words) and words[start + 2].mark == "."
