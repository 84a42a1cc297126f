"""Turns a decision into what is said: an answer, a choice of entries, a kind word, or that there is no answer.

Which reading of a message counts was decided before; how an entry is told, and what is remembered of it, is for
`telling`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from chatbot.conversation import Conversation
from chatbot.decision import GENERAL, PERSONAL, STANDS_ALONE, Decided
from chatbot.dialogue.other_doctors import other_doctor
from chatbot.dialogue.passages import Passages
from chatbot.dialogue.telling import Teller
from chatbot.dialogue.turns import Manner, Turn
from chatbot.english.courtesy import introduction, no_farewell
from chatbot.english.function_words import content_words
from chatbot.english.kindness import only_feels, tone_of
from chatbot.knowledge import MOST_CHOICES, Entry
from chatbot.leaning import ABOUT_THE_TOPIC, ONLY_TELLS
from chatbot.leaning.three_readings import OVERRULES, Reading, best_of
from chatbot.matching import Matcher
from chatbot.normalise import Question, normalise
from chatbot.parts import asks
from chatbot.remarks import tells_of_loss
from chatbot.speaking import sentences

# A question of so few words that are many entries' gets choices rather than a refusal. Measured as in
# `decision`: with 1 one right fewer, with 3 no change.
_TOO_SHORT_WORDS = 2
# Where an answer was not meant, a runner-up is told next if it has at least this share of the answer's score: a guess
# that is far from what was asked is worse than none. Chosen, not measured.
_NEAR_SCORE = 0.6
# Under a refusal, the entries that come nearest are offered where the best one has at least the first of these chances;
# each of them has at least the second. Of 25 questions in scope without an answer, 13 find their entry there and 2 do
# not; 19 of 181 from outside are met with something near. The questions to begin with have the entry of 5 in 25.
_NEAR_CHANCE = 0.12
_LEAST_CHANCE = 0.04
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
    """Says what was decided. Immutable, but for the words of titles that it remembers."""

    def __init__(self, teller: Teller, matcher: Matcher) -> None:
        """`matcher` finds the sentences of an answer that speak of what is asked once more."""
        self._teller = teller
        self._composer = teller.composer
        self._matcher = matcher
        self._passages = Passages(teller.entries, matcher)
        self._title_words: frozenset[str] | None = None

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
        content = content_words(question.tokens)
        # "Should I worry about that" is a feeling in no other words than a question that has an answer.
        is_asked = bool(reading.facet) and asks(question)
        feels = tone and only_feels(content) and not is_asked and (decided.kind != "answer" or reading.topic)
        if feels or (tone in _CALMED and not asks(question) and _frightens(decided)):
            near = self._felt_about(decided)
            return self._teller.offer(
                self._composer.comfort(tone, kind_word, conversation, near), conversation
            )
        if decided.kind == "answer" and decided.entries[0][0] == "goodbye" and no_farewell(question.tokens):
            return self._no_goodbye(question, conversation)
        if decided.kind == "answer":
            return self._say_answer(question, reading, kind_word, conversation)
        choices = decided.choices or self._choices_for_little(decided, content)
        if choices and not (conversation.pending == "choice" and conversation.misses):
            reply = self._composer.clarify(choices, conversation, kind_word)
            return self._teller.offer(reply, conversation, "choice", misses=conversation.misses + 1)
        return self.miss(question, decided, kind_word, conversation)

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
        decided = reading.decided
        first = decided.entries[0][0]
        if first in conversation.shown and _asks_for_one_end(question.tokens, self._teller.entries[first]):
            facet = sentences.ONE_END
            reading = Reading(decided, first, facet, is_told=False)
        part = self._part_asked_for(question, reading, conversation)
        if not part and _asks_why(reading):
            reading = reading._replace(is_told=False)
        read_as = self._read_as(reading, conversation, has_part=bool(part))
        lead = self._lead(question, reading, (kind_word, read_as), conversation)
        if not reading.is_told and self._teller.kinds[first] in GENERAL:
            turn = self._teller.own_up(reading.topic, reading.facet, conversation, kind_word, part)
        elif read_as and first == conversation.topic and (part or not _stands_alone(decided)):
            turn = self._teller.dwell(self._teller.entries[first], lead, conversation, part)
        else:
            turn = self._teller.tell(
                decided.entries,
                conversation,
                question.tokens,
                Manner(
                    lead=lead,
                    notes=[
                        self._composer.fill(sentences.UNCOVERED, part=words) for words in decided.uncovered
                    ],
                    is_chosen=bool(read_as),
                    is_repeated=not read_as,
                    wants_whole=_wants_it_whole(decided, question),
                    part="" if read_as else part,
                ),
            )
        runners_up = [entry for entry in (*reading.otherwise, *_near(decided)) if entry != first]
        following = turn.conversation._replace(
            runners_up=tuple(dict.fromkeys(runners_up)),
            pending="reading" if read_as else "",
            facet=reading.facet,
        )
        return turn._replace(conversation=following)

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

    def _choices_for_little(self, decided: Decided, content: Sequence[str]) -> tuple[str, ...]:
        """Return choices for a message of one or two content words that many entries share, like "surgery".

        There are none where such a word is in no title and names nothing that the matcher knows, nor where the message
        is more like what the guide does not cover.
        """
        ranking = decided.matched.ranking if decided.matched else None
        if ranking is None or not 0 < len(content) <= _TOO_SHORT_WORDS:
            return ()
        if not (self._words_of_titles().issuperset(content) or ranking.concepts):
            return ()
        if not ranking.matches or ranking.is_outdone:
            return ()
        kinds = self._teller.kinds
        choices = [one.entry for one in ranking.matches if kinds[one.entry] in GENERAL]
        return tuple(choices[:MOST_CHOICES]) if len(choices) > 1 else ()

    def _words_of_titles(self) -> frozenset[str]:
        """Return the words of all titles, read when first needed: few messages are that short."""
        if self._title_words is None:
            titles = (normalise(entry.title).tokens for entry in self._teller.entries.values())
            self._title_words = frozenset(chain.from_iterable(titles))
        return self._title_words

    def miss(self, question: Question, decided: Decided, kind_word: str, conversation: Conversation) -> Turn:
        """Say honestly that there is nothing, and name what comes nearest; from the second time on, offer a person."""
        if introduced := introduction(question.tokens):
            words = sentences.WELCOME if introduced == "name" else sentences.GO_ON
            return self._teller.chat(words, conversation._replace(misses=0))
        is_told = decided.rule == ONLY_TELLS and not asks(question)
        reply = self._composer.miss(kind_word, conversation, self._nearest(decided), is_told=is_told)
        return self._teller.offer(reply, conversation, misses=conversation.misses + 1)

    def _nearest(self, decided: Decided) -> list[str]:
        """Return the entries that come near a message which nothing answers; none where even the best is unlikely."""
        matched = decided.matched
        if matched is None or matched.confidence < _NEAR_CHANCE:
            return []
        entries = [one.entry for one, chance in matched.with_chances() if chance >= _LEAST_CHANCE]
        return [entry for entry in entries if self._teller.kinds[entry] != "smalltalk"]


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


def _near(decided: Decided) -> list[str]:
    """Return the runners-up that are near enough to the best to be guessed next, where the best was not meant."""
    matches = decided.matched.ranking.matches if decided.matched else ()
    near = {match.entry for match in matches if match.score >= _NEAR_SCORE * matches[0].score}
    return [entry for entry in decided.runners_up if entry in near]
