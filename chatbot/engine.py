"""The whole program on one page: a message and a conversation in, a turn out.

    text -> normalise -> triage -> follow-up? -> match -> decide -> Reply

The engine reads no clock, file, stream or environment; `Chatbot.load` hands the folder to those who do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from chatbot import composing, safety
from chatbot.after_card import SETTLED, asked_instead, only_tells
from chatbot.composing import MOST_LISTED, Composer
from chatbot.conversation import Conversation, FollowUp, read_follow_up
from chatbot.courtesy import all_courtesy, introduction, is_only_courtesy, no_farewell
from chatbot.decision import ANSWER, GENERAL, MOST_CHOICES, PERSONAL, STANDS_ALONE, Decided, decide
from chatbot.function_words import FUNCTION_WORDS
from chatbot.kindness import LanguageSpotter, only_feels, tone_of
from chatbot.knowledge import Entry, Knowledge
from chatbot.leaning import ABOUT_THE_TOPIC, FOLLOW_UP, Leaning, Reading
from chatbot.matching import NO_CONTEXT, Context, Matcher
from chatbot.normalise import Question, forget_words, normalise
from chatbot.parts import asked_from, asks
from chatbot.remarks import complains_of_pain, tells_of_loss
from chatbot.reply import Reply, SafetyNote, Suggestion
from chatbot.safety.likeness import LIKENESS
from chatbot.wordlist import WordList, asks_about_words

if TYPE_CHECKING:
    from chatbot.opening import Folder

__all__ = ["Chatbot", "Conversation", "Explanation", "Turn"]

# How sure a few words must be of an offered entry to choose it; a glossary word of being an entry's question.
_PICK = 0.25
_SURE_OF_ENTRY = 0.8
_LONGEST_PICK_WORDS = 12
# A question of so few words that are many entries' gets choices rather than a refusal.
_TOO_SHORT_WORDS = 2
_NEXT_BEST_CONFIDENCE = 0.5
# The menu's heading over the entries that belong to no group.
_UNGROUPED = "Other questions"
# What is guessed next, when the answer was not meant, has at least this share of its score.
_NEAR_SCORE = 0.6
# Who tells that it still hurts after an operation hears of the causes. Remarks that an entry answers:
_LASTING_PAIN = "why-pain-persists"
_ENTRIES_FOR_REMARKS = {
    "lasting-pain": _LASTING_PAIN,
    "about-me": "who-are-you",
    "greeting": "greeting",
    "goodbye": "goodbye",
    "thanks": "thanks",
    "fault": "is-pain-a-failure",
    "dying": PERSONAL,
}
# Remarks to a crisis card: what is said to it, and what is as well said without one.
_REMARKS_TO_CARDS = {"kind": "thanks", "thanks": "thanks", "unheard": "unheard", "repeats": "unheard"}
_SAID_WITHOUT_CARD = frozenset("about-me greeting goodbye weak-english too-long history lasting-pain".split())
# Remarks that likeness to other messages says nothing about.
_SAID_OF_THE_TALK = frozenset("unheard repeats too-long weak-english about-me".split())
MOST_TERMS = 3
# Steering that is said to a card which was just shown, as it is and as what it means there.
_SAID_TO_CARDS = frozenset("yes no nod person drop not-that".split())
_SAID_TO_CARDS_AS = {"pause": "wait", "well": "over", "source": "must", "number": "must"}
# A message that is one of these says nothing else; what a rule of safety finds in it counts all the same.
_STEERS_ONLY = frozenset(
    "again simpler more back restart drop yes no nod choice no-choice all neither not-that person pause well source "
    "number".split()
)
_POINTING = frozenset("the that this".split())
_NOT_ONE_OF = frozenset("no any every some each only not".split())
# Small talk of more characters comes shorter when it was just said.
LONG_SMALLTALK = 120


class Turn(NamedTuple):
    """What is said to a message, and the conversation to hand back in with the next one."""

    reply: Reply
    conversation: Conversation


class Explanation(NamedTuple):
    """How a question was read and why it was answered so, as plain data for `why`."""

    question: Question
    finding: safety.Finding
    decided: Decided | None
    reply: Reply
    follow_up: str


class _Read(NamedTuple):
    """How a message was read: `decided` is None where nothing was matched."""

    question: Question
    finding: safety.Finding
    decided: Decided | None
    follow_up: FollowUp


class Chatbot:
    """A knowledge base that can be asked. Immutable but for what it remembers of words: share it between threads."""

    def __init__(
        self,
        knowledge: Knowledge,
        matcher: Matcher,
        follow_ups: Callable[[], Matcher],
        rules: safety.SafetyRules,
    ) -> None:
        """Use `load`. `follow_ups` tells what a message that leans on an answer asks for."""
        self.knowledge = knowledge
        self._matcher = matcher
        self._leaning = Leaning(knowledge, matcher, follow_ups)
        self._rules = rules
        self._title_words: frozenset[str] | None = None
        self._composer = Composer(knowledge)
        self._spotter = LanguageSpotter(knowledge.languages)
        self._word_list = WordList(knowledge.glossary)
        self._entries = {entry.id: entry for entry in knowledge.entries}
        self._kinds = {entry.id: entry.kind for entry in knowledge.entries}

    @classmethod
    def load(cls, folder: Folder | None = None, *, for_one_question: bool = False) -> Chatbot:
        """Return the chatbot of a knowledge base: the built-in one, or the folder's (a text or a Path).

        With `for_one_question` it stays packed: ready sooner, but slower to answer the first ones. Raises
        KnowledgeError, which lists every problem with its place, and TypeError for what is no folder's name.
        """
        from chatbot.opening import open_knowledge  # noqa: PLC0415 - reads files; the engine itself never does

        bot = cls(*open_knowledge(folder))
        if not for_one_question:
            bot.unpack()
        return bot

    def unpack(self) -> None:
        """Look up ahead what questions will ask for (0.2 to 0.4 s), so that none of many has to wait for it."""
        self._matcher.unpack()
        self._leaning.unpack()
        self._rules = self._rules.unpacked()

    def forget_words(self) -> None:
        """Forget the words of all messages, which are remembered one by one to be read faster the next time."""
        forget_words()
        self._matcher.forget_words()
        self._leaning.forget_words()
        self._rules.forget_words()

    def ask(self, text: str, conversation: Conversation | None = None) -> Turn:
        """Answer a message. Never raises, for any text; does no input or output."""
        turn, _ = self._ask(text, conversation or Conversation())
        return turn

    def show(self, entry: str, conversation: Conversation | None = None) -> Turn:
        """Answer as if the patient had chosen this entry. Raises KeyError for an id that is not there.

        The ids are those of `topics`, of `answers` and of `suggestions`.
        """
        if entry not in self._entries:
            raise KeyError(entry)
        conversation = conversation or Conversation()
        return self._closed(self._tell([(entry, 1.0)], conversation), safety.NOTHING, conversation)

    def explain(self, text: str, conversation: Conversation | None = None) -> Explanation:
        """Return how a message is read and what decides, for staff."""
        conversation = conversation or Conversation()
        turn, read = self._ask(text, conversation)
        return Explanation(read.question, read.finding, read.decided, turn.reply, read.follow_up.steer)

    def topics(self) -> list[tuple[str, list[Suggestion]]]:
        """Return the menu: groups with their entries' titles, without small talk; last what is in no group."""
        entries: dict[str, list[Suggestion]] = {group.id: [] for group in self.knowledge.groups}
        ungrouped: list[Suggestion] = []
        for one in self.knowledge.entries:
            if one.kind != "smalltalk":
                entries.get(one.group, ungrouped).append(Suggestion(one.id, one.title))
        menu = [(group.title, entries[group.id]) for group in self.knowledge.groups]
        return [(title, listed) for title, listed in (*menu, (_UNGROUPED, ungrouped)) if listed]

    def _ask(self, text: str, conversation: Conversation) -> tuple[Turn, _Read]:
        question = normalise(text)
        follow_up = read_follow_up(question, conversation)
        finding = self._triaged(question, follow_up, conversation)
        if not _only_steers(follow_up):
            earlier = safety.remembered(question, finding, conversation.earlier)
            conversation = conversation._replace(earlier=earlier)
        start = asked_instead(question.tokens) if conversation.level == "crisis" else 0
        if start and finding.signs == (LIKENESS,):
            rest = safety.triage(_from(question, start), self._rules)
            if rest.level == "none":
                finding, follow_up = rest, FollowUp("question", start=start)
        if finding.level != "none" and not (_only_steers(follow_up) and LIKENESS in finding.signs):
            turn = self._alarm(question, finding, conversation)
            return turn, _Read(question, finding, None, FollowUp("question"))
        decided = None
        asked = _from(question, follow_up.start)
        if said := _said_to_card(follow_up, question, conversation):
            turn = self._after_card(said, conversation)
        elif follow_up.steer in ("pause", "well", "source", "number"):
            turn = self._small_reply(follow_up.steer, conversation)
        elif follow_up.steer == "remark":
            turn, decided = self._remark(question, follow_up, conversation)
        elif follow_up.steer == "question":
            turn, decided = self._answer(asked, conversation)
        elif follow_up.steer == "instead":
            turn, decided = self._answer_instead(asked, conversation)
        else:
            turn = self._steer(follow_up, conversation)
        if question.is_cut:
            turn = turn._replace(reply=composing.told_as_cut(turn.reply))
        is_empty = not question.words
        turn = self._closed(turn, finding, conversation, is_empty=is_empty)
        return turn, _Read(question, finding, decided, follow_up)

    def _closed(
        self, turn: Turn, finding: safety.Finding, before: Conversation, *, is_empty: bool = False
    ) -> Turn:
        """Return a turn without a card of its own as it is handed out: with the quiet lines, finished.

        `before` is the conversation up to then. Only an empty message leaves the hint that empty ones get.
        """
        if not is_empty:
            turn = turn._replace(conversation=turn.conversation._replace(is_hinted=False))
        return self._finished(self._with_quiet_lines(turn, finding, before))

    # -- safety

    def _triaged(self, question: Question, follow_up: FollowUp, conversation: Conversation) -> safety.Finding:
        """Return what the triage finds in a message, the short ones before it included.

        A bare yes that answers which of some choices is meant says nothing of the quiet line beside them.
        """
        finding = safety.triage(question, self._rules)
        if follow_up.steer == "yes" and conversation.pending in ("choice", "reading"):
            return finding
        return safety.told_in_pieces(question, finding, conversation.earlier, self._rules)

    def _alarm(self, question: Question, finding: safety.Finding, conversation: Conversation) -> Turn:
        """Show the card first; an urgent message's own question may be answered below it."""
        card = safety.card(finding, self._rules, self.knowledge.clinic)
        level = min(finding.level, conversation.level or "none", key=safety.SERIOUS.__getitem__)
        note = SafetyNote(finding.level, card)  # type: ignore[arg-type]
        reply = Reply("safety", safety=note, notes=(composing.WHAT_NOW,))
        following = conversation._replace(
            level=level, pending="card", waiting="", misses=0, card=self._composer.finish(reply)
        )
        asked, told = self._asked_beside(question, finding)
        if told and finding.level == "urgent":
            below, following = self._tell(told, following, question.tokens)
            reply = reply._replace(
                answers=below.answers, suggestions=below.suggestions, consultation=below.consultation
            )
            following = following._replace(pending="card")
        elif told:
            following = following._replace(waiting=asked)
            reply = reply._replace(notes=(f"{composing.WAITING}. {composing.WHAT_NOW}",))
        if question.is_cut and finding.level == "urgent":  # nothing is asked of the patient beside 911 or 988
            reply = composing.told_as_cut(reply)
        return self._finished(Turn(reply, following))

    def _asked_beside(
        self, question: Question, finding: safety.Finding
    ) -> tuple[str, tuple[tuple[str, float], ...]]:
        """Return the question that a message asks beside its sign, and what answers it; ("", ()) for none.

        An emergency or a crisis that only tells asks nothing, whatever it is like.
        """
        start = asked_from(question)
        if start is not None or finding.level == "urgent":
            for asked in (question, _from(question, start)) if start else (question,):
                decided = decide(asked, self._matcher, self._kinds, follow_up=self._leaning.asked_for)
                told = tuple(one for one in decided.entries if self._kinds[one[0]] != "smalltalk")
                if told:
                    return asked.text, told
        return "", ()

    def _with_quiet_lines(self, turn: Turn, finding: safety.Finding, conversation: Conversation) -> Turn:
        """Add the quiet line of a message that only talks about a sign, and the line that stays after a card."""
        if turn.reply.safety:  # a card that is shown again says it all
            return turn
        notes = list(turn.reply.notes)
        if finding.is_about and turn.reply.kind != "smalltalk":
            notes.append(safety.quiet_line(finding, self._rules, self.knowledge.clinic))
        if conversation.level:
            notes.append(safety.standing_line(conversation.level, self._rules, self.knowledge.clinic))
        notes = [note for note in notes if note]
        return turn._replace(reply=turn.reply._replace(notes=tuple(notes)))

    # -- answering

    def _answer(self, question: Question, conversation: Conversation) -> tuple[Turn, Decided | None]:
        if not question.words:
            return self._empty(conversation), None
        language = self._spotter.language_of(question)
        if language is not None:
            return self._said(Reply("unknown", lead=language.sentence), conversation), None
        tokens = question.tokens
        if is_only_courtesy(tokens) and not all_courtesy(tokens) and not self._matcher.match(tokens).is_exact:
            return self._chat(composing.NOTHING_PENDING, conversation), None
        goes_on = _was_told_to_go_on(conversation) and complains_of_pain(tokens)
        picked = _LASTING_PAIN if goes_on and _LASTING_PAIN in self._entries else ""
        picked = picked or self._pick(question, conversation)
        if picked:
            return self._tell([(picked, 1.0)], conversation, question.tokens, is_chosen=True), None
        defined = self._define(question, conversation)
        if defined is not None:
            return defined, None
        reading = self._leaning.read(question, conversation)
        say = self._say_of_loss if tells_of_loss(tokens) else self._say
        return say(question, reading, conversation), reading.decided

    def _say_of_loss(self, question: Question, reading: Reading, conversation: Conversation) -> Turn:
        """Say that one is sorry to who tells that somebody died, before the answer where something is asked."""
        decided = reading.decided
        is_sure = decided.kind == "answer" and decided.entries[0][1] >= STANDS_ALONE
        if not is_sure and not asks(question):
            return self._chat(composing.LOSS_AND_ON, conversation._replace(misses=0))
        turn = self._say(question, reading, conversation)
        return turn._replace(reply=turn.reply._replace(lead=f"{composing.LOSS} {turn.reply.lead}".strip()))

    def _say(self, question: Question, reading: Reading, conversation: Conversation) -> Turn:
        tone = tone_of(question.tokens)
        kind_word = self._composer.tone(tone) if tone != conversation.tone else ""
        conversation = conversation._replace(tone=tone)
        decided = reading.decided
        if tone == "insult":
            return self._offer(self._composer.ask_anew(composing.TONES[tone]), conversation)
        content = [word for word in question.tokens if word not in FUNCTION_WORDS]
        if tone and only_feels(content) and (decided.kind != "answer" or reading.topic):
            return self._offer(self._composer.comfort(tone, kind_word, conversation), conversation)
        if decided.kind == "answer" and decided.entries[0][0] == "goodbye" and no_farewell(question.tokens):
            return self._no_goodbye(question, conversation)
        if decided.kind == "answer":
            return self._say_answer(question, reading, kind_word, conversation)
        choices = decided.choices or self._choices_for_little(decided, content)
        if choices and not (conversation.pending == "choice" and conversation.misses):
            reply = self._composer.clarify(choices, conversation, kind_word)
            return self._offer(reply, conversation, "choice", misses=conversation.misses + 1)
        return self._miss(question, kind_word, conversation)

    def _no_goodbye(self, question: Question, conversation: Conversation) -> Turn:
        """Answer "so am I done then" and "I am so down", which only have the words of a farewell."""
        if no_farewell(question.tokens) == "asks" and PERSONAL in self._entries:
            return self._tell([(PERSONAL, 1.0)], conversation, question.tokens)
        return self._offer(
            self._composer.comfort("low", self._composer.tone("low"), conversation), conversation
        )

    def _say_answer(
        self, question: Question, reading: Reading, kind_word: str, conversation: Conversation
    ) -> Turn:
        decided = reading.decided
        first = decided.entries[0][0]
        is_guessed = decided.rule != ABOUT_THE_TOPIC and first == conversation.topic
        read_as = self._composer.read_as(reading.topic, reading.facet, first, is_guessed=is_guessed)
        notes = [self._composer.fill(composing.UNCOVERED, part=part) for part in decided.uncovered]
        if not reading.is_told and self._kinds[first] in GENERAL:
            turn = self._own_up(reading, kind_word, conversation)
        elif read_as and first == conversation.topic:
            turn = self._dwell(self._entries[first], f"{kind_word} {read_as}".strip(), conversation)
        else:
            turn = self._tell(
                decided.entries,
                conversation,
                question.tokens,
                lead=f"{kind_word} {read_as}".strip(),
                notes=notes,
                is_chosen=bool(read_as),
                is_repeated=not read_as,
            )
        runners_up = [entry for entry in (*reading.otherwise, *_near(decided)) if entry != first]
        following = turn.conversation._replace(
            runners_up=tuple(dict.fromkeys(runners_up)), pending="reading" if read_as else ""
        )
        return turn._replace(conversation=following)

    def _choices_for_little(self, decided: Decided, content: Sequence[str]) -> tuple[str, ...]:
        """Return choices for a word or two that many entries share ("surgery"), none for what is outside."""
        ranking = decided.matched.ranking if decided.matched else None
        if ranking is None or not 0 < len(content) <= _TOO_SHORT_WORDS:
            return ()
        if not (self._words_of_titles().issuperset(content) or ranking.concepts):
            return ()
        if not ranking.matches or ranking.outside > ranking.matches[0].score:
            return ()
        choices = [one.entry for one in ranking.matches if self._kinds[one.entry] in ("faq", "topic")]
        return tuple(choices[:MOST_CHOICES]) if len(choices) > 1 else ()

    def _words_of_titles(self) -> frozenset[str]:
        """Return the words of all titles; read when first needed, because most starts never are asked so little."""
        if self._title_words is None:
            titles = (normalise(entry.title).tokens for entry in self.knowledge.entries)
            self._title_words = frozenset(chain.from_iterable(titles))
        return self._title_words

    def _miss(self, question: Question, kind_word: str, conversation: Conversation) -> Turn:
        """Say honestly that there is nothing; from the second time in a row on, offer a person."""
        if introduced := introduction(question.tokens):
            words = composing.WELCOME if introduced == "name" else composing.GO_ON
            return self._chat(words, conversation._replace(misses=0))
        reply = self._composer.miss(kind_word, conversation)
        return self._offer(reply, conversation, misses=conversation.misses + 1)

    def _tell(
        self,
        entries: Sequence[tuple[str, float]],
        conversation: Conversation,
        words: Sequence[str] = (),
        *,
        lead: str = "",
        notes: Sequence[str] = (),
        is_chosen: bool = False,
        is_repeated: bool = False,
    ) -> Turn:
        """Answer with these entries, remembering them.

        What was answered before comes shorter; with `is_repeated` a person is offered, for it was asked again.
        `is_chosen`: picked from a list or read in its light, so that "the next one" still counts in it.
        """
        ids = [entry for entry, _ in entries]
        if self._kinds[ids[0]] == "smalltalk":
            before = conversation.last.answers if conversation.last else ()
            shorter = [
                answer.entry for answer in before if len(self._entries[answer.entry].text) > LONG_SMALLTALK
            ]
            reply = self._composer.answers(entries, conversation, lead=lead, notes=notes, shorter=shorter)
            following = conversation._replace(pending="", misses=0)
            return Turn(reply, following._replace(offered=_ids(reply.suggestions) or conversation.offered))
        content = [word for word in words if word not in FUNCTION_WORDS]
        told = [
            entry for entry in ids if entry in conversation.told and conversation.was_asked(entry, content)
        ]
        if is_repeated and (again := self._again(entries[0], is_shorter=ids[0] in told, before=conversation)):
            lead = f"{lead} {self._composer.fill(again)}".strip()
        reply = self._composer.answers(entries, conversation, lead=lead, notes=notes, shorter=told)
        listed = conversation.listed if is_chosen else ()
        if words:
            conversation = conversation.having_asked(ids[0], content)
        following = conversation.having_told(ids)._replace(
            topic_words=tuple(words),
            offered=_ids(reply.suggestions),
            listed=_ids(reply.suggestions) if self._entries[ids[0]].parts else listed,
            pending="",
            waiting="",
            misses=0,
            runners_up=(),
            consultation=self._composer.full_consultation(ids[0]),
            answered=reply,
        )
        return Turn(reply, following)

    def _again(self, entry: tuple[str, float], *, is_shorter: bool, before: Conversation) -> str:
        """Return what is said to an answer that comes once more, "" for nothing.

        Much the same was asked: it comes shorter, and a person is offered. Something else was asked that is not
        surely this, and it was the last answer: that is said. A hand-off fits many questions, and says so itself.
        """
        entry_id, sure = entry
        is_on_screen = before.last is not None and entry_id in [one.entry for one in before.last.answers]
        if self._kinds[entry_id] == "handoff":
            return ""
        if is_shorter:
            return composing.AGAIN_SHORTER
        return composing.AGAIN_OTHERWISE if is_on_screen and sure < STANDS_ALONE else ""

    def _own_up(self, reading: Reading, kind_word: str, conversation: Conversation) -> Turn:
        """Say that the guide does not tell what is asked about the topic, and in a sentence what it does."""
        lead = f"{kind_word} {self._composer.not_told(reading.topic, reading.facet)}".strip()
        reply = self._composer.answers(
            [(reading.topic, 1.0)], conversation, lead=lead, shorter=[reading.topic]
        )
        following = conversation._replace(
            offered=_ids(reply.suggestions) or conversation.offered, waiting="", misses=0, answered=reply
        )
        return Turn(reply._replace(kind="handoff"), following)

    def _dwell(self, entry: Entry, lead: str, conversation: Conversation) -> Turn:
        """Answer what is asked about the topic itself: with what more there is, else shorter than before."""
        turn = self._tell([(entry.id, 1.0)], conversation, lead=lead)
        shown = conversation.answered.answers[0].text if conversation.answered else ""
        answer = turn.reply.answers[0]
        if entry.more and shown != entry.more and not entry.parts:
            answer = answer._replace(text=entry.more, more="")
        else:
            answer = answer._replace(text=entry.short or answer.text)
        reply = turn.reply._replace(answers=(answer,), notes=(self._composer.fill(composing.NO_MORE),))
        return Turn(reply, turn.conversation._replace(answered=reply))

    def _finished(self, turn: Turn) -> Turn:
        """Give the reply its spoken text, once, and remember it.

        After an emergency or a crisis, nothing points to a visit for the rest of the conversation.
        """
        reply = turn.reply
        if turn.conversation.level in ("emergency", "crisis"):
            reply = reply._replace(consultation=None)
        reply = self._composer.finish(reply)
        return Turn(reply, turn.conversation._replace(last=reply))

    def _offer(
        self, reply: Reply, conversation: Conversation, pending: str = "", *, misses: int | None = None
    ) -> Turn:
        """Say something that answers nothing but offers what to ask."""
        following = conversation._replace(
            offered=_ids(reply.suggestions) or conversation.offered,
            listed=() if reply.suggestions else conversation.listed,
            pending=pending,
            waiting="",
            misses=conversation.misses if misses is None else misses,
            consultation=self._composer.consultation_given(reply, conversation),
        )
        return Turn(reply, following)

    def _said(self, reply: Reply, conversation: Conversation) -> Turn:
        return Turn(reply, conversation._replace(pending="", waiting=""))

    def _plain(self, words: str, conversation: Conversation) -> Turn:
        """Say that there is no answer: kind "unknown", which callers count as a gap."""
        return self._said(Reply("unknown", lead=self._composer.fill(words)), conversation)

    def _chat(self, words: str, conversation: Conversation) -> Turn:
        """Say something about the talk itself: kind "smalltalk", for nothing of the knowledge base was asked."""
        return self._said(Reply("smalltalk", lead=self._composer.fill(words)), conversation)

    def _empty(self, conversation: Conversation) -> Turn:
        """Give one hint for an empty line, leaving what is offered; for more of them nothing new is said."""
        if conversation.is_hinted:
            return Turn(Reply("smalltalk"), conversation)
        reply = self._composer.ask_anew(composing.EMPTY, "smalltalk")
        if conversation.offered:
            reply = reply._replace(suggestions=self._composer.choices(conversation.offered))
        following = conversation._replace(offered=_ids(reply.suggestions), is_hinted=True)
        return Turn(reply, following)

    def _define(self, question: Question, conversation: Conversation) -> Turn | None:
        """Explain a word of the guide that is no entry of its own, or the hard words of the last answer."""
        if asks_about_words(question.tokens) and conversation.answered is not None:
            return self._explain_words(conversation)
        term = self._word_list.asked(question.tokens)
        if term is None:
            return None
        matched = self._matcher.match(question.tokens)
        if matched.is_exact or (matched.entry == term.entry and matched.confidence >= _SURE_OF_ENTRY):
            return None
        about = conversation._replace(topic=term.entry, topic_words=()) if term.entry else conversation
        return self._offer(self._composer.meaning([term], about), about, misses=0)

    def _explain_words(self, conversation: Conversation) -> Turn:
        answered = conversation.answered.answers if conversation.answered else ()
        terms = self._word_list.terms_in(" ".join(answer.text for answer in answered))
        if not terms:
            return self._chat(composing.NO_HARD_WORDS, conversation)
        return self._offer(self._composer.meaning(terms[:MOST_TERMS], conversation), conversation)

    def _pick(self, question: Question, conversation: Conversation) -> str:
        """Return the offered entry that a few words of its title name ("the nerve one"), "" when none does."""
        words = [word for word in question.tokens if word not in FUNCTION_WORDS]
        names_one = _names_one(question.tokens) or conversation.pending == "choice"
        if not words or len(question.tokens) > _LONGEST_PICK_WORDS or not names_one:
            return ""
        offered = conversation.listed or conversation.offered
        named = [entry for entry in offered if _names(self._entries[entry].title, words)]
        if len(named) == 1:
            return named[0]
        whole = self._matcher.match(question.tokens)
        if whole.entry in offered and whole.confidence >= _PICK:
            return whole.entry
        if whole.confidence >= ANSWER and "one" not in question.tokens:
            return ""
        matched = self._matcher.match(words, Context(related=offered))
        return matched.entry if matched.entry in offered and matched.confidence >= _PICK else ""

    # -- steering

    def _answer_instead(self, question: Question, conversation: Conversation) -> tuple[Turn, Decided | None]:
        """Answer what the patient meant, never with the entry that was just turned down."""
        if conversation.last is not None and conversation.last.answers:
            conversation = conversation.having_turned_down()
        down = conversation.turned_down
        picked = self._pick(question, conversation._replace(pending="choice"))
        if picked and picked not in down:
            return self._tell([(picked, 1.0)], conversation, question.tokens, is_chosen=True), None
        topic = self._entries.get(conversation.topic)
        context = self._leaning.context(topic, conversation, question.tokens) if topic else NO_CONTEXT
        decided = decide(question, self._matcher, self._kinds, context, turned_down=down)
        turn = self._say(question, Reading(decided), conversation._replace(pending=""))
        return turn, decided

    def _steer(self, follow_up: FollowUp, conversation: Conversation) -> Turn:
        steer = follow_up.steer
        if steer in ("choice", "about-choice", "no-choice", "other", "all"):
            return self._choose(follow_up, conversation)
        if steer in ("again", "simpler", "more"):
            return self._retell(steer, conversation)
        if steer in ("yes", "no", "nod"):
            return self._bare(steer, conversation)
        if steer == "back":
            return self._back(conversation)
        if steer == "not-that":
            return self._next_best(conversation)
        return self._close(steer, conversation)

    def _after_card(self, said: str, conversation: Conversation) -> Turn:
        """Answer what is said to a safety card, kindly and in a sentence; or show the card again.

        It stays what is talked about, until it is taken back or something else is asked.
        """
        words = {"emergency": composing.AFTER_EMERGENCY, "crisis": composing.AFTER_CRISIS}.get(
            conversation.card_level, composing.AFTER_URGENT
        )
        if said in words:
            pending = "" if words[said] == composing.TAKEN_BACK else "card"
            reply = Reply("smalltalk", lead=self._composer.fill(words[said]))
            return Turn(reply, conversation._replace(pending=pending, waiting=""))
        if said == "person" or conversation.card is None:
            return self._close(said, conversation)
        return Turn(conversation.card._replace(lead=composing.CARD_AGAIN.get(said, "")), conversation)

    def _small_reply(self, steer: str, conversation: Conversation) -> Turn:
        """Answer what is said about the talk itself, leaving what was offered."""
        words = {"pause": composing.PAUSE, "well": composing.WELL, "number": composing.NO_FIGURE}
        if steer == "source":
            source = conversation.answered.answers[0].source if conversation.answered else ""
            lead = self._composer.fill(composing.FROM_GUIDE, title=source)
            return self._said(Reply("smalltalk", lead=lead), conversation)
        return self._chat(words[steer], conversation)

    def _remark(
        self, question: Question, remark: FollowUp, conversation: Conversation
    ) -> tuple[Turn, Decided | None]:
        """Answer what asks nothing: kindly, in a sentence, and without a word about a visit.

        Who tells of an operation and of pain that stayed has asked why, if not in so many words. A story with a word
        that an entry speaks of is read as a question, and so is what the knowledge base has no entry for.
        """
        kind = remark.said
        entry = _ENTRIES_FOR_REMARKS.get(kind, "")
        matched = self._matcher.match(question.tokens)
        is_about_more = remark.words and self._matcher.match(remark.words).confidence >= ANSWER
        # A wording of the knowledge base reaches its entry, whatever it sounds like.
        if is_about_more or matched.is_exact or (entry and entry not in self._entries):
            return self._answer(question, conversation)
        if kind == "kind" and matched.entry == "thanks" and matched.confidence >= ANSWER:
            entry = "thanks"
        conversation = conversation._replace(misses=0)
        if entry:
            lead = self._composer.fill(composing.REMARK_LEADS.get(kind, ""))
            return self._tell([(entry, 1.0)], conversation, question.tokens, lead=lead), None
        if kind == "fear":
            kind_word = self._composer.tone("fear") if conversation.tone != "fear" else ""
            afraid = conversation._replace(tone="fear")
            return self._offer(self._composer.comfort("fear", kind_word, afraid), afraid), None
        if kind == "too-long":
            return self._shorter(conversation), None
        words = composing.REMARKS[kind]
        if words == composing.GO_ON and _was_told_to_go_on(conversation):
            words = composing.GO_ON_STILL
        return self._chat(words, conversation), None

    def _shorter(self, conversation: Conversation) -> Turn:
        """Say the last answer in one sentence, to who finds it too long."""
        if conversation.answered is None:
            return self._chat(composing.TOO_LONG_NOTHING, conversation)
        answers = conversation.answered.answers
        if any(answer.text != answer.short and answer.short for answer in answers):
            return self._retell("simpler", conversation)
        return self._chat(composing.REMARKS["too-long"], conversation)

    def _close(self, steer: str, conversation: Conversation) -> Turn:
        """Leave what was pending: for a person, for a fresh start, or for whatever comes next."""
        if steer == "person" or (steer == "neither" and conversation.offered):
            say = self._chat if steer == "person" else self._plain
            return say(composing.PERSON if steer == "person" else composing.NEITHER, conversation)
        if steer != "restart":
            return self._chat(composing.DROPPED, conversation)
        fresh = Conversation(level=conversation.level)
        return self._offer(self._composer.ask_anew(composing.RESTARTED, "smalltalk"), fresh)

    def _choose(self, follow_up: FollowUp, conversation: Conversation) -> Turn:
        if follow_up.steer == "all":
            return self._tell([(entry, 1.0) for entry in conversation.offered], conversation, is_chosen=True)
        if follow_up.steer == "no-choice":
            reply = self._composer.no_choice(follow_up.number, conversation)
            return self._offer(reply, conversation, conversation.pending)
        if follow_up.steer == "about-choice":
            return self._tell_about(follow_up, conversation)
        if follow_up.steer == "other":
            return self._other(conversation)
        turn = self._tell([(follow_up.entry, 1.0)], conversation, is_chosen=True)
        if conversation.pending != "choice":
            return turn
        # So that "no, the other one" and "the third" still count in what there was to choose from.
        return turn._replace(conversation=turn.conversation._replace(listed=conversation.offered))

    def _other(self, conversation: Conversation) -> Turn:
        """Answer "the other one": with the one choice that is left, else with those that are left to choose from."""
        screen = conversation.listed or conversation.offered
        left = [entry for entry in screen if entry != conversation.topic]
        if len(left) == 1 and conversation.topic in screen:
            return self._tell([(left[0], 1.0)], conversation, is_chosen=True)
        if not left:
            return self._next_best(conversation)
        reply = self._composer.clarify(left[:MOST_LISTED], conversation, lead=composing.WHICH)
        return self._offer(reply, conversation, "choice")

    def _tell_about(self, follow_up: FollowUp, conversation: Conversation) -> Turn:
        """Answer a question about an entry of the list ("how is the second one treated")."""
        asked = self._leaning.asked_after(follow_up.entry, follow_up.words)
        if asked is None or asked.confidence < FOLLOW_UP or asked.entry == follow_up.entry:
            return self._tell([(follow_up.entry, 1.0)], conversation, is_chosen=True)
        lead = self._composer.read_as(follow_up.entry, asked.facet, asked.entry)
        turn = self._tell([(asked.entry, asked.confidence)], conversation, follow_up.words, lead=lead)
        following = turn.conversation._replace(
            listed=conversation.listed or conversation.offered,
            runners_up=(follow_up.entry,),
            pending="reading",
        )
        return turn._replace(conversation=following)

    def _bare(self, steer: str, conversation: Conversation) -> Turn:
        """Answer a bare yes or no, which means something only while something is pending."""
        if steer == "nod":
            return self._chat(composing.NOD if conversation.last else composing.NOTHING_PENDING, conversation)
        if conversation.pending == "card" and conversation.waiting and steer == "yes":
            return self._answer_waiting(conversation)
        if conversation.pending == "choice":
            return self._bare_choice(steer, conversation)
        if conversation.pending == "reading":
            return (
                self._chat(composing.NOD, conversation) if steer == "yes" else self._next_best(conversation)
            )
        return self._chat(composing.NOTHING_PENDING if steer == "yes" else composing.DROPPED, conversation)

    def _answer_waiting(self, conversation: Conversation) -> Turn:
        """Answer the question that waited behind a safety card."""
        waiting = normalise(conversation.waiting)
        decided = decide(waiting, self._matcher, self._kinds, follow_up=self._leaning.asked_for)
        following = conversation._replace(pending="", waiting="")
        if decided.kind == "answer":
            return self._say(waiting, Reading(decided), following)
        return self._miss(waiting, "", following)

    def _bare_choice(self, steer: str, conversation: Conversation) -> Turn:
        """Answer a bare yes or no to a question which of the offered is meant."""
        if steer == "no":
            return self._plain(composing.NEITHER, conversation)
        if len(conversation.offered) == 1:
            return self._tell([(conversation.offered[0], 1.0)], conversation)
        reply = self._composer.clarify(conversation.offered, conversation, lead=composing.WHICH)
        return self._offer(reply, conversation, "choice")

    def _back(self, conversation: Conversation) -> Turn:
        if not conversation.trail:
            return self._chat(composing.NO_BACK, conversation)
        turn = self._tell([(conversation.trail[-1], 1.0)], conversation, lead=composing.BACK)
        return turn._replace(conversation=turn.conversation._replace(trail=conversation.trail[:-1]))

    def _retell(self, steer: str, conversation: Conversation) -> Turn:
        """Say the last answer again, simpler, or with what more there is."""
        last, answered = conversation.last, conversation.answered
        if last is not None and (
            (last.safety and not last.answers) or (last.kind == "clarify" and steer == "again")
        ):
            return Turn(last, conversation)
        if last is None or answered is None:
            return self._chat(composing.NOTHING_PENDING, conversation)
        if steer == "simpler" or (steer == "again" and last.lead == composing.AGAIN):
            return self._simpler(answered, last, conversation)
        if steer == "again":
            short = self._composer.short_consultation(answered)
            return self._said(
                answered._replace(lead=composing.AGAIN, notes=(), consultation=short), conversation
            )
        answer = answered.answers[0]
        entry = self._entries[answer.entry]
        if answer.text == entry.short and entry.answer:
            text = entry.text
        elif entry.more and answer.text != entry.more:
            text = entry.more
        else:
            return self._chat(composing.NO_MORE, conversation)
        reply = self._composer.answers([(entry.id, 1.0)], conversation)
        more = "" if text == entry.more else entry.more
        reply = reply._replace(answers=(reply.answers[0]._replace(text=text, more=more),))
        return Turn(reply, conversation._replace(offered=_ids(reply.suggestions), pending="", answered=reply))

    def _simpler(self, answered: Reply, last: Reply, conversation: Conversation) -> Turn:
        """Say it in a sentence; when that was said, explain its words; then offer a person."""
        entries = [(answer.entry, answer.confidence) for answer in answered.answers]
        if any(answer.text != answer.short and answer.short for answer in answered.answers):
            shorter = [entry for entry, _ in entries]
            reply = self._composer.answers(entries, conversation, lead=composing.SIMPLER, shorter=shorter)
            return Turn(
                reply, conversation._replace(offered=_ids(reply.suggestions), pending="", answered=reply)
            )
        if last.lead != composing.WORDS and self._word_list.terms_in(answered.answers[0].text):
            return self._explain_words(conversation)
        return self._chat(composing.NO_SIMPLER, conversation)

    def _next_best(self, conversation: Conversation) -> Turn:
        """Offer what came second, never again what was turned down; the second time, a person."""
        last = conversation.last
        if last is None or not last.answers or conversation.answered is None:
            is_choice = conversation.pending == "choice"
            return self._plain(composing.NEITHER if is_choice else composing.NO_OTHER, conversation)
        conversation = conversation.having_turned_down()
        left = [
            entry
            for entry in conversation.runners_up
            if entry not in conversation.turned_down and self._kinds.get(entry) in ("faq", "topic")
        ]
        if not left or composing.NEXT_BEST in last.lead:
            return self._plain(composing.NO_OTHER, conversation)
        turn = self._tell([(left[0], _NEXT_BEST_CONFIDENCE)], conversation, lead=composing.NEXT_BEST)
        following = turn.conversation._replace(runners_up=tuple(left[1:]), pending="reading")
        return turn._replace(conversation=following)


def _ids(suggestions: Sequence[Suggestion]) -> tuple[str, ...]:
    return tuple(suggestion.entry for suggestion in suggestions)


def _only_steers(follow_up: FollowUp) -> bool:
    """Return whether a message is a number or a set phrase, which likeness to other messages says nothing about."""
    if follow_up.steer == "remark":
        return follow_up.said in _SAID_OF_THE_TALK
    return follow_up.steer in _STEERS_ONLY or follow_up.said in SETTLED


def _said_to_card(follow_up: FollowUp, question: Question, conversation: Conversation) -> str:
    """Return what a message says to a safety card, "" when it says nothing to it.

    A bare word speaks to the card that was just shown, unless a question waits behind it; after a crisis card, so
    does all that asks nothing.
    """
    if conversation.pending == "card":
        if follow_up.steer in _SAID_TO_CARDS and not conversation.waiting:
            return follow_up.steer
        if follow_up.steer in _SAID_TO_CARDS_AS:
            return _SAID_TO_CARDS_AS[follow_up.steer]
        if follow_up.steer == "remark":
            return _remark_to_card(follow_up.said, conversation.card_level)
        is_heard = follow_up.steer == "question" and not follow_up.start and question.words
        if is_heard and conversation.card_level == "crisis" and only_tells(question.tokens):
            return "lost"
    return "" if follow_up.steer == "remark" else follow_up.said


def _remark_to_card(kind: str, level: str) -> str:
    """Return what a remark says to a card that was just shown: after a crisis, most of them are to be heard."""
    if level != "crisis":
        return "thanks" if kind in ("kind", "thanks") else ""
    if kind in _SAID_WITHOUT_CARD:
        return ""
    return _REMARKS_TO_CARDS.get(kind, "lost")


def _was_told_to_go_on(conversation: Conversation) -> bool:
    last = conversation.last
    return last is not None and last.lead in (composing.GO_ON, composing.GO_ON_STILL)


def _near(decided: Decided) -> list[str]:
    """Return the runners-up that are near enough to the best to be guessed where it was not meant."""
    matches = decided.matched.ranking.matches if decided.matched else ()
    near = {match.entry for match in matches if match.score >= _NEAR_SCORE * matches[0].score}
    return [entry for entry in decided.runners_up if entry in near]


def _names_one(words: Sequence[str]) -> bool:
    """Return whether a message names one of several: "the nerve one", not "no one believes me"."""
    return any(
        word == "one"
        and place
        and words[place - 1] not in _NOT_ONE_OF
        and (place + 1 == len(words) or not _POINTING.isdisjoint(words[max(0, place - 3) : place]))
        for place, word in enumerate(words)
    )


def _names(title: str, words: Sequence[str]) -> bool:
    """Return whether all of some words stand in a title, be it in the singular or the plural."""
    said = {word.removesuffix("s") for word in normalise(title).tokens}
    return said.issuperset(word.removesuffix("s") for word in words)


def _from(question: Question, start: int) -> Question:
    """Return the question without the words before its place `start`."""
    return normalise(question.text[question.words[start].start :]) if start else question
