"""A reply becomes a turn: what was told, offered and asked is remembered for the next message.

Owns how an entry is told: whole, shorter where it was told before, or with a sentence that says that it comes again.
Which entry is told is for the other modules of this package to say, and the program's own words are in `sentences`.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.conversation import Conversation, Pending
from chatbot.decision import PERSONAL
from chatbot.dialogue.turns import PLAINLY, Manner, Turn, ids_of, in_part, with_what_is_new
from chatbot.english.function_words import content_words
from chatbot.knowledge import Entry, Knowledge
from chatbot.reply import Reply
from chatbot.speaking import sentences
from chatbot.speaking.composing import Composer

# Small talk of more characters comes shorter when it was just said. Chosen, not measured: two lines of a screen.
LONG_SMALLTALK = 120
# What is said where the answer on the screen comes once more for something else.
_OTHERWISE = (sentences.AGAIN_OTHERWISE, sentences.AGAIN_ALL)


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
        manner: Manner = PLAINLY,
    ) -> Turn:
        """Answer with these entries (id, confidence), and remember them and the question's `words`.

        An entry that was asked for in much the same words before comes shorter. The list on the screen goes on counting
        ("the next one") while the told entry stands in it, or is related to the topic and that stands in it.
        """
        ids = [entry for entry, _ in entries]
        if self.kinds[ids[0]] == "smalltalk":
            return self._tell_smalltalk(entries, conversation, manner)
        content = content_words(words)
        told = self._asked_for_before(ids, content, conversation)
        # Beside an answer, the first sentence of the hand-off says enough.
        beside = [entry for entry in ids if entry == PERSONAL and len(ids) > 1]
        part = "" if told or len(ids) > 1 else manner.part
        again, lead = "", manner.lead
        if manner.is_repeated and not part:
            again = self._again(ids[0], is_shorter=ids[0] in told, before=conversation)
            again = "" if manner.wants_whole and again in _OTHERWISE else again
            lead = f"{lead} {self.composer.fill(again)}".strip()
        reply = self.composer.answers(
            entries, conversation, lead=lead, notes=manner.notes, shorter=[*told, *beside]
        )
        if again in _OTHERWISE and conversation.last is not None:
            has_more = again == sentences.AGAIN_OTHERWISE
            reply = with_what_is_new(reply, self.entries[ids[0]], conversation.last, has_more=has_more)
        listed = conversation.listed if manner.is_chosen or self._stays_in_list(ids[0], conversation) else ()
        if words:
            conversation = conversation.having_asked(ids[0], content)
        turn = self._remembered(reply, ids, words, listed, conversation)
        return in_part(turn, part) if part else turn

    def _asked_for_before(
        self, ids: Sequence[str], content: Sequence[str], conversation: Conversation
    ) -> list[str]:
        """Return which entries were told before for much the same words, or are a hand-off that is on the screen."""
        return [
            entry
            for entry in ids
            if entry in conversation.told
            and (conversation.was_asked(entry, content) or self._is_handed_over_again(entry, conversation))
        ]

    def _remembered(
        self,
        reply: Reply,
        ids: Sequence[str],
        words: Sequence[str],
        listed: tuple[str, ...],
        conversation: Conversation,
    ) -> Turn:
        """Return the turn that tells these entries: the first becomes the topic, and nothing is pending any more.

        `listed` is the list that "the next one" goes on counting in, unless the entry is a list itself.
        """
        offered = ids_of(reply.suggestions)
        following = conversation.having_told(ids)._replace(
            topic_words=tuple(words),
            facet="",
            offered=offered,
            listed=offered if self.entries[ids[0]].parts else listed,
            pending="",
            waiting="",
            misses=0,
            runners_up=(),
            consultation=self.composer.full_consultation(ids[0]),
            answered=reply,
        )
        return Turn(reply, following)

    def _stays_in_list(self, entry: str, conversation: Conversation) -> bool:
        """Return whether an entry stands in the list that the patient goes through, or is related to a topic of it."""
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
        return self.tell([(entry, 1.0)], conversation, words, Manner(lead=lead, is_chosen=is_chosen))

    def _tell_smalltalk(
        self,
        entries: Sequence[tuple[str, float]],
        conversation: Conversation,
        manner: Manner,
    ) -> Turn:
        """Answer small talk, which becomes no topic and leaves what was offered; the second time in a row, in short."""
        known = (one for one in conversation.shown if one in self.entries)
        shorter = [one for one in known if len(self.entries[one].text) > LONG_SMALLTALK]
        reply = self.composer.answers(
            entries, conversation, lead=manner.lead, notes=manner.notes, shorter=shorter
        )
        following = conversation._replace(pending="", misses=0)
        return Turn(reply, following._replace(offered=ids_of(reply.suggestions) or conversation.offered))

    def _again(self, entry: str, *, is_shorter: bool, before: Conversation) -> str:
        """Return the sentence that is said before an answer which was given already, "" for none.

        If much the same was asked again (`is_shorter`), it says that the answer comes shorter, and offers a person. If
        something else was asked and the answer is still on the screen, it says that this answer is meant again, and
        that there is no more where all of it was told. A hand-off fits many questions, and says so itself: it needs
        such a sentence only where it is on the screen.
        """
        if self.kinds[entry] == "handoff":
            return sentences.HANDED_OVER_AGAIN if self._is_handed_over_again(entry, before) else ""
        if is_shorter:
            return sentences.AGAIN_SHORTER
        shown = [one.text for one in before.last.answers if one.entry == entry] if before.last else []
        whole = self.entries[entry]
        if not shown or (whole.parts and shown[0] != whole.text):  # of a list, only some was told
            return ""
        more = whole.more
        is_all_said = before.last is not None and before.last.lead.endswith(
            self.composer.fill(sentences.AGAIN_ALL)
        )
        has_more = bool(more) and more not in shown[0] and not is_all_said
        return sentences.AGAIN_OTHERWISE if has_more else sentences.AGAIN_ALL

    def _is_handed_over_again(self, entry: str, before: Conversation) -> bool:
        """Return whether an entry is a hand-off that is on the screen: all of it would be the same words once more."""
        return self.kinds[entry] == "handoff" and entry in before.shown

    def own_up(
        self, topic: str, facet: str, conversation: Conversation, kind_word: str = "", part: str = ""
    ) -> Turn:
        """Say that the guide does not tell what is asked (`facet`) about the topic, then tell what it does say.

        A topic that was told before comes in short; where that is on the screen, what else there is to tell of it comes
        instead. `part` is the sentence nearest to what is asked, "" for none.
        """
        lead = f"{kind_word} {self.composer.not_told(topic, facet)}".strip()
        if topic not in conversation.told:
            reply, following = self.tell_one(topic, conversation, lead=lead)
        else:
            reply, following = self._in_other_words(
                self.tell_in_short([topic], lead, conversation), conversation
            )
        turn = Turn(reply._replace(kind="handoff"), following._replace(facet=facet))
        return in_part(turn, part) if part else turn

    def _in_other_words(self, turn: Turn, before: Conversation) -> Turn:
        """Return the turn that tells an entry in short; if just that is on the screen, with what goes beyond it."""
        (first, *others), entry = turn.reply.answers, self.entries[turn.reply.answers[0].entry]
        shown = before.last.answers if before.last else ()
        if first.text not in [one.text for one in shown]:
            return turn
        answers = (first._replace(text=entry.more or entry.answer, more=""), *others)
        reply = turn.reply._replace(answers=answers)
        return Turn(reply, turn.conversation._replace(answered=reply))

    def dwell(self, entry: Entry, lead: str, conversation: Conversation, part: str = "") -> Turn:
        """Answer a question about the topic itself with something that was not just told.

        That is the `part` of it that is asked for, where that is known; otherwise what "tell me more" would add; or the
        topic in short, where that was shown already.
        """
        turn = self.tell_one(entry.id, conversation, lead=lead)
        if part:
            return in_part(turn, part)
        shown = conversation.answered.answers[0].text if conversation.answered else ""
        answer = turn.reply.answers[0]
        if entry.more and shown != entry.more and not entry.parts:
            answer = answer._replace(text=entry.more, more="")
        else:
            answer = answer._replace(text=entry.short or answer.text)
        reply = turn.reply._replace(answers=(answer,), notes=(self.composer.fill(sentences.NO_MORE),))
        return Turn(reply, turn.conversation._replace(answered=reply))

    def tell_again(self, conversation: Conversation) -> Turn:
        """Tell the topic once more, in short, to somebody who asks the same again, and offer a person."""
        lead = self.composer.fill(sentences.AGAIN_SHORTER)
        return self.tell_in_short([conversation.topic], lead, conversation)

    def tell_in_short(self, entries: Sequence[str], lead: str, conversation: Conversation) -> Turn:
        """Tell entries that were told before once more, each in short; what they offer is offered, if anything is."""
        told = [(entry, 1.0) for entry in entries]
        reply = self.composer.answers(told, conversation, lead=lead, shorter=entries)
        following = conversation.having_told(entries)._replace(
            offered=ids_of(reply.suggestions) or conversation.offered,
            pending="",
            waiting="",
            misses=0,
            answered=reply,
        )
        return Turn(reply, following)

    def tell_rest(
        self, entry: str, text: str, parts: Sequence[str], conversation: Conversation, words: Sequence[str]
    ) -> Turn:
        """Tell what is left of a list after something was ruled out: this `text`, with these `parts` offered."""
        turn = self.tell_one(entry, conversation, words, lead=self.composer.fill(sentences.THE_REST))
        answer = turn.reply.answers[0]._replace(text=text, more="")
        reply = turn.reply._replace(answers=(answer,), suggestions=self.composer.choices(parts))
        following = turn.conversation._replace(offered=tuple(parts), listed=tuple(parts), answered=reply)
        return Turn(reply, following)

    # -- sentences

    def offer(
        self, reply: Reply, conversation: Conversation, pending: Pending = "", *, misses: int | None = None
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
        """Say something and leave what was offered as it is; nothing is pending any more."""
        return Turn(reply, conversation._replace(pending="", waiting=""))

    def no_answer(self, words: str, conversation: Conversation) -> Turn:
        """Say that there is no answer: kind "unknown", which callers count as a gap."""
        return self.said(Reply("unknown", lead=self.composer.fill(words)), conversation)

    def chat(self, words: str, conversation: Conversation, *, title: str = "") -> Turn:
        """Say something about the talk itself: kind "smalltalk", for nothing of the knowledge base was asked."""
        return self.said(Reply("smalltalk", lead=self.composer.fill(words, title=title)), conversation)

    def has_told_to_go_on(self, conversation: Conversation) -> bool:
        """Return whether the patient was just asked to go on, so that this message continues the one before."""
        last = conversation.last
        going_on = (sentences.GO_ON, sentences.GO_ON_STILL)
        return last is not None and last.lead in [self.composer.fill(words) for words in going_on]

    def hint(self, conversation: Conversation) -> Turn:
        """Give a hint for an empty line, and once what is offered; no list for further ones, nor after a card."""
        if conversation.is_hinted or conversation.level:
            return Turn(Reply("smalltalk", lead=self.composer.fill(sentences.EMPTY)), conversation)
        reply = self.composer.ask_anew(sentences.EMPTY, "smalltalk")
        if conversation.offered:
            reply = reply._replace(suggestions=self.composer.choices(conversation.offered))
        following = conversation._replace(offered=ids_of(reply.suggestions), is_hinted=True)
        return Turn(reply, following)
