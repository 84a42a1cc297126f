"""What was said and offered in one conversation, and reading a message in its light.

A Conversation is an immutable value that is handed back in with the next message; dropping it forgets
everything. Owns the words by which people steer: "the second one", "simpler", "that is not what I asked".
What to answer is `decision`'s to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from chatbot.reply import Reply

MOST_REMEMBERED = 30

Steer = Literal[
    "question", "again", "simpler", "more", "back", "restart", "drop", "yes", "no", "nod", "choice", "neither",
    "not-that", "instead", "person", "thanks-and-question",
]  # fmt: skip


class Conversation(NamedTuple):
    """One patient's conversation so far.

    `topic` is the entry last answered; `topic_words` are the question's words that led there. `offered` are the
    entries last offered, in the order shown; `listed` those that "the third one" counts in. `pending` says what a
    bare yes or no would answer: "choice", "card" (a question waits behind a safety card: `waiting`), "offer"
    (of a person). `turned_down` are entries that were not what the patient meant. `told` are entries answered
    so far, `trail` what "back" returns to. `level` is the most serious safety class so far. `misses` counts
    messages in a row that found nothing. `consultation` is the suggestion given last.
    """

    topic: str = ""
    topic_words: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    pending: str = ""
    waiting: str = ""
    turned_down: tuple[str, ...] = ()
    runners_up: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    level: str = ""
    misses: int = 0
    consultation: str = ""
    last: Reply | None = None

    def having_told(self, entries: Sequence[str]) -> Conversation:
        """Return the conversation with these entries answered."""
        told = (*self.told, *(entry for entry in entries if entry not in self.told))
        return self._replace(told=told[-MOST_REMEMBERED:])


class FollowUp(NamedTuple):
    """How a message steers the conversation.

    `entry` is the chosen entry of a "choice"; `rest` is where the remaining question starts among the words
    ("no, I meant the metal": the question is what comes after "meant").
    """

    steer: Steer
    entry: str = ""
    rest: int = 0


NEW_QUESTION = FollowUp("question")


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for line in text.strip().splitlines() for phrase in line.split("|"))


_STEERS: dict[Steer, frozenset[str]] = {
    "again": _phrases("""
        again|repeat|repeat that|repeat please|say that again|say it again|say again|come again|what did you say|what was that
        one more time|can you repeat that|can you say that again|could you repeat that|could you say that again|what
        please repeat|please repeat that|tell me again|show me again|i missed that|i did not catch that|pardon|huh|sorry what
        say that one more time|run that by me again|repeat it|once more|go over that again|excuse me what
    """),
    "simpler": _phrases("""
        simpler|shorter|simpler please|shorter please|simple|in short|in plain english|plain english|plain english please|tldr
        make it simpler|make it shorter|say it simpler|say it more simply|say that simpler|explain it simply|in simple words
        in simpler words|in other words|i do not get it|i do not understand|i did not understand|i do not understand that
        i still do not get it|i do not follow|too long|that is too long|too complicated|that is too complicated|too many words
        explain like i am five|explain that|explain it simpler|can you explain that simpler|can you make it simpler
        can you say that in simpler words|can you explain it more simply|what does that mean|what does it mean|what do you mean
        i am confused|that is confusing|you lost me|lost me|no idea what that means|simplify|simplify that|dumb it down
        short version|the short version|give me the short version|can you simplify that|english please|what does all that mean
        explain it simple|explain it in simple words|easier please|easier words|in easy words|too hard|hard to understand
    """),
    "more": _phrases("""
        more|tell me more|more please|more details|more detail|more info|more information|go on|continue|keep going|and
        tell me more about it|tell me more about that|tell me more about this|can you tell me more|say more|explain more
        what else|anything else|is there more|is that all|details|details please|elaborate|can you elaborate|more about that
        more about this|go into detail|can you go into detail|can you explain more|explain further|i want to know more
        i would like to know more|expand on that|in more detail|what more can you tell me|read more|show more|learn more
    """),
    "back": _phrases("""
        back|go back|previous|the previous one|last answer|previous answer|go back please|take me back|return|back please
        back to the last one|back up|undo|back to the previous one|can we go back|the one before
    """),
    "restart": _phrases("""
        start over|restart|reset|begin again|start again|from the beginning|new conversation|start from scratch|main menu|menu
        start fresh|let us start over|home|go home|clear everything|new topic|topics|show topics|show me the topics
    """),
    "drop": _phrases("""
        never mind|nevermind|nvm|forget it|forget that|forget about it|leave it|stop|cancel that|no matter|skip|skip it|skip that
        drop it|does not matter|it does not matter|not important|ignore that|ignore me|let it go|no worries
    """),
    "yes": _phrases("""
        yes|yeah|yep|yup|ya|yes please|sure|sure thing|of course|please do|ok yes|yes i do|y|yes show me|show me|show it
        go ahead|yes go ahead|please|correct|right|exactly|that is it|that is right|aye|absolutely|definitely|yes it is
        yeah please|yes thanks|ok please|sure please|show me the answer|yes show me the answer|show the answer
        answer my question|please answer my question|just answer my question|answer the question|go on then
    """),
    "no": _phrases("""
        no|nope|nah|no thanks|no thank you|n|not really|no i do not|nothing|not now|no not now|not at the moment
    """),
    "nod": _phrases("""
        ok|okay|k|hmm|hm|mm|mhm|i see|alright|all right|fine|got it|understood|oh|ah|aha|oh ok|oh okay|i understand|makes sense
        that makes sense|good|great|nice|cool|interesting|wow|good to know|right ok|ok then|ok i see|fair enough|maybe|oh i see
        ok good|ok great|oh really|really|well|so
    """),
    "neither": _phrases("""
        neither|none|none of these|none of those|none of them|neither of them|neither of those|neither one|not any of those
        none of the above|not these|not those|no none of these|no neither|something else|other|none of that|no none of them
        none of these is right|another one|different|something different|not any of these|no not those
    """),
    "not-that": _phrases("""
        that is not what i asked|that is not what i meant|not what i asked|not what i meant|that is not it|not that|wrong
        you misunderstood|you misunderstood me|you did not understand|you do not understand|you do not understand me|no not that
        that is wrong|wrong answer|that is not right|that is not my question|not my question|that does not answer my question
        that did not answer my question|that does not help|that did not help|this is not what i asked|this is not what i meant
        i did not ask that|i did not ask about that|i asked something else|i meant something else|that was not my question
        you got it wrong|you are not listening|that is not what i wanted|no that is not it|no that is not what i asked
        no that is not what i meant|not it|no wrong|not helpful|that was not helpful|that is not helpful|not what i wanted
        that is not the answer|you did not answer my question|you are wrong|that was not what i asked|wrong one|not that one
        i did not mean that|that is not what i am asking|not what i am asking|this does not answer my question
    """),
    "person": _phrases("""
        person|human|a person|a human|real person|a real person|operator|agent|representative|receptionist|the receptionist
        speak to a person|talk to a person|speak to a human|talk to a human|speak to someone|talk to someone|i want a person
        can i speak to someone|can i talk to someone|can i talk to a person|can i speak to a person|let me talk to a person
        i want to speak to a person|i want to talk to a person|i want to speak to someone|i want to talk to someone|staff
        can i talk to a real person|can i speak to a real person|i want to talk to a human|i want to speak to a human
        get me a person|get me a human|front desk|the front desk|a nurse|talk to a nurse|speak to a nurse|can i talk to a nurse
        i would rather talk to a person|i need to talk to someone|i need to speak to someone|i need a person|human please
        can i talk to a human|can i speak to a human|talk to a real person|speak to a real person|customer service
    """),
}
_STEER_OF = {phrase: steer for steer, phrases in _STEERS.items() for phrase in sorted(phrases)}
_SOFTENERS = frozenset("please pls plz thanks ok okay um uh well so oh the just sorry now then".split())

# "No, I meant ...": what follows is the question. Longer ones first.
_CORRECTIONS = sorted(
    (
        tuple(phrase.split())
        for phrase in _phrases("""
            no i meant|no i mean|no wait i meant|no wait i mean|i meant|i mean|no i was asking about|i was asking about
            no i am asking about|i am asking about|no not that i meant|no i wanted to know|no i want to know|no i want|i said
            no i asked about|i asked about|no i asked|what i meant was|what i meant is|what i mean is|i actually meant
            actually i meant|sorry i meant|sorry i mean|no sorry i meant|oh i meant|wait i meant|no not that one i meant
            not that one i meant|no not those i meant|not that i meant|no no i meant|no no i mean|not what i asked i want to know
            that is not what i asked i want to know|that is not what i meant i want to know|no i was talking about
            i was talking about|no i am talking about|i am talking about|wrong i meant|that is not what i meant i meant
            that is not what i asked i asked|no what i meant was|no rather|no i was thinking of|i was thinking of
        """)
    ),
    key=len,
    reverse=True,
)  # fmt: skip

_ORDINALS = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "fifth": 4, "5th": 4,
    "sixth": 5, "6th": 5, "last": -1, "final": -1, "bottom": -1, "top": 0,
}  # fmt: skip
_NUMBERS = {"one": 0, "two": 1, "three": 2, "four": 3, "five": 4, "six": 5}
# What may stand beside "the second one" without making it a question of its own.
_CHOOSING = frozenset(
    """the a an one ones thing item option number no nr tell me more about it that this what is whats and ok okay please
    explain i want would like to know go into can you bit detail in with for let us try take pick choose choice select
    sounds good interesting one's hear show on then of those these them could do yes yeah simply simple it's details give
    """.split()
)
_EXCEPT_TO_CHOOSE = frozenset(
    "surgery operation fusion time opinion year week month day night visit appointment".split()
)


def read_follow_up(words: Sequence[str], conversation: Conversation) -> FollowUp:
    """Say how a message steers the conversation; NEW_QUESTION when it does not.

    `words` are the message's words in order. A message that is more than steering is a question.
    """
    if not words:
        return NEW_QUESTION
    correction = _correction(words)
    if correction and conversation.last is not None:
        return FollowUp("instead", rest=correction)
    steer = _steer(words)
    if steer in ("yes", "no", "nod"):
        return FollowUp(steer)
    if steer is not None and (conversation.last is not None or steer in ("restart", "person")):
        return FollowUp(steer)
    chosen = _choice(words, conversation)
    return FollowUp("choice", entry=chosen) if chosen else NEW_QUESTION


def _steer(words: Sequence[str]) -> Steer | None:
    whole = _STEER_OF.get(" ".join(words))
    if whole is not None:
        return whole
    core = [word for word in words if word not in _SOFTENERS]
    return _STEER_OF.get(" ".join(core)) if core else None


def _correction(words: Sequence[str]) -> int:
    for phrase in _CORRECTIONS:
        if tuple(words[: len(phrase)]) == phrase and len(words) > len(phrase):
            return len(phrase)
    return 0


def _choice(words: Sequence[str], conversation: Conversation) -> str:
    """Return the entry that "2", "number 3" or "tell me about the second one" names, "" when none does."""
    if len(words) == 1 and words[0].isdigit():
        return _at(conversation.offered, int(words[0]) - 1)
    listed = conversation.listed or conversation.offered
    named = [word for word in words if word in _ORDINALS]
    numbered = [word for word in words if word.isdigit() or word in _NUMBERS]
    others = [word for word in words if word not in _CHOOSING and word not in _ORDINALS]
    if len(named) == 1 and not others and not _EXCEPT_TO_CHOOSE.intersection(words):
        return _at(listed, _ORDINALS[named[0]])
    if not named and len(numbered) == 1 and {"number", "option", "choice", "no", "nr"} & set(words):
        number = numbered[0]
        place = int(number) - 1 if number.isdigit() else _NUMBERS[number]
        return _at(listed, place) if all(word in _CHOOSING or word == number for word in words) else ""
    if len(words) == 1 and conversation.pending == "choice" and words[0] in _NUMBERS:
        return _at(conversation.offered, _NUMBERS[words[0]])
    return ""


def _at(entries: Sequence[str], place: int) -> str:
    return entries[place] if -len(entries) <= place < len(entries) else ""
