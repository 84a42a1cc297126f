"""A reply becomes a turn: what was told, offered and asked is remembered for the next message.

Owns how an entry is told: whole, shorter where it was told before, or with the word that it comes once more. Which
entry is told is for the others of this package to say, and the words are in `sentences`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from chatbot import sentences
from chatbot.composing import Composer
from chatbot.conversation import Conversation
from chatbot.decision import PERSONAL, Decided
from chatbot.function_words import content_words
from chatbot.knowledge import Entry, Knowledge
from chatbot.reply import Reply, Suggestion

# Small talk of more characters comes shorter when it was just said. Chosen, not measured: two lines of a screen.
LONG_SMALLTALK = 120


class Turn(NamedTuple):
    """What is said to a message, and the conversation to hand back in with the next one."""

    reply: Reply
    conversation: Conversation


# A turn, and what decided on its entries; None where nothing was matched and `steering` has yet to say why.
DecidedTurn = tuple[Turn, Decided | None]


class Teller:
    """Tells entries and says sentences, and remembers that it did. Immutable."""

    def __init__(self, knowledge: Knowledge, composer: Composer) -> None:
        """Take the knowledge base, and who builds replies from it."""
        self.composer = composer
        self.entries = {entry.id: entry for entry in knowledge.entries}
        self.kinds = {entry.id: entry.kind for entry in knowledge.entries}

    # -- entries

    def tell(
        self,
        entries: Sequence[tuple[str, float]],
        conversation: Conversation,
        words: Sequence[str] = (),
        *,
        lead: str = "",
        notes: Sequence[str] = (),
        is_chosen: bool = False,
        is_repeated: bool = False,
        wants_whole: bool = False,
        part: str = "",
    ) -> Turn:
        """Answer with these entries (id, confidence), remembering them and the question's `words`.

        What was answered before comes shorter; with `is_repeated` a person is offered, for it was asked again, or what
        is on the screen is told beside the rest of it. `wants_whole`: it is asked for as it stands, so all of it comes.
        `is_chosen`: picked from a list or read in its light, so that "the next one" still counts in it; as it does
        while what is told stands in that list, or is one step aside. `part`: all of
        it that is told beside its gist, where it is the only entry and was not asked so before.
        """
        ids = [entry for entry, _ in entries]
        if self.kinds[ids[0]] == "smalltalk":
            return self._tell_smalltalk(entries, conversation, lead, notes)
        content = content_words(words)
        told = [
            entry for entry in ids if entry in conversation.told and conversation.was_asked(entry, content)
        ]
        beside = [entry for entry in ids if entry == PERSONAL and len(ids) > 1]  # its gist says enough
        part = "" if told or len(ids) > 1 else part
        again = ""
        if is_repeated and not part:
            again = self._again(ids[0], is_shorter=ids[0] in told, before=conversation)
            again = "" if wants_whole and again == sentences.AGAIN_OTHERWISE else again
            lead = f"{lead} {self.composer.fill(again)}".strip()
        reply = self.composer.answers(entries, conversation, lead=lead, notes=notes, shorter=[*told, *beside])
        if again == sentences.AGAIN_OTHERWISE:
            reply = _with_what_is_new(reply, self.entries[ids[0]])
        listed = conversation.listed if is_chosen or self._stays_in_list(ids[0], conversation) else ()
        if words:
            conversation = conversation.having_asked(ids[0], content)
        following = conversation.having_told(ids)._replace(
            topic_words=tuple(words),
            facet="",
            offered=ids_of(reply.suggestions),
            listed=ids_of(reply.suggestions) if self.entries[ids[0]].parts else listed,
            pending="",
            waiting="",
            misses=0,
            runners_up=(),
            consultation=self.composer.full_consultation(ids[0]),
            answered=reply,
        )
        turn = Turn(reply, following)
        return self._in_part(turn, part) if part else turn

    def _stays_in_list(self, entry: str, conversation: Conversation) -> bool:
        """Return whether an entry stands in the list that is gone through, or is related to the topic, which does."""
        topic = self.entries.get(conversation.topic)
        is_aside = topic is not None and topic.id in conversation.listed and entry in topic.related
        return is_aside or entry in conversation.listed

    def tell_one(
        self,
        entry: str,
        conversation: Conversation,
        words: Sequence[str] = (),
        *,
        lead: str = "",
        is_chosen: bool = False,
    ) -> Turn:
        """Answer with the one entry that is surely meant, as `tell` does."""
        return self.tell([(entry, 1.0)], conversation, words, lead=lead, is_chosen=is_chosen)

    def _tell_smalltalk(
        self,
        entries: Sequence[tuple[str, float]],
        conversation: Conversation,
        lead: str,
        notes: Sequence[str],
    ) -> Turn:
        """Answer small talk, which becomes no topic and leaves what was offered; long ones not twice in a row."""
        before = [answer.entry for answer in conversation.last.answers] if conversation.last else []
        # A word of the word list may be of no entry.
        shorter = [
            one for one in before if one in self.entries and len(self.entries[one].text) > LONG_SMALLTALK
        ]
        reply = self.composer.answers(entries, conversation, lead=lead, notes=notes, shorter=shorter)
        following = conversation._replace(pending="", misses=0)
        return Turn(reply, following._replace(offered=ids_of(reply.suggestions) or conversation.offered))

    def _again(self, entry: str, *, is_shorter: bool, before: Conversation) -> str:
        """Return what is said to an answer that comes once more, "" for nothing.

        Much the same was asked: it comes shorter, and a person is offered. Something else was asked, and it was the
        last answer: that is said, however surely it is about that. A hand-off fits many questions, and says so itself.
        """
        if self.kinds[entry] == "handoff":
            return ""
        if is_shorter:
            return sentences.AGAIN_SHORTER
        is_on_screen = before.last is not None and entry in [one.entry for one in before.last.answers]
        return sentences.AGAIN_OTHERWISE if is_on_screen else ""

    def own_up(
        self, topic: str, facet: str, conversation: Conversation, kind_word: str = "", part: str = ""
    ) -> Turn:
        """Say that the guide does not tell what is asked about the topic, and what it does: in a sentence, if told.

        `part`: the sentence that is nearest to what is asked, "" for none.
        """
        lead = f"{kind_word} {self.composer.not_told(topic, facet)}".strip()
        if topic not in conversation.told:
            reply, following = self.tell_one(topic, conversation, lead=lead)
        else:
            reply = self.composer.answers([(topic, 1.0)], conversation, lead=lead, shorter=[topic])
            following = conversation.having_told([topic])._replace(
                offered=ids_of(reply.suggestions) or conversation.offered,
                waiting="",
                misses=0,
                answered=reply,
            )
        turn = Turn(reply._replace(kind="handoff"), following._replace(facet=facet))
        return self._in_part(turn, part) if part else turn

    def dwell(self, entry: Entry, lead: str, conversation: Conversation, part: str = "") -> Turn:
        """Answer what is asked about the topic itself: with the `part` that is asked for, where that is known.

        Else with what more there is, or shorter than before.
        """
        turn = self.tell_one(entry.id, conversation, lead=lead)
        if part:
            return self._in_part(turn, part)
        shown = conversation.answered.answers[0].text if conversation.answered else ""
        answer = turn.reply.answers[0]
        if entry.more and shown != entry.more and not entry.parts:
            answer = answer._replace(text=entry.more, more="")
        else:
            answer = answer._replace(text=entry.short or answer.text)
        reply = turn.reply._replace(answers=(answer,), notes=(self.composer.fill(sentences.NO_MORE),))
        return Turn(reply, turn.conversation._replace(answered=reply))

    def tell_again(self, conversation: Conversation) -> Turn:
        """Tell the topic once more, in short, to who asks the same again: and offer a person."""
        topic = conversation.topic
        lead = self.composer.fill(sentences.AGAIN_SHORTER)
        reply = self.composer.answers([(topic, 1.0)], conversation, lead=lead, shorter=[topic])
        following = conversation.having_told([topic])._replace(
            offered=ids_of(reply.suggestions), pending="", waiting="", misses=0, answered=reply
        )
        return Turn(reply, following)

    def tell_rest(
        self, entry: str, text: str, parts: Sequence[str], conversation: Conversation, words: Sequence[str]
    ) -> Turn:
        """Tell what a list has beside what was ruled out: this `text`, and these `parts` are offered."""
        turn = self.tell_one(entry, conversation, words, lead=self.composer.fill(sentences.THE_REST))
        answer = turn.reply.answers[0]._replace(text=text, more="")
        reply = turn.reply._replace(answers=(answer,), suggestions=self.composer.choices(parts))
        following = turn.conversation._replace(offered=tuple(parts), listed=tuple(parts), answered=reply)
        return Turn(reply, following)

    def _in_part(self, turn: Turn, part: str) -> Turn:
        """Return the turn with this part of its first answer, after its gist, instead of all of it."""
        first, *others = turn.reply.answers
        text = part if not first.short or first.short in part else f"{first.short} {part}"
        reply = turn.reply._replace(answers=(first._replace(text=text), *others))
        return Turn(reply, turn.conversation._replace(answered=reply))

    # -- sentences

    def offer(
        self, reply: Reply, conversation: Conversation, pending: str = "", *, misses: int | None = None
    ) -> Turn:
        """Say something that answers nothing but offers what to ask."""
        following = conversation._replace(
            offered=ids_of(reply.suggestions) or conversation.offered,
            listed=() if reply.suggestions else conversation.listed,
            pending=pending,
            waiting="",
            misses=conversation.misses if misses is None else misses,
            consultation=self.composer.consultation_given(reply, conversation),
        )
        return Turn(reply, following)

    def said(self, reply: Reply, conversation: Conversation) -> Turn:
        """Say something that leaves what was offered; nothing is pending any more."""
        return Turn(reply, conversation._replace(pending="", waiting=""))

    def no_answer(self, words: str, conversation: Conversation) -> Turn:
        """Say that there is no answer: kind "unknown", which callers count as a gap."""
        return self.said(Reply("unknown", lead=self.composer.fill(words)), conversation)

    def chat(self, words: str, conversation: Conversation, *, title: str = "") -> Turn:
        """Say something about the talk itself: kind "smalltalk", for nothing of the knowledge base was asked."""
        return self.said(Reply("smalltalk", lead=self.composer.fill(words, title=title)), conversation)

    def has_told_to_go_on(self, conversation: Conversation) -> bool:
        """Return whether the last thing said was "go on": what comes next belongs to what was told before."""
        last = conversation.last
        going_on = (sentences.GO_ON, sentences.GO_ON_STILL)
        return last is not None and last.lead in [self.composer.fill(words) for words in going_on]

    def hint(self, conversation: Conversation) -> Turn:
        """Give one hint for an empty line, with what is offered; for more of them, and after a card, no list."""
        if conversation.is_hinted or conversation.level:
            return Turn(Reply("smalltalk", lead=self.composer.fill(sentences.EMPTY)), conversation)
        reply = self.composer.ask_anew(sentences.EMPTY, "smalltalk")
        if conversation.offered:
            reply = reply._replace(suggestions=self.composer.choices(conversation.offered))
        following = conversation._replace(offered=ids_of(reply.suggestions), is_hinted=True)
        return Turn(reply, following)


def _with_what_is_new(reply: Reply, entry: Entry) -> Reply:
    """Return a reply whose first answer is on the screen: its gist, and what was not told of it; a list stays whole."""
    first, *others = reply.answers
    if not first.short or not first.more or entry.parts:
        return reply
    first = first._replace(text=f"{first.short} {first.more}", more="")
    return reply._replace(answers=(first, *others))


def ids_of(suggestions: Sequence[Suggestion]) -> tuple[str, ...]:
    """Return the entries that are offered, in order."""
    return tuple(suggestion.entry for suggestion in suggestions)
