"""Questions that ask whether pain ends: "will it ever go away for good", "I want to know if the pain will be over".

A wish to die is told in the same words ("I want it to be over"), so that the commonest question of all was taken for
one. A closed list of words tells them apart: no "I" and no "me" is on it, and who says more is read as ever.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.function_words import AUXILIARIES, WORDS_THAT_ASK
from chatbot.phrases import by_first_word, listed, phrase_at

# What leads to the question; behind "I hope" it is about pain in so many words, for "I hope it ends" may be more.
_LEADING = by_first_word(
    listed("""
    i want to know|i just want to know|i would like to know|i need to know|i would love to know|tell me
    please tell me|can you tell me|could you tell me|do you know|i wonder|i am wondering|just wondering|wondering
    """)
)
_HOPING = by_first_word(listed("i hope|i just hope|hopefully|i hoped|i was hoping|hoping"))
_BEFORE = frozenset("so and but well hi hello hey please ok okay doctor doc then".split())
_ASKING = AUXILIARIES | WORDS_THAT_ASK | {"if", "whether"}
_PAINS = frozenset(
    """pain pains ache aches aching soreness stiffness numbness tingling burning cramp cramps spasm spasms swelling
    limp backache discomfort""".split()
)
_ENDING = frozenset("gone away stop stops end ends over disappear disappears vanish vanishes rid".split())
# "When will it all end" and "will it ever be over" may be a sigh, or more, where no pain is named.
_SIGHING = frozenset("all everything end ends over rid make makes made".split())
_SAID = (
    _PAINS
    | _ENDING
    | _SIGHING
    | AUXILIARIES
    | WORDS_THAT_ASK
    | frozenset(
        """be been being it its this that these the my his her a an of any some most half or not no if whether until
        till before after afterwards then with without by from for in on to there chance possible likely hope make
        makes made get gets go goes going ever finally completely totally fully entirely good forever soon one day
        eventually permanently time long quickly fast just really again even back leg legs nerve foot hip buttock
        neck old bad awful chronic lasting own itself once surgery operation revision fusion redo another second
        third new shot shots injection injections therapy exercise healing heals heal healed weeks months years week
        month year so now""".split()
    )
)


def asks_whether_pain_ends(tokens: Sequence[str]) -> bool:
    """Return whether these words only ask whether, when or how pain ends, or hope that it does."""
    if _ENDING.isdisjoint(tokens):
        return False  # as of most messages
    start = 0
    while start < len(tokens) and tokens[start] in _BEFORE:
        start += 1
    rest = tokens[start:]
    leading = phrase_at(rest, 0, _LEADING) if rest else 0
    hoping = phrase_at(rest, 0, _HOPING) if rest and not leading else 0
    asked = rest[leading + hoping :]
    if not asked or not _SAID.issuperset(asked):
        return False
    is_question = asked[0] in _ASKING or bool(leading)
    if _PAINS.isdisjoint(asked):  # of a mere "it", to end and to be over may be meant of one's life
        return is_question and _SIGHING.isdisjoint(asked)
    return is_question or bool(hoping)
