"""The last answer once more: again, simpler, with more, in plain words; and back to the one before."""

from __future__ import annotations

from chatbot.conversation import Conversation
from chatbot.dialogue.telling import Teller
from chatbot.dialogue.turns import Turn, ids_of
from chatbot.dialogue.wordlist import WordList
from chatbot.knowledge import Entry
from chatbot.reply import Answer, Reply
from chatbot.speaking import sentences

MOST_TERMS = 3  # words explained at once; chosen, not measured: as many as next questions


class Reteller:
    """Says the last answer in another way. Immutable."""

    def __init__(self, teller: Teller, word_list: WordList) -> None:
        """`word_list` has the hard words of answers."""
        self._teller = teller
        self._composer = teller.composer
        self._word_list = word_list

    def retell(self, steer: str, conversation: Conversation) -> Turn:
        """Say the last answer "again", "simpler", with what "more" there is, or as plain as a "yes-or-no" can be."""
        last, answered = conversation.last, conversation.answered
        if last is not None and _is_shown_as_it_was(last, steer):
            return Turn(last, conversation)
        if last is None or answered is None:
            return self._teller.chat(sentences.NOTHING_PENDING, conversation)
        if steer == "yes-or-no":
            return self._plainly(answered, conversation)
        if steer == "simpler" or (steer == "again" and last.lead == sentences.AGAIN):
            return self._simpler(answered, last, conversation)
        if steer == "again":
            short = self._composer.short_consultation(answered)
            again = answered._replace(lead=sentences.AGAIN, notes=(), consultation=short)
            return self._teller.said(again, conversation)
        return self._more(answered.answers[0], conversation)

    def shorter(self, conversation: Conversation) -> Turn:
        """Say the last answer in one sentence, to a patient who finds it too long."""
        if conversation.answered is None:
            return self._teller.chat(sentences.TOO_LONG_NOTHING, conversation)
        if _can_be_shorter(conversation.answered):
            return self.retell("simpler", conversation)
        return self._teller.chat(sentences.REMARKS["too-long"], conversation)

    def back(self, conversation: Conversation) -> Turn:
        """Return to the topic before this one."""
        if not conversation.trail:
            return self._teller.chat(sentences.NO_BACK, conversation)
        turn = self._teller.tell_one(conversation.trail[-1], conversation, lead=sentences.BACK)
        return turn._replace(conversation=turn.conversation._replace(trail=conversation.trail[:-1]))

    def explain_words(self, conversation: Conversation) -> Turn:
        """Say in plain words what the hard words of the last answer mean."""
        answered = conversation.answered.answers if conversation.answered else ()
        terms = self._word_list.terms_in(" ".join(answer.text for answer in answered))
        if not terms:
            return self._teller.chat(sentences.NO_HARD_WORDS, conversation)
        return self._teller.offer(self._composer.meaning(terms[:MOST_TERMS], conversation), conversation)

    def _more(self, shown: Answer, conversation: Conversation) -> Turn:
        """Say what comes after what is shown: the whole answer after its short form, then what else there is."""
        entry = self._teller.entries[shown.entry]
        text = _next_layer(entry, shown.text)
        if not text:
            return self._teller.chat(sentences.NO_MORE, conversation)
        reply = self._composer.answers([(entry.id, 1.0)], conversation)
        more = "" if text == entry.more else entry.more
        reply = reply._replace(answers=(reply.answers[0]._replace(text=text, more=more),))
        return _shown_otherwise(reply, conversation)

    def _plainly(self, answered: Reply, conversation: Conversation) -> Turn:
        """Say the first sentence of the last answer to who wants a yes or a no: the guide gives nothing plainer."""
        entries = [(answer.entry, answer.confidence) for answer in answered.answers]
        shorter = [entry for entry, _ in entries]
        reply = self._composer.answers(entries, conversation, lead=sentences.YES_OR_NO, shorter=shorter)
        return _shown_otherwise(reply, conversation)

    def _simpler(self, answered: Reply, last: Reply, conversation: Conversation) -> Turn:
        """Say the answer in a sentence; the next time explain its words, and after that offer a person."""
        entries = [(answer.entry, answer.confidence) for answer in answered.answers]
        if _can_be_shorter(answered):
            shorter = [entry for entry, _ in entries]
            reply = self._composer.answers(entries, conversation, lead=sentences.SIMPLER, shorter=shorter)
            return _shown_otherwise(reply, conversation)
        if last.lead != sentences.WORDS and self._word_list.terms_in(answered.answers[0].text):
            return self.explain_words(conversation)
        return self._teller.chat(sentences.NO_SIMPLER, conversation)


def _is_shown_as_it_was(last: Reply, steer: str) -> bool:
    """Return whether the reply itself comes back: a safety card always, choices when asked for again."""
    return bool(last.safety and not last.answers) or (last.kind == "clarify" and steer == "again")


def _can_be_shorter(answered: Reply) -> bool:
    """Return whether an answer was told in more than its one short sentence."""
    return any(answer.text != answer.short and answer.short for answer in answered.answers)


def _next_layer(entry: Entry, shown: str) -> str:
    """Return what an entry has beyond the text that is shown, "" for nothing."""
    if shown == entry.short and entry.answer:
        return entry.text
    return entry.more if shown != entry.more else ""


def _shown_otherwise(reply: Reply, conversation: Conversation) -> Turn:
    """Return the turn that shows the last answer in another form; the topic and what was told stay."""
    return Turn(reply, conversation._replace(offered=ids_of(reply.suggestions), pending="", answered=reply))
