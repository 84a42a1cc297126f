"""Decisions to replies: the entries' texts, the fitting consultation suggestion, what to ask next, how sure it is.

What a reply says besides is in `sentences`; here the clinic's settings are put into it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from chatbot.reply import Answer, Kind, Reply, Suggestion
from chatbot.speaking import sentences
from chatbot.speaking.filling import UNSET_WORDS, fill, settings_of
from chatbot.speaking.presentation import spoken

if TYPE_CHECKING:
    from chatbot.conversation import Conversation
    from chatbot.english.kindness import Tone
    from chatbot.knowledge import Entry, GlossaryTerm, Knowledge

_INSTEAD = {**UNSET_WORDS, "part": "", "title": ""}
MOST_SUGGESTIONS = 3  # next questions after an answer: more would push the answer off a small screen
MOST_LISTED = 6  # where an entry is a list, its items are the next questions, and none should be missing
# Entries that are offered where nothing better is known, and to who tells of a feeling; those that a base has.
_STARTERS = ("why-pain-persists", "treatment-options", "what-is-revision-surgery")
_COMFORTING = ("outlook", "treatment-options", "schedule-consultation")

# Added to a confidence (in log-odds) before callers are told it. The confidence curve is fitted with an index that
# lacks some wordings, and is therefore too careful for the whole one. With this, over all labelled questions, answers
# that are told at 0.8 to 0.9 are right in 86 of 100, and those at 0.5 to 0.6 in 65.
_MORE_LOG_ODDS = 0.7


def _as_told(confidence: float) -> float:
    """Return a confidence from 0 to 1 as callers are told it: about the share of such answers that are right."""
    if not 0 < confidence < 1:
        return confidence
    return 1 / (1 + math.exp(-(math.log(confidence / (1 - confidence)) + _MORE_LOG_ODDS)))


def told_as_cut(reply: Reply) -> Reply:
    """Return the reply to a message whose end was not read: it says so before it answers."""
    return reply._replace(lead=_joined(sentences.CUT, reply.lead))


class Composer:
    """Builds replies from a knowledge base's entries. Immutable, but for the sentences that it has filled."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Take the knowledge base whose texts are already filled with the clinic's settings."""
        self._knowledge = knowledge
        self._entries = {entry.id: entry for entry in knowledge.entries}
        self._groups = {group.id: group for group in knowledge.groups}
        self._filled: dict[str, str] = {}

    @property
    def surgeon(self) -> str:
        """The surgeon's name as the clinic gives it, "" where it gives none."""
        return self._knowledge.clinic.surgeon

    def fill(self, text: str, part: str = "", title: str = "") -> str:
        """Return one of the program's own sentences with the clinic's settings, {part} and {title} put in.

        One that is always the same is filled once: there are few of them, and none has a word of a patient.
        """
        if not (part or title):
            filled = self._filled.get(text)
            if filled is None:
                filled = self._filled[text] = self._filled_anew(text)
            return filled
        return self._filled_anew(text, part, title)

    def _filled_anew(self, text: str, part: str = "", title: str = "") -> str:
        """Return what `fill` does, without looking whether it was filled before."""
        values = {**settings_of(self._knowledge.clinic), "part": part, "title": title}
        return fill(text, values, instead=_INSTEAD).text

    def finish(self, reply: Reply) -> Reply:
        """Return the reply with its spoken text."""
        return reply._replace(text=spoken(reply))

    def answer(self, entry_id: str, confidence: float, *, short: bool = False) -> Answer:
        """Return an entry as an Answer; `short` leaves out the explanation."""
        entry = self._entries[entry_id]
        text = entry.short if short and entry.short else entry.text
        return Answer(
            entry.id, entry.title, text, entry.source, round(_as_told(confidence), 3), entry.short, entry.more
        )

    def answers(
        self,
        entries: Sequence[tuple[str, float]],
        conversation: Conversation,
        *,
        lead: str = "",
        notes: Iterable[str] = (),
        shorter: Collection[str] = (),
    ) -> Reply:
        """Return the reply that answers these entries (id, confidence) in order, those of `shorter` in short."""
        first = self._entries[entries[0][0]]
        kind: Kind = "answer"
        if all(self._entries[entry].kind == "handoff" for entry, _ in entries):
            kind = "handoff"
        elif first.kind == "smalltalk":
            kind = "smalltalk"
        return Reply(
            kind=kind,
            answers=tuple(self.answer(entry, chance, short=entry in shorter) for entry, chance in entries),
            suggestions=self.suggestions(first, conversation, {entry for entry, _ in entries}),
            consultation=self.consultation(first, conversation),
            lead=lead,
            notes=tuple(notes),
        )

    def consultation(self, entry: Entry, conversation: Conversation) -> str | None:
        """Return the entry's or its group's suggestion, in short where the same was just given; None for goodbye."""
        if entry.id == "goodbye":
            return None
        full = self._full(entry)
        if not full:
            return None
        return self.fill(sentences.CONSULTATION_SHORT) if conversation.consultation == full else full

    def full_consultation(self, entry_id: str) -> str:
        """Return the suggestion an entry gives when it has not just been given."""
        return self._full(self._entries[entry_id])

    def _full(self, entry: Entry) -> str:
        """Return the entry's own suggestion, its group's, or the general one; small talk may have none."""
        group = self._groups.get(entry.group)
        general = "" if entry.kind == "smalltalk" else self.fill(sentences.CONSULTATION)
        return entry.consultation or (group.consultation if group else "") or general

    def suggestions(
        self, entry: Entry, conversation: Conversation, answered: Collection[str] = ()
    ) -> tuple[Suggestion, ...]:
        """Return sensible next questions: all items where the entry is a list, else related ones not yet answered.

        `answered` are the entries of the same reply, which are no next questions.
        """
        if entry.parts:
            return self.choices(entry.parts[:MOST_LISTED])
        refused = (*conversation.turned_down, *answered)
        related = [one for one in entry.related if one in self._entries and one not in refused]
        fresh = [one for one in related if one not in conversation.told]
        return self.choices((fresh or related)[:MOST_SUGGESTIONS])

    def choices(self, entries: Iterable[str]) -> tuple[Suggestion, ...]:
        """Return entries as things to choose."""
        return tuple(
            Suggestion(entry, self._entries[entry].title) for entry in entries if entry in self._entries
        )

    def starters(self) -> tuple[Suggestion, ...]:
        """Return three questions to begin with."""
        ids = [entry for entry in _STARTERS if entry in self._entries]
        ids += [
            entry.id
            for entry in self._knowledge.entries
            if entry.kind in ("faq", "topic") and entry.id not in ids
        ]
        return self.choices(ids[:MOST_SUGGESTIONS])

    def ask_anew(self, lead: str, kind: Kind = "unknown") -> Reply:
        """Return a reply that answers nothing: `lead`, and questions to begin with."""
        return Reply(kind, lead=self.fill(lead), suggestions=self.starters())

    def miss(
        self,
        kind_word: str,
        conversation: Conversation,
        nearest: Sequence[str] = (),
        *,
        is_told: bool = False,
    ) -> Reply:
        """Return the reply that has no answer; from the second in a row on, it offers a person, later in brief.

        `nearest` are the entries that come near the question, if any do: offered rather than questions to begin with.
        `is_told`: something was told rather than asked, which no guide could answer.
        """
        choices = self.choices(nearest[:MOST_SUGGESTIONS]) or self._next_questions(conversation)
        first = sentences.UNKNOWN
        if is_told:
            first = sentences.UNKNOWN_TOLD
        elif conversation.topic:
            first = sentences.UNKNOWN_OF_TOPIC
        elif nearest:
            first = sentences.UNKNOWN_BUT_NEAR
        words = (first, sentences.UNKNOWN_AGAIN, sentences.UNKNOWN_ONCE_MORE)[min(conversation.misses, 2)]
        return Reply(
            "unknown",
            lead=_joined(kind_word, self.fill(words.removeprefix(sentences.SORRY) if kind_word else words)),
            suggestions=choices if nearest or conversation.misses <= 1 else (),
            consultation=self._general_consultation(conversation),
        )

    def _next_questions(self, conversation: Conversation) -> tuple[Suggestion, ...]:
        """Return what to ask next where there is no answer: of what is talked about, else questions to begin with."""
        topic = self._entries.get(conversation.topic)
        return (self.suggestions(topic, conversation, [topic.id]) if topic else ()) or self.starters()

    def clarify(
        self, choices: Sequence[str], conversation: Conversation, kind_word: str = "", lead: str = ""
    ) -> Reply:
        """Return a reply that offers these entries to choose from."""
        words = lead or (sentences.CLARIFY if len(choices) > 1 else sentences.CLARIFY_ONE)
        return Reply(
            kind="clarify",
            lead=_joined(kind_word, self.fill(words)),
            suggestions=self.choices(choices),
            consultation=self._general_consultation(conversation),
        )

    def comfort(
        self, tone: Tone, kind_word: str, conversation: Conversation, near: Sequence[str] = ()
    ) -> Reply:
        """Return the reply to a message that tells of a feeling and asks nothing.

        `near` are entries about what is felt so: one or two of them are offered first.
        """
        lead = _joined(kind_word, self.fill(sentences.COMFORTS[tone]))
        ids = dict.fromkeys((*near[: MOST_SUGGESTIONS - 1], *_COMFORTING))
        suggestions = self.choices([entry for entry in ids if entry in self._entries][:MOST_SUGGESTIONS])
        suggestions = suggestions or self.starters()
        consultation = self._general_consultation(conversation)
        return Reply("unknown", lead=lead, suggestions=suggestions, consultation=consultation)

    def no_choice(self, number: str, conversation: Conversation) -> Reply:
        """Return the reply to a number that nothing on the screen has."""
        suggestions = self.choices(conversation.offered) or self.starters()
        return Reply("smalltalk", lead=self.fill(sentences.NO_NUMBER, part=number), suggestions=suggestions)

    def read_as(
        self, topic: str, facet: str, answered: str, *, is_guessed: bool = False, is_sure: bool = False
    ) -> str:
        """Return the sentence that says how a message was read which leans on a topic, and how to take that back.

        "" without a topic, and for small talk and hand-offs, which are the same whatever the topic was. An answer that
        is neither the topic nor named by it must not seem to be about it, and is called a general one. `facet` is what
        was asked, in words. `is_guessed`: nothing else could be read than that the topic is meant again. `is_sure`:
        there is no doubt what is asked, so that "no" need not be offered.
        """
        entry = self._entries.get(topic)
        if entry is None or self._entries[answered].kind in ("handoff", "smalltalk"):
            return ""
        words = (
            sentences.READ_AS_FACET if facet else sentences.READ_AS_MAYBE if is_guessed else sentences.READ_AS
        )
        if facet and answered not in (topic, *entry.parts, *entry.related):
            words = sentences.READ_IN_GENERAL
        read_as = self.fill(words, title=entry.title, part=facet)
        return read_as if is_sure else f"{read_as} {sentences.TAKE_BACK}"

    def not_told(self, topic: str, facet: str) -> str:
        """Return the sentence that says openly that the guide does not tell this (`facet`) about the topic."""
        return f"{self.fill(sentences.NOT_TOLD, title=self._entries[topic].title, part=facet)} {sentences.TAKE_BACK}"

    def short_consultation(self, answered: Reply) -> str | None:
        """Return the suggestion for a reply that is said again."""
        return self.fill(sentences.CONSULTATION_SHORT) if answered.consultation else None

    def consultation_given(self, reply: Reply, conversation: Conversation) -> str:
        """Return the suggestion that was given last, once this reply is shown."""
        general = self.fill(sentences.CONSULTATION)
        return general if reply.consultation == general else conversation.consultation

    def _general_consultation(self, conversation: Conversation) -> str:
        """Return the suggestion that fits any reply; its short form where it was just given."""
        general = self.fill(sentences.CONSULTATION)
        return self.fill(sentences.CONSULTATION_SHORT) if conversation.consultation == general else general

    def meaning(self, terms: Sequence[GlossaryTerm], conversation: Conversation) -> Reply:
        """Return the plain meanings of words of the guide."""
        answers = tuple(
            Answer(term.entry, f"What does “{term.term}” mean?", term.meaning, "Word list", 1.0, term.meaning)
            for term in terms
        )
        first = self._entries.get(terms[0].entry)
        ids = [first.id, *first.related] if first else []
        suggestions = self.choices(ids[:MOST_SUGGESTIONS])
        general = self._general_consultation(conversation)
        consultation = self.consultation(first, conversation) if first else general
        return Reply("answer", answers, suggestions, consultation=consultation, lead=sentences.WORDS)

    def tone(self, tone: Tone) -> str:
        """Return the human sentence for a tone, "" for none."""
        return self.fill(sentences.TONES[tone]) if tone else ""


def _joined(kind_word: str, words: str) -> str:
    return f"{kind_word} {words}".strip()
