"""A thing that is only named beside a question: "MRI and what about stimulators", "posture tips; are you open today".

Nothing in such words asks, so that they would be taken for what leads to the question. They are asked about where they
name their entry and the question is clear without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chatbot.decision.joints import only_names
from chatbot.decision.message import SMALL_TALK, Decided, Message
from chatbot.decision.trust import STANDS_ALONE, trusted
from chatbot.english.function_words import content_words, points_back
from chatbot.normalise import Question
from chatbot.parts import opens_or_requests

_JOINING = frozenset("and also plus".split())
_PARTING = frozenset("?;\n/+&")
_MOST_WORDS_NAMING = 12
_FEWEST_ASKING = 3  # words
# What every patient can tell is no thing that is asked about: "back pain after my fusion and can I swim".
_TOLD_BY_ALL = frozenset("back pain surgery operation op fusion fused spine spinal lumbar".split())
# How sure a question that points back must be of something else: "fibrosis and what is the worst that could happen".
_POINTING = 0.95
# How sure it must be that a question asks something of what was named, so that the two are one.
_LEANS = 0.5


def decide_named_beside(message: Message) -> Decided | None:
    """Decide on a message that names a thing and asks a question about another; None for any other."""
    for first, second in _sides(message.question):
        named, asked = (first, second) if only_names(first) else (second, first)
        if not _may_be_two(named, asked):
            continue
        thing, other = _sure(message, named), _sure(message, asked)
        is_clear = thing[1] >= STANDS_ALONE and other[1] >= (
            _POINTING if points_back(asked) else STANDS_ALONE
        )
        if not is_clear or thing[0] == other[0] or not _is_named(message, named, thing[0]):
            continue
        if not _leans(message, thing[0], other[0], asked):
            rule = "a thing that is only named, and a question beside it"
            entries = (thing, other) if named is first else (other, thing)
            return Decided("answer", entries, rule=rule, matched=message.whole)
    return None


def _sides(question: Question) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the two sides of each place where a message may be parted."""
    words, tokens = question.words, question.tokens
    for place in range(1, len(words)):
        start = place
        while start < len(words) and tokens[start] in _JOINING:
            start += 1
        gap = question.text[words[place - 1].end : words[place].start]
        is_parted = start > place or not _PARTING.isdisjoint(gap)
        if is_parted and start < len(words) and tokens[place - 1] not in _JOINING:
            yield tokens[:place], tokens[start:]


def _may_be_two(named: Sequence[str], asked: Sequence[str]) -> bool:
    """Return whether words only name something, and others ask by themselves."""
    if len(named) > _MOST_WORDS_NAMING or len(asked) < _FEWEST_ASKING or not only_names(named):
        return False
    return opens_or_requests(asked)


def _sure(message: Message, tokens: Sequence[str]) -> tuple[str, float]:
    """Return which entry some words are about by themselves, and how sure that is."""
    matched = message.match_words(tokens)
    is_told = message.kinds.get(matched.entry, SMALL_TALK) != SMALL_TALK and not matched.elsewhere
    content = content_words(tokens)
    if is_told and len(content) == 1 and matched.entry in message.named_by(content[0])[:1]:
        return matched.entry, max(matched.confidence, STANDS_ALONE)
    return (matched.entry, trusted(matched, STANDS_ALONE)) if is_told else ("", 0.0)


def _is_named(message: Message, tokens: Sequence[str], entry: str) -> bool:
    """Return whether one of some words names an entry, and is none that every patient tells."""
    return any(word not in _TOLD_BY_ALL and entry in message.named_by(word) for word in content_words(tokens))


def _leans(message: Message, named: str, alone: str, asked: Sequence[str]) -> bool:
    """Return whether a question asks something else of the entry that is named beside it than it asks `alone`."""
    leaning = message.follow_up(named, asked) if message.follow_up else None
    return leaning is not None and leaning[1] >= _LEANS and leaning[0] != alone
