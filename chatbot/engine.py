"""The whole program on one page: a message and a conversation in, a turn out.

    text -> normalise -> triage -> follow-up? -> match -> decide -> Reply

The engine reads no clock, file, stream or environment; `Chatbot.load` hands the folder to those who do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from chatbot import composing, safety
from chatbot.composing import Composer
from chatbot.conversation import Conversation, FollowUp, read_follow_up
from chatbot.decision import FUNCTION_WORDS, STANDS_ALONE, Decided, decide
from chatbot.kindness import LanguageSpotter, tone_of
from chatbot.knowledge import Entry, Knowledge
from chatbot.matching import NO_CONTEXT, Context, Matcher
from chatbot.normalise import Question, normalise
from chatbot.reply import Reply, SafetyNote, Suggestion

__all__ = ["Chatbot", "Conversation", "Explanation", "Turn"]

_LEVELS = ("", "urgent", "crisis", "emergency")
_LEANING_WORDS = frozenset(
    "it that they them this those these its their one ones there he she him her".split()
)
_LEANING_STARTS = frozenset("and or but then so what".split())
_FRAGMENT_WORDS = 4
_LEANING_LENGTH = 12


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


class Chatbot:
    """A knowledge base that can be asked. Immutable: share it between threads."""

    def __init__(
        self, knowledge: Knowledge, matcher: Matcher, follow_ups: Callable[[], Matcher], rules: safety.SafetyRules
    ) -> None:
        """Use `load`. `follow_ups` tells what a message that leans on an answer asks for."""
        self.knowledge = knowledge
        self._matcher = matcher
        self._follow_ups = follow_ups
        self._classes = {line.means: line.entries for line in knowledge.follow_ups}
        self._rules = rules
        self._composer = Composer(knowledge)
        self._spotter = LanguageSpotter(knowledge.languages)
        self._entries = {entry.id: entry for entry in knowledge.entries}
        self._kinds = {entry.id: entry.kind for entry in knowledge.entries}
        self._terms = {
            tuple(normalise(name).tokens): term
            for term in knowledge.glossary
            for name in (term.term, *term.also)
        }

    @classmethod
    def load(cls, folder: str | None = None) -> Chatbot:
        """Return the chatbot of a knowledge base: the built-in one, or the folder's.

        Raises KnowledgeError, which lists every problem with its place.
        """
        from chatbot.opening import open_knowledge  # noqa: PLC0415 - reads files; the engine itself never does

        return cls(*open_knowledge(folder))

    def ask(self, text: str, conversation: Conversation | None = None) -> Turn:
        """Answer a message. Never raises, for any text; does no input or output."""
        return self._ask(text, conversation or Conversation())[0]

    def show(self, entry: str, conversation: Conversation | None = None) -> Turn:
        """Answer as if the patient had chosen this entry. Raises KeyError for an id that is not there."""
        if entry not in self._entries:
            raise KeyError(entry)
        return self._finished(self._tell([(entry, 1.0)], conversation or Conversation(), words=()))

    def explain(self, text: str, conversation: Conversation | None = None) -> Explanation:
        """Return how a message is read and what decides, for staff."""
        conversation = conversation or Conversation()
        turn, decided, follow_up = self._ask(text, conversation)
        question = normalise(text)
        return Explanation(
            question, safety.triage(question, self._rules), decided, turn.reply, follow_up.steer
        )

    def topics(self) -> list[tuple[str, list[Suggestion]]]:
        """Return the menu: groups with their entries' titles, without small talk."""
        menu = []
        for group in self.knowledge.groups:
            entries = [
                one for one in self.knowledge.entries if one.group == group.id and one.kind != "smalltalk"
            ]
            if entries:
                menu.append((group.title, [Suggestion(one.id, one.title) for one in entries]))
        return menu

    def _ask(self, text: str, conversation: Conversation) -> tuple[Turn, Decided | None, FollowUp]:
        question = normalise(text)
        finding = safety.triage(question, self._rules)
        if finding.level != "none":
            return self._alarm(question, finding, conversation), None, FollowUp("question")
        follow_up = read_follow_up(question.tokens, conversation)
        decided = None
        if follow_up.steer == "question":
            turn, decided = self._answer(question, conversation)
        elif follow_up.steer == "instead":
            turn, decided = self._answer_instead(question, follow_up.rest, conversation)
        else:
            turn = self._steer(question, follow_up, conversation)
        turn = self._with_quiet_lines(turn, finding, conversation)
        if question.is_cut:
            turn = turn._replace(reply=turn.reply._replace(notes=(*turn.reply.notes, composing.CUT)))
        return self._finished(turn), decided, follow_up

    # -- safety

    def _alarm(self, question: Question, finding: safety.Finding, conversation: Conversation) -> Turn:
        """Show the card first; an urgent message's own question may be answered below it."""
        card = safety.card(finding, self._rules, self.knowledge.clinic)
        level = max(finding.level, conversation.level, key=_LEVELS.index)
        following = conversation._replace(level=level, pending="card", waiting=question.text, misses=0)
        reply = Reply("safety", safety=SafetyNote(finding.level, card))  # type: ignore[arg-type]
        if finding.level == "urgent":
            decided = decide(question, self._matcher, self._kinds, follow_up=self._asked_after)
            told = [one for one in decided.entries if self._kinds[one[0]] != "smalltalk"]
            if decided.kind == "answer" and told:
                below = self._composer.answers(told, conversation)
                reply = reply._replace(answers=below.answers, suggestions=below.suggestions)
                following = following._replace(
                    topic=told[0][0], offered=tuple(s.entry for s in below.suggestions)
                )
            reply = reply._replace(notes=(composing.WHAT_NOW,))
        else:
            reply = reply._replace(notes=(f"{composing.WAITING}. {composing.WHAT_NOW}",))
        return self._finished(Turn(reply, following))

    def _with_quiet_lines(self, turn: Turn, finding: safety.Finding, conversation: Conversation) -> Turn:
        """Add the quiet line of a message that only talks about a sign, and the line that stays after a card."""
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
            reply = Reply("unknown", lead=language.sentence)
            return Turn(reply, conversation._replace(offered=(), pending="")), None
        defined = self._define(question, conversation)
        if defined is not None:
            return defined, None
        picked = self._pick(question, conversation)
        if picked:
            return self._tell([(picked, 1.0)], conversation, question.tokens, listed=True), None
        decided, leans = self._decide(question, conversation)
        return self._say(question, decided, leans, conversation), decided

    def _decide(self, question: Question, conversation: Conversation) -> tuple[Decided, bool]:
        """Decide on a message by itself, or in the light of the topic where it leans on it."""
        alone = decide(question, self._matcher, self._kinds, follow_up=self._asked_after)
        topic = self._entries.get(conversation.topic)
        if topic is None or not _may_lean(question, alone):
            return alone, False
        asked = self._asked_after(topic.id, question.tokens)
        if asked is not None:
            return Decided("answer", (asked,), rule="a follow-up about the topic", matched=alone.matched), True
        leaning = decide(question, self._matcher, self._kinds, self._context(topic, conversation, question.tokens))
        if leaning.kind == "unknown" or (alone.kind == "answer" and leaning.kind != "answer"):
            return alone, False
        return leaning, leaning.entries != alone.entries

    def _asked_after(self, topic_id: str, words: Sequence[str]) -> tuple[str, float] | None:
        """Return the entry that a fragment asks for after a topic ("how do they fix that"), None for others."""
        matched = self._follow_ups().match(words)
        entries = self._classes.get(matched.entry, (NO_FOLLOW_UP,))
        if matched.confidence < FOLLOW_UP or entries == (NO_FOLLOW_UP,):
            return None
        topic = self._entries[topic_id]
        near = (*topic.parts, *topic.related)
        meant = [topic_id if entry == THE_TOPIC else entry for entry in entries] or [topic_id]
        entry = next((one for one in meant if one in near), topic_id if topic_id in meant else meant[-1])
        return entry, matched.confidence

    def _context(self, topic: Entry, conversation: Conversation, tokens: Sequence[str]) -> Context:
        """Return what a message that leans on the topic leans on."""
        near = (*normalise(topic.title).tokens, *conversation.topic_words)
        words = dict.fromkeys(word for word in near if word not in FUNCTION_WORDS and word not in tokens)
        return Context(topic.id, tuple(words), (*topic.related, *topic.parts))

    def _say(self, question: Question, decided: Decided, leans: bool, conversation: Conversation) -> Turn:
        tone = tone_of(question.tokens)
        if tone == "insult":
            reply = Reply("unknown", lead=self._composer.tone(tone), suggestions=self._composer.starters())
            return Turn(reply, conversation._replace(pending="", offered=_ids(reply.suggestions)))
        kind_word = self._composer.tone(tone)
        if decided.kind == "answer":
            lead = kind_word
            if leans and not lead:
                lead = self._composer.fill(
                    composing.READ_AS, title=self._entries[decided.entries[0][0]].title
                )
            notes = [self._composer.fill(composing.UNCOVERED, part=part) for part in decided.uncovered]
            turn = self._tell(decided.entries, conversation, question.tokens, lead=lead, notes=notes)
            return turn._replace(conversation=turn.conversation._replace(runners_up=decided.runners_up))
        if decided.kind == "clarify" and not (conversation.pending == "choice" and conversation.misses):
            reply = self._composer.clarify(decided.choices)
            if kind_word:
                reply = reply._replace(lead=f"{kind_word} {reply.lead}")
            return Turn(
                reply, _after_offer(conversation, reply, "choice")._replace(misses=conversation.misses + 1)
            )
        return self._miss(kind_word, conversation)

    def _miss(self, kind_word: str, conversation: Conversation) -> Turn:
        """Say honestly that there is nothing; the second time in a row, offer a person."""
        words = composing.UNKNOWN if not conversation.misses else composing.UNKNOWN_AGAIN
        reply = self._composer.unknown(f"{kind_word} {words}".strip())
        return Turn(reply, _after_offer(conversation, reply, "")._replace(misses=conversation.misses + 1))

    def _tell(
        self,
        entries: Sequence[tuple[str, float]],
        conversation: Conversation,
        words: Sequence[str],
        *,
        lead: str = "",
        notes: Sequence[str] = (),
        short: bool = False,
        listed: bool = False,
    ) -> Turn:
        """Answer with these entries, remembering them. A repeated answer comes shorter, with a person offered."""
        ids = [entry for entry, _ in entries]
        is_smalltalk = self._kinds[ids[0]] == "smalltalk"
        repeated = (
            bool(words)
            and not is_smalltalk
            and conversation.topic == ids[0]
            and conversation.last is not None
        )
        if repeated and not lead:
            lead, short = self._composer.fill(composing.AGAIN_SHORTER), True
        reply = self._composer.answers(entries, conversation, lead=lead, notes=notes, short=short)
        if is_smalltalk:
            following = conversation._replace(pending="", misses=0)
            return Turn(reply, following._replace(offered=_ids(reply.suggestions) or conversation.offered))
        is_list = bool(self._entries[ids[0]].parts)
        following = conversation.having_told(ids)._replace(
            topic=ids[0],
            topic_words=tuple(words),
            offered=_ids(reply.suggestions),
            listed=_ids(reply.suggestions) if is_list else conversation.listed if listed else (),
            pending="",
            waiting="",
            misses=0,
            turned_down=(),
            runners_up=(),
            trail=(*conversation.trail, conversation.topic)[-20:]
            if conversation.topic
            else conversation.trail,
            consultation=self._composer.full_consultation(ids[0]),
        )
        return Turn(reply, following)

    def _finished(self, turn: Turn) -> Turn:
        """Return the turn with its spoken text, remembered as the last reply."""
        reply = self._composer.finish(turn.reply)
        return Turn(reply, turn.conversation._replace(last=reply))

    def _empty(self, conversation: Conversation) -> Turn:
        if conversation.last is not None and conversation.last.lead == composing.EMPTY:
            return Turn(Reply("unknown"), conversation)
        reply = self._composer.unknown(composing.EMPTY, has_consultation=False)
        return Turn(reply, _after_offer(conversation, reply, conversation.pending))

    def _define(self, question: Question, conversation: Conversation) -> Turn | None:
        """Explain a word of the guide that is no entry of its own, or the hard words of the last answer."""
        tokens = question.tokens
        if conversation.last is not None and " ".join(tokens) in _WORD_QUESTIONS:
            text = " ".join(answer.text for answer in conversation.last.answers)
            terms = self._terms_in(text)
            if terms:
                return Turn(self._composer.meaning(terms[:3], conversation), conversation)
        term = self._terms.get(_asked_term(tokens))
        if term is None:
            return None
        matched = self._matcher.match(tokens)
        if matched.is_exact or (matched.entry == term.entry and matched.confidence >= _SURE_OF_ENTRY):
            return None
        reply = self._composer.meaning([term], conversation)
        return Turn(reply, conversation._replace(offered=_ids(reply.suggestions), pending=""))

    def _terms_in(self, text: str) -> list[Any]:
        tokens = normalise(text).tokens
        found: dict[str, Any] = {}
        for place in range(len(tokens)):
            for length in range(5, 0, -1):
                term = self._terms.get(tuple(tokens[place : place + length]))
                if term is not None:
                    found.setdefault(term.term, term)
                    break
        return list(found.values())

    def _pick(self, question: Question, conversation: Conversation) -> str:
        """Return the offered entry that a few words of its title name ("the nerve one"), "" when none does."""
        words = [word for word in question.tokens if word not in FUNCTION_WORDS]
        names_one = "one" in question.tokens or conversation.pending == "choice"
        if not words or len(question.tokens) > _LEANING_LENGTH or not names_one:
            return ""
        offered = conversation.listed or conversation.offered
        matched = self._matcher.match(words, Context(related=offered))
        return matched.entry if matched.entry in offered and matched.confidence >= _PICK else ""

    # -- steering

    def _answer_instead(
        self, question: Question, rest: int, conversation: Conversation
    ) -> tuple[Turn, Decided | None]:
        """Answer what the patient meant, never with the entry that was just turned down."""
        remaining = normalise(question.text[question.words[rest].start :])
        down = (
            (*conversation.turned_down, conversation.topic)
            if conversation.topic
            else conversation.turned_down
        )
        picked = self._pick(remaining, conversation._replace(pending="choice"))
        if picked and picked not in down:
            return self._tell([(picked, 1.0)], conversation, remaining.tokens), None
        topic = self._entries.get(conversation.topic)
        context = self._context(topic, conversation, remaining.tokens) if topic else NO_CONTEXT
        decided = decide(remaining, self._matcher, self._kinds, context, turned_down=down)
        turn = self._say(remaining, decided, leans=False, conversation=conversation._replace(pending=""))
        return turn._replace(conversation=turn.conversation._replace(turned_down=down)), decided

    def _steer(self, question: Question, follow_up: FollowUp, conversation: Conversation) -> Turn:
        steer = follow_up.steer
        if steer == "choice":
            is_listed = follow_up.entry in conversation.listed
            return self._tell([(follow_up.entry, 1.0)], conversation, (), listed=is_listed)
        if steer == "person":
            return self._plain(composing.PERSON, conversation)
        if steer == "restart":
            reply = self._composer.unknown(composing.RESTARTED, has_consultation=False)
            return Turn(reply, Conversation(level=conversation.level, offered=_ids(reply.suggestions)))
        if steer == "back":
            return self._back(conversation)
        if steer in ("again", "simpler", "more"):
            return self._retell(steer, conversation)
        if steer == "not-that":
            return self._next_best(conversation)
        if steer == "neither" and conversation.pending == "choice":
            return self._plain(composing.NEITHER, conversation)
        if steer in ("yes", "no", "nod"):
            return self._bare(question, steer, conversation)
        return self._plain(composing.DROPPED, conversation)

    def _plain(self, words: str, conversation: Conversation) -> Turn:
        reply = Reply("unknown", lead=self._composer.fill(words))
        return Turn(reply, conversation._replace(pending="", waiting=""))

    def _bare(self, question: Question, steer: str, conversation: Conversation) -> Turn:
        """A bare yes or no means something only while something is pending."""
        if conversation.pending == "card" and conversation.waiting and steer == "yes":
            waiting = normalise(conversation.waiting)
            decided = decide(waiting, self._matcher, self._kinds, follow_up=self._asked_after)
            if decided.kind == "answer":
                return self._say(
                    waiting, decided, leans=False, conversation=conversation._replace(pending="")
                )
            return self._miss("", conversation._replace(pending="", waiting=""))
        if conversation.pending == "choice" and steer == "yes" and len(conversation.offered) == 1:
            return self._tell([(conversation.offered[0], 1.0)], conversation, ())
        if conversation.pending == "choice" and steer == "no":
            return self._plain(composing.NEITHER, conversation)
        if steer == "nod" and conversation.last is not None:
            return self._plain(composing.NOD, conversation)
        return self._plain(composing.NOTHING_PENDING if steer == "yes" else composing.DROPPED, conversation)

    def _back(self, conversation: Conversation) -> Turn:
        if not conversation.trail:
            return self._plain(composing.NO_BACK, conversation)
        turn = self._tell([(conversation.trail[-1], 1.0)], conversation, ())
        return turn._replace(conversation=turn.conversation._replace(trail=conversation.trail[:-1]))

    def _retell(self, steer: str, conversation: Conversation) -> Turn:
        """Say the last answer again, simpler, or with what more there is."""
        last = conversation.last
        if last is None or not last.answers:
            if last is not None and steer == "again":
                return Turn(last, conversation)
            return self._plain(composing.NOTHING_PENDING, conversation)
        answer = last.answers[0]
        if answer.entry not in self._entries:
            return self._plain(composing.NOTHING_PENDING, conversation)
        entry = self._entries[answer.entry]
        if steer == "again":
            reply = last._replace(lead=composing.AGAIN, notes=())
            return Turn(reply, conversation)
        if steer == "simpler":
            return self._simpler(entry, answer.text, conversation)
        if not entry.more or answer.text == entry.more:
            return self._plain(composing.NO_MORE, conversation)
        reply = self._composer.answers([(entry.id, 1.0)], conversation)
        reply = reply._replace(answers=(reply.answers[0]._replace(text=entry.more, more=""),))
        return Turn(reply, conversation._replace(offered=_ids(reply.suggestions), pending=""))

    def _simpler(self, entry: Entry, shown: str, conversation: Conversation) -> Turn:
        if shown == entry.short or not entry.short:
            terms = self._terms_in(shown)
            if terms:
                return Turn(self._composer.meaning(terms[:3], conversation), conversation)
            return self._plain(composing.NO_SIMPLER, conversation)
        reply = self._composer.answers([(entry.id, 1.0)], conversation, lead=composing.SIMPLER, short=True)
        return Turn(reply, conversation._replace(offered=_ids(reply.suggestions), pending=""))

    def _next_best(self, conversation: Conversation) -> Turn:
        """Offer what came second, never again what was turned down."""
        down = (*conversation.turned_down, conversation.topic)
        left = [entry for entry in conversation.runners_up if entry not in down and entry in self._entries]
        left = [entry for entry in left if self._kinds[entry] != "smalltalk"]
        if not left:
            turn = self._plain(composing.NO_OTHER, conversation)
            return turn._replace(conversation=turn.conversation._replace(turned_down=down))
        turn = self._tell([(left[0], 0.5)], conversation, (), lead=composing.NEXT_BEST)
        following = turn.conversation._replace(turned_down=down, runners_up=tuple(left[1:]))
        return turn._replace(conversation=following)


NO_FOLLOW_UP = "-"
THE_TOPIC = "topic"
FOLLOW_UP = 0.5
_SURE_OF_ENTRY = 0.5
_PICK = 0.25
_WORD_QUESTIONS = frozenset(
    {
        "what does that word mean", "what do those words mean", "what do these words mean", "what does this word mean",
        "what is that word", "explain the words", "explain that word", "what do the words mean", "hard words",
        "what does the word mean", "explain those words", "glossary", "what are those words", "explain the hard words",
    }
)  # fmt: skip
_DEFINITION_FRAMES = (
    ("what", "does", "*", "mean"), ("what", "do", "*", "mean"), ("what", "is", "the", "meaning", "of", "*"),
    ("meaning", "of", "*"), ("define", "*"), ("definition", "of", "*"), ("what", "is", "meant", "by", "*"),
    ("what", "is", "a", "*"), ("what", "is", "an", "*"), ("what", "are", "*"), ("what", "is", "*"),
    ("what", "does", "the", "word", "*", "mean"), ("*", "meaning"), ("*",),
)  # fmt: skip


def _asked_term(tokens: Sequence[str]) -> tuple[str, ...]:
    """Return the words that a definition is asked of, () when none is."""
    for frame in _DEFINITION_FRAMES:
        place = frame.index("*")
        before, after = frame[:place], frame[place + 1 :]
        inner = len(tokens) - len(before) - len(after)
        if (
            inner > 0
            and tuple(tokens[:place]) == before
            and (not after or tuple(tokens[-len(after) :]) == after)
        ):
            return tuple(tokens[place : place + inner])
    return ()


def _ids(suggestions: Sequence[Suggestion]) -> tuple[str, ...]:
    return tuple(suggestion.entry for suggestion in suggestions)


def _after_offer(conversation: Conversation, reply: Reply, pending: str) -> Conversation:
    return conversation._replace(offered=_ids(reply.suggestions), listed=(), pending=pending, waiting="")


def _may_lean(question: Question, alone: Decided) -> bool:
    """Return whether a message could lean on the topic: a fragment, or words that point back."""
    tokens = question.tokens
    if alone.matched is not None and alone.matched.is_exact:
        return False
    if alone.kind == "answer" and alone.entries[0][1] >= STANDS_ALONE:
        return False
    content = [word for word in tokens if word not in FUNCTION_WORDS]
    points_back = bool(_LEANING_WORDS.intersection(tokens)) or tokens[0] in _LEANING_STARTS
    return len(tokens) <= _LEANING_LENGTH and (points_back or len(content) <= _FRAGMENT_WORDS)

