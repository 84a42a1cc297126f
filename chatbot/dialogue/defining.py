"""A hard word that is asked about: by itself, or in one of two questions of a message.

Most words of the word list are no entries of their own, so that no match would explain them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from chatbot.conversation import Conversation
from chatbot.decision import STANDS_ALONE
from chatbot.dialogue.passages import explained
from chatbot.dialogue.telling import Teller
from chatbot.dialogue.turns import Turn
from chatbot.dialogue.wordlist import WordList, meaning_asked
from chatbot.english.courtesy import without_courtesy
from chatbot.english.function_words import FUNCTION_WORDS, points_back
from chatbot.knowledge import GlossaryTerm
from chatbot.leaning.three_readings import Reading
from chatbot.matching import Matcher
from chatbot.normalise import Question, from_word
from chatbot.parts import FEWEST_PARTS, asked_parts, segments
from chatbot.speaking import sentences

# How sure a message must be of the entry of a glossary word to be answered by it, rather than by the word's meaning:
# as sure as what stands alone. Chosen: 0.65 and 0.9 change none of the messages that `decision` names.
_SURE_OF_ENTRY = STANDS_ALONE
# A message of two questions asks for a word only with one of these: "... and I do not understand fixation" is no
# question, and most messages have none of them.
_ASKING_FOR_A_WORD = frozenset("what meaning define definition explain".split())


class WordBeside(NamedTuple):
    """A word that one of two questions asks about, and the other question, which comes first where `is_behind`."""

    term: GlossaryTerm
    other: Question
    is_behind: bool


class Definer:
    """Explains words. Immutable."""

    def __init__(self, teller: Teller, matcher: Matcher, word_list: WordList) -> None:
        """`matcher` knows which words an entry explains better."""
        self._teller = teller
        self._composer = teller.composer
        self._matcher = matcher
        self._word_list = word_list

    def term_asked(self, core: Sequence[str]) -> GlossaryTerm | None:
        """Return the word of the word list that a message without its courtesy asks for, None for none."""
        return self._word_list.asked(core)

    def is_explained_by_entry(
        self, term: GlossaryTerm, tokens: Sequence[str], conversation: Conversation
    ) -> bool:
        """Return whether the match of a message that asks for a word answers it better than the word's meaning.

        Not where the entry was just told, and one of its words is asked for.
        """
        matched = self._matcher.match(tokens)
        is_told = term.entry in conversation.shown and meaning_asked(tokens) != ()
        is_of_entry = matched.entry == term.entry and matched.confidence >= _SURE_OF_ENTRY
        return (matched.is_exact or is_of_entry) and not is_told

    def define(self, terms: Sequence[GlossaryTerm], conversation: Conversation) -> Turn:
        """Explain words; the entry of the first becomes the topic."""
        about = after_defining(terms[0], conversation)
        return self._teller.offer(self._composer.meaning(terms, about), about, misses=0)

    def define_by_answer(self, core: Sequence[str], conversation: Conversation) -> tuple[Turn, str] | None:
        """Explain a word of the answer on the screen by what that says of it; None where it does not explain it."""
        name = meaning_asked(core)
        for shown in conversation.shown if name else ():
            entry = self._teller.entries.get(shown)
            part = explained(name, f"{entry.text}\n{entry.more}") if entry else ""
            if entry and part:
                reply = self._composer.answers([(entry.id, 1.0)], conversation, lead=sentences.WORDS)
                reply = reply._replace(answers=(reply.answers[0]._replace(text=part),))
                turn = self._teller.offer(reply, conversation, misses=0)
                return turn, "asks what a word of the last answer means"
        return None

    def word_beside(
        self, question: Question, reading: Reading, conversation: Conversation
    ) -> WordBeside | None:
        """Return the word that one of two questions asks about, where nothing that the message gets explains it."""
        if len(segments(question)) < FEWEST_PARTS or _ASKING_FOR_A_WORD.isdisjoint(question.tokens):
            return None
        parts = asked_parts(question)
        if len(parts) != FEWEST_PARTS:
            return None
        answered = [entry for entry, _ in reading.decided.entries]
        for place, part in enumerate(parts):
            term = self._unexplained(question.tokens[part.start : part.end], conversation)
            if term is not None and term.entry not in answered:
                other = parts[1 - place]
                return WordBeside(term, from_word(question, other.lead, other.end), place > 0)
        return None

    def _unexplained(self, words: Sequence[str], conversation: Conversation) -> GlossaryTerm | None:
        """Return the word that a part of a message asks for and that no entry explains; None for none."""
        term = None if FUNCTION_WORDS.isdisjoint(words) else self.term_asked(without_courtesy(words))
        return None if term is None or self.is_explained_by_entry(term, words, conversation) else term

    def with_word(self, beside: WordBeside, turn: Turn, conversation: Conversation) -> Turn:
        """Return the answer to the other question with the word's meaning before or behind it, as asked.

        Where the other question has no answer, the meaning is told, and that there is nothing about the other.
        """
        meaning = self.define([beside.term], conversation)
        if not turn.reply.answers:
            uncovered = self._composer.fill(sentences.UNCOVERED, part=beside.other.text)
            return meaning._replace(reply=meaning.reply._replace(notes=(*meaning.reply.notes, uncovered)))
        first, second = (turn, meaning) if beside.is_behind else (meaning, turn)
        reply = turn.reply._replace(kind="answer", answers=(*first.reply.answers, *second.reply.answers))
        return Turn(reply, turn.conversation._replace(answered=reply))


def after_defining(term: GlossaryTerm, conversation: Conversation) -> Conversation:
    """Return the conversation in which a word was explained: its entry is what is talked about."""
    return conversation._replace(topic=term.entry, topic_words=()) if term.entry else conversation


def about_word(beside: WordBeside, conversation: Conversation) -> Conversation:
    """Return the conversation that the other question belongs to.

    "What is a graft, and does it hurt" asks it of the graft.
    """
    is_about = not beside.is_behind and points_back(beside.other.tokens)
    return after_defining(beside.term, conversation) if is_about else conversation
