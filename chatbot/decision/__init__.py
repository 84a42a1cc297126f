"""From what a message matches to a decision: answer, hand over, offer choices, or say honestly that there is nothing.

Whether an answer is refused depends on how sure the match is, how much of the message's content is known, how far the
match leads over the next one, and whether the message is more like something outside of the guide. Which file to open,
by what a message is:

- `one_question`: most are. Where one asks about the patient's own case (`personal` tells by its words), `hand_off` says
  what is told besides;
- `several_questions`: "what is scar tissue and can the metal come out"; `named_beside`: "biofeedback and are you open
  on Saturdays";
- `several_things`: "tell me about loose screws and scar tissue", which `joints` cuts apart; `comparing`: "shots versus
  therapy, which is safer";
- `stories`: a long one, of which the sentence that asks counts once more; `only_told`: a long one that asks nothing;
- `trimmings`: "in your experience, ...", and "pain after fusion 2 years, L4 L5", decided on without its details, too;
- `unknown_words`: "what is scar tissue habibi", where nobody knows the last word;
- `said_beside`: "first time posting, ...", "I am scared. ...": what tells nothing of what is asked is set aside.

All of them decide on a Message and make a Decided (`message`), by what `trust` says a match is worth.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from chatbot.decision.comparing import decide_compared
from chatbot.decision.hand_off import with_general
from chatbot.decision.message import GENERAL, PERSONAL, SMALL_TALK, Decided, FollowUpReader, Message
from chatbot.decision.named_beside import decide_named_beside
from chatbot.decision.one_question import LEANING_ANSWER, decide_one
from chatbot.decision.only_told import ASKS_NOTHING, told_about
from chatbot.decision.personal import is_of_own_need, is_personal
from chatbot.decision.several_questions import decide_questions
from chatbot.decision.several_things import decide_things
from chatbot.decision.stories import clear_question, focus
from chatbot.decision.trimmings import (
    prepare,
    without_frame,
    without_places,
    without_the_person,
    without_trimmings,
)
from chatbot.decision.trust import ANSWER, STANDS_ALONE
from chatbot.decision.unknown_words import SURE_WITHOUT, without_idle_word, without_mash
from chatbot.english.courtesy import all_courtesy, ends_with_goodbye
from chatbot.knowledge import EntryKind
from chatbot.matching import NO_BACKGROUND, Background, Matched, Matcher
from chatbot.normalise import Question

__all__ = [
    "ANSWER",
    "ASKS_NOTHING",
    "GENERAL",
    "PERSONAL",
    "STANDS_ALONE",
    "Decided",
    "FollowUpReader",
    "decide",
    "is_of_own_need",
    "is_personal",
    "prepare",
    "without_frame",
    "without_places",
    "without_trimmings",
]


# How sure a message must be without its case details where as a whole it is most like what is outside. With 0.5,
# "what shots does my baby need at six months" is answered.
_CLEAR_WITHOUT_DETAILS = 0.7
GOODBYE = "goodbye"  # the id of the entry that says goodbye


def decide(
    question: Question,
    matcher: Matcher,
    kinds: Mapping[str, EntryKind],
    background: Background = NO_BACKGROUND,
    turned_down: Sequence[str] = (),
    follow_up: FollowUpReader | None = None,
) -> Decided:
    """Decide what to say to a question.

    `kinds` are those of the entries, by id. `background`: what was talked about, where the message is to be read in the
    light of it. `turned_down`: entries that the patient did not mean. `follow_up` tells what a few words ("how do they
    fix that") ask for after an entry.
    """
    return _Decider(matcher, kinds, background, turned_down, follow_up).decide(question)


class _Decider(NamedTuple):
    """Decides on one message and on parts of it: all that `decide` takes, but for the words."""

    matcher: Matcher
    kinds: Mapping[str, EntryKind]
    background: Background
    turned_down: Sequence[str]
    follow_up: FollowUpReader | None

    def decide(self, question: Question) -> Decided:
        """Decide on the whole message, or on what is left without its case details where that is clearer."""
        question = self._without_the_person(question)
        whole = self._decided(question)
        if whole.matched is None or whole.matched.is_exact:
            return whole
        if (without := without_mash(question, whole.matched)) is not None:
            return _told_of(self.decide(without), whole.matched)
        if (rest := self._without_an_idle_word(question, whole, whole.matched)) is not None:
            return rest
        bare = without_trimmings(question)
        if bare is None:
            return whole
        alone = self._decided(bare)
        if not _is_clearer(alone, whole, whole.matched):
            return whole
        return alone._replace(rule=f"{alone.rule}, read in fewer or plainer words: {bare.text}")

    def _without_an_idle_word(self, question: Question, whole: Decided, matched: Matched) -> Decided | None:
        """Decide without a last word that nobody knows; None unless the rest is clear, and clearer than `whole`."""
        rest = without_idle_word(question, matched, self.matcher)
        if rest is None:
            return None
        alone = self.decide(rest)
        is_sure = alone.kind == "answer" and alone.entries[0][1] >= SURE_WITHOUT
        if not is_sure or (whole.kind == "answer" and alone.entries[0][1] <= whole.entries[0][1]):
            return None
        return _told_of(alone, matched)._replace(rule=f"{alone.rule}, without a word that is not known")

    def _without_the_person(self, question: Question) -> Question:
        """Return a message without what is said of who asks, unless it is a wording of the knowledge base."""
        without = without_the_person(question)
        return question if without is question or self.matcher.is_wording(question.tokens) else without

    def _decided(self, question: Question) -> Decided:
        """Decide on these words by the first rule that fits, in the order of the kinds of message."""
        courtesy = all_courtesy(question.tokens)
        if courtesy in self.kinds:
            return Decided("answer", ((courtesy, 1.0),), rule="the message is nothing but courtesy")
        whole = self._match(question.tokens, self.background)
        message = Message(question, self._match, self.matcher.named_by, self.kinds, whole, self.follow_up)
        if not whole.is_exact:
            double = decide_compared(message) or decide_questions(message) or decide_named_beside(message)
            if double is None and (asked := clear_question(message)):
                return self.decide(asked)
            if double is None and (offered := told_about(message)):
                return Decided("clarify", choices=offered, rule=ASKS_NOTHING, matched=whole)
            double = double or decide_things(message)
            if double is not None:
                return double
            if not whole.elsewhere:
                message = message._replace(whole=focus(message))
        decided = decide_one(message, LEANING_ANSWER if self.background.topic else ANSWER)
        if decided.kind != "answer" and self._is_farewell(message):
            return Decided(
                "answer", ((GOODBYE, 1.0),), rule="like nothing but small talk, and closes with a goodbye"
            )
        return decided if self.turned_down or self.background.topic else with_general(message, decided)

    def _is_farewell(self, message: Message) -> bool:
        """Return whether a message is like small talk and closes with a goodbye: "that is all i needed bye"."""
        is_chat = self.kinds.get(message.whole.entry) == SMALL_TALK and GOODBYE in self.kinds
        return is_chat and ends_with_goodbye(message.question.tokens)

    def _match(self, words: Sequence[str], background: Background = NO_BACKGROUND) -> Matched:
        """Match words without the entries that were turned down."""
        found = self.matcher.match(words, background)
        return _without(found, self.turned_down) if self.turned_down else found


def _told_of(alone: Decided, matched: Matched) -> Decided:
    """Return a decision with all words that were typed as they were read, for staff; `matched` has them."""
    if alone.matched is None:
        return alone
    ranking = alone.matched.ranking._replace(words=matched.ranking.words)
    return alone._replace(matched=alone.matched._replace(ranking=ranking))


def _is_clearer(alone: Decided, whole: Decided, matched: Matched) -> bool:
    """Return whether a message without its case details (`alone`) says more clearly what is asked than as a `whole`.

    `matched` is what the whole matches: where that names what is outside of the knowledge base, nothing is clearer. Nor
    is it clearer to hear several questions in place of one.
    """
    several = [entry for entry, _ in alone.entries if entry != PERSONAL]
    if alone.kind != "answer" or matched.elsewhere or len(several) > max(1, len(whole.entries)):
        return False
    sure = alone.entries[0][1]
    if whole.kind == "answer":
        return sure > whole.entries[0][1]
    return sure >= (_CLEAR_WITHOUT_DETAILS if matched.ranking.is_outdone else ANSWER)


def _without(matched: Matched, turned_down: Sequence[str]) -> Matched:
    """Return what was matched without the entries that were turned down."""
    keep = [place for place, match in enumerate(matched.ranking.matches) if match.entry not in turned_down]
    return matched._replace(
        ranking=matched.ranking._replace(matches=tuple(matched.ranking.matches[place] for place in keep)),
        confidences=tuple(matched.confidences[place] for place in keep),
        is_exact=False,
    )
