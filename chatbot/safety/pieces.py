"""A sign told in pieces: "I have numbness", and in the next message "in my private area".

People press Enter after half a sentence, ask what a thing is before they say that they have it, or answer the quiet
line with "yes, that's me". So the short messages before count, too. What the pieces say together is for the triage to
decide; here is only which of them belong together.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from chatbot.english.courtesy import without_courtesy
from chatbot.english.function_words import AUXILIARIES, BEING, HAVING, SUBJECTS, WORDS_THAT_ASK
from chatbot.normalise import Question, normalise
from chatbot.safety.after_all.affirming import affirmed, affirms
from chatbot.safety.signs import NOTHING, SERIOUS, Finding, Level, SafetyRules
from chatbot.safety.triaging import triage

MOST_WORDS = 12  # of a message that may be a piece
MOST_PIECES = 2  # before the message that is read


class Earlier(NamedTuple):
    """The latest messages of a conversation, as far as they may be pieces of one report.

    `pieces` are their words, the oldest first; empty after a long message. `is_general`: the last of them was asked in
    general. `about` is what the last message only talked about, which a "yes" turns into a report.
    """

    pieces: tuple[str, ...] = ()
    is_general: bool = False
    about: Finding = NOTHING


NOTHING_EARLIER = Earlier()

_ASKING = WORDS_THAT_ASK | AUXILIARIES - {"am", "have", "has"}
_BEFORE_A_THING = (
    WORDS_THAT_ASK
    | AUXILIARIES
    | frozenset("about the a an signs sign symptoms symptom of it there any normal to common for".split())
)
# "And does it hurt", "ok. can my fusion be made longer" ask, though they do not begin with the word that asks. "And is
# numb now" goes on with what was told.
_JOINING = frozenset("and also but so well then".split())
_ASKED_OF_A_SUBJECT = BEING | HAVING
_SUBJECTS = SUBJECTS | {"my", "his", "her", "the"}
# What goes on from a general question to a report says who has it, or points back: "have that since Monday". After
# "what is scar tissue" neither "my locker won't open" nor "poker hands" does so.
_GOING_ON = frozenset(
    "i me mine myself he she him her hers we us they them it its that this those these there yes yeah yep same".split()
)
# Or it says where, since when or what besides: "can screws cause numbness", and then "in the saddle area".
_GOING_ON_WITH = frozenset(
    "in between around on at down under behind near and with since also both all".split()
)
# Whose it is that is asked about: "why is my scar red", "what about the scar". "What is scar tissue" is about nobody's.
_OWNERS = frozenset("i me my mine he him his she her hers we us our about".split())
_DENYING = frozenset("no not never none thanks thank nothing fine".split())


def told_in_pieces(question: Question, alone: Finding, earlier: Earlier, rules: SafetyRules) -> Finding:
    """Return what a message says together with the ones before it, if that is more serious than what it says `alone`.

    Else return `alone`, as also where the earlier messages say as much without this one: "what is foot drop" and then
    "just asking" report nothing. Only what the rules find counts here: two messages put together may well be like some
    example by chance. The `spans` of such a finding are empty, because they would lie in another message.
    """
    if alone.level == "emergency" or not 0 < len(question.words) <= MOST_WORDS or _asks(question):
        return alone
    if earlier.about.quiet and alone.level == "none":
        if affirms(question):
            return affirmed(earlier.about, question, rules, "told in pieces")
        if not _DENYING.isdisjoint(question.tokens):
            return alone
    if earlier.is_general and not _goes_on(question.tokens):
        return alone
    found = alone
    before = [" ".join(earlier.pieces[start:]) for start in range(len(earlier.pieces))]
    for said in before:
        together = triage(normalise(f"{said} {question.text}"), rules)
        if not together.is_guess and SERIOUS[together.level] < SERIOUS[found.level]:
            found = together._replace(spans=(), rule=f"{together.rule}, told in pieces")
    if found is alone or any(_raises(said, found.level, rules) for said in before):
        return alone
    return found


def _raises(said: str, level: Level, rules: SafetyRules) -> bool:
    return SERIOUS[triage(normalise(said), rules).level] <= SERIOUS[level]


def remembered(question: Question, found: Finding, earlier: Earlier) -> Earlier:
    """Return what to remember for the next message."""
    about = found if found.is_about else NOTHING
    if len(question.words) > MOST_WORDS:
        return Earlier(about=about)
    piece = _piece(question)
    pieces = tuple(piece for piece in (*earlier.pieces, piece) if piece)[-MOST_PIECES:]
    is_general = _asks_in_general(question) if piece else earlier.is_general
    return Earlier(pieces, is_general, about)


def _asks(question: Question) -> bool:
    return (
        "?" in question.text
        or question.tokens[0] in _ASKING
        or any(word in WORDS_THAT_ASK and after in AUXILIARIES for word, after in pairwise(question.tokens))
        or _asks_behind_an_opening(without_courtesy(question.tokens))
    )


def _goes_on(tokens: Sequence[str]) -> bool:
    return tokens[0] in _GOING_ON_WITH or not _GOING_ON.isdisjoint(tokens)


def _asks_in_general(question: Question) -> bool:
    """Return whether a message asks of nobody's; "can not go" asks nothing."""
    return _asks(question) and _OWNERS.isdisjoint(question.tokens) and question.tokens[1:2] != ("not",)


def _asks_behind_an_opening(tokens: Sequence[str]) -> bool:
    """Return whether what stands behind "and" or "so" asks something; "and can not walk" does not."""
    start = next((place for place, word in enumerate(tokens) if word not in _JOINING), len(tokens))
    asking, after = tokens[start : start + 1], tokens[start + 1 : start + 2]
    if _ASKING.isdisjoint(asking) or "not" in after:
        return False
    return _ASKED_OF_A_SUBJECT.isdisjoint(asking) or not _SUBJECTS.isdisjoint(after)


def _piece(question: Question) -> str:
    """Return the words of a message without those that only ask: "what about the scar" is "scar"."""
    start, words = 0, question.words
    if words and words[0].text in _ASKING:
        while start < len(words) and words[start].text in _BEFORE_A_THING:
            start += 1
    return question.text[words[start].start :].rstrip(" ?.!") if start < len(words) else ""
