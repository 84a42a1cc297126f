"""The whole program on one page: a message and a conversation in, a turn out.

    text -> normalise -> slips mended -> triage -> follow-up? -> match -> decide -> Reply

It calls the steps in their order, danger first. What is answered to a message is for `dialogue` to say, and what the
steps make of one message is told in docs/reading-the-code.md. The engine reads no clock, file, stream or environment;
`Chatbot.load` hands the folder to those who do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from chatbot import decision, mistakes, parts, safety
from chatbot.conversation import Conversation
from chatbot.danger import Danger, only_steers
from chatbot.decision import Decided
from chatbot.dialogue import Dialogue, Turn
from chatbot.follow_up import NEW_QUESTION, FollowUp, read_follow_up, without_asides
from chatbot.knowledge import Knowledge
from chatbot.leaning import Fragments, Leaning
from chatbot.matching import Matcher
from chatbot.normalise import Question, forget_message, forget_words, normalise
from chatbot.reply import Reply, SafetyLevel, Suggestion
from chatbot.respelling import Respeller
from chatbot.speaking import composing, sentences
from chatbot.speaking.composing import Composer

if TYPE_CHECKING:
    from chatbot.knowledge_files.opening import Folder

__all__ = ["Chatbot", "Conversation", "Explanation", "Turn"]

# The menu's heading over the entries that belong to no group.
_UNGROUPED = "Other questions"


class Explanation(NamedTuple):
    """How a question was read and why it was answered so, as plain data for the command `why`.

    `question` has its slips of the fingers mended; `slips` tells them as (typed, meant): ("wjat", "what").
    """

    question: Question
    finding: safety.Finding
    decided: Decided
    reply: Reply
    follow_up: str
    slips: tuple[tuple[str, str], ...] = ()


class _Read(NamedTuple):
    """How a message was read."""

    question: Question
    finding: safety.Finding
    decided: Decided
    follow_up: FollowUp
    slips: tuple[tuple[str, str], ...] = ()


class Chatbot:
    """A knowledge base that can be asked. Immutable but for what it remembers of words: share it between threads.

    `on_mistake` is called with the error where the program itself stumbles over a message; set it to be told. The
    error may hold words of the message, `mistakes.described(error)` holds none.
    """

    on_mistake: Callable[[Exception], None]
    # Nothing can be added to it, and `knowledge` cannot be replaced: what was compiled belongs to it.
    __slots__ = (
        "__weakref__",
        "_composer",
        "_danger",
        "_dialogue",
        "_entries",
        "_fragments",
        "_knowledge",
        "_matcher",
        "_respeller",
        "_rules",
        "on_mistake",
    )

    def __init__(
        self,
        knowledge: Knowledge,
        matcher: Matcher,
        follow_ups: Callable[[], Matcher],
        rules: safety.SafetyRules,
    ) -> None:
        """Use `load` instead. `follow_ups` opens the matcher of follow-ups, which few messages need."""
        self.on_mistake = mistakes.keep_quiet
        self._knowledge = knowledge
        self._entries = frozenset(entry.id for entry in knowledge.entries)
        self._rules = rules
        self._danger = Danger(rules, knowledge.clinic)
        self._matcher = matcher
        self._respeller = Respeller(matcher, rules)
        self._fragments = Fragments(knowledge, matcher, follow_ups)
        self._composer = Composer(knowledge)
        leaning = Leaning(knowledge, matcher, self._fragments)
        self._dialogue = Dialogue(knowledge, matcher, leaning, self._composer)

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge base: its entries, groups, the clinic's settings, the word list."""
        return self._knowledge

    @classmethod
    def load(cls, folder: Folder | None = None, *, for_one_question: bool = False) -> Chatbot:
        """Return the chatbot of a knowledge base: the built-in one, or the folder's (a text or a Path).

        With `for_one_question` it stays packed: ready sooner, but slower to answer the first ones. Raises
        KnowledgeError, which lists every problem with its place; TypeError for what is no folder's name, and ValueError
        for an empty one.
        """
        from chatbot.knowledge_files.opening import open_knowledge  # noqa: PLC0415 - reads files, as no engine does

        bot = cls(*open_knowledge(folder))
        if not for_one_question:
            bot.unpack()
        return bot

    def unpack(self) -> None:
        """Look up ahead what questions will ask for (0.2 to 0.4 s), so that none of many has to wait for it."""
        self._matcher.unpack()
        self._fragments.unpack()
        self._rules = self._rules.unpacked()
        self._danger = Danger(self._rules, self._knowledge.clinic)
        self._respeller = Respeller(self._matcher, self._rules)
        safety.prepare()
        decision.prepare()

    def forget_words(self) -> None:
        """Forget the words of all messages, which are remembered one by one to be read faster the next time."""
        forget_words()
        self._matcher.forget_words()
        self._respeller.forget_words()
        self._fragments.forget_words()
        self._rules.forget_words()

    def ask(self, text: str, conversation: Conversation | None = None) -> Turn:
        """Answer a message. Never raises, for any text; does no input or output.

        TypeError for what is no text, and for a conversation that is none, as where the whole Turn is handed back in.
        A mistake of the program itself is handed to `on_mistake`; who tells of danger gets the card all the same.
        """
        going_on = self._going_on(conversation)
        try:
            turn, _ = self._ask(text, going_on)
        except Exception as error:
            if not isinstance(text, str):
                raise
            self.on_mistake(error)
            turn = self._after_mistake(text, going_on)
        return turn

    def show(self, entry: str, conversation: Conversation | None = None) -> Turn:
        """Answer as if the patient had chosen this entry. Raises KeyError for an id that is not there.

        The ids are those of `topics`, of `answers` and of `suggestions`.
        """
        conversation = self._going_on(conversation)
        turn = self._dialogue.show(entry, conversation)
        return self._closed(turn, safety.NOTHING, conversation)

    def explain(self, text: str, conversation: Conversation | None = None) -> Explanation:
        """Return how a message is read and what decides, for staff."""
        conversation = self._going_on(conversation)
        turn, read = self._ask(text, conversation)
        steer = read.follow_up.steer
        return Explanation(read.question, read.finding, read.decided, turn.reply, steer, read.slips)

    def topics(self) -> list[tuple[str, list[Suggestion]]]:
        """Return the menu: groups with their entries' titles, without small talk; last what is in no group."""
        entries: dict[str, list[Suggestion]] = {group.id: [] for group in self.knowledge.groups}
        ungrouped: list[Suggestion] = []
        for one in self.knowledge.entries:
            if one.kind != "smalltalk":
                entries.get(one.group, ungrouped).append(Suggestion(one.id, one.title))
        menu = [(group.title, entries[group.id]) for group in self.knowledge.groups]
        return [(title, listed) for title, listed in (*menu, (_UNGROUPED, ungrouped)) if listed]

    def _going_on(self, given: Conversation | None) -> Conversation:
        """Return the conversation that a caller hands in, a new one for None.

        It may come from before an edit of the knowledge base: what names entries that are not there any more goes.
        """
        return _conversation(given).among(self._entries)

    def _ask(self, text: str, conversation: Conversation) -> tuple[Turn, _Read]:
        """Answer a message, then forget what was remembered of its words while it was read."""
        if not isinstance(text, str):
            raise TypeError(f"a message is a text, not {type(text).__name__}")
        try:
            return self._answered(text, conversation)
        finally:
            self._matcher.forget_message()
            self._fragments.forget_message()
            parts.forget_message()
            forget_message()

    def _answered(self, text: str, conversation: Conversation) -> tuple[Turn, _Read]:
        """Answer a message: its danger first, then what it says or asks."""
        question, slips = self._respeller.mended(normalise(text))
        heard = without_asides(question, conversation)
        follow_up = read_follow_up(heard, conversation)
        is_steering = heard is question and only_steers(follow_up)
        finding = self._danger.found_in(question, follow_up, conversation)
        if not is_steering:
            earlier = safety.remembered(question, finding, conversation.earlier)
            conversation = conversation._replace(earlier=earlier)
        denied = self._danger.taken_back(question, finding, follow_up, conversation)
        if not denied and finding.level != "none" and not (is_steering and finding.is_guess):
            return self._alarmed(finding.level, question, finding, conversation)
        if denied:
            finding = safety.NOTHING
            follow_up = read_follow_up(question, conversation)
            turn, decided = self._dialogue.after_denial(denied, question, follow_up, conversation)
        else:
            turn, decided = self._dialogue.reply(heard, follow_up, conversation)
            if heard is not question:
                turn = self._dialogue.kindly(turn, question)
        if question.is_cut:
            turn = turn._replace(reply=composing.told_as_cut(turn.reply))
        turn = self._closed(turn, finding, conversation, is_empty=not question.words)
        return turn, _Read(question, finding, decided, follow_up, slips)

    def _alarmed(
        self, level: SafetyLevel, question: Question, finding: safety.Finding, conversation: Conversation
    ) -> tuple[Turn, _Read]:
        """Answer a message that tells of danger of this level: with its card, before anything else that it asks."""
        note = self._danger.note(level, finding)
        turn = self._finished(self._dialogue.alarm(note, question, finding, conversation))
        decided = Decided(turn.reply.kind, rule="danger is answered first, whatever else is asked")
        return turn, _Read(question, finding, decided, NEW_QUESTION)

    def _after_mistake(self, text: str, conversation: Conversation) -> Turn:
        """Answer a message that the program stumbled over: with the card of its danger, else with an apology.

        What is asked beside the danger is left out, for that may be what it stumbled over.
        """
        question = normalise(text)
        finding = safety.triage(question, self._rules)
        if finding.level != "none":
            alone = self._dialogue.alarm_alone(
                self._danger.note(finding.level, finding), finding, conversation
            )
            return self._finished(alone)
        lead = self._composer.fill(sentences.STUMBLED)
        return self._closed(Turn(Reply("unknown", lead=lead), conversation), finding, conversation)

    # -- handing out

    def _closed(
        self, turn: Turn, finding: safety.Finding, before: Conversation, *, is_empty: bool = False
    ) -> Turn:
        """Return a turn that raised no card as it is handed out: with the quiet lines, and its text for a voice.

        `before` is the conversation up to this message. An empty message (`is_empty`) gets its hint only once in a row,
        so any other message forgets that it was given. After a card it gets the line that stays instead of the hint:
        nothing may push the card away.
        """
        if turn.conversation.is_hinted and not is_empty:
            turn = turn._replace(conversation=turn.conversation._replace(is_hinted=False))
        turn = self._danger.with_quiet_lines(turn, finding, before)
        if is_empty and turn.reply.notes:
            turn = turn._replace(reply=turn.reply._replace(lead=""))
        return self._finished(turn)

    def _finished(self, turn: Turn) -> Turn:
        """Return the turn with its reply's text made, and with the reply remembered as the last one.

        After an emergency or a crisis no reply suggests a visit, unless the card was a guess and was taken back.
        """
        reply, after = turn
        if after.level in ("emergency", "crisis") and not (after.is_taken_back and after.is_guess):
            reply = reply._replace(consultation=None)
        reply = self._composer.finish(reply)
        return Turn(reply, turn.conversation._replace(last=reply))


def _conversation(given: Conversation | None) -> Conversation:
    """Return the conversation that a caller hands in, a new one for None."""
    if given is None:
        return Conversation()
    if not isinstance(given, Conversation):
        hint = ": hand in its `conversation`" if isinstance(given, Turn) else ""
        raise TypeError(f"a conversation is what a Turn holds, or None, not {type(given).__name__}{hint}")
    return given
