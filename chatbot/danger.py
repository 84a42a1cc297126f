"""Danger in a conversation: what the messages and cards before a message make of what `safety` finds in it.

Short messages may say it only together, a card may be taken back, a mere "yes" is no report; and the line of an earlier
card stays. Who answers is for `engine` to say, and the words are for `safety`.
"""

from __future__ import annotations

from chatbot import safety
from chatbot.after_card import SETTLED, TAKING_SERIOUSLY, names_alarm, taken_back_until
from chatbot.conversation import Conversation
from chatbot.dialogue import Turn
from chatbot.follow_up import FollowUp
from chatbot.knowledge import Clinic
from chatbot.normalise import Question, from_word
from chatbot.reply import SafetyLevel, SafetyNote

# A message that does nothing but steer ("again", "yes", "the second one") reports no danger: that it is like some
# safety example raises no card. A sign that a rule finds still does.
_STEERS_ONLY = frozenset(
    "again simpler more back restart drop yes no nod choice no-choice all neither not-that person pause well source "
    "number".split()
)
# Nor do these kinds of remarks, which are on the talk itself ("you type too much", "so I need not worry").
_SAID_OF_THE_TALK = frozenset("unheard repeats too-long weak-english about-me unworried no-visit".split())


class Danger:
    """Knows a conversation's danger by these rules, and words it for this clinic. Immutable."""

    def __init__(self, rules: safety.SafetyRules, clinic: Clinic) -> None:
        """Take the rules of `safety`, and the settings that its cards are filled with."""
        self._rules = rules
        self._clinic = clinic

    def found_in(self, question: Question, follow_up: FollowUp, conversation: Conversation) -> safety.Finding:
        """Return what the triage finds in a message, the short ones before it included.

        A bare yes that answers which of some choices is meant says nothing of the quiet line beside them.
        """
        finding = safety.triage(question, self._rules)
        if follow_up.steer == "yes" and conversation.pending in ("choice", "reading"):
            return finding
        return safety.told_in_pieces(question, finding, conversation.earlier, self._rules)

    def taken_back(
        self,
        question: Question,
        finding: safety.Finding,
        follow_up: FollowUp,
        conversation: Conversation,
    ) -> int:
        """Return how many words at the start of a message take a safety card back, 0 for none.

        It is 0 where the message takes the card seriously ("can it wait until Monday"), where a rule finds a sign in
        it, and where danger is found behind these words. Otherwise they count

        - while the card is what is talked about,
        - where they name it ("months, not an emergency"), and
        - where likeness alone would show another card, for this message.
        """
        is_alarming = finding.level != "none"
        if (
            not conversation.level
            or follow_up.said in TAKING_SERIOUSLY
            or (is_alarming and not finding.is_guess)
        ):
            return 0
        end = taken_back_until(question)
        if not is_alarming and conversation.pending != "card" and not names_alarm(question, end):
            return 0
        if 0 < end < len(question.words):
            rest = safety.triage(from_word(question, end), self._rules)
            return end if rest.level == "none" else 0
        return end

    def note(self, level: SafetyLevel, finding: safety.Finding) -> SafetyNote:
        """Return the card for a finding of this class of danger."""
        return SafetyNote(level, safety.card(finding, self._rules, self._clinic))

    def with_quiet_lines(self, turn: Turn, finding: safety.Finding, conversation: Conversation) -> Turn:
        """Return the turn with the lines that are added to it: for a sign only talked about, and after an earlier card.

        A reply that shows a card again gets neither: the card says it all.
        """
        if turn.reply.safety:
            return turn
        notes = list(turn.reply.notes)
        if finding.is_about and turn.reply.kind != "smalltalk":
            notes.append(safety.quiet_line(finding, self._rules, self._clinic))
        after = turn.conversation
        for level in _standing(conversation):
            is_taken_back = after.is_taken_back and level == after.card_level
            notes.append(safety.standing_line(level, self._rules, self._clinic, is_taken_back=is_taken_back))
        said = tuple([note for note in notes if note])
        return turn if said == turn.reply.notes else turn._replace(reply=turn.reply._replace(notes=said))


def only_steers(follow_up: FollowUp) -> bool:
    """Return whether a message only steers, or speaks to a card: likeness alone then raises no card (_STEERS_ONLY)."""
    if follow_up.steer == "remark":
        return follow_up.said in _SAID_OF_THE_TALK
    return follow_up.steer in _STEERS_ONLY or follow_up.said in SETTLED


def _standing(conversation: Conversation) -> tuple[str, ...]:
    """Return the classes of danger whose line stays: the most serious, and "crisis" as it has a number of its own."""
    level = conversation.level
    if level and level != "crisis" and conversation.has_crisis:
        return (level, "crisis")
    return (level,) if level else ()
