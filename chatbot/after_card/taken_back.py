"""How much of a message takes a safety card back: "What? No, I only asked about the scan. How long does it take".

A patient who got a card without reason often denies it and asks the question again, all in one message. The denial is
read by a closed list of words: the first word that is not on the list ends it, and the rest is read as a message of
its own. A sign that a rule of safety finds is never taken back by this: `engine` asks here only where there is none.
"""

from __future__ import annotations

from chatbot.english.function_words import WORDS_THAT_ASK
from chatbot.normalise import Question

_DENYING = frozenset(
    """no not nope nah nobody noone none never nothing stop wrong mistake joke joking kidding misread misunderstood
    fine good well okay ok false only just""".split()
)
_EXCLAIMING = frozenset(
    """oh what why huh goodness gracious heavens heaven lord god gosh dear me lol haha ha hey wait now really please
    seriously sorry man lady darling honey sir mate love thanks thank you but and so because well""".split()
)
_OF_THE_ALARM = frozenset(
    """alarm alarms card number line thing hotline ambulance hospital doctor emergency 911 988 help call calling called
    need needs needed suicide suicidal dying die dead kill killing hurt hurting harm harming myself himself herself
    danger serious sick bleeding blood wound fever numb numbness weak pain chest bladder leg legs""".split()
)
_OF_CARDS = frozenset("alarm alarms hotline ambulance emergency 911 988".split())
_OF_MISREADING = frozenset(
    """misread misunderstood understand understood wrong mean means meant mean said say saying told telling ask asked
    asking talk talking spoke speaking about figure speech word words expression joke joking kidding funny doing
    happening happened thinking thought feeling feel thoughts plan planning wanting know
    knows knew known aware""".split()
)
_SMALL = frozenset(
    """i you he she it we they this that there here my your his her is am are was were be been has have had do does did
    will would could the a an of with for in on to at all any such as like quite very just only still going go got get
    its months month years year weeks week days long time ago since before after operation surgery same
    always usual usually new old anymore more again one upset angry mad pissed off annoyed cross tired
    bored""".split()
)
_WORDS = _DENYING | _EXCLAIMING | _OF_THE_ALARM | _OF_MISREADING | _SMALL
_STARTING_A_QUESTION = WORDS_THAT_ASK | {"can", "could", "tell", "answer", "should"}


def taken_back_until(question: Question) -> int:
    """Return how many words of a message take back what a safety card took it for; 0 for none.

    All of them where it does nothing else. A denial ends at a pause, or where a question begins.
    """
    words = question.words
    end = next((place for place, word in enumerate(words) if not _may_deny(word.text)), len(words))
    while 0 < end < len(words) and not (words[end].mark or words[end].text in _STARTING_A_QUESTION):
        end -= 1
    return end if any(word.text in _DENYING for word in words[:end]) else 0


def names_alarm(question: Question, end: int) -> bool:
    """Return whether the first words of a message, up to `end`, speak of the card or its number by name."""
    return not _OF_CARDS.isdisjoint(question.tokens[:end])


def _may_deny(word: str) -> bool:
    return word in _WORDS or word.isdecimal()
