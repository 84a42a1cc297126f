"""A message that asks something: met without matching where that is enough, else read, decided on and answered."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.conversation import Conversation
from chatbot.decision import Decided, decide, without_frame
from chatbot.dialogue.cast import Readers, Tellers
from chatbot.dialogue.defining import about_word
from chatbot.dialogue.idle_parts import IdleParts
from chatbot.dialogue.leftovers import Leftovers
from chatbot.dialogue.turns import DecidedTurn, Turn
from chatbot.dialogue.two_told import TwoTold
from chatbot.dialogue.wordlist import asks_about_words
from chatbot.english.courtesy import all_courtesy, is_only_courtesy, without_courtesy
from chatbot.english.function_words import FUNCTION_WORDS
from chatbot.english.kindness import LanguageSpotter
from chatbot.follow_up import FollowUp
from chatbot.knowledge import Knowledge
from chatbot.leaning import after_the_same
from chatbot.leaning.three_readings import Reading
from chatbot.normalise import Question, from_word, normalise, without_echoes
from chatbot.parts import asks, last_question
from chatbot.remarks import complains_of_pain
from chatbot.reply import Reply
from chatbot.speaking import sentences

# A patient who tells that it still hurts after an operation is told the causes.
LASTING_PAIN = "why-pain-persists"
# "That does not help" says it of the answer.
_PAST = "did"


class Answerer:
    """Answers what is asked. Immutable."""

    def __init__(self, knowledge: Knowledge, readers: Readers, tellers: Tellers) -> None:
        """`knowledge` has the languages that a message may be in."""
        self._matcher = readers.matcher
        self._fragments = readers.leaning.fragments
        self._hearing = readers.hearing
        self._teller = tellers.teller
        self._composer = tellers.teller.composer
        self._chooser = tellers.chooser
        self._reteller = tellers.reteller
        self._definer = tellers.definer
        self._sayer = tellers.sayer
        self._spotter = LanguageSpotter(knowledge.languages)
        self._idle = IdleParts(readers.matcher, tellers.teller.kinds)
        self._leftovers = Leftovers(self._teller, self._matcher)
        self._two_told = TwoTold(self._teller)

    def answer(self, question: Question, conversation: Conversation) -> DecidedTurn:
        """Answer a message that steers nothing: what can be met without matching first, then what it asks."""
        met = self._met_without_deciding(question, conversation)
        if met is not None:
            turn, rule = met
            return turn, Decided(turn.reply.kind, rule=rule)
        if both := self._two_told.answer(question, conversation):
            return both, Decided(both.reply.kind, rule="asks of two things at once what is told of neither")
        question = self._without_frame(without_echoes(question))
        said = question
        question = self._idle.without(question, conversation.topic)
        reading = self._hearing.read(question, conversation)
        is_several = len(reading.decided.entries) > 1
        if beside := self._definer.word_beside(question, reading, conversation):
            turn, decided = self.answer(beside.other, about_word(beside, conversation))
            return self._definer.with_word(beside, turn, conversation), decided
        if not is_several and (rest := self._leftovers.answer(question, reading, conversation)):
            return rest, Decided("answer", rule="asks for what a list has beside what is ruled out")
        return self._sayer.say(question, reading, conversation, said), reading.decided

    def _without_frame(self, question: Question) -> Question:
        """Return a message without what frames it, unless it is a wording of the knowledge base."""
        without = without_frame(question)
        return question if without is question or self._matcher.is_wording(question.tokens) else without

    def is_told_of_topic(self, question: Question, conversation: Conversation) -> bool:
        """Return whether "that did not help" is told of what was talked about, as of a treatment, not of the answer."""
        topic = conversation.topic
        if not topic or _PAST not in question.tokens:
            return False
        asked = self._fragments.asked_after(topic, question.tokens)
        return asked is not None and self._fragments.is_told_of(topic, asked.facet)

    def answer_waiting(self, conversation: Conversation) -> Turn:
        """Answer the question that waited behind a safety card."""
        waiting = without_frame(normalise(conversation.waiting))
        decided = decide(waiting, self._matcher, self._teller.kinds, follow_up=self._fragments.asked_for)
        following = conversation._replace(pending="", waiting="")
        if decided.kind == "answer":
            return self._sayer.say_plainly(waiting, Reading(decided), following)
        return self._sayer.miss(waiting, decided, "", following)

    # -- without matching entries

    def _met_without_deciding(
        self, question: Question, conversation: Conversation
    ) -> tuple[Turn, str] | None:
        """Meet an empty line, another language, courtesy, a choice by its title, and a hard word: and say why."""
        tokens = question.tokens
        if not tokens:
            return self._teller.hint(conversation), "the message has no words"
        language = self._spotter.language_of(question)
        if language is not None:
            turn = self._teller.said(Reply("unknown", lead=language.sentence), conversation)
            return turn, f"the message is in another language: {language.name}"
        if is_only_courtesy(tokens) and not all_courtesy(tokens) and not self._matcher.match(tokens).is_exact:
            turn = self._teller.chat(sentences.NOTHING_PENDING, conversation)
            return turn, "the message is nothing but courtesy"
        if entry := self._pain_that_stayed(tokens, conversation):
            return self._teller.tell_one(
                entry, conversation, tokens, is_chosen=True
            ), "tells of pain that stayed"
        if not after_the_same(tokens) and (entry := self._chooser.pick(question, conversation)):
            return self._chosen(
                entry, question, conversation
            ), "has the words of one of the titles that were offered"
        return self._define(question, conversation)

    def _chosen(self, entry: str, question: Question, conversation: Conversation) -> Turn:
        """Tell what was chosen by its name, or what is asked about it then: "the one with the needle, does it hurt"."""
        last = last_question(question)
        if last is not None and "one" in last.lead:
            about = FollowUp("about-choice", entry=entry, words=last.question.tokens)
            return self._chooser.choose(about, conversation)
        return self._teller.tell_one(entry, conversation, question.tokens, is_chosen=True)

    def _pain_that_stayed(self, tokens: Sequence[str], conversation: Conversation) -> str:
        """Return the entry for who was asked to go on and complains of pain, "" for anybody else."""
        goes_on = self._teller.has_told_to_go_on(conversation) and complains_of_pain(tokens)
        return LASTING_PAIN if goes_on and LASTING_PAIN in self._teller.entries else ""

    def _define(self, question: Question, conversation: Conversation) -> tuple[Turn, str] | None:
        """Explain the word that a message asks about, or the hard words of the last answer, and say why; None for none.

        The word may be asked about in the last question alone: "It says fibrosis. What is fibrosis".
        """
        if asks_about_words(question.tokens) and conversation.answered is not None:
            return self._reteller.explain_words(conversation), "asks about the hard words of the last answer"
        if defined := self._define_in(question, conversation):
            return defined
        last = last_question(question) if conversation.answered is not None else None
        if last is None or asks(from_word(question, 0, len(last.lead))):
            return None
        return self._define_in(last.question, conversation)

    def _define_in(self, question: Question, conversation: Conversation) -> tuple[Turn, str] | None:
        """Explain the word that these words ask about: by the word list, or by the answer on the screen.

        None where they ask about none, and where an entry explains it better. The mere name of what is offered is taken
        as a choice of it.
        """
        core = without_courtesy(question.tokens)
        term = self._definer.term_asked(core)
        if term is None:
            return self._definer.define_by_answer(core, conversation)
        if term.entry in conversation.offered and FUNCTION_WORDS.isdisjoint(core):
            return (
                self._chosen(term.entry, question, conversation),
                f"names what was offered by a word of the word list: {term.term}",
            )
        if self._definer.is_explained_by_entry(term, question.tokens, conversation):
            return None
        turn = self._definer.define([term], conversation)
        return turn, f"asks what a word of the word list means: {term.term}"
