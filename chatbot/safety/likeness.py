"""Messages that no rule knows, recognised by their likeness to examples.

People word a sign in more ways than rules foresee. knowledge/safety-examples.yaml holds several thousand messages
with their class, the ordinary ones among them; what they teach (how much each word, pair of words and piece of a
word leans to a class) is computed when the knowledge base is compiled and then fixed: nothing is learnt from use.
The rules come first, always. Where they found no sign, likeness may raise one; what they found it may weigh, as
`combining` says: up from urgent, or down to the quiet line, never in a crisis. Its thresholds are its own and have
nothing to do with those of the FAQ.

Method: a linear classifier trained by cost-sensitive passive-aggressive passes (Crammer et al. 2006), averaged.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from chatbot.matching.features import pieces, stem
from chatbot.normalise import Question
from chatbot.table import Table, pack

LEVELS = ("emergency", "urgent", "crisis")
ORDINARY = "none"
LIKENESS = "likeness"  # stands among a finding's signs where no sign of the safety file was found
_PASSES = 8
_LARGEST_STEP = 0.3
_COST_OF_A_MISS = 3.0  # a missed sign weighs as much as three false alarms
_FEWEST_USES = 2
_SMALLEST_LEANING = 0.02
_WEIGHTS = {"s": 1.0, "b": 0.6, "k": 0.4, "g": 0.3}
# Long messages are read in stretches, so that one sentence among many can speak.
_SHORT_MESSAGE = 12
_SHORTEST_STRETCH = 3
_LONGEST_STRETCH = 18
_STRETCH, _STRIDE = 16, 8
_COLUMNS = len(LEVELS) + 1
_MOST_REMEMBERED = 4096


class Likeness(NamedTuple):
    """What the examples teach: for each feature its idf and how much it leans to each of LEVELS over "none".

    `memory` only remembers what words added up to: bounded, no effect on results.
    """

    features: Mapping[str, int]
    idf: array[float]
    leanings: array[float]
    memory: dict[str, tuple[float, ...]]

    def to_plain(self) -> tuple[Any, ...]:
        """Return plain values for a cache."""
        return pack(self.features), self.idf.tobytes(), self.leanings.tobytes()

    @classmethod
    def from_plain(cls, plain: tuple[Any, ...]) -> Likeness:
        """Return the Likeness that `to_plain` was called on."""
        features, idf, leanings = plain
        return cls(Table(features), _floats(idf), _floats(leanings), {})


def _floats(data: bytes | memoryview) -> array[float]:
    """Return the numbers in these bytes. Of a memoryview, array("f", data) would make one number of each byte."""
    numbers = array("f")
    numbers.frombytes(data)
    return numbers


NO_LIKENESS = Likeness({}, array("f"), array("f"), {})


def likest(question: Question, model: Likeness) -> tuple[str, float, int, int]:
    """Return the class that a stretch of the message is most like, by how much, and that stretch of words.

    The amount is the lead over "none" of a vector of length 1: above 0 it is more like the class than like nothing.
    Linear in the message's length. (ORDINARY, 0.0, 0, 0) where nothing is known.
    """
    best = (ORDINARY, 0.0, 0, 0)
    for start, end, leads in _leads_of(question, model, _stretches(question)):
        lead = max(leads)
        if lead > best[1]:
            best = (LEVELS[leads.index(lead)], lead, start, end)
    return best


def greatest_leads(question: Question, model: Likeness) -> dict[str, float]:
    """Return each class's greatest lead over "none", in the whole message or a stretch; below 0: like "none"."""
    stretches = [*_stretches(question), (0, len(question.words))]
    columns = zip(*(leads for _, _, leads in _leads_of(question, model, stretches)), strict=True)
    return dict(zip(LEVELS, map(max, columns), strict=True))


def _leads_of(
    question: Question, model: Likeness, stretches: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int, list[float]]]:
    """Return each stretch with its lead of every class over "none"; words are looked up once for all of them."""
    tokens = question.tokens
    stems = [stem(word) for word in tokens]
    words = {word: _sum_of_word(word, model) for word in dict.fromkeys(tokens)}
    between = [_sum(_pair_features(stems, place), model) for place in range(len(stems))]
    for start, end in stretches:
        parts = [words[word] for word in dict.fromkeys(tokens[start:end])] + between[start:end]
        sums = [sum(column) for column in zip(*parts, strict=True)] or [0.0] * _COLUMNS
        length = math.sqrt(sums[-1]) or 1.0
        yield start, end, [lead / length for lead in sums[:-1]]


def _sum_of_word(word: str, model: Likeness) -> tuple[float, ...]:
    found = model.memory.get(word)
    if found is None:
        if len(model.memory) >= _MOST_REMEMBERED:
            model.memory.clear()
        found = model.memory[word] = _sum(_word_features(word), model)
    return found


def _sum(features: Mapping[str, float], model: Likeness) -> tuple[float, ...]:
    """Return what features add to each class's lead, and to the squared length."""
    emergency = urgent = crisis = squared = 0.0
    numbers, idf, leanings = model.features, model.idf, model.leanings
    for name, weight in features.items():
        number = numbers.get(name)
        if number is not None:
            amount = weight * idf[number]
            place = number * len(LEVELS)
            squared += amount * amount
            emergency += amount * leanings[place]
            urgent += amount * leanings[place + 1]
            crisis += amount * leanings[place + 2]
    return emergency, urgent, crisis, squared


def _stretches(question: Question) -> list[tuple[int, int]]:
    words = question.words
    if len(words) <= _SHORT_MESSAGE:
        return [(0, len(words))]
    cuts = [0, *(place for place in range(1, len(words)) if words[place].mark == "."), len(words)]
    found = []
    for start, end in pairwise(cuts):
        if end - start > _LONGEST_STRETCH:
            found += [(place, min(end, place + _STRETCH)) for place in range(start, end - _STRIDE, _STRIDE)]
        elif end - start >= _SHORTEST_STRETCH:
            found.append((start, end))
    return found


def _word_features(word: str) -> Mapping[str, float]:
    return {"s" + stem(word): _WEIGHTS["s"]} | dict.fromkeys(pieces(word), _WEIGHTS["g"])


def _pair_features(stems: Sequence[str], place: int) -> dict[str, float]:
    """Return the features of the word at a place with the one before it and the one before that."""
    found = {}
    if place > 0:
        found[f"b{stems[place - 1]} {stems[place]}"] = _WEIGHTS["b"]
    if place > 1:
        found[f"k{stems[place - 2]} {stems[place]}"] = _WEIGHTS["k"]
    return found


def _features(words: Sequence[str]) -> Counter[str]:
    """Return all features of an example with their weights."""
    stems = [stem(word) for word in words]
    found: Counter[str] = Counter()
    for word in dict.fromkeys(words):
        found.update(_word_features(word))
    for place in range(len(stems)):
        found.update(_pair_features(stems, place))
    return found


def learn(examples: Mapping[str, Iterable[Question]]) -> Likeness:
    """Return what examples teach: class (of LEVELS, or ORDINARY) to messages. The same each time.

    Of a long ordinary message every stretch is ordinary, too; of a long alarming one only the whole is known to be.
    """
    import numpy as np  # noqa: PLC0415 - only to compile a base

    classes = (ORDINARY, *LEVELS)
    labelled = [
        (tuple(words), number)
        for number, name in enumerate(classes)
        for words in sorted(_wordings(examples.get(name, ()), with_stretches=name == ORDINARY))
    ]
    if not labelled:
        return NO_LIKENESS
    taken_apart = [_features(words) for words, _ in labelled]
    uses: Counter[str] = Counter()
    for found in taken_apart:
        uses.update(found.keys())
    names = sorted(name for name, count in uses.items() if count >= _FEWEST_USES)
    numbers = {name: number for number, name in enumerate(names)}
    idf = np.log((len(labelled) + 1) / (np.array([uses[name] for name in names]) + 1))
    vectors = [_vector(found, numbers, idf) for found in taken_apart]
    leanings = _train(vectors, [number for _, number in labelled], len(names))
    leads = leanings[:, 1:] - leanings[:, :1]
    kept = np.flatnonzero(np.abs(leads).max(axis=1) >= _SMALLEST_LEANING)
    return Likeness(
        {names[old]: new for new, old in enumerate(kept.tolist())},
        array("f", idf[kept].astype(np.float32).tobytes()),
        array("f", leads[kept].astype(np.float32).tobytes()),
        {},
    )


def _wordings(messages: Iterable[Question], *, with_stretches: bool) -> set[tuple[str, ...]]:
    found = set()
    for message in messages:
        found.add(message.tokens)
        if with_stretches:
            found.update(message.tokens[start:end] for start, end in _stretches(message))
    return found


def _vector(found: Mapping[str, float], numbers: dict[str, int], idf: Any) -> tuple[Any, Any]:  # noqa: ANN401 - numpy
    import numpy as np  # noqa: PLC0415 - only to compile a base

    chosen = np.array([numbers[name] for name in found if name in numbers], dtype=np.int64)
    values = np.array([weight for name, weight in found.items() if name in numbers]) * idf[chosen]
    return chosen, values / (math.sqrt(values @ values) or 1.0)


def _train(vectors: list[tuple[Any, Any]], labels: list[int], feature_count: int) -> Any:  # noqa: ANN401 - numpy
    import random  # noqa: PLC0415 - only to compile a base

    import numpy as np  # noqa: PLC0415 - only to compile a base

    current = np.zeros((feature_count, len(LEVELS) + 1))
    total = np.zeros_like(current)
    order = list(range(len(vectors)))
    shuffle = random.Random(0).shuffle  # noqa: S311 - a fixed order, the same on every machine
    for _ in range(_PASSES):
        shuffle(order)
        for place in order:
            chosen, vector = vectors[place]
            scores = vector @ current[chosen]
            own = scores[labels[place]]
            scores[labels[place]] = -np.inf
            rival = int(scores.argmax())
            loss = 1.0 - float(own - scores[rival])
            if loss > 0:
                cost = _COST_OF_A_MISS if labels[place] else 1.0
                step = min(_LARGEST_STEP * cost, loss / 2) * vector
                current[chosen, labels[place]] += step
                current[chosen, rival] -= step
        total += current
    return total / _PASSES
