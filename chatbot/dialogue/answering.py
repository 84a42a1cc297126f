"""A message that asks: answered, met with choices, or owned up to. With a kind word where the tone calls for one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from chatbot import sentences
from chatbot.conversation import Conversation
from chatbot.courtesy import all_courtesy, introduction, is_only_courtesy, no_farewell
from chatbot.decision import GENERAL, MOST_CHOICES, PERSONAL, STANDS_ALONE, Decided, decide
from chatbot.details import Details
from chatbot.dialogue.choosing import Chooser
from chatbot.dialogue.hearing import Hearing
from chatbot.dialogue.leftovers import Leftovers
from chatbot.dialogue.retelling import Reteller
from chatbot.dialogue.telling import DecidedTurn, Teller, Turn
from chatbot.follow_up import FollowUp
from chatbot.function_words import content_words, describes_one, points_back
from chatbot.kindness import LanguageSpotter, only_feels, tone_of
from chatbot.knowledge import Knowledge
from chatbot.leaning import ABOUT_THE_TOPIC, Leaning, after_the_same
from chatbot.matching import Matcher
from chatbot.normalise import Question, normalise, without_echoes
from chatbot.parts import asks, last_question
from chatbot.passages import Passages
from chatbot.readings import FOLLOW_UP, OVERRULES, Reading, best_of
from chatbot.remarks import complains_of_pain, tells_of_loss
from chatbot.reply import Reply
from chatbot.wordlist import WordList, asks_about_words

# How sure a message must be of the entry of a glossary word to be answered by it, rather than by the word's meaning:
# as sure as what stands alone. Chosen: 0.65 and 0.9 change none of the messages that `decision` names.
_SURE_OF_ENTRY = STANDS_ALONE
# A question of so few words that are many entries' gets choices rather than a refusal. Measured as in
# `decision`: with 1 one right fewer, with 3 no change.
_TOO_SHORT_WORDS = 2
# What is guessed next, when the answer was not meant, has at least this share of its score: a guess that is far
# from what was asked is worse than none. Chosen, not measured.
_NEAR_SCORE = 0.6
# Who only tells of fear or of being worn out is not told of risks, nor anything else that is not surely meant.
_CALMED = ("fear", "low")
_FRIGHTENING = "revision-risks"
# Who tells that it still hurts after an operation hears of the causes.
LASTING_PAIN = "why-pain-persists"


class Answerer:
    """Answers what is asked. Immutable, but for the words of titles that it remembers."""

    def __init__(
        self,
        knowledge: Knowledge,
        teller: Teller,
        matcher: Matcher,
        leaning: Leaning,
        chooser: Chooser,
        reteller: Reteller,
        word_list: WordList,
    ) -> None:
        """`chooser` knows what a title's words choose, `reteller` explains the words of the last answer."""
        self._teller = teller
        self._composer = teller.composer
        self._matcher = matcher
        self._leaning = leaning
        self._chooser = chooser
        self._reteller = reteller
        self._word_list = word_list
        self._details = Details(matcher, leaning.fragments, teller.kinds)
        self._hearing = Hearing(matcher, leaning, self._details, teller.kinds)
        self._spotter = LanguageSpotter(knowledge.languages)
        self._leftovers = Leftovers(teller, matcher)
        self._passages = Passages(teller.entries, matcher)
        self._title_words: frozenset[str] | None = None

    def answer(self, question: Question, conversation: Conversation) -> DecidedTurn:
        """Answer a message that steers nothing: what can be met without matching first, then what it asks."""
        met = self._met_without_deciding(question, conversation)
        if met is not None:
            turn, rule = met
            return turn, Decided(turn.reply.kind, rule=rule)
        question = without_echoes(question)
        reading = self._hearing.read(question, conversation)
        is_several = len(reading.decided.entries) > 1
        if not is_several and (rest := self._leftovers.answer(question, reading, conversation)):
            return rest, Decided("answer", rule="asks for what a list has beside what is ruled out")
        say = self._say_of_loss if tells_of_loss(question.tokens) else self._say
        return say(question, reading, conversation), reading.decided

    def answer_instead(
        self, question: Question, conversation: Conversation, *, is_again: bool = False
    ) -> DecidedTurn:
        """Answer what the patient meant, and not with the entry that was just turned down.

        But a detail that the answer left out is owned up to, for there is none that tells it; and what clearly asks
        for that very entry gets it again: the "no" was an answer, "No, I never had an MRI. What are my options?"
        """
        plain = decide(question, self._matcher, self._teller.kinds)
        missed = self._details.read(question, Reading(plain))
        if not missed.is_told:
            return self._say(question, missed, conversation._replace(pending="")), missed.decided
        named = self._hearing.named(question, conversation)
        carried = self._leaning.carried(named or best_of(plain)[0], question.tokens, conversation)
        if carried is not None:
            return self._say(question, carried, conversation._replace(pending="")), carried.decided
        if named and named not in (conversation.topic, best_of(plain)[0]):
            return self._teller.tell_one(named, conversation, question.tokens), None
        if turn := self._once_more(question, conversation, is_again=is_again):
            return turn, None
        if conversation.last is not None and conversation.last.answers:
            conversation = conversation.having_turned_down()
        asked = self._leaning.read_instead(question, conversation)
        picked = self._chooser.pick(question, conversation._replace(pending="choice")) if not asked else ""
        if picked and picked not in conversation.turned_down:
            return self._teller.tell_one(picked, conversation, question.tokens, is_chosen=True), None
        reading = self._details.read(question, Reading(self._decided_instead(question, conversation)))
        if asked and reading.is_told and best_of(reading.decided)[1] < OVERRULES:
            reading = asked
        if best_of(plain)[1] >= STANDS_ALONE > best_of(reading.decided)[1]:
            reading = missed
        return self._say(question, reading, conversation._replace(pending="")), reading.decided

    def _once_more(self, question: Question, conversation: Conversation, *, is_again: bool) -> Turn | None:
        """Answer a question that is put once more, with what it got before; None for any other."""
        topic, facet = conversation.topic, conversation.facet
        is_bare = not content_words(question.tokens)
        # "You did not say how many".
        if is_again and is_bare and self._leaning.fragments.is_gap(topic, facet):
            return self._teller.own_up(topic, facet, conversation)
        is_same = self._asks_the_same(question, conversation, is_again=is_again)
        return self._teller.tell_again(conversation) if is_same else None

    def _asks_the_same(self, question: Question, conversation: Conversation, *, is_again: bool) -> bool:
        """Return whether the question that led to the topic is put once more, in so many or fewer of its words.

        Who says that they ask again (`is_again`) and points back means the topic, where nothing else is found for it.
        """
        topic, tokens = conversation.topic, question.tokens
        if self._teller.kinds.get(topic) not in GENERAL:
            return False
        content = {*content_words(tokens)}
        before = next((words for entry, words in reversed(conversation.asked) if entry == topic), frozenset())
        if content and (content == before or (content <= before and points_back(tokens))):
            return True
        if not points_back(tokens):
            return False
        reading = self._leaning.read(question, conversation)
        entry, sure = best_of(reading.decided)
        return is_again and reading.is_told and entry == topic and sure >= FOLLOW_UP

    def _decided_instead(self, question: Question, conversation: Conversation) -> Decided:
        """Decide without what was turned down: on the words alone where they are clear, else beside the topic.

        What was turned down is a poor light to read by, but all there is for "no, the other kind".
        """
        kinds, down = self._teller.kinds, conversation.turned_down
        alone = decide(question, self._matcher, kinds, turned_down=down)
        topic = self._teller.entries.get(conversation.topic)
        is_clear = best_of(alone)[1] >= STANDS_ALONE and not describes_one(question.tokens)
        if topic is None or is_clear:
            return alone
        context = self._leaning.context(topic, conversation, question.tokens)
        return decide(question, self._matcher, kinds, context, turned_down=down)

    def answer_waiting(self, conversation: Conversation) -> Turn:
        """Answer the question that waited behind a safety card."""
        waiting = normalise(conversation.waiting)
        decided = decide(
            waiting, self._matcher, self._teller.kinds, follow_up=self._leaning.fragments.asked_for
        )
        following = conversation._replace(pending="", waiting="")
        if decided.kind == "answer":
            return self._say(waiting, Reading(decided), following)
        return self._miss(waiting, "", following)

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
        """Explain a word of the guide that is no entry of its own, or the hard words of the last answer."""
        if asks_about_words(question.tokens) and conversation.answered is not None:
            return self._reteller.explain_words(conversation), "asks about the hard words of the last answer"
        term = self._word_list.asked(question.tokens)
        if term is None:
            return None
        matched = self._matcher.match(question.tokens)
        if matched.is_exact or (matched.entry == term.entry and matched.confidence >= _SURE_OF_ENTRY):
            return None
        about = conversation._replace(topic=term.entry, topic_words=()) if term.entry else conversation
        turn = self._teller.offer(self._composer.meaning([term], about), about, misses=0)
        return turn, f"asks what a word of the word list means: {term.term}"

    # -- what was decided

    def _say_of_loss(self, question: Question, reading: Reading, conversation: Conversation) -> Turn:
        """Say that one is sorry to who tells that somebody died, before the answer where something is asked."""
        decided = reading.decided
        is_sure = decided.kind == "answer" and decided.entries[0][1] >= STANDS_ALONE
        if not is_sure and not asks(question):
            return self._teller.chat(sentences.LOSS_AND_ON, conversation._replace(misses=0))
        turn = self._say(question, reading, conversation)
        return turn._replace(reply=turn.reply._replace(lead=f"{sentences.LOSS} {turn.reply.lead}".strip()))

    def _say(self, question: Question, reading: Reading, conversation: Conversation) -> Turn:
        """Say what was decided; a feeling that stands alone, an insult and a farewell that is none come first."""
        tone = tone_of(question.tokens)
        kind_word = ""
        if tone != conversation.tone:
            kind_word = self._composer.tone(tone)
            conversation = conversation._replace(tone=tone)
        decided = reading.decided
        if tone == "insult":
            return self._teller.offer(self._composer.ask_anew(sentences.TONES[tone]), conversation)
        content = content_words(question.tokens)
        feels = tone and only_feels(content) and (decided.kind != "answer" or reading.topic)
        if feels or (tone in _CALMED and not asks(question) and _frightens(decided)):
            return self._teller.offer(self._composer.comfort(tone, kind_word, conversation), conversation)
        if decided.kind == "answer" and decided.entries[0][0] == "goodbye" and no_farewell(question.tokens):
            return self._no_goodbye(question, conversation)
        if decided.kind == "answer":
            return self._say_answer(question, reading, kind_word, conversation)
        choices = decided.choices or self._choices_for_little(decided, content)
        if choices and not (conversation.pending == "choice" and conversation.misses):
            reply = self._composer.clarify(choices, conversation, kind_word)
            return self._teller.offer(reply, conversation, "choice", misses=conversation.misses + 1)
        return self._miss(question, kind_word, conversation)

    def _no_goodbye(self, question: Question, conversation: Conversation) -> Turn:
        """Answer "so am I done then" and "I am so down", which only have the words of a farewell."""
        if no_farewell(question.tokens) == "asks" and PERSONAL in self._teller.entries:
            return self._teller.tell_one(PERSONAL, conversation, question.tokens)
        comfort = self._composer.comfort("low", self._composer.tone("low"), conversation)
        return self._teller.offer(comfort, conversation)

    def _say_answer(
        self, question: Question, reading: Reading, kind_word: str, conversation: Conversation
    ) -> Turn:
        """Tell what was decided, and how it was read where it leans on the topic, so that it can be taken back."""
        decided = reading.decided
        first = decided.entries[0][0]
        part = self._passages.asked_for(first, question.tokens, conversation.last)
        if not part and first == conversation.topic == reading.topic and reading.is_told:
            part = self._passages.asked_for(first, normalise(reading.facet).tokens, conversation.last)
        is_guessed = decided.rule != ABOUT_THE_TOPIC and first == conversation.topic and not part
        is_sure = decided.rule == ABOUT_THE_TOPIC and decided.entries[0][1] >= OVERRULES
        read_as = self._composer.read_as(
            reading.topic, reading.facet, first, is_guessed=is_guessed, is_sure=is_sure
        )
        compared = self._composer.fill(sentences.NOT_COMPARED) if decided.is_compared else ""
        lead = " ".join(filter(None, (kind_word, read_as, compared)))
        if not reading.is_told and self._teller.kinds[first] in GENERAL:
            turn = self._teller.own_up(reading.topic, reading.facet, conversation, kind_word, part)
        elif read_as and first == conversation.topic and (part or not _stands_alone(decided)):
            turn = self._teller.dwell(self._teller.entries[first], lead, conversation, part)
        else:
            turn = self._teller.tell(
                decided.entries,
                conversation,
                question.tokens,
                lead=lead,
                notes=[self._composer.fill(sentences.UNCOVERED, part=words) for words in decided.uncovered],
                is_chosen=bool(read_as),
                is_repeated=not read_as,
                part="" if read_as else part,
            )
        runners_up = [entry for entry in (*reading.otherwise, *_near(decided)) if entry != first]
        following = turn.conversation._replace(
            runners_up=tuple(dict.fromkeys(runners_up)),
            pending="reading" if read_as else "",
            facet=reading.facet,
        )
        return turn._replace(conversation=following)

    def _choices_for_little(self, decided: Decided, content: Sequence[str]) -> tuple[str, ...]:
        """Return choices for a word or two that many entries share ("surgery"), none for what is outside."""
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
        """Return the words of all titles; read when first needed, because most starts never are asked so little."""
        if self._title_words is None:
            titles = (normalise(entry.title).tokens for entry in self._teller.entries.values())
            self._title_words = frozenset(chain.from_iterable(titles))
        return self._title_words

    def _miss(self, question: Question, kind_word: str, conversation: Conversation) -> Turn:
        """Say honestly that there is nothing; from the second time in a row on, offer a person."""
        if introduced := introduction(question.tokens):
            words = sentences.WELCOME if introduced == "name" else sentences.GO_ON
            return self._teller.chat(words, conversation._replace(misses=0))
        reply = self._composer.miss(kind_word, conversation)
        return self._teller.offer(reply, conversation, misses=conversation.misses + 1)


def _frightens(decided: Decided) -> bool:
    """Return whether what was decided would frighten who is afraid, or is not surely what they speak of."""
    entry, sure = best_of(decided)
    return entry == _FRIGHTENING or sure < STANDS_ALONE


def _stands_alone(decided: Decided) -> bool:
    """Return whether a message asks for its entry by itself, without the topic: then it may come whole again."""
    return decided.rule != ABOUT_THE_TOPIC and best_of(decided)[1] >= STANDS_ALONE


def _near(decided: Decided) -> list[str]:
    """Return the runners-up that are near enough to the best to be guessed where it was not meant."""
    matches = decided.matched.ranking.matches if decided.matched else ()
    near = {match.entry for match in matches if match.score >= _NEAR_SCORE * matches[0].score}
    return [entry for entry in decided.runners_up if entry in near]
