"""Which of this package answers a message: by how it steers the conversation, as `follow_up` has read it."""

from __future__ import annotations

from chatbot.conversation import Conversation
from chatbot.decision import STANDS_ALONE, Decided
from chatbot.dialogue.answering import Answerer
from chatbot.dialogue.asking_nothing import AskingNothing
from chatbot.dialogue.cards import Cards, apologised, said_to_card, taking_back
from chatbot.dialogue.cast import Readers, Tellers
from chatbot.dialogue.choosing import Chooser
from chatbot.dialogue.correcting import Corrector
from chatbot.dialogue.defining import Definer
from chatbot.dialogue.details import Details
from chatbot.dialogue.hearing import Hearing
from chatbot.dialogue.named_things import NamedThings
from chatbot.dialogue.retelling import Reteller
from chatbot.dialogue.saying import Sayer
from chatbot.dialogue.telling import Teller
from chatbot.dialogue.turns import DecidedTurn, Turn
from chatbot.dialogue.wordlist import WordList
from chatbot.english.kindness import tone_of
from chatbot.follow_up import NEW_QUESTION, FollowUp, Steer, place_in_list, without_afterthought
from chatbot.knowledge import Knowledge
from chatbot.leaning import Leaning
from chatbot.leaning.three_readings import best_of
from chatbot.matching import Matcher
from chatbot.normalise import Question, from_word
from chatbot.parts import asked_from, asks
from chatbot.reply import SafetyNote
from chatbot.safety import Finding
from chatbot.speaking import sentences
from chatbot.speaking.composing import Composer

# What a message that steers is read as, for staff.
_RULES: dict[Steer, str] = {
    "again": "asks for the last answer once more",
    "simpler": "asks for the last answer in simpler words",
    "more": "asks for more on the last answer",
    "back": "asks for what was talked about before",
    "restart": "asks to start over",
    "drop": "takes back what was asked",
    "yes": "a bare yes to what was said last",
    "no": "a bare no to what was said last",
    "nod": "a bare nod to what was said last",
    "choice": "chooses what was offered",
    "about-choice": "asks about one of what was offered",
    "no-choice": "a number that nothing on the screen has",
    "other": "chooses the other one of what was offered",
    "all": "chooses all that was offered",
    "neither": "wants none of what was offered",
    "not-that": "says that the last answer was not meant",
    "person": "asks for a person",
    "pause": "asks for a moment",
    "well": "says that all is well",
    "source": "asks where the last answer is from",
    "number": "asks for a figure on the last answer",
    "list": "asks for the list that was told last",
    "yes-or-no": "asks whether the last answer is a yes or a no",
}


class Dialogue:
    """Answers messages once the triage has read them. Immutable, but for the words of titles that it remembers."""

    def __init__(self, knowledge: Knowledge, matcher: Matcher, leaning: Leaning, composer: Composer) -> None:
        """Set up the others, which share what is given here."""
        word_list = WordList(knowledge.glossary)
        self._teller = Teller(knowledge, composer)
        self._cards = Cards(self._teller, matcher, leaning.fragments)
        self._reteller = Reteller(self._teller, word_list)
        self._chooser = Chooser(self._teller, matcher, leaning.fragments)
        details = Details(matcher, leaning.fragments, self._teller.kinds)
        things = NamedThings(matcher, leaning, word_list, self._teller.kinds)
        hearing = Hearing(matcher, leaning, details, things, self._teller.kinds)
        readers = Readers(matcher, leaning, details, hearing)
        sayer, definer = Sayer(self._teller, matcher), Definer(self._teller, matcher, word_list)
        tellers = Tellers(self._teller, sayer, self._chooser, self._reteller, definer)
        self._answerer = Answerer(knowledge, readers, tellers)
        self._corrector = Corrector(readers, tellers)
        self._asking_nothing = AskingNothing(self._teller, matcher, self._reteller, self._answerer)

    def alarm(
        self, note: SafetyNote, question: Question, finding: Finding, conversation: Conversation
    ) -> Turn:
        """Answer a message that describes danger: with the card, and what is asked beside it."""
        return self._cards.show(note, question, finding, conversation)

    def alarm_alone(self, note: SafetyNote, finding: Finding, conversation: Conversation) -> Turn:
        """Answer a message that describes danger with its card, whatever else it says."""
        return self._cards.show_alone(note, finding, conversation)

    def show(self, entry: str, conversation: Conversation) -> Turn:
        """Answer with an entry that was chosen by its id. Raises KeyError for an id that is not there."""
        if entry not in self._teller.entries:
            raise KeyError(entry)
        return self._teller.tell_one(entry, conversation)

    def reply(
        self, question: Question, follow_up: FollowUp, conversation: Conversation
    ) -> tuple[Turn, Decided]:
        """Answer a message that raises no card of its own, and say what decided."""
        turn, decided = self._answered(question, follow_up, conversation)
        if added := self._cards.added(turn, question, conversation):
            return added, decided._replace(kind=added.reply.kind, rule="adds to what the card was shown for")
        return turn, decided

    def _answered(
        self, question: Question, follow_up: FollowUp, conversation: Conversation
    ) -> tuple[Turn, Decided]:
        turn, decided = self._replied(question, follow_up, conversation)
        return turn, decided or Decided(turn.reply.kind, rule=_rule(question, follow_up, conversation))

    def kindly(self, turn: Turn, question: Question) -> Turn:
        """Return the turn with the kind word that a feeling earns which is told beside what was answered."""
        reply, after = turn
        tone = tone_of(question.tokens)
        if not tone or tone == after.tone or reply.safety:
            return turn
        lead = f"{self._teller.composer.tone(tone)} {reply.lead}".strip()
        return Turn(reply._replace(lead=lead), after._replace(tone=tone))

    def after_denial(
        self, denied: int, question: Question, follow_up: FollowUp, conversation: Conversation
    ) -> tuple[Turn, Decided]:
        """Answer a message whose first `denied` words take a safety card back: with what it asks then, if anything."""
        if denied == len(question.words):
            return self.reply(question, taking_back(follow_up, conversation), conversation)
        turn, decided = self._answered(question, FollowUp("question", start=denied), conversation)
        if turn.reply.kind == "unknown" and asked_from(from_word(question, denied)) is None:
            # Nothing was asked, nor said that is known here: it only takes the card back.
            turn, decided = self.reply(question, taking_back(NEW_QUESTION, conversation), conversation)
        return apologised(turn, conversation), decided

    def _replied(self, question: Question, follow_up: FollowUp, conversation: Conversation) -> DecidedTurn:
        if said := said_to_card(follow_up, question, conversation):
            turn = self._cards.answer(said, conversation)
            return turn or self._asking_nothing.of_the_talk(said, conversation), None
        if turn := self._in_named_list(question, follow_up, conversation):
            return turn, None
        if follow_up.beside:
            return self._beside_remark(question, follow_up, conversation)
        asked = without_afterthought(from_word(question, follow_up.start))
        return self._read(question, asked, follow_up, conversation)

    def _read(
        self, question: Question, asked: Question, follow_up: FollowUp, conversation: Conversation
    ) -> DecidedTurn:
        """Answer a message as it was read to steer; `asked` is the `question` without what only steers."""
        is_of_topic = follow_up.steer == "not-that" and self._answerer.is_told_of_topic(asked, conversation)
        if follow_up.steer == "question" or is_of_topic:
            return self._answerer.answer(asked, conversation)
        if follow_up.steer == "instead":
            return self._corrector.answer(asked, conversation, is_again=follow_up.is_again)
        if follow_up.steer == "remark":
            return self._asking_nothing.remark(question, follow_up, conversation)
        return self._steered(follow_up, conversation), None

    def _beside_remark(
        self, question: Question, follow_up: FollowUp, conversation: Conversation
    ) -> DecidedTurn:
        """Answer what stands beside a remark on the talk; the remark where that asks nothing and is not sure."""
        asked = from_word(question, follow_up.start)
        turn, decided = self._replied(asked, follow_up._replace(start=0, beside=""), conversation)
        is_told = turn.reply.kind in ("answer", "handoff") and turn.reply.answers
        is_sure = decided is not None and _is_sure(decided)
        if not is_told or not (asks(asked) or follow_up.steer == "instead" or is_sure):
            return self._asking_nothing.remark(
                question, FollowUp("remark", said=follow_up.beside), conversation
            )
        lead = f"{sentences.BESIDE_REMARKS.get(follow_up.beside, '')} {turn.reply.lead}".strip()
        return turn._replace(reply=turn.reply._replace(lead=lead)), decided

    def _in_named_list(
        self, question: Question, follow_up: FollowUp, conversation: Conversation
    ) -> Turn | None:
        """Answer a message that points into a list which it names; None for any other.

        What is on the screen comes first where the list has no name and is not from before.
        """
        listed = place_in_list(question.tokens[follow_up.start :])
        is_on_screen = bool(follow_up.entry) and listed is not None and not (listed.name or listed.is_earlier)
        return None if listed is None or is_on_screen else self._chooser.in_list(listed, conversation)

    def _steered(self, follow_up: FollowUp, conversation: Conversation) -> Turn:
        """Answer a message that only steers: a set phrase, or a place in the list."""
        steer = follow_up.steer
        if steer in ("choice", "about-choice", "no-choice", "other", "all"):
            return self._chooser.choose(follow_up, conversation)
        if steer in ("again", "simpler", "more", "yes-or-no"):
            return self._reteller.retell(steer, conversation)
        if steer in ("back", "list"):
            return (self._reteller.back if steer == "back" else self._chooser.last_list)(conversation)
        if steer in ("yes", "no", "nod"):
            return self._bare(steer, conversation)
        if steer == "not-that":
            return self._chooser.next_best(conversation)
        return self._asking_nothing.of_the_talk(steer, conversation)

    def _bare(self, steer: str, conversation: Conversation) -> Turn:
        """Answer a bare yes, no or nod; a yes or no means something only while something is pending."""
        pending, is_yes = conversation.pending, steer == "yes"
        if steer == "nod":
            words = sentences.NOD if conversation.last else sentences.NOTHING_PENDING
            return self._teller.chat(words, conversation)
        if pending == "card" and conversation.waiting and is_yes:
            return self._answerer.answer_waiting(conversation)
        if pending == "choice":
            return self._chooser.bare_yes_or_no(steer, conversation)
        if pending == "reading" and not is_yes:
            return self._chooser.next_best(conversation)
        if is_yes:
            words = sentences.NOD if pending == "reading" else sentences.NOTHING_PENDING
            return self._teller.chat(words, conversation)
        return self._teller.chat(sentences.DROPPED, conversation)


def _is_sure(decided: Decided) -> bool:
    """Return whether an answer was surely meant; what no entry decided is meant by its words ("no more pills")."""
    return not decided.entries or best_of(decided)[1] >= STANDS_ALONE


def _rule(question: Question, follow_up: FollowUp, conversation: Conversation) -> str:
    """Return in plain words why a message was answered without asking which entry it is like."""
    if said := said_to_card(follow_up, question, conversation):
        return f"is said to the safety card: {said}"
    if follow_up.steer == "remark":
        return f"a remark that asks nothing: {follow_up.said}"
    if follow_up.steer in ("question", "instead") and place_in_list(question.tokens[follow_up.start :]):
        return "points into a list that it names"
    return _RULES.get(follow_up.steer, "is said about the talk itself")
