"""A safety card in the conversation: shown first, what is asked beside it, and what is said to it afterwards.

What danger a message describes, and the card's words, are `safety`'s; how people speak to a card, `after_card` reads.
"""

from __future__ import annotations

from chatbot import safety
from chatbot.after_card import only_tells
from chatbot.conversation import Conversation
from chatbot.decision import decide
from chatbot.dialogue.telling import Teller
from chatbot.dialogue.turns import Turn
from chatbot.follow_up import FollowUp
from chatbot.leaning import Fragments
from chatbot.matching import Matcher
from chatbot.normalise import Question, from_word
from chatbot.parts import asked_from
from chatbot.remarks import ASK_NOTHING
from chatbot.reply import Reply, SafetyNote
from chatbot.speaking import composing, sentences

# Ways of steering that speak to the card while it is the last thing that was shown: under the same name, and under the
# name that `sentences` has for them there.
_SAID_TO_CARDS = frozenset("yes no nod person drop not-that".split())
_SAID_TO_CARDS_AS = {"pause": "wait", "well": "over", "source": "must", "number": "must"}
# "38", after a fever: nothing on the screen has that number.
_NO_CHOICE = "no-choice"
# What ends the talk about a card. The patient can say that a wish to die is over. Nobody can judge from here that an
# emergency is over, so "it is over" does not end that card. And "not what I meant", said to a crisis card, asks to be
# heard, so it does not end that one.
_TAKES_BACK = frozenset(("taken-back", "story", "not-that"))
_TAKES_BACK_CRISIS = frozenset(("taken-back", "story", "over"))
# Remarks after a crisis card. The first are taken as said to the card; the second ones are what people say without a
# card, too, and are answered so. Every other remark is taken for the words of somebody who is lost.
_REMARKS_TO_CARDS = {"kind": "thanks", "thanks": "thanks", "unheard": "unheard", "repeats": "unheard"}
_SAID_WITHOUT_CARD = frozenset("about-me greeting goodbye weak-english too-long history lasting-pain".split())


class Cards:
    """Shows safety cards and answers what is said to them. Immutable."""

    def __init__(self, teller: Teller, matcher: Matcher, fragments: Fragments) -> None:
        """`matcher` and `fragments` find the question that is asked beside a sign."""
        self._teller = teller
        self._composer = teller.composer
        self._matcher = matcher
        self._fragments = fragments

    def show(
        self, note: SafetyNote, question: Question, finding: safety.Finding, conversation: Conversation
    ) -> Turn:
        """Show the card (`note`) first; an urgent message's own question may be answered below it."""
        reply, following = self.show_alone(note, finding, conversation)
        asked, told = self._asked_beside(question, finding)
        if told and finding.level == "urgent":
            below, following = self._teller.tell(told, following, question.tokens)
            later = self._composer.fill(sentences.CONSULTATION_LATER) if below.consultation else None
            reply = reply._replace(answers=below.answers, suggestions=below.suggestions, consultation=later)
            following = following._replace(pending="card")
        elif told:
            following = following._replace(waiting=asked)
            reply = reply._replace(notes=(f"{sentences.WAITING}. {sentences.WHAT_NOW}",))
        if question.is_cut and finding.level == "urgent":  # nothing is asked of the patient beside 911 or 988
            reply = composing.told_as_cut(reply)
        return Turn(reply, following)

    def show_alone(self, note: SafetyNote, finding: safety.Finding, conversation: Conversation) -> Turn:
        """Show the card (`note`), and nothing else that the message may ask."""
        reply = Reply("safety", safety=note, notes=(sentences.WHAT_NOW,))
        following = conversation._replace(
            level=min(note.level, conversation.level or note.level, key=safety.SERIOUS.__getitem__),
            pending="card",
            waiting="",
            misses=0,
            card=self._composer.finish(reply),
            is_guess=finding.is_guess,
            is_taken_back=False,
            had_crisis=conversation.has_crisis,
        )
        return Turn(reply, following)

    def answer(self, said: str, conversation: Conversation) -> Turn | None:
        """Answer what is said to a card (as `said_to_card` reads it): in a kind sentence, or by showing the card again.

        The card stays what is talked about, until it is taken back or something else is asked. Return None where the
        message is not about the card after all: it asks for a person, or there is no card to show again.
        """
        words = {"emergency": sentences.AFTER_EMERGENCY, "crisis": sentences.AFTER_CRISIS}.get(
            conversation.card_level, sentences.AFTER_URGENT
        )
        if said in words:
            return self._answer_in_a_sentence(said, words[said], conversation)
        if said == "person" or conversation.card is None:
            return None
        return Turn(conversation.card._replace(lead=sentences.CARD_AGAIN.get(said, "")), conversation)

    def added(self, turn: Turn, question: Question, conversation: Conversation) -> Turn | None:
        """Answer a detail that is told right after a card: "since yesterday", "I am alone"; None for another message.

        It asks nothing, no question waits to be answered after the card, and `turn`, without the card, has no answer.
        """
        has_answer = turn.reply.kind not in ("unknown", "clarify") or conversation.waiting
        if conversation.pending != "card" or has_answer or asked_from(question) is not None:
            return None
        return self.answer("lost" if conversation.card_level == "crisis" else "told", conversation)

    def _answer_in_a_sentence(self, said: str, lead: str, conversation: Conversation) -> Turn:
        """Answer what is said to a card with the sentence `lead`.

        Where the patient takes back a card that was only a guess, an apology takes its place.
        """
        taking_back = _TAKES_BACK_CRISIS if conversation.card_level == "crisis" else _TAKES_BACK
        is_taken_back = said in taking_back or (said == "line" and conversation.is_guess)
        is_wrong = is_taken_back and conversation.is_guess
        if is_wrong:
            lead = f"{sentences.SORRY_FOR_ALARM} {sentences.GO_ON_ASKING}"
        # The line that stays goes when the patient asks for it, but only where likeness alone had raised the card.
        is_other = conversation.had_crisis or conversation.level != conversation.card_level
        is_gone = said == "line" and is_wrong and not is_other
        following = conversation._replace(
            level="" if is_gone else conversation.level,
            pending="" if is_taken_back else "card",
            waiting="",
            is_taken_back=is_wrong or said == "line" or (said == "over" and conversation.pending != "card"),
        )
        return Turn(Reply("smalltalk", lead=self._composer.fill(lead)), following)

    def _asked_beside(
        self, question: Question, finding: safety.Finding
    ) -> tuple[str, tuple[tuple[str, float], ...]]:
        """Return the question that a message asks beside its sign, and what answers it; ("", ()) for none.

        An emergency or a crisis that only tells asks nothing, whatever it is like.
        """
        kinds = self._teller.kinds
        start = asked_from(question)
        if start is not None or finding.level == "urgent":
            for asked in (question, from_word(question, start)) if start else (question,):
                decided = decide(asked, self._matcher, kinds, follow_up=self._fragments.asked_for)
                told = tuple(one for one in decided.entries if kinds[one[0]] != "smalltalk")
                if told:
                    return asked.text, told
        return "", ()


def said_to_card(follow_up: FollowUp, question: Question, conversation: Conversation) -> str:
    """Return what a message says to a safety card, "" when it says nothing to it.

    A bare "yes" or "no" speaks to the card that was just shown, unless a question of the patient waits to be answered
    after it: then it says whether to answer that. After a crisis card, every message that asks nothing speaks to it.
    """
    if conversation.pending == "card":
        if follow_up.steer in _SAID_TO_CARDS and not conversation.waiting:
            return follow_up.steer
        if follow_up.steer in _SAID_TO_CARDS_AS:
            return _SAID_TO_CARDS_AS[follow_up.steer]
        if follow_up.steer == _NO_CHOICE:
            return "lost" if conversation.card_level == "crisis" else "told"
        if follow_up.steer == "remark":
            return _remark_to_card(follow_up.said, conversation.card_level)
        is_heard = (
            follow_up.steer == "question" and not (follow_up.start or follow_up.said) and question.words
        )
        if is_heard and conversation.card_level == "crisis" and only_tells(question.tokens):
            return "lost"
    return "" if follow_up.steer == "remark" else follow_up.said


def taking_back(follow_up: FollowUp, conversation: Conversation) -> FollowUp:
    """Return the follow-up of a message that does nothing but take a card back.

    It is read as "taken-back" where the card was a guess, or was for a crisis. Where a rule had found the sign, it is
    read as "over", like "I am fine now", and the card stays: the patient cannot judge that the danger is over.
    """
    if follow_up.said or follow_up.steer not in ("question", "instead"):
        return follow_up
    holds = conversation.card_level != "crisis" and not conversation.is_guess
    return FollowUp("question", said="over" if holds else "taken-back")


def apologised(turn: Turn, conversation: Conversation) -> Turn:
    """Return the answer to a message that took a card back and asked on: sorry first, if the card was a guess."""
    if not conversation.is_guess or turn.reply.lead.startswith(sentences.SORRY_FOR_ALARM):
        return turn
    lead = f"{sentences.SORRY_FOR_ALARM} {turn.reply.lead}".strip()
    return Turn(turn.reply._replace(lead=lead), turn.conversation._replace(is_taken_back=True))


def _remark_to_card(kind: str, level: str) -> str:
    """Return what a remark says to a card that was just shown, "" for nothing.

    After a crisis card, most remarks mean that the patient wants to be heard ("lost").
    """
    if level != "crisis":
        return "thanks" if kind in ("kind", "thanks") else "told" if kind in ASK_NOTHING else ""
    if kind in _SAID_WITHOUT_CARD:
        return ""
    return _REMARKS_TO_CARDS.get(kind, "lost")
