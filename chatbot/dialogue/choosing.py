"""Choosing among what is offered: "the second one", "the nerve one", "both", "the other one", "none of these".

`follow_up` has read which place in the list is meant. Here, words of a title are read ("the nerve one"), and the next
best entry is told when an answer was not what the patient meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.conversation import Conversation
from chatbot.decision import ANSWER, GENERAL
from chatbot.dialogue.telling import Teller
from chatbot.dialogue.turns import Manner, Turn
from chatbot.english.function_words import content_words
from chatbot.follow_up import FollowUp, InList
from chatbot.leaning import Fragments
from chatbot.leaning.three_readings import FOLLOW_UP, FRAGMENT
from chatbot.matching import Background, Matcher
from chatbot.normalise import Question, normalise
from chatbot.speaking import sentences
from chatbot.speaking.composing import MOST_LISTED

# How sure a few words must be of an offered entry to choose it: less than for an answer, because it was just offered.
# Chosen: 0.15 and 0.35 change at most one of the messages that `decision` names.
_PICK = 0.25
_LONGEST_PICK_WORDS = 12  # longer ones ask something of their own. Chosen: 8 and 16 change nothing
# The confidence that is told for a guess after a wrong answer: as likely right as not. Chosen, not measured.
_NEXT_BEST_CONFIDENCE = 0.5
# "That one", "the metal one" choose; "no one", "any one" do not.
_POINTING = frozenset("the that this".split())
_DESCRIBING = frozenset("for about with on".split())  # "which is the one for nerves"
_NOT_ONE_OF = frozenset("no any every some each only not name".split())


class Chooser:
    """Answers with what was chosen, or with what comes next. Immutable."""

    def __init__(self, teller: Teller, matcher: Matcher, fragments: Fragments) -> None:
        """`fragments` tells what is asked about a choice ("how is the second one treated")."""
        self._teller = teller
        self._composer = teller.composer
        self._matcher = matcher
        self._fragments = fragments

    def choose(self, follow_up: FollowUp, conversation: Conversation) -> Turn:
        """Answer a message that names one, all or none of what is offered by its place."""
        if follow_up.steer == "all":
            chosen = [(entry, 1.0) for entry in conversation.offered]
            return self._teller.tell(chosen, conversation, manner=Manner(is_chosen=True))
        if follow_up.steer == "no-choice":
            reply = self._composer.no_choice(follow_up.number, conversation)
            return self._teller.offer(reply, conversation, conversation.pending)
        if follow_up.steer == "about-choice":
            return self._tell_about(follow_up, conversation)
        if follow_up.steer == "other":
            return self._other(conversation)
        turn = self._teller.tell_one(follow_up.entry, conversation, is_chosen=True)
        if conversation.pending != "choice":
            return turn
        # So that "no, the other one" and "the third" still count in what there was to choose from.
        return turn._replace(conversation=turn.conversation._replace(listed=conversation.offered))

    def pick(self, question: Question, conversation: Conversation) -> str:
        """Return the offered entry that a few words of its title name ("the nerve one"), "" when none does."""
        words = content_words(question.tokens)
        names_one = _names_one(question.tokens) or conversation.pending == "choice"
        if not words or len(question.tokens) > _LONGEST_PICK_WORDS or not names_one:
            return ""
        screen = conversation.listed or conversation.offered
        told = self._lists_told(conversation)[:1] if conversation.pending != "choice" else []
        lists = (screen, *(self._teller.entries[entry].parts for entry in told))
        return next(filter(None, (self._picked(question, words, one) for one in lists)), "")

    def _picked(self, question: Question, words: Sequence[str], offered: tuple[str, ...]) -> str:
        """Return the one of the `offered` entries that a message names, "" for none. `words` are its content words."""
        named = [entry for entry in offered if _names(self._teller.entries[entry].title, words)]
        if len(named) == 1:
            return named[0]
        whole = self._matcher.match(question.tokens)
        if whole.entry in offered and whole.confidence >= _PICK:
            return whole.entry
        if whole.confidence >= ANSWER and "one" not in question.tokens:
            return ""
        matched = self._matcher.match(words, Background(related=offered))
        return matched.entry if matched.entry in offered and matched.confidence >= _PICK else ""

    def in_list(self, listed: InList, conversation: Conversation) -> Turn | None:
        """Answer with what stands at a place of the list that a message names; None where no such list is known.

        Of several lists of that name, one that was told is meant; without a name, the one that was told last. "The
        next one" counts in it from then on.
        """
        told = self._lists_told(conversation)
        lists = self._lists_named(listed.name) if listed.name else told
        best = next((entry for entry in lists if entry in told), next(iter(lists), ""))
        parts = self._teller.entries[best].parts if best else ()
        if not -len(parts) <= listed.place < len(parts):
            return None
        turn = self._teller.tell_one(parts[listed.place], conversation, is_chosen=True)
        return turn._replace(conversation=turn.conversation._replace(listed=parts))

    def last_list(self, conversation: Conversation) -> Turn:
        """Show once more the list that the topic stands in, or else the list that was told last."""
        told = self._lists_told(conversation)
        if not told:
            return self._teller.chat(sentences.NO_BACK, conversation)
        holding = [entry for entry in told if conversation.topic in self._teller.entries[entry].parts]
        return self._teller.tell_one((holding or told)[0], conversation, lead=sentences.BACK)

    def _lists_told(self, conversation: Conversation) -> list[str]:
        """Return the entries with a list that were told, the last one first."""
        return [entry for entry in reversed(conversation.told) if self._teller.entries[entry].parts]

    def _lists_named(self, name: Sequence[str]) -> list[str]:
        """Return the entries with a list that these words may name, the likeliest first."""
        ranked = [match.entry for match in self._matcher.match(name).ranking.matches]
        return [entry for entry in ranked if self._teller.entries[entry].parts]

    def bare_yes_or_no(self, steer: str, conversation: Conversation) -> Turn:
        """Answer a bare "yes" or "no" to a question which of the offered is meant."""
        if steer == "no":
            return self._teller.no_answer(sentences.NEITHER, conversation)
        if len(conversation.offered) == 1:
            return self._teller.tell_one(conversation.offered[0], conversation)
        return self._ask_which(conversation.offered, conversation)

    def next_best(self, conversation: Conversation) -> Turn:
        """Tell the next best entry, never one that was turned down; the second time in a row, offer a person."""
        last = conversation.last
        if last is None or not last.answers or conversation.answered is None:
            is_choice = conversation.pending == "choice"
            words = sentences.NEITHER if is_choice else sentences.NO_OTHER
            return self._teller.no_answer(words, conversation)
        conversation = conversation.having_turned_down()
        left = [
            entry
            for entry in conversation.runners_up
            if entry not in conversation.turned_down and self._teller.kinds.get(entry) in GENERAL
        ]
        if not left or sentences.NEXT_BEST in last.lead:
            return self._teller.no_answer(sentences.NO_OTHER, conversation)
        guess = (left[0], _NEXT_BEST_CONFIDENCE)
        turn = self._teller.tell([guess], conversation, manner=Manner(lead=sentences.NEXT_BEST))
        following = turn.conversation._replace(runners_up=tuple(left[1:]), pending="reading")
        return turn._replace(conversation=following)

    def _other(self, conversation: Conversation) -> Turn:
        """Answer "the other one": with the one choice that is left, else with those that are left to choose from."""
        screen = conversation.listed or conversation.offered
        left = [entry for entry in screen if entry != conversation.topic]
        if len(left) == 1 and conversation.topic in screen:
            return self._teller.tell_one(left[0], conversation, is_chosen=True)
        return self._ask_which(left[:MOST_LISTED], conversation) if left else self.next_best(conversation)

    def _tell_about(self, follow_up: FollowUp, conversation: Conversation) -> Turn:
        """Answer a question about an entry of the list ("how is the second one treated")."""
        asked = self._fragments.asked_after(follow_up.entry, follow_up.words)
        listed = conversation.listed or conversation.offered
        if asked is not None and not asked.is_told and asked.confidence >= FRAGMENT:
            turn = self._teller.own_up(follow_up.entry, asked.facet, conversation)
            return turn._replace(conversation=turn.conversation._replace(listed=listed, pending="reading"))
        if asked is None or asked.confidence < FOLLOW_UP or asked.entry == follow_up.entry:
            return self._teller.tell_one(follow_up.entry, conversation, is_chosen=True)
        lead = self._composer.read_as(follow_up.entry, asked.facet, asked.entry)
        told = (asked.entry, asked.confidence)
        turn = self._teller.tell([told], conversation, follow_up.words, Manner(lead=lead))
        following = turn.conversation._replace(
            listed=listed,
            runners_up=(follow_up.entry,),
            pending="reading",
            facet=asked.facet,
        )
        return turn._replace(conversation=following)

    def _ask_which(self, entries: Sequence[str], conversation: Conversation) -> Turn:
        """Ask which of these entries is meant."""
        reply = self._composer.clarify(entries, conversation, lead=sentences.WHICH)
        return self._teller.offer(reply, conversation, "choice")


def _names_one(words: Sequence[str]) -> bool:
    """Return whether a message names one of several: "the nerve one", not "no one believes me"."""
    return any(
        word == "one"
        and place
        and words[place - 1] not in _NOT_ONE_OF
        and (
            place + 1 == len(words)
            or not _POINTING.isdisjoint(words[max(0, place - 3) : place])
            or (words[place - 1] == "the" and words[place + 1] in _DESCRIBING)
        )
        for place, word in enumerate(words)
    )


def _names(title: str, words: Sequence[str]) -> bool:
    """Return whether a title has all of these words, in the singular or the plural."""
    said = {word.removesuffix("s") for word in normalise(title).tokens}
    return said.issuperset(word.removesuffix("s") for word in words)
