"""Which parts of a message are weighed by themselves: all of it, its sentences, the words around a sign.

What is said beside a sign, however ordinary, must not make it less serious. So `weighing` looks at a message as a whole
and at each of these stretches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from chatbot.english.courtesy import unwrap
from chatbot.normalise import Question
from chatbot.safety.reading.places import SafetyReading
from chatbot.safety.signs import Finding
from chatbot.safety.windows import BEFORE_A_SIGN_RAW, BEHIND_A_SIGN_RAW, STORY_WORDS

# A message of one or two words has too little to be like anything: the rules alone speak.
FEW_WORDS = 2
# Of so many sentences also all but the first and all but the last are read: with four, twice as many messages got a
# lower class by a harmless sentence added to them.
_FEW_SENTENCES = 6
# "It is not me, I only ask": no word of it tells of a sign.
_DENYING_OF_ONESELF = frozenset("not only just no nothing".split())
_PREFACE = _DENYING_OF_ONESELF | frozenset(
    """it this that is was has have happening happened happen to me i am do we ask asking question wanted want know
    for about myself an a emergency wrong with curious wondering here""".split()
)

# When, or how often, at the end of what is said: "opening times since yesterday", "I have asked that twice now".
_TIME = (
    r"twice|(?:two|three|four|many|several) times|again|already|now|yesterday|today|tonight"
    r"|(?:this|last|every) (?:morning|night|evening|week|weekend)"
    r"|since (?:yesterday|last night|last week|this morning|then|[a-z]+day)"
    r"|for (?:one|two|three|four|five|a few|several|some) (?:days?|weeks?|hours?)|all (?:day|week|night)"
)
_TIME_AT_THE_END = rf"(?: (?:{_TIME}))+$"
_LEAST_BESIDE_ITS_TIME = 2  # words

# What a part of a message is: a sentence, a clause of one that runs on, or what stands around a sign in such a one.
Cut = Literal["sentence", "clause", "around"]


class Part(NamedTuple):
    """A stretch of a message that may speak for itself, by its first word and the one after its last.

    `opening` and `closing` are the same without courtesy; `first` and `last` are its first and last content word.
    """

    start: int
    end: int
    opening: int
    closing: int
    first: int
    last: int
    cut: Cut = "sentence"


def parts_of(finding: Finding, question: Question, reading: SafetyReading) -> Iterator[Part]:
    """Return a message as likeness reads it: whole, then each stretch that may speak for itself."""
    begin = _end_of_preface(question, reading)
    whole = (begin, len(question.words))
    stretches = ((start, end) for start, end in _stretches(finding, question, reading) if start >= begin)
    for start, end in (whole, *stretches):
        # Courtesy is set aside of each, as of the whole, or a greeting before it would change it.
        opening, closing = unwrap(question.tokens[start:end])
        first, last = reading.position[start], reading.position[end - 1]
        yield Part(start, end, start + opening, start + closing, first, last)


def without_its_time(part: Part, question: Question, reading: SafetyReading) -> Part | None:
    """Return a part without the time at its end; None where it ends with none, or is no more than that."""
    said = " ".join(question.tokens[part.opening : part.closing])
    time = re.search(_TIME_AT_THE_END, said)
    if time is None:
        return None
    closing = part.opening + said.count(" ", 0, time.start()) + 1
    if closing - part.opening < _LEAST_BESIDE_ITS_TIME:
        return None
    return part._replace(closing=closing, last=reading.position[closing - 1])


def _end_of_preface(question: Question, reading: SafetyReading) -> int:
    """Return where the message goes on after a first sentence like "it is not happening to me, I only ask"; else 0.

    Such a sentence only says whose the sign is not. It must not make what is told after it look more serious.
    """
    sentences = sentences_in(reading)
    if len(sentences) == 1:
        return 0
    opening = question.tokens[: sentences[0][1]]
    is_preface = _PREFACE.issuperset(opening) and not _DENYING_OF_ONESELF.isdisjoint(opening)
    return len(opening) if is_preface else 0


def around(finding: Finding, question: Question, reading: SafetyReading) -> Iterator[Part]:
    """Return what stands around each sign that the rules found, in its sentence."""
    words, position, sentence = question.words, reading.position, reading.sentence
    for first, last in finding.spans:
        inside = [at for at, word in enumerate(words) if word.start < last and first < word.end]
        near = range(
            max(0, inside[0] - BEFORE_A_SIGN_RAW), min(len(words), inside[-1] + BEHIND_A_SIGN_RAW + 1)
        )
        here = [at for at in near if sentence[inside[0]] <= sentence[at] <= sentence[inside[-1]]]
        start, end = here[0], here[-1] + 1
        yield Part(start, end, start, end, position[start], position[end - 1], "around")


def sentences_in(reading: SafetyReading) -> list[tuple[int, int]]:
    """Return the sentences of a message, each by its first word and the one after its last."""
    numbers = reading.sentence
    starts = [place for place in range(1, len(numbers)) if numbers[place] != numbers[place - 1]]
    return list(pairwise((0, *starts, len(numbers))))


def _stretches(finding: Finding, question: Question, reading: SafetyReading) -> list[tuple[int, int]]:
    """Return the stretches that may speak for themselves, beside the whole; none where there is one sentence.

    - Each sentence; where the rules found a sign, only those that hold some of it.
    - Where there are few sentences: all but the first, and all but the last. One of these may be the message as it was
      before a harmless sentence was added.
    - In a story: each two sentences that follow each other ("I lost control of my bladder. It began on Sunday.").
    """
    stretches = sentences_in(reading)
    if len(stretches) == 1:
        return []
    if len(stretches) <= _FEW_SENTENCES:
        (_, second), (last, end) = stretches[0], stretches[-1]
        stretches += [(second, end), (0, last)]
    elif len(question.words) > STORY_WORDS:
        stretches += [(one[0], other[1]) for one, other in pairwise(stretches)]
    return [
        (start, end)
        for start, end in dict.fromkeys(stretches)
        if end - start > FEW_WORDS and (finding.level == "none" or holds(finding, question, start, end))
    ]


def holds(finding: Finding, question: Question, start: int, end: int) -> bool:
    """Return whether these words hold something of what the rules found."""
    first, last = question.words[start].start, question.words[end - 1].end
    return any(one < last and first < other for one, other in finding.spans)
