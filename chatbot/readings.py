"""Three readings of one message compete: alone, as a follow-up to the topic, and with the topic's words beside it.

Owns who wins and by how much, as named conditions. How each reading comes about is `leaning`'s.
"""

from collections.abc import Sequence
from typing import NamedTuple

from chatbot.decision import STANDS_ALONE, Decided

# How sure, from 0 to 1, a follow-up must be. Measured as those of `decision`, by moving each alone.
# Where nothing else is found: half a guess beats a refusal, for the reply says what it took the message for. Chosen:
# 0.25 and 0.45 change one.
WEAK_FOLLOW_UP = 0.35
# In general: as likely right as not. Measured: at 0.4 two right fewer and two wrong more; at 0.6 one right more, one
# wrong fewer.
FOLLOW_UP = 0.5
# Where it has to be clear in itself, such as without a topic: as what stands alone. Chosen: 0.7 and 0.9 change one.
FRAGMENT = 0.8
# Against a message that is clear by itself, too: no doubt is left. Chosen: 0.95 and 0.995 change one.
OVERRULES = 0.98
# What is asked of the thing that the words before it name: "back to the scar tissue, how is that fixed". Chosen: 0.85
# and 0.98 change none.
LED = 0.9
# So sure, a last question is clearer than all that is no full question by itself. Chosen: 0.9 changes nothing.
CLEAR = 0.95
# Two readings that agree may be this much less sure than a third one. Chosen: 0.1 and 0.4 change one.
AGREEMENT = 0.25
# A message that is by itself so many times surer than beside the topic is no fragment. Measured: 1.8 changes none, at
# 2.0 one right fewer ("and the pictures?" after another test).
CLEARER = 1.6


class Asked(NamedTuple):
    """What a fragment asks for after a topic.

    `facet` says in words what is asked ("how it is treated"), "" for the topic once more. `choices` are all
    entries that could answer such a fragment; `is_near`: the topic names `entry` among its parts or as related.
    `is_told`: the knowledge base says it; where it does not, `entry` is the topic.
    """

    entry: str
    confidence: float
    facet: str
    choices: tuple[str, ...]
    is_near: bool
    is_told: bool = True


class Reading(NamedTuple):
    """How a message was read: what was decided; the `topic` it leans on, "" for none; what is asked about it.

    `otherwise`: what else it may have meant. `is_told`: the knowledge base says it.
    """

    decided: Decided
    topic: str = ""
    facet: str = ""
    otherwise: tuple[str, ...] = ()
    is_told: bool = True


def weigh(
    topic: str,
    alone: Decided,
    asked: Asked | None,
    leaning: Decided,
    follow_up: Decided,
    *,
    is_bare: bool,
    related: Sequence[str] = (),
) -> Reading:
    """Choose between what a message asks alone, with the topic beside it (`leaning`), and as a follow-up (`asked`).

    `follow_up` is what is answered to the last. `is_bare`: it points back, or has one word that means something; only
    then is an agreement said to be about the topic, and can a follow-up overrule a clear question. `related`: what the
    topic names.
    """
    rivals = _Rivals(topic, *best_of(alone), *best_of(leaning), alone.choices[:1], is_bare, related)
    near = (
        rivals.best,
        rivals.leaned,
        *leaning.runners_up,
        *leaning.choices,
        *alone.runners_up,
        *alone.choices,
    )
    others = tuple(dict.fromkeys(entry for entry in near if entry))
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
    is_bent = leaning.kind == "answer" and [one for one, _ in leaning.entries] != [
        one for one, _ in alone.entries
    ]
    return Reading(_inside(leaning, alone), topic if is_bent else "", otherwise=others)


class Lead(NamedTuple):
    """What the words before a message's last question do: the entry they name, "" for none; and turning it down."""

    named: str
    turns_down: bool


def stands_whole(whole: Reading, lead: Lead, *, is_chat: bool) -> bool:
    """Return whether a message is so clear as a `whole` that its last question need not be read by itself.

    Not where it was taken for small talk (`is_chat`), nor where the words before that question turn something down, or
    name what it was taken for, or what it was read without, about an earlier topic.
    """
    entry, sure = best_of(whole.decided)
    is_beside_it = bool(lead.named) and lead.named != whole.topic != ""
    is_misled = lead.turns_down or entry == lead.named or is_beside_it
    return sure >= STANDS_ALONE and not is_chat and not is_misled


def outdoes(last: Reading, whole: Reading, topic: str, lead: Lead, *, is_chat: bool) -> bool:
    """Return whether the last question of a message, read by itself, is heard instead of the message as a `whole`.

    `topic` is what was talked about before. Only where the words before the question (`lead`) name something may a
    detail be meant that is not told. `is_chat`: the whole was taken for small talk.
    """
    named = lead.named
    entry, sure_of_whole = best_of(whole.decided)
    heard, sure = best_of(last.decided)
    if not (last.is_told or named):
        return False
    is_one = len(whole.decided.entries) == 1
    needed = sure_of_whole + AGREEMENT
    is_clearer = sure >= max(FRAGMENT, min(needed, CLEAR) if is_one else needed)
    is_all_there_is = last.decided.kind == "answer" and (is_chat or whole.decided.kind != "answer")
    is_misled = bool(named) and whole.topic == topic != named and sure >= FOLLOW_UP
    is_led = entry == named and is_one and bool(last.facet) and sure >= LED
    is_turned_to = lead.turns_down and heard not in ("", named, topic)
    return is_clearer or is_all_there_is or is_misled or is_led or is_turned_to


def _agreed(alone: Decided, asked: Asked) -> Decided:
    """Return what a message says alone, as sure as the surer of two readings that agree."""
    (entry, sure), *others = alone.entries
    if entry != asked.entry:
        return alone
    return alone._replace(entries=((entry, max(sure, asked.confidence)), *others))


class _Rivals(NamedTuple):
    """The two readings that a follow-up competes with, after `topic`.

    Alone, a message is answered by `best`, and that is `sure`; beside the topic, by `leaned` (`leaned_sure`). "" and 0
    where it is not answered; then `first_choice` holds the entry that would be offered first alone, if any.
    """

    topic: str
    best: str
    sure: float
    leaned: str
    leaned_sure: float
    first_choice: tuple[str, ...]
    is_bare: bool
    related: Sequence[str]

    # -- what decides

    def are_outdone_by_a_gap(self, asked: Asked) -> bool:
        """Return whether a detail of the topic is asked that is not told, rather than what the message says alone.

        Owning up to a gap is right only where the message says nothing else, or says it less surely.
        """
        floor = STANDS_ALONE if self._is_clear() else FOLLOW_UP
        is_guess = self.sure < FOLLOW_UP and self.best not in self.related and asked.confidence >= FRAGMENT
        is_heard = self.best in ("", self.topic) or is_guess or self._is_surely_a_gap(asked)
        return is_heard and asked.confidence >= floor

    def is_said_alone(self, asked: Asked) -> bool:
        """Return whether the message alone says what it asks as a follow-up: then there is nothing to choose."""
        return self.best == asked.entry or (
            self.best in asked.choices and (self._is_free(asked) or self._is_surer(asked))
        )

    def are_outdone_by(self, asked: Asked) -> bool:
        """Return whether what is asked as a follow-up is clearer than the message alone, and than beside the topic."""
        if not self._is_heard(asked):
            return False
        if self._is_clear():
            return self._is_overruled_by(asked)
        return asked.confidence > self._rival_of(asked) and not self._is_outvoted(asked)

    def is_asked_without_the_topic(self, asked: Asked) -> bool:
        """Return whether the message asks the same with no topic at all: its answer is not said to be about one."""
        return self._is_agreed(asked) and not self.is_bare and not asked.is_near

    def need_no_topic(self) -> bool:
        """Return whether the message alone is clear, or clearer than beside the topic, or has the only answer.

        A bare one that is answered beside the topic, too, is about the topic.
        """
        is_clearer = self.sure >= CLEARER * self.leaned_sure > 0
        is_only_answer = bool(self.best) and not (self.leaned and self.is_bare)
        return self._is_clear() or is_clearer or is_only_answer

    # -- what it is decided by

    def _is_clear(self) -> bool:
        """Return whether the message is a full question by itself: it stands alone, whatever the topic is."""
        return self.sure >= STANDS_ALONE

    def _is_overruled_by(self, asked: Asked) -> bool:
        """Return whether few words are beyond doubt about the topic, though they are clear alone, too ("the risks")."""
        return self.is_bare and asked.confidence >= OVERRULES

    def _is_free(self, asked: Asked) -> bool:
        """Return whether the follow-up is about neither the topic nor what it names.

        Then any entry of its class serves as well, the one that the message says alone among them.
        """
        return not asked.is_near and asked.entry != self.topic

    def _is_surer(self, asked: Asked) -> bool:
        """Return whether the message alone is at least as sure, and not overruled."""
        return self.sure >= asked.confidence and not self._is_overruled_by(asked)

    def _is_surely_a_gap(self, asked: Asked) -> bool:
        """Return whether few words ask for a detail more surely than for what they say alone.

        Where what they say alone belongs to the topic, the detail must be clear in itself.
        """
        is_related = self.best in self.related and asked.confidence < FRAGMENT
        return self.is_bare and not is_related and asked.confidence >= min(self.sure, OVERRULES)

    def _is_heard(self, asked: Asked) -> bool:
        """Return whether a follow-up is sure enough to be weighed at all.

        Less will do where nothing else is found, or where the topic names what is asked.
        """
        is_rivalled = bool(self.best) or self.leaned_sure > asked.confidence or self.leaned in self.related
        return asked.confidence >= (FOLLOW_UP if is_rivalled and not asked.is_near else WEAK_FOLLOW_UP)

    def _rival_of(self, asked: Asked) -> float:
        """Return how sure the rivals are: the message alone, and beside the topic where that is a rival.

        It is none to what the topic names, nor where it only feels the topic's pull, nor to what alone agrees with.
        """
        is_backed = self._is_agreed(asked) and asked.confidence >= FOLLOW_UP
        is_no_rival = asked.is_near or self._is_pulled(asked) or is_backed
        return self.sure if is_no_rival else max(self.sure, self.leaned_sure)

    def _is_pulled(self, asked: Asked) -> bool:
        """Return whether the message beside the topic only feels its pull, while the follow-up clearly names something.

        Beside the topic everything looks a little like the topic.
        """
        return self.leaned == self.topic != self.best and asked.confidence >= FRAGMENT

    def _is_agreed(self, asked: Asked) -> bool:
        """Return whether what is asked as a follow-up is the first choice that the message alone would be offered."""
        return asked.entry in self.first_choice

    def _is_outvoted(self, asked: Asked) -> bool:
        """Return whether alone and beside the topic the message gets the same answer, nearly as sure as the follow-up.

        None is the same, too: a weak follow-up does not stand against two readings that find nothing.
        """
        return self.leaned == self.best and min(self.sure + AGREEMENT, OVERRULES) >= asked.confidence


def best_of(decided: Decided) -> tuple[str, float]:
    """Return the entry that is answered first, and how sure that is; ("", 0) for no answer."""
    return decided.entries[0] if decided.kind == "answer" else ("", 0.0)


def _inside(found: Decided, alone: Decided) -> Decided:
    """Refuse rather than offer choices where what is outside speaks louder for a message than any entry."""
    ranking = alone.matched.ranking if alone.matched else None
    is_weak = found.kind == "clarify" or (
        found != alone and found.entries and found.entries[0][1] < FOLLOW_UP
    )
    if is_weak and ranking and ranking.matches and ranking.is_outdone:
        rule = "closest to what is outside"
        return found._replace(kind="unknown", entries=(), choices=(), rule=rule, matched=alone.matched)
    return found
