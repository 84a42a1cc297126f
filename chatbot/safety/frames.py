"""Short parts of a message in which the words around a sign (its frame) say more than likeness can.

Likeness goes by the words of the sign most of all. So "I am not losing feeling in my saddle" is like the examples of an
emergency, and "what does it mean that I had a seizure" is like an ordinary question about seizures. Here such frames
are told by their wording. `weighing` then asks for more, or less, of a lead.

`talk` and `negation` do the same for the rules. They know where the sign stands; here only the words are known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatbot.normalise import Question
from chatbot.safety.signs import Finding

_LONGEST_DENIAL = 12  # words
# How a clause begins that only denies ("I am not"), does not want ("he would hate") or fears ("worried about").
_ONLY_DENIES = re.compile(
    r"(?:(?:luckily|thankfully|thank|god|and|well|so|yes|no|ok|but|that|to|my|his|her|husband|wife|dad|mom) )*"
    r"(?:(?:i|he|she|we|they|it) )?(?:(?:am|is|are|was|were|have|has|had|do|does|did) )?"
    r"(?:(?:not|never|no longer) (?!feel|know|sure|only|able|until|stop|enough|want (?!to)|move|wake|respond)"
    r"|would (?:hate|dread|prefer|rather|never)\b|(?:hope|pray|hoping|praying)\b"
    r"|(?:worry|worried|afraid|scared|terrified|dread) (?:that|of|about|i)\b)"
)
_DENIED_OR_FEARED = frozenset(("denied", "about"))  # kinds of `context.Status`
_DENIERS = frozenset("no not never".split())
# With one of these a denial says more: "not getting less", "not until today".
_SAYING_MORE = frozenset(
    """but just only until till less more better enough much right all always yet unless except though while because
    now since today again still started when if like""".split()
)
# What takes for granted what stands behind it: "why do I ...", "what makes my ...", "I was fine until I ...".
_PRESUPPOSING = re.compile(
    r"\b(?:what (?:does|could|can|would|might) it mean (?:that|when|if) (?:i|my|he|she)|am i supposed to be"
    r"|why (?:(?:do|did|am|have|does|has|is) (?:i|he|she)|(?:did|is|are|has|have) my)"
    r"|how come (?:i|my|he|she)|(?:what|that) makes (?:me|my|him|her)"
    r"|(?:fine|good|ok|great|well) until (?:i|my|he|she)|pretty sure i)\b"
)
_PRESUPPOSING_WORDS = frozenset("why mean makes supposed come until sure".split())


def only_denies(finding: Finding, question: Question, start: int, end: int) -> bool:
    """Return whether these words are one short clause that only denies, fears or does not want a sign.

    `finding` is what the rules made of the message: they must have let a sign down, as denied or only talked about.
    """
    dismissed = set(finding.dismissed)
    tokens = question.tokens[start:end]
    is_short = len(tokens) <= _LONGEST_DENIAL and not any(
        word.mark for word in question.words[start + 1 : end]
    )
    if not is_short or not dismissed or not dismissed <= _DENIED_OR_FEARED or finding.quiet == "crisis":
        return False
    if sum(token in _DENIERS for token in tokens) > 1 or not _SAYING_MORE.isdisjoint(tokens):
        return False
    return _ONLY_DENIES.match(" ".join(tokens)) is not None


def presupposes(tokens: Sequence[str]) -> bool:
    """Return whether these words take for granted what they ask about: "why do I faint", "what makes my leg weak"."""
    return not _PRESUPPOSING_WORDS.isdisjoint(tokens) and _PRESUPPOSING.search(" ".join(tokens)) is not None
