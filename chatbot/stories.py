"""A long story with a question in it: what the sentence that asks adds to what the whole says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from chatbot.function_words import FUNCTION_WORDS, points_back
from chatbot.matching import NO_CONTEXT, Context, Match, Matched
from chatbot.normalise import Question
from chatbot.parts import Stretch, asking, segments

LONG_STORY_WORDS = 22
# A story that is so clear as a whole needs no witness.
CLEAR_STORY = 0.8
SHORTEST_WITNESS = 4  # words; shorter sentences of a story lean on the rest of it
# A sentence is read with the stretches before it that make so many words together, cut to so many.
WORDS_AROUND, MOST_AROUND = 25, 31
# What a sentence says is said by the whole as well: no independent witness.
TRUST_IN_A_WITNESS = 0.7
# A few words that lean on the story ("is that common") decide when it is so sure what they ask for.
# Measured: from 0.96 on two stories more are right than with 0.95, and no other one changes.
SURE_FOLLOW_UP = 0.97
LONGEST_FOLLOW_UP_WORDS = 10
LONGEST_ALONE = 5  # words of one that does not point back

# What a fragment asks for after an entry, and how sure that is.
FollowUpReader = Callable[[str, Sequence[str]], tuple[str, float] | None]


class MatchWords(Protocol):
    """Matches words in a context, without what the patient turned down."""

    def __call__(self, words: Sequence[str], context: Context = NO_CONTEXT) -> Matched:
        """Return the best entries."""


def focus(
    question: Question,
    match_words: MatchWords,
    kinds: Mapping[str, str],
    whole: Matched,
    follow_up: FollowUpReader | None,
) -> Matched:
    """In a long story, let the sentence that asks add to what the whole says; return anything else as it is.

    Each entry's confidence is the chance that not all that speaks for it is wrong: the whole, and the sentence that
    asks, in the light of the story or of what was said just before. A thank-you in a story is no witness.
    """
    if len(question.words) < LONG_STORY_WORDS or not whole.ranking.matches:
        return whole
    stretches = segments(question)
    questions = asking(question.tokens, stretches)
    if follow_up is not None:
        for one in questions:
            asked = _asked_at_last(question.tokens[one.start : one.end], whole.entry, follow_up)
            if asked is not None and kinds.get(asked[0], "smalltalk") != "smalltalk":
                return _led_by(whole, *asked)
    if whole.confidence >= CLEAR_STORY or not questions:
        return whole
    return _weighed(whole, _heard(question.tokens, questions[0], stretches, match_words, kinds))


def _asked_at_last(tokens: Sequence[str], topic: str, follow_up: FollowUpReader) -> tuple[str, float] | None:
    """Return what a few words that lean on the story surely ask for. An "if" asks nothing."""
    longest = LONGEST_FOLLOW_UP_WORDS if points_back(tokens) else LONGEST_ALONE
    if len(tokens) > longest or tokens[0] == "if":
        return None
    asked = follow_up(topic, tokens)
    return asked if asked is not None and asked[1] >= SURE_FOLLOW_UP and asked[0] != topic else None


def _led_by(whole: Matched, entry: str, sure: float) -> Matched:
    """Return the ranking with this entry first."""
    matches, confidences = whole.ranking.matches, whole.confidences
    known = next(
        (match for match in matches if match.entry == entry), Match(entry, matches[0].score, 0.0, 0.0)
    )
    others = [(m, min(c, 1 - sure)) for m, c in zip(matches, confidences, strict=True) if m.entry != entry]
    return whole._replace(
        ranking=whole.ranking._replace(matches=(known, *(match for match, _ in others))),
        confidences=(sure, *(chance for _, chance in others)),
    )


def _heard(
    tokens: Sequence[str],
    asked: Stretch,
    stretches: Sequence[Stretch],
    match_words: MatchWords,
    kinds: Mapping[str, str],
) -> dict[str, tuple[Match, float]]:
    """Return, for each entry that the sentence speaks for, how clearly it does in its clearer reading."""
    readings = [match_words(tokens[_start_before(asked, stretches) : asked.end])]
    if asked.end - asked.start >= SHORTEST_WITNESS:
        story = Context(words=tuple([word for word in tokens if word not in FUNCTION_WORDS]))
        readings.append(match_words(tokens[asked.start : asked.end], story))
    heard: dict[str, tuple[Match, float]] = {}
    for reading in readings:
        for match, chance in zip(reading.ranking.matches, reading.confidences, strict=True):
            is_better = chance > heard.get(match.entry, (match, 0.0))[1]
            if is_better and kinds[match.entry] != "smalltalk":
                heard[match.entry] = (match, chance)
    return heard


def _start_before(asked: Stretch, stretches: Sequence[Stretch]) -> int:
    """Return where the stretches before a sentence begin that give it WORDS_AROUND words together."""
    start = asked.start
    for one in reversed(stretches):
        if one.start < start and asked.end - start < WORDS_AROUND:
            start = one.start
    return max(start, asked.end - MOST_AROUND)


def _weighed(whole: Matched, heard: Mapping[str, tuple[Match, float]]) -> Matched:
    """Return the ranking with each entry's chance that not all that speaks for it is wrong."""
    total = {
        match.entry: (match, chance)
        for match, chance in zip(whole.ranking.matches, whole.confidences, strict=True)
    }
    for entry, (match, chance) in heard.items():
        known, before = total.get(entry, (match, 0.0))
        total[entry] = (known, 1 - (1 - before) * (1 - TRUST_IN_A_WITNESS * chance))
    ranked = sorted(total.values(), key=lambda one: (-one[1], one[0].entry))
    return whole._replace(
        ranking=whole.ranking._replace(matches=tuple(match for match, _ in ranked)),
        confidences=tuple(chance for _, chance in ranked),
    )
