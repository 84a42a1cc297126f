"""Turns a decision into what is said: an answer, a choice of entries, a kind word, or that there is no answer.

Which reading of a message counts was decided before; how an entry is told, and what is remembered of it, is for
`telling`.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.conversation import Conversation
from chatbot.decision import GENERAL, PERSONAL, STANDS_ALONE, Decided
from chatbot.dialogue.near_entries import NearEntries, near_the_best
from chatbot.dialogue.other_doctors import other_doctor
from chatbot.dialogue.passages import Passages
from chatbot.dialogue.telling import Teller
from chatbot.dialogue.turns import Manner, Turn
from chatbot.english.courtesy import introduction, no_farewell
from chatbot.english.function_words import content_words
from chatbot.english.kindness import only_feels, tone_of
from chatbot.knowledge import Entry
from chatbot.leaning import ABOUT_THE_TOPIC, ONLY_TELLS
from chatbot.leaning.three_readings import OVERRULES, Reading, best_of
from chatbot.matching import Matcher
from chatbot.normalise import Question, normalise
from chatbot.parts import asks
from chatbot.remarks import tells_of_loss
from chatbot.speaking import sentences

_ONCE_MORE = frozenset(("again", "repeat"))
# "So 40 is for old people", of "about 10 to 40 percent".
_GIVEN_TO = frozenset("for if with mine my i".split())
_BOTH_ENDS = 2
# An answer may tell in other words what a follow-up asks: pain that "spreads" is felt in the legs.
_TOLD_AS = {"whether it is felt in the legs, or anywhere else": ("spreads", "radiating")}
# What a follow-up asks that wants a reason begins so: "why that is".
_WHY = "why "
# A patient who tells of one of these feelings, and asks nothing, is comforted rather than told about the risks of
# surgery, or anything that is not surely meant.
_CALMED = ("fear", "low")
_FRIGHTENING = "revision-risks"


class Sayer:
    """Says what was decided. Immutable."""

    def __init__(self, teller: Teller, matcher: Matcher) -> None:
        """`matcher` finds the sentences of an answer that speak of what is asked once more."""
        self._teller = teller
        self._composer = teller.composer
        self._matcher = matcher
        self._passages = Passages(teller.entries, matcher)
        self._near = NearEntries(teller.entries)

    def say(
        self, question: Question, reading: Reading, conversation: Conversation, said: Question | None = None
    ) -> Turn:
        """Say what was decided; first that we are sorry, where the patient tells that somebody died.

        `said` is all of the message, where `question` is only what of it asks: its feeling gets a kind word.
        """
        said = said or question
        say = self._say_of_loss if tells_of_loss(said.tokens) else self.say_plainly
        return say(question, reading, conversation, said)

    def _say_of_loss(
        self, question: Question, reading: Reading, conversation: Conversation, said: Question
    ) -> Turn:
        """Say that we are sorry, and then the answer where something is asked beside the loss."""
        decided = reading.decided
        is_sure = decided.kind == "answer" and decided.entries[0][1] >= STANDS_ALONE
        if not is_sure and not asks(question):
            return self._teller.chat(sentences.LOSS_AND_ON, conversation._replace(misses=0))
        turn = self.say_plainly(question, reading, conversation, said)
        return turn._replace(reply=turn.reply._replace(lead=f"{sentences.LOSS} {turn.reply.lead}".strip()))

    def say_plainly(
        self, question: Question, reading: Reading, conversation: Conversation, said: Question | None = None
    ) -> Turn:
        """Say what was decided, without a word on a loss.

        First see whether the message only tells a feeling, is an insult, or looks like a farewell: "so am I done".
        """
        tone = tone_of((said or question).tokens)
        kind_word = ""
        if tone != conversation.tone:
            kind_word = self._composer.tone(tone)
            conversation = conversation._replace(tone=tone)
        decided = reading.decided
        if tone == "insult":
            return self._teller.offer(self._composer.ask_anew(sentences.TONES[tone]), conversation)
        if tone and self._only_feels(question, reading, tone):
            near = self._felt_about(decided)
            return self._teller.offer(
                self._composer.comfort(tone, kind_word, conversation, near), conversation
            )
        if decided.kind == "answer":
            if decided.entries[0][0] == "goodbye" and no_farewell(question.tokens):
                return self._no_goodbye(question, conversation)
            return self._say_answer(question, reading, kind_word, conversation)
        choices = decided.choices or self._near.choices_for_little(decided, content_words(question.tokens))
        if choices and not (conversation.pending == "choice" and conversation.misses):
            reply = self._composer.clarify(choices, conversation, kind_word)
            return self._teller.offer(reply, conversation, "choice", misses=conversation.misses + 1)
        return self.miss(question, decided, kind_word, conversation)

    def _only_feels(self, question: Question, reading: Reading, tone: str) -> bool:
        """Return whether a message of this tone only tells a feeling, or what was decided on it would frighten.

        "Should I worry about that" is a feeling in no other words than a question that has an answer.
        """
        if tone in _CALMED and not asks(question) and _frightens(reading.decided):
            return True
        if reading.facet and asks(question):
            return False
        is_beside_nothing = reading.decided.kind != "answer" or bool(reading.topic)
        return is_beside_nothing and only_feels(content_words(question.tokens))

    def _felt_about(self, decided: Decided) -> list[str]:
        """Return the entries that a feeling is told about: "I am nervous about the MRI"; none that would frighten."""
        told = [entry for entry, _ in decided.entries] or decided.choices
        return [entry for entry in told if self._teller.kinds[entry] in GENERAL and entry != _FRIGHTENING]

    def _no_goodbye(self, question: Question, conversation: Conversation) -> Turn:
        """Answer "so am I done then" and "I am so down", which share their words with a farewell."""
        if no_farewell(question.tokens) == "asks" and PERSONAL in self._teller.entries:
            return self._teller.tell_one(PERSONAL, conversation, question.tokens)
        comfort = self._composer.comfort("low", self._composer.tone("low"), conversation)
        return self._teller.offer(comfort, conversation)

    def _say_answer(
        self, question: Question, reading: Reading, kind_word: str, conversation: Conversation
    ) -> Turn:
        """Tell what was decided; where it leans on the topic, also how it was read, so that the patient can object."""
        first = reading.decided.entries[0][0]
        if first in conversation.shown and _asks_for_one_end(question.tokens, self._teller.entries[first]):
            reading = Reading(reading.decided, first, sentences.ONE_END, is_told=False)
        part = self._part_asked_for(question, reading, conversation)
        if not part and _asks_why(reading):
            reading = reading._replace(is_told=False)
        read_as = self._read_as(reading, conversation, has_part=bool(part))
        if not reading.is_told and self._teller.kinds[first] in GENERAL:
            turn = self._teller.own_up(reading.topic, reading.facet, conversation, kind_word, part)
        else:
            lead = self._lead(question, reading, (kind_word, read_as), conversation)
            manner = Manner(lead=lead, is_chosen=bool(read_as), part=part)
            turn = self._told(question, reading.decided, manner, conversation)
        near = (*reading.otherwise, *near_the_best(reading.decided))
        following = turn.conversation._replace(
            runners_up=tuple(dict.fromkeys(entry for entry in near if entry != first)),
            pending="reading" if read_as else "",
            facet=reading.facet,
        )
        return turn._replace(conversation=following)

    def _told(self, question: Question, decided: Decided, manner: Manner, conversation: Conversation) -> Turn:
        """Tell what was decided; of the topic itself, in the light of which it was read (`is_chosen`), only that part.

        A question for the topic that could stand alone is told it whole, unless it asks for a part of it.
        """
        first = decided.entries[0][0]
        is_of_topic = manner.is_chosen and first == conversation.topic
        if is_of_topic and (manner.part or not _stands_alone(decided)):
            return self._teller.dwell(self._teller.entries[first], manner.lead, conversation, manner.part)
        manner = manner._replace(
            notes=[self._composer.fill(sentences.UNCOVERED, part=words) for words in decided.uncovered],
            is_repeated=not manner.is_chosen,
            wants_whole=_wants_it_whole(decided, question),
            part="" if manner.is_chosen else manner.part,
        )
        return self._teller.tell(decided.entries, conversation, question.tokens, manner)

    def _lead(
        self, question: Question, reading: Reading, opening: tuple[str, str], conversation: Conversation
    ) -> str:
        """Return what stands before an answer: the `opening`, and that the guide does not compare, or tell this."""
        decided = reading.decided
        first = decided.entries[0][0]
        compared = self._composer.fill(sentences.NOT_COMPARED) if decided.is_compared else ""
        beyond = ""
        if not reading.is_told and first in conversation.shown:  # asked of a hand-off
            beyond = self._composer.fill(sentences.NOT_TOLD_HERE, part=reading.facet)
        return " ".join(filter(None, (*opening, compared, beyond, self._of_another(question, first))))

    def _of_another(self, question: Question, entry: str) -> str:
        """Return the sentence that the guide does not speak of the doctor who is asked about; "" for most questions."""
        surgeon = self._composer.surgeon
        if not surgeon or surgeon not in self._teller.entries[entry].short:
            return ""
        name = other_doctor(question, surgeon, self._matcher)
        return self._composer.fill(sentences.ANOTHER_DOCTOR, part=name) if name else ""

    def _part_asked_for(self, question: Question, reading: Reading, conversation: Conversation) -> str:
        """Return the sentences of the answer that speak of what is asked once more, "" where all of it is told."""
        first = reading.decided.entries[0][0]
        words = question.tokens
        if reading.facet:  # "10 to 40, why is that so wide": the figures only name what was told
            words = tuple([word for word in words if not word.isdecimal()])
        part = self._passages.asked_for(first, words, conversation.last)
        if not part and first == conversation.topic == reading.topic and reading.is_told:
            if _asks_why(reading):
                return "" if conversation.facet == reading.facet else self._reason(first)
            words = (*normalise(reading.facet).tokens, *_TOLD_AS.get(reading.facet, ()))
            part = self._passages.asked_for(first, words, conversation.last)
        return part

    def _reason(self, entry: str) -> str:
        """Return the sentences of an entry that give a reason; "" for a hand-off, which tells nothing of the guide."""
        return self._passages.reason(entry) if self._teller.kinds[entry] in GENERAL else ""

    def _read_as(self, reading: Reading, conversation: Conversation, *, has_part: bool) -> str:
        """Return the sentence that says how a follow-up was read, "" for a message that leans on nothing."""
        entry, sure = reading.decided.entries[0]
        is_by_topic = reading.decided.rule == ABOUT_THE_TOPIC
        is_guessed = not is_by_topic and entry == conversation.topic and not has_part
        is_asked_anew = is_guessed and not reading.facet and _stands_alone(reading.decided)
        if is_asked_anew and entry in conversation.shown:
            return ""  # to tell all of it again is no help: `telling` says that it comes nearest, and what is new
        return self._composer.read_as(
            reading.topic,
            reading.facet,
            entry,
            is_guessed=is_guessed,
            is_sure=is_by_topic and sure >= OVERRULES,
        )

    def miss(self, question: Question, decided: Decided, kind_word: str, conversation: Conversation) -> Turn:
        """Say honestly that there is nothing, and name what comes nearest; from the second time on, offer a person."""
        if introduced := introduction(question.tokens):
            words = sentences.WELCOME if introduced == "name" else sentences.GO_ON
            return self._teller.chat(words, conversation._replace(misses=0))
        is_told = decided.rule == ONLY_TELLS and not asks(question)
        reply = self._composer.miss(
            kind_word, conversation, self._near.under_a_refusal(decided), is_told=is_told
        )
        return self._teller.offer(reply, conversation, misses=conversation.misses + 1)


def _frightens(decided: Decided) -> bool:
    """Return whether what was decided would frighten somebody who is afraid, or is not surely what they mean."""
    entry, sure = best_of(decided)
    return entry == _FRIGHTENING or sure < STANDS_ALONE


def _asks_why(reading: Reading) -> bool:
    """Return whether a message asks the topic itself why it is so."""
    return reading.facet.startswith(_WHY) and reading.decided.entries[0][0] == reading.topic


def _stands_alone(decided: Decided) -> bool:
    """Return whether a message asks for its entry without leaning on the topic; then the entry is told whole again."""
    return decided.rule != ABOUT_THE_TOPIC and best_of(decided)[1] >= STANDS_ALONE


def _asks_for_one_end(words: Sequence[str], entry: Entry) -> bool:
    """Return whether one of the two figures that an answer begins with is given to some: "10 if it is easy"."""
    figures = {word for word in words if word.isdecimal()}
    if len(figures) != 1 or _GIVEN_TO.isdisjoint(words):
        return False
    told = {word for word in normalise(entry.short).tokens if word.isdecimal()}
    return len(told) == _BOTH_ENDS and figures < told


def _wants_it_whole(decided: Decided, question: Question) -> bool:
    """Return whether the whole answer is wanted, though it was told before: by one of its wordings, or with "again"."""
    is_wording = decided.matched is not None and decided.matched.is_exact
    return is_wording or not _ONCE_MORE.isdisjoint(question.tokens)
