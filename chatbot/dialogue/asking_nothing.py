"""Answers to messages that ask nothing of the guide: on the talk itself ("wait", "a person please"), and to remarks.

Which remark it is, `remarks` reads; a remark that turns out to ask is answered like any question.
"""

from __future__ import annotations

from chatbot.conversation import Conversation
from chatbot.decision import ANSWER, PERSONAL
from chatbot.dialogue.answering import LASTING_PAIN, Answerer
from chatbot.dialogue.retelling import Reteller
from chatbot.dialogue.telling import Teller
from chatbot.dialogue.turns import DecidedTurn, Turn
from chatbot.follow_up import FollowUp
from chatbot.matching import Matcher
from chatbot.normalise import Question
from chatbot.speaking import sentences

_ABOUT_ME = "who-are-you"
# Remarks that an entry answers.
_ENTRIES_FOR_REMARKS = {
    "lasting-pain": LASTING_PAIN,
    "about-me": _ABOUT_ME,
    "greeting": "greeting",
    "goodbye": "goodbye",
    "thanks": "thanks",
    "take-home": "take-home",
    "fault": "is-pain-a-failure",
    "dying": PERSONAL,
    "unworried": PERSONAL,
}
# Remarks that ask for what nobody has here, so that callers count them as not answered.
_NOT_HERE = ("chat", "complaint")
# After a safety card, nothing says that a visit is up to the patient.
_NEVER_AFTER_A_CARD = ("no-visit",)
# What is said about the talk itself has one sentence each.
_SENTENCES = {
    "pause": sentences.PAUSE,
    "well": sentences.WELL,
    "number": sentences.NO_FIGURE,
    "person": sentences.PERSON,
}


class AskingNothing:
    """Answers what asks nothing of the knowledge base. Immutable."""

    def __init__(self, teller: Teller, matcher: Matcher, reteller: Reteller, answerer: Answerer) -> None:
        """`answerer` has the remarks that ask something after all."""
        self._teller = teller
        self._composer = teller.composer
        self._matcher = matcher
        self._reteller = reteller
        self._answerer = answerer

    def of_the_talk(self, steer: str, conversation: Conversation) -> Turn:
        """Answer what is said about the talk itself; what has no sentence here leaves what was pending."""
        if steer in _SENTENCES:
            return self._teller.chat(_SENTENCES[steer], conversation)
        if steer == "source":
            return self._source(conversation)
        if steer == "neither" and conversation.offered:
            return self._teller.no_answer(sentences.NEITHER, conversation)
        if steer == "restart":
            fresh = Conversation(
                level=conversation.level,
                is_guess=conversation.is_guess,
                is_taken_back=conversation.is_taken_back,
                had_crisis=conversation.has_crisis,
            )
            return self._teller.offer(self._composer.ask_anew(sentences.RESTARTED, "smalltalk"), fresh)
        return self._teller.chat(sentences.DROPPED, conversation)

    def _source(self, conversation: Conversation) -> Turn:
        """Say where the last answer is from; to who was just told so, what all of this is."""
        title = conversation.answered.answers[0].source if conversation.answered else ""
        told = conversation.last.lead if conversation.last else ""
        is_told = told == self._composer.fill(sentences.FROM_GUIDE, title=title)
        if is_told and _ABOUT_ME in self._teller.entries:
            return self._teller.tell_one(_ABOUT_ME, conversation)
        return self._teller.chat(sentences.FROM_GUIDE, conversation, title=title)

    def remark(self, question: Question, remark: FollowUp, conversation: Conversation) -> DecidedTurn:
        """Answer what asks nothing: kindly, in a sentence, and without a word about a visit.

        Who tells of an operation and of pain that stayed has asked why, if not in so many words. A story with a word
        that an entry speaks of is read as a question, and so is what the knowledge base has no entry for.
        """
        kind = remark.said
        entry = _ENTRIES_FOR_REMARKS.get(kind, "")
        matched = self._matcher.match(question.tokens)
        is_about_more = remark.words and self._matcher.match(remark.words).confidence >= ANSWER
        # A wording of the knowledge base reaches its entry, whatever it sounds like.
        is_after_card = bool(conversation.level) and kind in _NEVER_AFTER_A_CARD
        if (
            is_about_more
            or matched.is_exact
            or is_after_card
            or (entry and entry not in self._teller.entries)
        ):
            return self._answerer.answer(question, conversation)
        if kind == "kind" and matched.entry == "thanks" and matched.confidence >= ANSWER:
            entry = "thanks"
        conversation = conversation._replace(misses=0)
        if entry:
            lead = self._composer.fill(sentences.REMARK_LEADS.get(kind, ""))
            return self._teller.tell_one(entry, conversation, question.tokens, lead=lead), None
        return self._sentence(kind, conversation), None

    def _sentence(self, kind: str, conversation: Conversation) -> Turn:
        """Say what a remark without an entry is answered with."""
        if kind == "fear":
            kind_word = self._composer.tone("fear") if conversation.tone != "fear" else ""
            afraid = conversation._replace(tone="fear")
            return self._teller.offer(self._composer.comfort("fear", kind_word, afraid), afraid)
        if kind == "too-long":
            return self._reteller.shorter(conversation)
        words = sentences.REMARKS[kind]
        if kind in _NOT_HERE:
            return self._teller.no_answer(words, conversation)
        if words == sentences.GO_ON and self._teller.has_told_to_go_on(conversation):
            words = sentences.GO_ON_STILL
        return self._teller.chat(words, conversation)
