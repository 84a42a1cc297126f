"""Words of hesitation inside a report: "I like cannot feel, you know, my legs", "I well want it all to end".

They come from dictation and from people who find it hard to say. Each may be meant as it stands ("feels like", "not
well", "the ER"), so the message is read without them only where nothing was found with them.
"""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.english.function_words import FUNCTION_WORDS
from chatbot.normalise import Question

_SOUNDS = frozenset(("hm", "hmm"))
# Behind one of these the word is meant as it stands.
_MEANT_BEHIND = frozenset(
    """the to an in at a from of my this that feel feels felt feeling look looks looked sound sounds seem seems smell
    smells taste tastes something anything nothing would not just more is was are be been am as very so really too
    pretty quite doing sleep sleeping eat eating went going get getting healing walk work did do done things it unless
    much""".split()
)
# "Swollen like a balloon", "I did well", "well since".
_LIKENED_TO = frozenset(
    "a an the my someone somebody something when before if i it he she they this that those".split()
)
_DOING_WELL = frozenset(
    "since ever now again after before until then and so but for in on with enough known".split()
)
_MEANT_BEFORE = {"like": _LIKENED_TO, "well": _DOING_WELL, "er": frozenset[str]()}
_IN_TWO = frozenset((("you", "know"), ("i", "mean")))
_BEFORE_YOU_KNOW = frozenset("do did if as would should let because and that who how what".split())
_BEHIND_YOU_KNOW = frozenset(
    "what that if how why who whether the a any anything about where when is of to".split()
)


def without_hesitation(question: Question) -> Question | None:
    """Return a message without its words of hesitation, None where it has none or is nothing else."""
    tokens = question.tokens
    places = range(len(tokens))
    alone = {place for place in places if _says_nothing(tokens, place)}
    likened = {
        place for place in alone if tokens[place] == "like" and tokens[place - 1] not in FUNCTION_WORDS
    }
    sounds = {place for place in places if tokens[place] in _SOUNDS}
    in_two = [place for place in places if _says_nothing_in_two(tokens, place)]
    dropped = (alone - likened) | sounds | {at for place in in_two for at in (place, place + 1)}
    if dropped or len(likened) > 1:  # who hesitates once does so again; a lone "like" may liken two things
        dropped |= likened
    if not dropped or len(dropped) == len(tokens):
        return None
    kept = [place for place in places if place not in dropped]
    words = tuple(question.words[place] for place in kept)
    return Question(question.text, words, tuple(tokens[place] for place in kept))


def _says_nothing(tokens: Sequence[str], place: int) -> bool:
    """Return whether a "like", "well" or "er" between two words is not meant as it stands."""
    meant_before = _MEANT_BEFORE.get(tokens[place])
    if meant_before is None or not 0 < place < len(tokens) - 1:
        return False
    return tokens[place - 1] not in _MEANT_BEHIND and tokens[place + 1] not in meant_before


def _says_nothing_in_two(tokens: Sequence[str], place: int) -> bool:
    """Return whether a "you know" or "I mean" begins here that is not meant as it stands."""
    if tokens[place : place + 2] not in _IN_TWO or place + 2 >= len(tokens):
        return False
    before = tokens[place - 1] if place else ""
    return before not in _BEFORE_YOU_KNOW and tokens[place + 2] not in _BEHIND_YOU_KNOW
