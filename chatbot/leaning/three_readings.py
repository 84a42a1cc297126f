"""Three readings of one message compete: alone, as a follow-up to the topic, and with the topic's words beside it.

"And the risks?" may be a question of its own, or ask for the risks of the topic. `leaning` makes the three readings and
asks `weigh` which one counts. Each condition that decides has a name here.
"""

from collections.abc import Sequence
from typing import NamedTuple

from chatbot.decision import STANDS_ALONE, Decided
from chatbot.knowledge import MOST_CHOICES

# How sure, from 0 to 1, a follow-up must be. Each was tried by moving it alone, on the messages that `decision` names;
# what its neighbours change is told in answers.
#
# Where nothing else is found. A guess is better than a refusal here, because the reply says how the message was read.
# 0.25 and 0.45 change one answer.
WEAK_FOLLOW_UP = 0.35
# In general: as likely right as not. At 0.4 two right answers are lost and two wrong ones more are given; at 0.6 one
# right answer is won and one wrong one avoided.
FOLLOW_UP = 0.5
# Where it has to be clear in itself, for instance because there is no topic. 0.7 and 0.9 change one answer.
FRAGMENT = 0.8
# Where the message is clear by itself, too, so that no doubt may be left. 0.95 and 0.995 change one answer.
OVERRULES = 0.98
# Where the words before the question name what it is about: "back to the scar tissue, how is that fixed". 0.85 and 0.98
# change none.
LED = 0.9
# Two readings that agree win against a third one that is up to this much surer. 0.1 and 0.4 change one answer.
AGREEMENT = 0.25
# A message that is this many times surer by itself than beside the topic does not lean on it. 1.8 changes no answer; at
# 2.0 one right one is lost ("and the pictures?" after another test).
CLEARER = 1.6


class Asked(NamedTuple):
    """What a fragment ("and the risks?") asks for after a topic: an `entry`, and how sure that is (0 to 1).

    `facet` says in words what is asked ("how it is treated"); it is "" where the topic itself is asked for once more.
    `choices` are all entries that could answer such a fragment. `is_near`: the topic names `entry` among its parts or
    as related. `is_told`: the knowledge base has the answer; where it has none, `entry` is the topic.
    """

    entry: str
    confidence: float
    facet: str
    choices: tuple[str, ...]
    is_near: bool
    is_told: bool = True


class Reading(NamedTuple):
    """How a message was read: what was decided, and the `topic` that it leans on ("" for none).

    `facet` says in words what is asked about the topic. `otherwise` are entries that it may have meant instead, best
    first. `is_told`: the knowledge base has the answer.
    """

    decided: Decided
    topic: str = ""
    facet: str = ""
    otherwise: tuple[str, ...] = ()
    is_told: bool = True


class ThreeReadings(NamedTuple):
    """The readings of one message that compete.

    `alone` and `leaning` are what is decided on the message by itself and with the topic's words beside it. `asked` is
    what it asks as a follow-up, None for nothing, and `follow_up` what is then answered.
    """

    alone: Decided
    leaning: Decided
    asked: Asked | None
    follow_up: Decided


class Following(NamedTuple):
    """What a message follows, and how much it leans on that by its form.

    `is_bare`: it points back ("that"), or only one of its words has a meaning. Only then may a follow-up overrule a
    question that is clear by itself, and only then is an answer that two readings agree on said to be about the topic.
    `related` are the entries that the topic names. `was_asked`: it was just asked which of some things is meant, and
    not again at once.
    """

    topic: str
    is_bare: bool
    related: Sequence[str] = ()
    was_asked: bool = False


def weigh(readings: ThreeReadings, following: Following) -> Reading:
    """Choose one of three readings of a message."""
    alone, leaning, asked, follow_up = readings
    topic, is_bare, related, was_asked = following
    rivals = _Rivals(topic, *best_of(alone), *best_of(leaning), alone.choices[:1], is_bare, related)
    others = rivals.others(leaning, alone)
    if asked is not None and not asked.is_told:
        if rivals.are_outdone_by_a_gap(asked):
            return Reading(follow_up, topic, asked.facet, others, is_told=False)
        asked = None
    if asked is not None:
        if rivals.is_said_alone(asked):
            return Reading(_agreed(alone, asked), topic if is_bare else "", asked.facet, others)
        if rivals.are_outdone_by(asked):
            leant_on = "" if rivals.is_asked_without_the_topic(asked) else topic
            return Reading(follow_up, leant_on, asked.facet, others)
    if leaning.kind == "unknown" or rivals.need_no_topic():
        return Reading(_inside(alone, alone))
    if alone.kind == "clarify" and not was_asked and rivals.is_only_pulled():
        return Reading(_inside(_between(alone, leaning), alone))
    is_other = [entry for entry, _ in leaning.entries] != [entry for entry, _ in alone.entries]
    leant_on = topic if leaning.kind == "answer" and is_other else ""
    return Reading(_inside(leaning, alone), leant_on, otherwise=others)


def _agreed(alone: Decided, asked: Asked) -> Decided:
    """Return what is decided on a message alone; where the follow-up agrees, as sure as the surer of the two."""
    (entry, sure), *others = alone.entries
    if entry != asked.entry:
        return alone
    return alone._replace(entries=((entry, max(sure, asked.confidence)), *others))


class _Rivals(NamedTuple):
    """The two readings that a follow-up competes with, after `topic`.

    `best` is the entry that answers the message alone, and `sure` how sure that is; `leaned` and `leaned_sure` are the
    same with the topic's words beside it. They are "" and 0 where it is not answered. `first_choice` holds the entry
    that would be offered first for the message alone, or nothing.
    """

    topic: str
    best: str
    sure: float
    leaned: str
    leaned_sure: float
    first_choice: tuple[str, ...]
    is_bare: bool
    related: Sequence[str]

    def others(self, leaning: Decided, alone: Decided) -> tuple[str, ...]:
        """Return the entries that the message may have meant instead, best first."""
        near = (*leaning.runners_up, *leaning.choices, *alone.runners_up, *alone.choices)
        return tuple(dict.fromkeys(entry for entry in (self.best, self.leaned, *near) if entry))

    # -- what decides

    def are_outdone_by_a_gap(self, asked: Asked) -> bool:
        """Return whether the message asks for a detail of the topic that is not told, and not for what it says alone.

        To say that there is no answer is right only where the message asks for nothing else, or less surely.
        """
        floor = STANDS_ALONE if self._is_clear() else FOLLOW_UP
        is_guess = self.sure < FOLLOW_UP and self.best not in self.related and asked.confidence >= FRAGMENT
        is_heard = self.best in ("", self.topic) or is_guess or self._is_surely_a_gap(asked)
        return is_heard and asked.confidence >= floor

    def is_said_alone(self, asked: Asked) -> bool:
        """Return whether the message alone asks for the same as the follow-up, so that there is nothing to choose."""
        return self.best == asked.entry or (
            self.best in asked.choices and (self._is_free(asked) or self._is_surer(asked))
        )

    def are_outdone_by(self, asked: Asked) -> bool:
        """Return whether the follow-up is surer than both other readings."""
        if not self._is_heard(asked):
            return False
        if self._is_clear():
            return self._is_overruled_by(asked)
        return asked.confidence > self._rival_of(asked) and not self._is_outvoted(asked)

    def is_asked_without_the_topic(self, asked: Asked) -> bool:
        """Return whether the message asks the same without the topic: its answer is not said to be about that then."""
        return self._is_agreed(asked) and not self.is_bare and not asked.is_near

    def need_no_topic(self) -> bool:
        """Return whether the message alone counts: it is clear, or clearer than beside the topic, or answered only so.

        A bare message that is also answered beside the topic is about the topic.
        """
        is_clearer = self.sure >= CLEARER * self.leaned_sure > 0
        is_only_answer = bool(self.best) and not (self.leaned and self.is_bare)
        return self._is_clear() or is_clearer or is_only_answer

    def is_only_pulled(self) -> bool:
        """Return whether the topic's words pull the message to some third entry, and not surely.

        The topic itself, and what would be offered first for the message alone, are no such guess.
        """
        return self.leaned not in ("", self.topic, *self.first_choice) and self.leaned_sure < FOLLOW_UP

    # -- what it is decided by

    def _is_clear(self) -> bool:
        """Return whether the message is a full question by itself, whatever the topic is."""
        return self.sure >= STANDS_ALONE

    def _is_overruled_by(self, asked: Asked) -> bool:
        """Return whether the follow-up is beyond doubt, though the few words are clear alone as well ("the risks").

        Less is needed where they ask alone for the same in general: "what can be done about that", after scar tissue.
        """
        is_in_general = asked.is_near and asked.choices[-1:] == (self.best,)
        return self.is_bare and asked.confidence >= (LED if is_in_general else OVERRULES)

    def _is_free(self, asked: Asked) -> bool:
        """Return whether the follow-up leads to neither the topic nor anything that the topic names.

        Then any entry that can answer such a follow-up will do, also the one that the message alone asks for.
        """
        return not asked.is_near and asked.entry != self.topic

    def _is_surer(self, asked: Asked) -> bool:
        """Return whether the message alone is at least as sure as the follow-up, and not overruled by it."""
        return self.sure >= asked.confidence and not self._is_overruled_by(asked)

    def _is_surely_a_gap(self, asked: Asked) -> bool:
        """Return whether few words ask for the untold detail more surely than for what they ask alone.

        Where what they ask alone is related to the topic, the detail must be clear in itself. Where it is the same
        detail of something else, as the risks of an operation are, the detail need not be surer.
        """
        is_related = self.best in self.related and asked.confidence < FRAGMENT
        floor = LED if self.best in asked.choices else OVERRULES
        return self.is_bare and not is_related and asked.confidence >= min(self.sure, floor)

    def _is_heard(self, asked: Asked) -> bool:
        """Return whether a follow-up is sure enough to be considered at all.

        It may be less sure where no other reading found anything, or where the topic names what is asked.
        """
        is_rivalled = bool(self.best) or self.leaned_sure > asked.confidence or self.leaned in self.related
        return asked.confidence >= (FOLLOW_UP if is_rivalled and not asked.is_near else WEAK_FOLLOW_UP)

    def _rival_of(self, asked: Asked) -> float:
        """Return how sure a follow-up must be to win: surer than the message alone, and mostly than beside the topic.

        The reading beside the topic does not count where the topic names what is asked, where that reading is only
        pulled to the topic, and where the message alone agrees with the follow-up.
        """
        is_backed = self._is_agreed(asked) and asked.confidence >= FOLLOW_UP
        is_no_rival = asked.is_near or self._is_pulled(asked) or is_backed
        return self.sure if is_no_rival else max(self.sure, self.leaned_sure)

    def _is_pulled(self, asked: Asked) -> bool:
        """Return whether the message is answered by the topic only because the topic's words were put beside it.

        With these words beside it, every message looks a little like the topic. The follow-up must be clear in itself.
        """
        return self.leaned == self.topic != self.best and asked.confidence >= FRAGMENT

    def _is_agreed(self, asked: Asked) -> bool:
        """Return whether the follow-up is the first choice that would be offered for the message alone."""
        return asked.entry in self.first_choice

    def _is_outvoted(self, asked: Asked) -> bool:
        """Return whether the two other readings agree, and are nearly as sure as the follow-up.

        They also agree where neither finds anything: a weak follow-up does not win against that.
        """
        return self.leaned == self.best and min(self.sure + AGREEMENT, OVERRULES) >= asked.confidence


def _between(alone: Decided, leaning: Decided) -> Decided:
    """Return a choice between what a message is like alone, and what it is like beside the topic."""
    first, *others = alone.choices
    choices = tuple(dict.fromkeys((first, best_of(leaning)[0], *others)))
    return alone._replace(choices=choices[:MOST_CHOICES])


def best_of(decided: Decided) -> tuple[str, float]:
    """Return the entry that is answered first, and how sure that is; ("", 0) for no answer."""
    return decided.entries[0] if decided.kind == "answer" else ("", 0.0)


def _inside(found: Decided, alone: Decided) -> Decided:
    """Return what was found, or a refusal where it is weak and the message is more like what is outside the base."""
    ranking = alone.matched.ranking if alone.matched else None
    is_weak = found.kind == "clarify" or (
        found != alone and found.entries and found.entries[0][1] < FOLLOW_UP
    )
    if is_weak and ranking and ranking.matches and ranking.is_outdone:
        rule = "closest to what is outside"
        return found._replace(kind="unknown", entries=(), choices=(), rule=rule, matched=alone.matched)
    return found
