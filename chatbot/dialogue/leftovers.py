"""The rest of a list, when the patient rules out some of it: "something without pills", "not the shots either".

A list is an entry that names other entries as its parts. It is told again, but only the sentences that speak of what is
left, and only what is left is offered.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.conversation import Conversation
from chatbot.decision import Decided
from chatbot.dialogue.excluding import RuledOut, ruled_out
from chatbot.dialogue.passages import sentences_of
from chatbot.dialogue.telling import Teller
from chatbot.dialogue.turns import Turn
from chatbot.knowledge import Entry
from chatbot.leaning.naming import NAMES_ALL_OF_IT
from chatbot.leaning.three_readings import Reading, best_of
from chatbot.matching import Background, Matcher
from chatbot.matching.features import stem
from chatbot.normalise import Question, normalise
from chatbot.parts import asks

# Words name a part of the list from this score on. Chosen, not measured: "surgery" has 2 among the treatments.
_NAMED = 1.5
# From here on something else is surely asked: "I do not want pills, tell me about posture". Chosen, not measured.
_ELSE = 0.7
# A sentence speaks of a part from this score on, and of a second part as well if that has at least this share of the
# score. Chosen: the sentences of all lists that speak of one part have 3.4 and more for it, and less than half of that
# for any other.
_SPOKEN_OF = 3.0
_SPOKEN_OF_AS_WELL = 0.6


class Leftovers:
    """Tells what is left of a list. Immutable."""

    def __init__(self, teller: Teller, matcher: Matcher) -> None:
        """`matcher` knows what is named, and what a sentence speaks of."""
        self._teller = teller
        self._matcher = matcher
        self._lists = [entry for entry in teller.entries.values() if len(entry.parts) > 1]

    def answer(self, question: Question, reading: Reading, conversation: Conversation) -> Turn | None:
        """Answer with what is left of a list; None where nothing is ruled out, or something else is surely asked."""
        out = ruled_out(question)
        if out is None or not (out.asks_for_rest or _is_mere_wish(out, question, conversation)):
            return None
        matched = reading.decided.matched
        if matched is not None and matched.is_exact:
            return None  # a wording of the knowledge base reaches its entry
        holding = self._holding(out.names, reading.decided, conversation)
        if holding is None:
            return None
        entry, excluded = holding
        first, sure = best_of(reading.decided)
        is_else = first != entry.id and first not in excluded and not self._is_named(first, out.names)
        # "What else besides the wear" asks for what the topic stands beside, and not for another list.
        is_of_topic = conversation.topic in excluded and first in [one.id for one in self._lists]
        if sure >= _ELSE and is_else and not is_of_topic:
            return None
        down = {*excluded, *conversation.turned_down}
        left = tuple(part for part in entry.parts if part not in down)
        text = " ".join(one for one in sentences_of(entry.text) if self._speaks_of(one, entry, left))
        if not text:
            return None
        turn = self._teller.tell_rest(entry.id, text, left, conversation, question.tokens)
        turned_down = tuple(dict.fromkeys((*turn.conversation.turned_down, *excluded)))
        return turn._replace(conversation=turn.conversation._replace(turned_down=turned_down))

    def _holding(
        self, names: Sequence[Sequence[str]], decided: Decided, conversation: Conversation
    ) -> tuple[Entry, list[str]] | None:
        """Return the list that holds what is ruled out, and its parts that are; None where no list holds any.

        Of several lists counts, in this order,

        - one that the message itself leads to,
        - the one that was told last,
        - the one that holds most of what is ruled out,
        - one that holds the entry that the message leads to ("instead of shots" rules out no test),
        - the longest: the list of all causes rather than one that names a few of them in passing.
        """
        best = best_of(decided)[0]
        found = []
        for entry in self._lists:
            excluded = [part for name in names if (part := self._excluded(name, entry.parts, conversation))]
            if excluded and len(set(excluded)) < len(entry.parts):
                is_meant = entry.id in (best, *decided.choices)
                told = conversation.told.index(entry.id) if entry.id in conversation.told else -1
                held = (len(excluded), best in excluded, len(entry.parts))
                found.append(((is_meant, told, *held), entry, excluded))
        return max(found, key=lambda one: one[0])[1:] if found else None

    def _excluded(self, name: Sequence[str], parts: Sequence[str], conversation: Conversation) -> str:
        """Return which of these parts of a list some words rule out, "" for none.

        The topic may also be called by words of its title or its short answer: "what else besides the wear", where that
        is how it was told.
        """
        topic = self._teller.entries.get(conversation.topic)
        if topic is not None and topic.id in parts:
            gist = {*map(stem, normalise(f"{topic.title} {topic.short}").tokens)}
            if gist.issuperset(map(stem, name)):
                return topic.id
        return self._part_named(name, parts)

    def _part_named(self, name: Sequence[str], parts: Sequence[str]) -> str:
        """Return which of these parts of a list some words name as a whole, "" for none."""
        for match in self._matcher.match(name, Background(related=tuple(parts))).ranking.matches:
            if match.entry in parts and match.score >= _NAMED:
                share = max(self._matcher.share_with(word, match.entry) for word in name)
                return match.entry if share >= NAMES_ALL_OF_IT else ""
        return ""

    def _is_named(self, entry: str, names: Sequence[Sequence[str]]) -> bool:
        """Return whether an entry is a hand-off that a word of what is ruled out names.

        "Without medicine" leads to the hand-off for doses, but asks nothing of it.
        """
        words = [word for name in names for word in name]
        is_handoff = bool(entry) and self._teller.kinds[entry] == "handoff"
        return is_handoff and any(entry in self._matcher.named_by(word) for word in words)

    def _speaks_of(self, sentence: str, entry: Entry, left: Sequence[str]) -> bool:
        """Return whether a sentence of a list speaks of what is left, and of nothing that is not."""
        matches = self._matcher.match(normalise(sentence).tokens).ranking.matches
        scores = {match.entry: match.score for match in matches if match.entry in entry.parts}
        best = max(scores.values(), default=0.0)
        spoken_of = [part for part, score in scores.items() if score >= _SPOKEN_OF_AS_WELL * best]
        return best >= _SPOKEN_OF and all(part in left for part in spoken_of)


def _is_mere_wish(out: RuledOut, question: Question, conversation: Conversation) -> bool:
    """Return whether a message asks nothing, and only says what of the topic is not wanted: "not the shots either"."""
    return out.is_wish and bool(conversation.topic) and not asks(question)
