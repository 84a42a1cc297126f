"""Questions that ask whether pain ends: "will it ever go away for good", "I want to know if the pain will be over".

A wish to die is told in the same words ("I want it to be over"), so that the commonest question of all was taken for
one. A closed list of words tells them apart: no "I" and no "me" is on it, and who says more is read as ever.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.english.courtesy import unwrap
from chatbot.english.function_words import AUXILIARIES, WORDS_THAT_ASK
from chatbot.english.phrases import by_first_word, listed, phrase_at

# Behind "I hope" it is about pain in so many words, for "I hope it ends" may be more.
_HOPING = by_first_word(listed("i hope|i just hope|hopefully|i hoped|i was hoping|hoping"))
_JOINING = frozenset("and but then".split())
_ASKING = AUXILIARIES | WORDS_THAT_ASK | {"if", "whether"}
_PAINS = frozenset(
    """pain pains ache aches aching soreness stiffness numbness tingling burning cramp cramps spasm spasms swelling
    limp backache discomfort""".split()
)
_ENDING = frozenset("gone away stop stops end ends over disappear disappears vanish vanishes rid".split())
# "When will it all end", "will it ever be over" and "make it stop" may be a sigh, or more, where no pain is named.
_MAY_BE_MORE = frozenset("all everything end ends over rid make makes made".split())
_SAID = (
    _PAINS
    | _ENDING
    | _MAY_BE_MORE
    | AUXILIARIES
    | WORDS_THAT_ASK
    | frozenset(
        """be been being it its this that these the my his her a an of any some most half or not no if whether until
        till before after afterwards then with without by from for in on to there chance possible likely hope
        get gets go goes going ever finally completely totally fully entirely good forever soon one day
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
    # What opens it may go ("tell me", "I want to know"); not what closes it, which may be a goodbye.
    rest = [word for word in tokens[unwrap(tokens)[0] :] if word not in _JOINING]
    hoping = phrase_at(rest, 0, _HOPING) if rest else 0
    asked = rest[hoping:]
    if not asked or not _SAID.issuperset(asked):
        return False
    is_question = asked[0] in _ASKING
    if _PAINS.isdisjoint(asked):
        return is_question and _MAY_BE_MORE.isdisjoint(asked)
    return is_question or bool(hoping)
