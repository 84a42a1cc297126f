"""An illness that is told of, or a part of the body, and is not ours: "I have gout. Do shots help?".

What is asked may be of that, so at most it is offered. What tells nothing is for `idle_parts`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from chatbot.decision import GENERAL, Decided
from chatbot.english.function_words import STAFF
from chatbot.knowledge import FEWEST_CHOICES, EntryKind
from chatbot.matching import Matcher
from chatbot.matching.features import stem

_OF_WHAT_IS_TOLD = "may ask of something that is outside of what is told here"
# Of whom an illness is told, or what it does: "I have gout", "my knee hurts".
_AILING = frozenset(
    """have has had having got diagnosed with suffer suffers suffering hurt hurts hurting aches sore bad broke broken
    torn replaced swollen""".split()
)
_OWNERS = frozenset("my his her our their".split())
_SIDES = frozenset("left right other bad".split())
# Beside the things that the lexicon says other parts have, too.
_ANY_SUBJECT_HAS = frozenset(
    "pills pill medicine medicines meds tablets painkillers drugs done options".split()
)


def tells_of_elsewhere(told: Sequence[str], matcher: Matcher) -> bool:
    """Return whether words tell of an illness or a part of the body that is not ours: "I have gout".

    Of a part that is somebody's own, whatever is told of it: "my shoulder is frozen".
    """
    is_told = not _AILING.isdisjoint(told) or _is_of_own_part(told, matcher)
    return is_told and matcher.names_elsewhere(told)


def _is_of_own_part(told: Sequence[str], matcher: Matcher) -> bool:
    """Return whether words name another part of somebody's body: "my shoulder", "her left knee"."""
    named = (token for token in told if token not in _SIDES)
    return any(owner in _OWNERS and stem(part) in matcher.home.other_parts for owner, part in pairwise(named))


def asks_of_what_is_told(
    told: Sequence[str], asked: Sequence[str], matcher: Matcher, *, is_fragment: bool
) -> bool:
    """Return whether a question may be about an illness or a part of the body that is told of, and is not ours.

    "I have gout. Do shots help?" may be, for gout has shots, too; so may what any subject could be asked
    (`is_fragment`: "what are my options"). "I have asthma. What is scar tissue?" is about what it names.
    """
    if not tells_of_elsewhere(told, matcher):
        return False
    if matcher.speaks_of_home(asked) or not STAFF.isdisjoint(asked):
        return False
    return (
        is_fragment or bool(matcher.names_what_others_have(asked)) or not _ANY_SUBJECT_HAS.isdisjoint(asked)
    )


def offered(alone: Decided, whole: Decided, kinds: Mapping[str, EntryKind]) -> Decided:
    """Return the decision on a message that nothing answers as one that may ask what its last question, `alone`, would.

    The decision on the `whole` where it has an answer, and where there are not two to choose from.
    """
    found = [entry for entry, _ in alone.entries] + list(alone.runners_up)
    choices = tuple(entry for entry in dict.fromkeys(found) if kinds[entry] in GENERAL)[:FEWEST_CHOICES]
    if whole.kind != "unknown" or alone.kind != "answer" or len(choices) < FEWEST_CHOICES:
        return whole
    return whole._replace(kind="clarify", choices=choices, rule=_OF_WHAT_IS_TOLD)
