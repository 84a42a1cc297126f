"""Questions that take a sign for granted, so that it is there: "why do I faint", "how do I stop leaking" (rule 16).

Three steps ask, each of what it has in hand: `verdict` of a sign ("does that explain why I faint"), `persons` of
somebody who is named ("why do I"), and `weighing` of words alone, where no rule has found a sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatbot.safety.in_context.context import Context, start_of_clause
from chatbot.safety.reading.places import Place
from chatbot.safety.windows import WHY_RAW

# "Why I faint" is asked of what is there, "why I may faint" or "why I need a scan" is not.
_SOMEBODY = (["i"], ["he"], ["she"], ["my"], ["his"], ["her"])
_NOT_SURELY_SO = frozenset(
    """may might could would should can will need needs want wants have do did was worry worried afraid not never no
    get take""".split()
)
# "How do I stop leaking": who asks that leaks.
_STOPPING = frozenset("stop stops quit".split())
_BEFORE_A_STATE = frozenset("having getting going being feeling running".split())
_WHO_STOPS = frozenset("i he she it my".split())
# "Why do I need a scan for chest pain": what is only asked for is not there.
_NEEDING = frozenset("need want ask see take call worry".split())
# What takes for granted what stands behind it: "why do I ...", "what makes my ...", "I was fine until I ...".
_PRESUPPOSING = re.compile(
    r"\b(?:what (?:does|could|can|would|might) it mean (?:that|when|if) (?:i|my|he|she)|am i supposed to be"
    r"|why (?:(?:do|did|am|have|does|has|is) (?:i|he|she)|(?:did|is|are|has|have) my)"
    r"|how come (?:i|my|he|she)|(?:what|that) makes (?:me|my|him|her)"
    r"|(?:fine|good|ok|great|well) until (?:i|my|he|she)|pretty sure i)\b"
)
# What says when it began has begun: "I get out of breath on the stairs since surgery".
_BEGINNING = re.compile(
    r"\b(?:since (?:(?:my|the|his|her|this|last) )?(?:surgery|operation|op|fusion|procedure|injection|revision"
    r"|yesterday|night|morning|noon|weekend|[a-z]+day)"
    r"|(?:started|began) (?:yesterday|today|last night|this morning|[a-z]+day))\b"
)
_BEGINNING_WORDS = frozenset("since started began".split())
_PRESUPPOSING_WORDS = frozenset("why mean makes supposed come until sure".split())


def is_to_be_explained(place: Place, context: Context, low: int) -> bool:
    """Return whether a "why" takes the sign for granted: "does that explain why I faint"; not "why I may faint"."""
    words, content = context.reading.words, context.reading.content
    first = content[place.first]
    texts = [word.text for word in words[max(content[low], first - WHY_RAW) : first]]
    if "why" not in texts:
        return False
    behind = texts[texts.index("why") + 1 :]
    return behind[:1] in _SOMEBODY and _NOT_SURELY_SO.isdisjoint(behind)


def is_to_stop(place: Place, context: Context, low: int) -> bool:
    """Return whether somebody asks how, or when, a sign of theirs will stop: "how do I stop fainting"."""
    words, content = context.reading.words, context.reading.content
    start, first = start_of_clause(content[low], context), content[place.first]
    own = {content[part] for part in place.parts}  # "stop breathing" is a sign itself
    for at in range(start, first):
        if words[at].text not in _STOPPING or at in own:
            continue
        following = words[at + 1].text
        is_sign = following.endswith("ing") and (
            (at + 1 >= first - 1 and at + 1 <= content[place.last]) or following in _BEFORE_A_STATE
        )
        return is_sign and any(word.text in _WHO_STOPS for word in words[start:at])
    return False


def is_asked_why(index: int, context: Context) -> bool:
    """Return whether "why do I" stands up to here and presupposes what follows; not "why do I need" a test of it."""
    words = context.reading.words
    following = [word.text for word in words[index + 1 : index + 3]]
    is_why = index > 1 and words[index - 2].text == "why"
    return is_why and _NEEDING.isdisjoint(following[:1]) and following != ["have", "to"]


def presupposes(tokens: Sequence[str]) -> bool:
    """Return whether these words take for granted what they ask about: "why do I faint", "what makes my leg weak"."""
    return not _PRESUPPOSING_WORDS.isdisjoint(tokens) and _PRESUPPOSING.search(" ".join(tokens)) is not None


def names_its_beginning(tokens: Sequence[str]) -> bool:
    """Return whether these words say that something began of late: "since surgery", "started yesterday"."""
    return not _BEGINNING_WORDS.isdisjoint(tokens) and _BEGINNING.search(" ".join(tokens)) is not None
