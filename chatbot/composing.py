"""Decisions to replies: the program's own words, the fitting consultation suggestion, what to ask next.

Owns every sentence of a reply that is not in the knowledge base; labels are `presentation`'s, the chat's own words
`chat`'s. Short, plain, kind; never a promise, never a diagnosis.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from chatbot.filling import UNSET_WORDS, fill, settings_of
from chatbot.normalise import MAXIMUM_CHARACTERS
from chatbot.presentation import spoken
from chatbot.reply import Answer, Kind, Reply, Suggestion

if TYPE_CHECKING:
    from chatbot.conversation import Conversation
    from chatbot.kindness import Tone
    from chatbot.knowledge import Entry, GlossaryTerm, Knowledge

_INSTEAD = {**UNSET_WORDS, "part": "", "title": ""}
MOST_SUGGESTIONS = 3
MOST_LISTED = 6
_STARTERS = ("why-pain-persists", "treatment-options", "what-is-revision-surgery")
_COMFORTING = ("outlook", "treatment-options", "schedule-consultation")

_SORRY = "I am sorry, "
UNKNOWN = f"{_SORRY}I do not have an answer to that.[[ I only know about {{subject}}.]]"
# Of what may well belong to what was talked about, "I only know about ..." would say nothing.
UNKNOWN_OF_TOPIC = f"{_SORRY}I do not have an answer to that: the clinic's guide does not say it."
UNKNOWN_AGAIN = (
    "I still do not have an answer to that, and I do not want to guess. "
    "A person at the clinic can help: please ask {front_desk}."
)
UNKNOWN_ONCE_MORE = "I do not have that one either. The surest way is to ask {front_desk}."
CLARIFY = "I want to get this right. Which of these do you mean? You can also just ask in other words."
CLARIFY_ONE = "I want to get this right. Is this what you mean? You can also just ask in other words."
WHICH = "Which of these do you mean? Please choose one."
EMPTY = "Please ask a question in your own words."
TONES = {
    "fear": "It is natural to be worried about this.",
    "anger": "I am sorry that this has been so hard for you.",
    "low": "I am sorry that you are going through this. Pain that stays wears anyone down.",
    "insult": "I am sorry that I was no help. I am only a simple program. Try your question in other words, "
    "or ask {front_desk}: a person there can help.",
}
# What follows the kind word when nothing is asked.
COMFORTS = {
    "fear": "Ask me whatever is on your mind. These may help:",
    "anger": "If you want to be heard by a person, please ask {front_desk}. These may help, too:",
    "low": "You do not have to carry it alone: a person at the clinic can help, please ask {front_desk}. "
    "These may help, too:",
}
NOD = "All right. Ask me anything else[[ about {subject_in_short}]]."
NOTHING_PENDING = "What would you like to know? Ask in your own words."
DROPPED = "No problem. Ask me something else whenever you like."
# What is said to those who speak to a safety card, by what they say (`after_card`). None of it is an all-clear, and
# the line that stays after the card, with its number, follows each.
SORRY_FOR_ALARM = "Thank you for telling me, and I am sorry for the alarm."
GO_ON_ASKING = "You can go on and ask whenever you like."
TAKEN_BACK = f"Thank you for telling me. {GO_ON_ASKING}"
NOTHING_WAITS = "No question of yours is waiting. Please do first what the card says; then ask me anything."
_CARD_FIRST = "All right. Please do first what the card says. After that, you can ask me anything."
_NOT_JUDGED = (
    "Thank you for telling me. I cannot judge it from here, so what the card says still holds. "
    "You can ask me anything else, too."
)
_NOT_ME = "Thank you for telling me. If it is about somebody with you, the same holds for them."
_LINE_STAYS = "I am sorry that it bothers you. It stays below, in case it is needed. You can go on and ask."
_AFTER_DANGER = {
    "over": _NOT_JUDGED, "explained": _NOT_JUDGED, "taken-back": TAKEN_BACK, "story": TAKEN_BACK,
    "not-that": TAKEN_BACK, "drop": _CARD_FIRST, "thanks": "You are welcome. Please do first what the card says.",
    "not-me": _NOT_ME, "nod": _CARD_FIRST, "no": _CARD_FIRST, "yes": NOTHING_WAITS,
    "line": _LINE_STAYS,
}  # fmt: skip
AFTER_EMERGENCY = {
    **_AFTER_DANGER,
    "helped": "Good. Tell them what you told me, and about the spine surgery.",
    "nobody": "Then please go to the nearest emergency room now. Do not drive yourself.",
}
AFTER_URGENT = {
    **_AFTER_DANGER,
    "helped": "Good that you asked them. Call again if anything changes.",
    "nobody": "Then please go to urgent care or the emergency room.",
}
_HEARD = "I am glad that you tell me. You need not know what to do: please let one person hear it, too."
AFTER_CRISIS = {
    "line-failed": "I am sorry that it did not help. Please try once more, by text too, or tell someone near you. "
    "About to act? Call {emergency_number}.",
    "called": "I am glad that you reached out. You can do it again whenever you need to.",
    "no-call": "You do not have to speak: a text is enough, or telling someone near you.",
    "line": _LINE_STAYS,
    "ashamed": "There is nothing to be sorry for. I am glad that you said it.",
    "alone": "I am sorry that you are alone with this. Somebody can be with you in it, even now.",
    "about-line": "A person listens. It is free and private, you can write instead of speaking, "
    "and no trouble is too small.",
    "help-me": "I am only a program, but there are people who can help you now. "
    "About to act? Call {emergency_number}.",
    "lost": _HEARD, "not-that": _HEARD,
    "unheard": "I am sorry. I am only a simple program, but there are people who listen.",
    "person": "Yes, please do. Somebody can listen to you right now. Here, you can also tell {front_desk}.",
    "thanks": "You are welcome. I am glad that you are here.",
    "over": TAKEN_BACK, "taken-back": TAKEN_BACK, "story": TAKEN_BACK, "not-me": _NOT_ME,
    "nod": "I am here for your questions. For all the rest, there are people who listen.",
    "drop": "That is all right. There are people who listen, whenever you want them.",
    "no": "That is all right. There are people who listen, whenever you want them.",
}  # fmt: skip
# What follows the card when it is shown again.
CARD_AGAIN = {
    "drive": "Please do not drive yourself.",
    "wait": "Please do not wait.",
    "worse": "Please do it now.",
    "must": "I cannot judge it from here, so yes: please do it.",
    "scared": "It is natural to be worried. Please do it now.",
    "refuses": "I understand. Please do it all the same.",
}
RESTARTED = "We have started over. What would you like to know?"
NEITHER = "Then I do not have it. A person at the clinic can help: please ask {front_desk}."
NO_OTHER = (
    "I am sorry. Then I do not think I have it. You can say it in other words, "
    "or ask a person: {front_desk} can help."
)
THE_REST = "Besides that, the guide names this:"
NEXT_BEST = "I am sorry that I misunderstood. Is this what you meant?"
PAUSE = "Take your time. Ask me whenever you are ready."
WELL = "I am glad to hear it. Ask me whatever you would like to know."
FROM_GUIDE = "It is from the clinic's guide (“{title}”). For your own case, your doctor knows best."
NO_FIGURE = "I am sorry. I have told you what the guide says on this, and I do not guess a number beyond it."
GO_ON = "Thank you for telling me. Go on: what would you like to know?"
GO_ON_STILL = "I see. What would you like to know[[ about {subject_in_short}]]?"
LOSS = "I am sorry for your loss."
LOSS_AND_ON = f"{LOSS} Take your time. What would you like to know?"
# What is said back to what asks nothing (`remarks`).
REMARKS = {
    "kind": "Thank you, that is kind of you. Ask me anything else whenever you like.",
    "glad": "I am glad. Ask me anything else whenever you like.",
    "sorry": "There is no need to be sorry. Ask me whatever you would like to know.",
    "unheard": "I am sorry that I missed what you asked. Please ask it once more, in a few words. "
    "Or ask {front_desk}: a person can help.",
    "repeats": "I am sorry that I repeat myself. I only know what is in the clinic's guide. "
    "You can ask in other words, or ask {front_desk}.",
    "too-long": "I am sorry. I cannot say it any shorter. A person can explain it: ask {front_desk}.",
    "weak-english": "That is no problem. Write as you can, in short sentences. "
    "For an interpreter, please ask {front_desk}.",
    "blame": "I am sorry that this has been so hard for you. "
    "If you want to be heard by a person, please ask {front_desk}.",
    "worse": "I am sorry. That was not easy to read. If you want to talk about it with a person, "
    "please ask {front_desk}.",
    "needles": "It is natural to be worried about this. Please tell the staff before the test or the shot, "
    "so that they know.",
    "came": GO_ON,
    "life": GO_ON,
    "when": GO_ON,
    "history": GO_ON,
}
TOO_LONG_NOTHING = "I am sorry. What would you like to know?"
# What goes before an answer.
REMARK_LEADS = {
    "fault": "I am sorry that you ask yourself this.",
    "dying": "I am sorry that you have this fear. If you feel very ill, call {emergency_number} now.",
}
WELCOME = "Hello, and welcome. What would you like to know?"
PERSON = (
    "I cannot connect you from here, but a person can help: please ask {front_desk}[[, or call {phone}]]."
)
AGAIN = "Here it is again."
AGAIN_OTHERWISE = (
    "This is the same answer as before. Perhaps it fits this, too. "
    "If not, a person can help: ask {front_desk}."
)
AGAIN_SHORTER = (
    "We spoke about this before, so here it is again, shorter. "
    "A person can explain it, too: ask {front_desk}."
)
SIMPLER = "In short:"
NO_SIMPLER = "That is as simply as I can say it. A person can explain it: ask {front_desk}."
NO_MORE = "That is all I have on this. {surgeon} can tell you more at a visit."
WORDS = "In plain words:"
NO_HARD_WORDS = (
    'My word list explains none of those words. Ask for one by name, such as "what is a bone graft".'
)
NO_NUMBER = "There is no number {part} here. Choose one of these, or ask in your own words:"
NO_BACK = "There is nothing before this."
BACK = "Back to this:"
UNCOVERED = 'I have nothing about this part: "{part}". Please ask {front_desk}.'
READ_AS = "Still about “{title}”"
READ_AS_MAYBE = "Still about “{title}”, though I am not sure that the guide says what you ask."
READ_AS_FACET = "About “{title}”: {part}."
READ_IN_GENERAL = "In general: {part}."
NOT_TOLD = (
    "About “{title}”, the guide does not say this: {part}. {surgeon} can tell you at a visit. "
    "Below is what it does say."
)
NOT_COMPARED = (
    "The guide does not compare these with each other. {surgeon} can weigh them with you. "
    "Here is what it says of each."
)
TAKE_BACK = "(Not what you meant? Say no.)"
WAITING = "If you still want the answer to your question, say yes"
WHAT_NOW = "If this is not about you now, just go on and ask."
CONSULTATION = "A consultation with {surgeon} is the place for questions about your own back."
CONSULTATION_SHORT = "You can bring this up at a consultation, too."
# Below an urgent card, where a visit must not compete with the call.
CONSULTATION_LATER = "First the call to your surgical team today; a consultation with {surgeon} can follow."
CUT = (
    f"That was a lot of text, so I read the first {MAXIMUM_CHARACTERS:,} characters. "
    "If I missed your question, please ask it in one or two sentences."
)


# Confidence is fitted to wordings that the index it is fitted with has not seen, which is harder than what the
# whole index is asked. With this much more (in log-odds), answers told at 0.8 to 0.9 are right in 86 of 100, those at
# 0.5 to 0.6 in 65, over all labelled questions.
_MORE_LOG_ODDS = 0.7


def _as_told(confidence: float) -> float:
    """Return a confidence from 0 to 1 as callers are told it, so that it says how often such an answer is right."""
    if not 0 < confidence < 1:
        return confidence
    return 1 / (1 + math.exp(-(math.log(confidence / (1 - confidence)) + _MORE_LOG_ODDS)))


def told_as_cut(reply: Reply) -> Reply:
    """Return the reply to a message whose end was not read: it says so before it answers."""
    return reply._replace(lead=_joined(CUT, reply.lead))


class Composer:
    """Builds replies from a knowledge base's entries. Immutable, but for the sentences that it has filled."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Take the knowledge base whose texts are already filled with the clinic's settings."""
        self._knowledge = knowledge
        self._entries = {entry.id: entry for entry in knowledge.entries}
        self._groups = {group.id: group for group in knowledge.groups}
        self._filled: dict[str, str] = {}

    def fill(self, text: str, part: str = "", title: str = "") -> str:
        """Return one of this module's sentences with the clinic's settings, {part} and {title} put in.

        One that is always the same is filled once: there are few of them, and none has a word of a patient.
        """
        if not (part or title):
            filled = self._filled.get(text)
            if filled is None:
                filled = self._filled[text] = self._filled_anew(text)
            return filled
        return self._filled_anew(text, part, title)

    def _filled_anew(self, text: str, part: str = "", title: str = "") -> str:
        values = {**settings_of(self._knowledge.clinic), "part": part, "title": title}
        return fill(text, values, instead=_INSTEAD).text

    def finish(self, reply: Reply) -> Reply:
        """Return the reply with its spoken text."""
        return reply._replace(text=spoken(reply))

    def answer(self, entry_id: str, confidence: float, *, short: bool = False) -> Answer:
        """Return an entry as an Answer; `short` leaves out the explanation."""
        entry = self._entries[entry_id]
        text = entry.short if short and entry.short else entry.text
        return Answer(
            entry.id, entry.title, text, entry.source, round(_as_told(confidence), 3), entry.short, entry.more
        )

    def answers(
        self,
        entries: Sequence[tuple[str, float]],
        conversation: Conversation,
        *,
        lead: str = "",
        notes: Iterable[str] = (),
        shorter: Collection[str] = (),
    ) -> Reply:
        """Return the reply that answers these entries (id, confidence) in order, those of `shorter` in short."""
        first = self._entries[entries[0][0]]
        kind: Kind = "answer"
        if all(self._entries[entry].kind == "handoff" for entry, _ in entries):
            kind = "handoff"
        elif first.kind == "smalltalk":
            kind = "smalltalk"
        return Reply(
            kind=kind,
            answers=tuple(self.answer(entry, chance, short=entry in shorter) for entry, chance in entries),
            suggestions=self.suggestions(first, conversation, {entry for entry, _ in entries}),
            consultation=self.consultation(first, conversation),
            lead=lead,
            notes=tuple(notes),
        )

    def consultation(self, entry: Entry, conversation: Conversation) -> str | None:
        """Return the entry's or its group's suggestion, short where the same was just given; None for goodbye."""
        if entry.id == "goodbye":
            return None
        full = self._full(entry)
        if not full:
            return None
        return self.fill(CONSULTATION_SHORT) if conversation.consultation == full else full

    def full_consultation(self, entry_id: str) -> str:
        """Return the suggestion an entry gives when it has not just been given."""
        return self._full(self._entries[entry_id])

    def _full(self, entry: Entry) -> str:
        """Return the entry's own suggestion, its group's, or the general one; small talk may have none."""
        group = self._groups.get(entry.group)
        general = "" if entry.kind == "smalltalk" else self.fill(CONSULTATION)
        return entry.consultation or (group.consultation if group else "") or general

    def suggestions(
        self, entry: Entry, conversation: Conversation, answered: Collection[str] = ()
    ) -> tuple[Suggestion, ...]:
        """Return sensible next questions: a list that the entry names whole, else those not yet answered.

        `answered` are answered in the same reply, and are no next questions.
        """
        if entry.parts:
            return self.choices(entry.parts[:MOST_LISTED])
        refused = (*conversation.turned_down, *answered)
        related = [one for one in entry.related if one in self._entries and one not in refused]
        fresh = [one for one in related if one not in conversation.told]
        return self.choices((fresh or related)[:MOST_SUGGESTIONS])

    def choices(self, entries: Iterable[str]) -> tuple[Suggestion, ...]:
        """Return entries as things to choose."""
        return tuple(
            Suggestion(entry, self._entries[entry].title) for entry in entries if entry in self._entries
        )

    def starters(self) -> tuple[Suggestion, ...]:
        """Return three questions to begin with."""
        ids = [entry for entry in _STARTERS if entry in self._entries]
        ids += [
            entry.id
            for entry in self._knowledge.entries
            if entry.kind in ("faq", "topic") and entry.id not in ids
        ]
        return self.choices(ids[:MOST_SUGGESTIONS])

    def ask_anew(self, lead: str, kind: Kind = "unknown") -> Reply:
        """Return a reply that answers nothing: `lead`, and questions to begin with."""
        return Reply(kind, lead=self.fill(lead), suggestions=self.starters())

    def miss(self, kind_word: str, conversation: Conversation) -> Reply:
        """Return the reply that has no answer; the second one in a row offers a person, the others do briefly."""
        first = UNKNOWN_OF_TOPIC if conversation.topic else UNKNOWN
        words = (first, UNKNOWN_AGAIN, UNKNOWN_ONCE_MORE)[min(conversation.misses, 2)]
        return Reply(
            "unknown",
            lead=_joined(kind_word, self.fill(words.removeprefix(_SORRY) if kind_word else words)),
            suggestions=self.starters() if conversation.misses <= 1 else (),
            consultation=self._general_consultation(conversation),
        )

    def clarify(
        self, choices: Sequence[str], conversation: Conversation, kind_word: str = "", lead: str = ""
    ) -> Reply:
        """Return a reply that offers these entries to choose from."""
        words = lead or (CLARIFY if len(choices) > 1 else CLARIFY_ONE)
        return Reply(
            kind="clarify",
            lead=_joined(kind_word, self.fill(words)),
            suggestions=self.choices(choices),
            consultation=self._general_consultation(conversation),
        )

    def comfort(self, tone: Tone, kind_word: str, conversation: Conversation) -> Reply:
        """Return the reply to a message that tells of a feeling and asks nothing."""
        lead = _joined(kind_word, self.fill(COMFORTS[tone]))
        ids = [entry for entry in _COMFORTING if entry in self._entries]
        suggestions = self.choices(ids) or self.starters()
        consultation = self._general_consultation(conversation)
        return Reply("unknown", lead=lead, suggestions=suggestions, consultation=consultation)

    def no_choice(self, number: str, conversation: Conversation) -> Reply:
        """Return the reply to a number that nothing on the screen has."""
        suggestions = self.choices(conversation.offered) or self.starters()
        return Reply("smalltalk", lead=self.fill(NO_NUMBER, part=number), suggestions=suggestions)

    def read_as(
        self, topic: str, facet: str, answered: str, *, is_guessed: bool = False, is_sure: bool = False
    ) -> str:
        """Return how a message that leans on a topic was read and how to take that back, "" without a topic.

        Small talk and what staff must answer are the same whatever the topic was: not said to lean on it.
        An answer that the topic neither is nor names must not seem to be about it: it is said to be general.
        `is_guessed`: that it is the topic again is all that could be read. `is_sure`: there is no doubt what is asked,
        and "no" need not be offered.
        """
        entry = self._entries.get(topic)
        if entry is None or self._entries[answered].kind in ("handoff", "smalltalk"):
            return ""
        words = READ_AS_FACET if facet else READ_AS_MAYBE if is_guessed else READ_AS
        if facet and answered not in (topic, *entry.parts, *entry.related):
            words = READ_IN_GENERAL
        read_as = self.fill(words, title=entry.title, part=facet)
        return read_as if is_sure else f"{read_as} {TAKE_BACK}"

    def not_told(self, topic: str, facet: str) -> str:
        """Return the sentence that owns up to what the guide does not say about the topic."""
        return f"{self.fill(NOT_TOLD, title=self._entries[topic].title, part=facet)} {TAKE_BACK}"

    def short_consultation(self, answered: Reply) -> str | None:
        """Return the suggestion for a reply that is said again."""
        return self.fill(CONSULTATION_SHORT) if answered.consultation else None

    def consultation_given(self, reply: Reply, conversation: Conversation) -> str:
        """Return the suggestion that was given last, once this reply is shown."""
        general = self.fill(CONSULTATION)
        return general if reply.consultation == general else conversation.consultation

    def _general_consultation(self, conversation: Conversation) -> str:
        general = self.fill(CONSULTATION)
        return self.fill(CONSULTATION_SHORT) if conversation.consultation == general else general

    def meaning(self, terms: Sequence[GlossaryTerm], conversation: Conversation) -> Reply:
        """Return the plain meanings of words of the guide."""
        answers = tuple(
            Answer(term.entry, f"What does “{term.term}” mean?", term.meaning, "Word list", 1.0, term.meaning)
            for term in terms
        )
        first = self._entries.get(terms[0].entry)
        ids = [first.id, *first.related] if first else []
        suggestions = self.choices(ids[:MOST_SUGGESTIONS])
        general = self._general_consultation(conversation)
        consultation = self.consultation(first, conversation) if first else general
        return Reply("answer", answers, suggestions, consultation=consultation, lead=WORDS)

    def tone(self, tone: Tone) -> str:
        """Return the human sentence for a tone, "" for none."""
        return self.fill(TONES[tone]) if tone else ""


def _joined(kind_word: str, words: str) -> str:
    return f"{kind_word} {words}".strip()
