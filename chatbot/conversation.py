"""What was said and offered in one conversation, and reading a message in its light.

A Conversation is an immutable value that is handed back in with the next message; dropping it forgets
everything. Owns the words by which people steer: "the second one", "simpler", "that is not what I asked".
What to answer is for `dialogue` to say.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from chatbot.after_card import read_after_card
from chatbot.function_words import (
    ADDRESSED,
    AUXILIARIES,
    HAVING,
    STAFF,
    SUBJECTS,
    WORDS_THAT_ASK,
    points_back,
)
from chatbot.normalise import Question, from_word
from chatbot.phrases import listed, listed_in_words
from chatbot.remarks import read_remark
from chatbot.reply import Reply
from chatbot.safety.pieces import NOTHING_EARLIER, Earlier

# More than anybody can follow; what is older leaves memory.
MOST_REMEMBERED = 30
MOST_STEPS_BACK = 20

Steer = Literal[
    "question", "again", "simpler", "more", "back", "restart", "drop", "after-card", "yes", "no", "nod", "choice",
    "about-choice", "no-choice", "other", "all", "neither", "not-that", "instead", "person", "pause", "well", "source",
    "number", "remark",
]  # fmt: skip


class Conversation(NamedTuple):
    """One patient's conversation so far. Bounded: it does not grow with the number of messages.

    `topic` is the entry last answered; `topic_words` are the question's words that led there, and `facet` says what was
    asked of it ("whether it hurts"), "" for nothing in particular. `offered` are the
    entries last numbered on the screen, in that order; `listed` those that "the third one" counts in. `pending`
    says what a bare yes or no would answer: "choice", "card" (a safety card is what is talked about; a question may
    wait behind it: `waiting`) or "reading" (a message was read in the light of the topic, or the next-best answer was
    shown). `turned_down` are entries that were not what the patient meant, `runners_up` those to try next. `told` are
    entries answered so far, `asked` the words of the questions that led to them, `trail` what "back" returns to.
    `level` is the most serious safety class so far, `card` the safety card shown last, `is_guess`: no rule found its
    sign, only likeness to other messages; `is_taken_back`: such a card was said to be wrong. `misses` counts messages
    in a row that found nothing. `consultation` is the suggestion given last, `tone` the kind word said last. `last` is
    the reply shown last, `answered` the last one that held an answer. `is_hinted`: the last message was empty and has
    had its hint. `earlier` is what a sign of danger that comes in pieces has said so far.
    """

    topic: str = ""
    topic_words: tuple[str, ...] = ()
    facet: str = ""
    offered: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    pending: str = ""
    waiting: str = ""
    turned_down: tuple[str, ...] = ()
    runners_up: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    asked: tuple[tuple[str, frozenset[str]], ...] = ()
    trail: tuple[str, ...] = ()
    level: str = ""
    misses: int = 0
    consultation: str = ""
    tone: str = ""
    last: Reply | None = None
    answered: Reply | None = None
    is_hinted: bool = False
    card: Reply | None = None
    is_guess: bool = False
    is_taken_back: bool = False
    earlier: Earlier = NOTHING_EARLIER

    def __repr__(self) -> str:
        """Return what a log may hold: the topic and counts, and none of what the patient wrote."""
        return f"Conversation(topic={self.topic!r}, told={len(self.told)}, level={self.level!r})"

    @property
    def card_level(self) -> str:
        """The class of the card that was shown last, "" when none was."""
        return self.card.safety.level if self.card and self.card.safety else self.level

    def having_told(self, entries: Sequence[str]) -> Conversation:
        """Return the conversation with these entries answered, the first of them as its topic."""
        told = (*(entry for entry in self.told if entry not in entries), *entries)
        trail = (*self.trail, self.topic) if self.topic and self.topic != entries[0] else self.trail
        return self._replace(
            topic=entries[0],
            told=told[-MOST_REMEMBERED:],
            trail=trail[-MOST_STEPS_BACK:],
            turned_down=tuple(entry for entry in self.turned_down if entry not in entries),
        )

    def having_asked(self, entry: str, words: Collection[str]) -> Conversation:
        """Return the conversation with a question's words as having led to an entry."""
        return self._replace(asked=(*self.asked, (entry, frozenset(words)))[-MOST_REMEMBERED:])

    def was_asked(self, entry: str, words: Collection[str]) -> bool:
        """Return whether much the same words led to an entry before: half of all, or none either time."""
        now = frozenset(words)
        before = [said for one, said in self.asked if one == entry]
        return any(2 * len(now & said) >= len(now | said) for said in before)

    def having_turned_down(self) -> Conversation:
        """Return the conversation with its topic as something that the patient did not mean."""
        if not self.topic:
            return self
        down = dict.fromkeys((*self.turned_down, self.topic))
        return self._replace(turned_down=tuple(down)[-MOST_REMEMBERED:])


class FollowUp(NamedTuple):
    """How a message steers the conversation.

    `entry` is the chosen entry of a "choice" or "about-choice" ("how is the second one treated?"). `start` is where
    the question proper starts among the words ("no, I meant the metal": after "meant"); of an "about-choice"
    `words` are the question without the words that choose. `number` is a number that nothing on screen has.
    `said` is what is said to a safety card (`after_card` has the kinds) or, of a "remark", which kind of remark it is
    (`remarks`); its `words` are those that the kind does not know.
    """

    steer: Steer
    entry: str = ""
    start: int = 0
    words: tuple[str, ...] = ()
    number: str = ""
    said: str = ""


NEW_QUESTION = FollowUp("question")


_STEERS: dict[Steer, list[str]] = {
    "again": listed("""
        again|repeat|repeat that|repeat please|say that again|say it again|say again|come again|what did you say
        what was that|one more time|can you repeat that|can you say that again|could you repeat that
        could you say that again|what|please repeat|please repeat that|tell me again|show me again|i missed that
        i did not catch that|pardon|huh|sorry what|say that one more time|run that by me again|repeat it
        once more|go over that again|excuse me what
    """),
    "simpler": listed("""
        simpler|shorter|simpler please|shorter please|simple|in short|in plain english|plain english
        plain english please|tldr|make it simpler|make it shorter|say it simpler|say it more simply
        say that simpler|explain it simply|in simple words|in simpler words|in other words|i do not get it
        i do not understand|i did not understand|i do not understand that|i still do not get it|i do not follow
        too long|that is too long|too complicated|that is too complicated|too many words|explain like i am five
        explain that|explain it simpler|can you explain that simpler|can you make it simpler
        can you say that in simpler words|can you explain it more simply|what does that mean|what does it mean
        what do you mean|what that mean|what is that mean|what is this mean
        i am confused|that is confusing|you lost me|lost me|no idea what that means|simplify
        simplify that|dumb it down|short version|the short version|give me the short version
        can you simplify that|english please|what does all that mean|explain it simple
        yes or no|so yes or no|just yes or no|yes or no please
        explain it in simple words|easier please|easier words|in easy words|too hard|hard to understand
    """),
    "more": listed("""
        more|tell me more|more please|more details|more detail|more information|go on|continue
        keep going|and|tell me more about it|tell me more about that|tell me more about this
        can you tell me more|say more|explain more|what else|anything else|is there more|is that all|details
        details please|elaborate|can you elaborate|more about that|more about this|go into detail
        can you go into detail|can you explain more|explain further|i want to know more
        i would like to know more|expand on that|in more detail|what more can you tell me|read more|show more
        learn more
    """),
    "back": listed("""
        back|go back|previous|the previous one|last answer|previous answer|go back please|take me back|return
        back please|back to the last one|back up|undo|back to the previous one|can we go back|the one before
    """),
    "restart": listed("""
        start over|restart|reset|begin again|start again|from the beginning|new conversation|start from scratch
        main menu|start fresh|let us start over|home|clear everything|new topic|let us start again
        start all over|forget everything|can we start over|can i start over|start over please
        go back to the start|back to the start|from the start
    """),
    "drop": listed("""
        never mind|nevermind|nvm|forget it|forget that|forget about it|leave it|stop|cancel that|no matter|skip
        skip it|skip that|drop it|does not matter|it does not matter|not important|ignore that|ignore me
        let it go|no worries|never mind that|never mind then|no never mind|stop it|stop that
        stop please|please stop|enough|that is enough|no thanks|no thank you|no thanks i am good|no i am good
        no i am fine|no that is all|no nothing else
    """),
    "yes": listed("""
        yes|yeah|yep|yup|ya|yes please|sure|sure thing|of course|please do|ok yes|yes i do|yes show me|show me
        show it|go ahead|yes go ahead|please|correct|right|exactly|that is it|that is right|aye|absolutely
        definitely|yes it is|yeah please|yes thanks|ok please|sure please|show me the answer
        yes show me the answer|show the answer|answer my question|please answer my question
        just answer my question|answer the question|go on then
    """),
    "no": listed("""
        no|nope|nah|not really|no i do not|nothing|not now|no not now|not at the moment
    """),
    "nod": listed("""
        ok|okay|k|hmm|hm|mm|mhm|i see|alright|all right|fine|got it|understood|oh|ah|aha|oh ok|oh okay
        i am done|i am finished|done|finished
        i understand|makes sense|that makes sense|good|great|nice|cool|interesting|wow|good to know|right ok
        ok then|ok i see|fair enough|maybe|oh i see|ok good|ok great|oh really|really|well|so
    """),
    "neither": listed("""
        neither|none|none of these|none of those|none of them|neither of them|neither of those|neither one
        not any of those|none of the above|not these|not those|no none of these|no neither|something else|other
        none of that|no none of them|none of these is right|another one|different|something different
        not any of these|no not those
    """),
    "other": listed("""
        the other one|no the other one|the other|no the other|other one|not that one the other one|not that the other
        the other one please|no i mean the other one|no i meant the other one|i meant the other one
        i mean the other one|what about the other one|and the other one|and the other|what about the other
        and what about the other one|how about the other one|tell me about the other one|the other ones|the others
        no the others|and the others|the rest|and the rest of them|and the rest
    """),
    "not-that": listed("""
        that is not what i asked|that is not what i meant|not what i asked|not what i meant|that is not it
        not that|wrong|you misunderstood|you misunderstood me|you did not understand|you do not understand
        you do not understand me|no not that|that is wrong|wrong answer|that is not right
        that is not my question|not my question|that does not answer my question|that did not answer my question
        that does not help|that did not help|this is not what i asked|this is not what i meant
        that is not an answer|that is no answer|not an answer|that was not an answer|that was no answer
        that is not my answer|not that either|that is not it either|nor that|that did not answer it
        you are not answering|you are not answering my question|answer my question then|that is no help
        that was no help|i did not ask that|i did not ask about that|i asked something else|i meant something else
        that was not my question|you got it wrong|you are not listening|that is not what i wanted
        no that is not it|no that is not what i asked|no that is not what i meant|not it|no wrong|not helpful
        that was not helpful|that is not helpful|not what i wanted|that is not the answer
        you did not answer my question|you are wrong|that was not what i asked|wrong one|not that one
        no not that one|that is not the one|i did not mean that one|no that is wrong|that is not the question
        no that is not right|you did not get it|you did not get me|you do not get it|you got me wrong
        that has nothing to do with my question|not this|that is not what i was asking|that was not it
        no it is not|no that is not what i mean|that is not what i mean|i did not mean that
        that is not what i am asking|not what i am asking|this does not answer my question
    """),
    "pause": listed("""
        wait|hold on|one moment|one minute|one second|just a moment|just a minute|just a second|wait a minute
        wait a moment|wait a second|give me a minute|give me a moment|hang on|hang on a minute|let me think
        let me read|wait wait|hold on a second|hold on a minute
    """),
    "well": listed("""
        i feel fine|i feel good|i feel great|i feel well|i feel ok|i feel okay|i feel fine though
        i feel good though|but i feel fine|but i feel good|but i feel great|i am fine|i am good|i am well
        i am doing well|i am doing fine|i am doing good|i am ok|i am okay|i feel all right|i am all right
    """),
    "number": listed("""
        give me a number|give me a percentage|give me a percent|just a number|i want a number|i want a percentage
        can you give me a number|just give me a number|give me a figure|so no number
        you do not know do you|so you do not know|you do not know|so you do not know then|you have no idea
    """),
    "source": listed("""
        where did you get that|where did you get that number|where did you get that from|where did you get this
        where did you get those numbers|where does that come from|where does that number come from
        where do you get that|where do you get that from|where do you have that from|what is your source
        what is the source|source|sources|who says that|who says so|says who|who told you that
        where is that from|where is this from|how do you know|how do you know that|how would you know
        are you sure|are you sure about that|are you certain|is that true|is that really true|is that right
        is that correct|is that number right|is that number correct|that is not true|i do not believe that
        i do not believe you
    """),
    "person": listed("""
        person|human|a person|a human|real person|a real person|operator|agent|representative|receptionist
        the receptionist|speak to a person|talk to a person|speak to a human|talk to a human|speak to someone
        talk to someone|i want a person|can i speak to someone|can i talk to someone|can i talk to a person
        can i speak to a person|let me talk to a person|i want to speak to a person|i want to talk to a person
        i want to speak to someone|i want to talk to someone|staff|can i talk to a real person
        can i speak to a real person|i want to talk to a human|i want to speak to a human|get me a person
        get me a human|front desk|the front desk|a nurse|talk to a nurse|speak to a nurse|can i talk to a nurse
        i would rather talk to a person|i need to talk to someone|i need to speak to someone|i need a person
        human please|can i talk to a human|can i speak to a human|talk to a real person|speak to a real person
        customer service
    """),
}
_STEER_OF = {phrase: steer for steer, phrases in _STEERS.items() for phrase in phrases}
_SOFTENERS = frozenset(
    "please pls plz thanks ok okay um uh well so oh the just sorry now then ah but".split()
)

# "No, I meant ...": what follows is the question. Longer ones first.
_CORRECTIONS = sorted(
    listed_in_words("""
        no i meant|no i mean|wait no i meant|wait no i mean|oh no i meant|oh wait i meant
        no wait i meant|no wait i mean|i meant|i mean|no i was asking about
        i was asking about|no i am asking about|i am asking about|no not that i meant|no i wanted to know
        no i want to know|no i want|i said|no i asked about|i asked about|no i asked|what i meant was
        what i meant is|what i mean is|i actually meant|actually i meant|sorry i meant|sorry i mean
        no sorry i meant|oh i meant|wait i meant|no not that one i meant|not that one i meant
        no not those i meant|not that i meant|no no i meant|no no i mean|not what i asked i want to know
        that is not what i asked i want to know|that is not what i meant i want to know
        no i was talking about|i was talking about|no i am talking about|i am talking about|wrong i meant
        that is not what i meant i meant|that is not what i asked i asked|no what i meant was|no rather
        no i was thinking of|i was thinking of
        you did not answer my question about|you never answered my question about|you did not answer me about
        you did not answer if|you did not answer whether|you did not say if|you did not say whether
        you did not tell me if|you did not tell me whether
        my question was about|you did not say anything about|what did you say about|what was that about
        what was it you said about|you said something about
    """),
    key=len,
    reverse=True,
)

# These say the same in other words; the answer before was not wrong.
_REFINEMENTS = frozenset(
    listed_in_words("""
        i mean|what i mean is|i am asking about|what did you say about|what was that about
        what was it you said about|you said something about
    """)
)
# "Let me talk to a nurse", in any words.
_TALKING = frozenset("talk speak chat".split())
_PEOPLE = frozenset(
    "person human people nurse someone somebody anyone anybody receptionist staff secretary clerk man woman".split()
)
_AROUND_TALKING = frozenset(
    """to with a an the real live actual can could may might i we let me please want would like need is there just
    how do rather here instead prefer at clinic now you for about it this desk front have get from right away""".split()
)

_ORDINALS = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "fifth": 4, "5th": 4,
    "sixth": 5, "6th": 5, "last": -1, "final": -1, "bottom": -1, "top": 0, "middle": 1,
}  # fmt: skip
_NUMBERS = {"one": 0, "two": 1, "three": 2, "four": 3, "five": 4, "six": 5}
_NUMBER_MARKS = frozenset("number option choice no nr answer question".split())
_ONES = frozenset(
    "one ones thing item option choice point answer question topic suggestion cause reason kind type sign".split()
)
_OF_THESE = frozenset("of those these them the list that".split())
# What may stand around "the second one" without making it a question of its own.
_CHOOSING = frozenset(
    """the a an one ones thing item option number no nr tell me more about it that this what is whats and ok okay please
    explain i want would like to know go into can you bit detail in with for let us try take pick choose choice select
    sounds good interesting hear show on then of those these them could do yes yeah simply simple details give see read
    which was mean means question answer topic point again up out my will we sound odd strange weird scary
    important looks seems hi hello thanks thank so well now just maybe also  kindly there how
    """.split()
)
# After these "first", "second" or "last" counts something else than a list on the screen.
_FOLLOWS_A_CHOICE = frozenset(
    (*_ONES, *_OF_THESE, *"is was sounds sound looks seems please about then mean means and".split())
)
# "More dangerous than the first one", "the same surgery like the first": the first operation, no place in a list.
_COMPARING = frozenset(("than", "like", "as"))
_BESIDE = {
    "after": 1,
    "next": 1,
    "following": 1,
    "below": 1,
    "before": -1,
    "previous": -1,
    "above": -1,
    "prior": -1,
}
_ALL = frozenset("both all everything".split())
_AROUND_ALL = frozenset("of them these those the please two three ok yes tell me about i want show".split())
_LONGEST_CHOICE = 14
_FEWEST_ANNOUNCED = 2
_SHORT_CORRECTION = 4
_NO = frozenset("no nope nah".split())
# After a "no" without a pause: what begins a sentence of its own.
_POINTING = ("that", "this", "it")
_AFTER_NO = SUBJECTS | WORDS_THAT_ASK | frozenset("that this the not".split())
# After "no," these begin a question of their own; "no, may" and "no, have" go on with what was said.
_ASKING = WORDS_THAT_ASK - {"whom"} | AUXILIARIES - HAVING - {"may", "must", "am"}


def read_follow_up(question: Question, conversation: Conversation) -> FollowUp:
    """Say how a message steers the conversation; NEW_QUESTION when it does not.

    A message that is more than steering is a question, perhaps with the steering cut off ("never mind, what ...").
    """
    words = question.tokens
    if not words:
        return NEW_QUESTION
    after_card = _after_card(question, conversation)
    if after_card is not None:
        return after_card
    steer = _steer(words) or _doubts(words, conversation)
    if steer in ("source", "number") and conversation.answered is None:
        steer = None
    if steer == "back" and "previous" in words and _beside(words, conversation):
        steer = None
    if steer is not None:
        return FollowUp(steer)
    chosen = (
        None
        if _announces_the_last(question)
        else _choice(words, conversation) or _led(question, conversation)
    )
    if chosen is not None:
        return chosen
    announced = _announced(question, conversation)
    return _remark(question) if announced == NEW_QUESTION else announced


def _announces_the_last(question: Question) -> bool:
    """Return whether a message opens by "ok, last one." and goes on: that counts questions, not what is listed."""
    words = question.words
    start = next((place for place, word in enumerate(words) if word.text not in _SOFTENERS), len(words))
    names_one = [word.text for word in words[start : start + 2]] == ["last", "one"]
    return names_one and start + 2 < len(words) and words[start + 2].mark == "."


# Remarks that say what a set phrase says.
_REMARKS_THAT_STEER: dict[str, Steer] = {"simpler": "simpler", "nod": "nod", "drop": "drop"}


def _remark(question: Question) -> FollowUp:
    """Read what says something of the talk, the program or the patient, and asks nothing."""
    remark = read_remark(question)
    if remark.kind in _REMARKS_THAT_STEER:
        return FollowUp(_REMARKS_THAT_STEER[remark.kind])
    return FollowUp("remark", said=remark.kind, words=remark.odd_words) if remark.kind else NEW_QUESTION


# Said at any time; but to a card, they say something.
_SAID_TO_CARDS_TOO: tuple[Steer, ...] = ("pause", "well", "source", "number")


def _after_card(question: Question, conversation: Conversation) -> FollowUp | None:
    """Read what people say to a safety card; None where they only steer ("ok", "no"), or speak of something else."""
    steer = _STEER_OF.get(" ".join(question.tokens))
    if not conversation.level or steer not in (None, *_SAID_TO_CARDS_TOO):
        return None
    is_talked_about = conversation.pending == "card"
    said = read_after_card(question, conversation.card_level, is_talked_about=is_talked_about)
    return FollowUp("after-card", said=said) if said else None


def _steer(words: Sequence[str]) -> Steer | None:
    whole = _STEER_OF.get(" ".join(words))
    if whole is not None:
        return whole
    if _PEOPLE.intersection(words) and _TALKING.intersection(words):
        return "person" if (_PEOPLE | _TALKING | _AROUND_TALKING).issuperset(words) else None
    core = [word for word in words if word not in _SOFTENERS]
    asks_what_follows = "then" in words and core in (["what"], ["and"])  # "then what", "and then"
    return _STEER_OF.get(" ".join(core)) if core and not asks_what_follows else None


def _doubts(words: Sequence[str], conversation: Conversation) -> Steer | None:
    """Read "are you sure about 10 to 40" and "that is wrong, my doctor said 5 percent" after an answer."""
    if conversation.answered is None or len(words) > _LONGEST_DOUBT:
        return None
    said = " ".join(words)
    is_sure = said.startswith("are you sure about") and any(word.isdecimal() for word in words)
    is_told = not _TOLD.isdisjoint(words) and not _WHO_TOLD.isdisjoint(words)
    return "source" if is_sure or (is_told and said.startswith(_WRONG)) else None


_LONGEST_DOUBT = 14
_TOLD = frozenset("said says told tells thinks".split())
_WHO_TOLD = STAFF | {"specialist"}
_WRONG = (
    "that is wrong",
    "that is not true",
    "that is not right",
    "this is wrong",
    "you are wrong",
    "wrong",
    "no my",
)


def _announced(question: Question, conversation: Conversation) -> FollowUp:
    """Read "no, I meant ...", "not that. The pills" and "never mind, ...": what follows is the question."""
    words = question.tokens
    if conversation.last is not None:
        for phrase in _CORRECTIONS:
            if words[: len(phrase)] == phrase and len(words) > len(phrase):
                steer: Steer = "question" if phrase in _REFINEMENTS else "instead"
                return FollowUp(steer, start=len(phrase))
    if conversation.last is not None and (start := _after_not_asked(question)):
        return FollowUp("instead", start=start)
    for place in range(1, len(words)):
        if not question.words[place].mark:
            continue
        dropped = _steer(words[:place])
        rest = words[place:]
        if dropped == "drop":
            said = _remark(from_word(question, place))
            return FollowUp("question", start=place) if said == NEW_QUESTION else said
        if conversation.last is not None and (
            (dropped == "not-that" and place >= _FEWEST_ANNOUNCED)
            or (dropped in ("no", "not-that") and len(rest) <= _SHORT_CORRECTION and rest[0] not in _ASKING)
        ):
            return FollowUp("instead", start=place)
        break
    return (
        FollowUp("instead", start=_after_no(question))
        if _contradicts(question, conversation)
        else NEW_QUESTION
    )


def _after_not_asked(question: Question) -> int:
    """Return where a message goes on after "I did not ask about X.", which names only what is not meant; else 0."""
    end = next((place for place, word in enumerate(question.words) if place and word.mark == "."), 0)
    denied = any(pair in _NOT_ASKED for pair in pairwise(question.tokens[:end]))
    return end if denied and "i" in question.tokens[:end] else 0


_NOT_ASKED = frozenset((("not", "ask"), ("never", "asked"), ("not", "asking"), ("not", "asked")))


def _contradicts(question: Question, conversation: Conversation) -> bool:
    """Return whether "no" turns an answer down before the question is asked again, in more words.

    "No, the screws. Do they wear out?", "no thats a test. how do they treat it"; but not "no pain since then".
    """
    words = question.words
    if (
        len(words) <= _SHORT_CORRECTION
        or words[0].text not in _NO
        or conversation.pending in ("choice", "card")
    ):
        return False
    is_about_answer = conversation.last is not None and bool(conversation.last.answers)
    after = words[2] if words[1].text in ADDRESSED else words[1]  # "no dear, ..."
    return is_about_answer and (bool(after.mark) or after.text in _AFTER_NO)


def _after_no(question: Question) -> int:
    """Return where the question starts behind a "no": after the sentence that only says what the answer was."""
    says_what = question.tokens[1] in _POINTING and question.tokens[2] in ("is", "was")
    ends = (place for place, word in enumerate(question.words) if place and word.mark == ".")
    return next(ends, 1) if says_what else 1


def _choice(words: Sequence[str], conversation: Conversation) -> FollowUp | None:
    """Read "2", "number 3", "tell me about the second one", "the next one", "both"; None when nothing is chosen."""
    if len(words) == 1 and words[0].isdecimal():
        entry = _at(conversation.offered, _place_of(words[0]))
        return _chosen(entry) or FollowUp("no-choice", number=words[0][:4])
    if not _ALL.isdisjoint(words) and _AROUND_ALL.union(_ALL).issuperset(words):
        return FollowUp("all" if conversation.pending == "choice" else "yes")  # of nothing: like a bare yes
    if not (conversation.offered or conversation.listed) or len(words) > _LONGEST_CHOICE:
        return None
    if len(words) == 1 and words[0] in _NUMBERS and conversation.pending == "choice":
        return _chosen(_at(conversation.offered, _NUMBERS[words[0]]))
    beside = _beside(words, conversation)
    if beside:
        return FollowUp("choice", entry=beside)
    return _numbered(words, conversation) or _in_order(words, conversation)


def _led(question: Question, conversation: Conversation) -> FollowUp | None:
    """Read "2. does that fix it": a number of the screen leads a question about it."""
    words, rest = question.words, question.tokens[1:]
    is_led = bool(rest) and words[0].text.isdecimal() and bool(words[1].mark)
    entry = _at(conversation.offered, _place_of(words[0].text)) if is_led else ""
    return _with_rest(entry, rest) if entry and points_back(rest) else None


def _numbered(words: Sequence[str], conversation: Conversation) -> FollowUp | None:
    """Read "number 3" and "option two", alone or in a question: as it is numbered on the screen."""
    for place in range(1, len(words)):
        number = words[place]
        is_word = number in _NUMBERS and words[place - 1] != "no"  # "no one believes me"
        if words[place - 1] in _NUMBER_MARKS and (number.isdecimal() or is_word):
            rest = (*words[: place - 1], *words[place + 1 :])
            entry = _at(conversation.offered, _place_of(number)) or _at(
                conversation.listed, _place_of(number)
            )
            if not entry:
                return FollowUp("no-choice", number=number[:4]) if _CHOOSING.issuperset(rest) else None
            return _with_rest(entry, rest)
    return None


def _in_order(words: Sequence[str], conversation: Conversation) -> FollowUp | None:
    """Read "the second one", "the last", "the third of those", alone or in a question.

    It counts in what is on the screen; but who is being told a list one by one goes on in that list.
    """
    places = [place for place, word in enumerate(words) if word in _ORDINALS]
    if len(places) != 1:
        return None
    place = places[0]
    after = words[place + 1 : place + 2]
    if after and after[0] not in _FOLLOWS_A_CHOICE:
        return None
    end = place + 1
    while end < len(words) and words[end] in (_ONES if end == place + 1 else _OF_THESE):
        end += 1
    start = place - 1 if place and words[place - 1] in ("the", "that", "this") else place
    if start and words[start - 1] in _COMPARING:
        return None
    lists = (conversation.offered, conversation.listed)
    is_in_list = conversation.topic in conversation.listed and conversation.pending != "choice"
    counted = [_at(one, _ORDINALS[words[place]]) for one in (reversed(lists) if is_in_list else lists)]
    entry = counted[0] or counted[1]
    if not entry:
        return None
    rest = (*words[:start], *words[end:])
    is_named = end > place + 1 or not rest
    return _with_rest(entry, rest) if is_named or _CHOOSING.issuperset(rest) else None


def _with_rest(entry: str, rest: tuple[str, ...]) -> FollowUp:
    if _CHOOSING.issuperset(rest):
        return FollowUp("choice", entry=entry)
    return FollowUp("about-choice", entry=entry, words=rest)


def _beside(words: Sequence[str], conversation: Conversation) -> str:
    """Return the entry that "the next one" or "the one before it" names beside the topic in a list, or ""."""
    steps = [word for word in words if word in _BESIDE]
    listed = conversation.listed or conversation.offered
    names_one = "one" in words or words[-1] in ("next", "previous", "following")
    others = set(words) - set(_BESIDE) - _CHOOSING
    last = next((entry for entry in reversed(conversation.told) if entry in listed), "")
    if len(steps) != 1 or not names_one or others or not last:
        return ""
    place = listed.index(last) + _BESIDE[steps[0]]
    return _at(listed, place) if place >= 0 else ""


def _place_of(number: str) -> int:
    """Return the place of "2" or "two" counted from 0; a place that no list has for 0 and for long numbers."""
    if number in _NUMBERS:
        return _NUMBERS[number]
    counted = int(number[:4])
    return counted - 1 if counted else len(number[:4]) + MOST_REMEMBERED


def _chosen(entry: str) -> FollowUp | None:
    return FollowUp("choice", entry=entry) if entry else None


def _at(entries: Sequence[str], place: int) -> str:
    return entries[place] if -len(entries) <= place < len(entries) else ""
