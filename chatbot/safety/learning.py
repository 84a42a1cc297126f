"""What example messages teach, worked out before a release: `make likeness`.

Method: a linear classifier trained by passive-aggressive passes (Crammer et al. 2006), averaged, over feature vectors
of length 1 with inverse document frequency; the result is packed into the slots of `likeness`.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from chatbot.normalise import Question
from chatbot.safety.likeness import (
    IDF_STEP,
    LEANINGS,
    LEVELS,
    NO_LIKENESS,
    ORDINARY,
    SLOT_BYTES,
    Likeness,
    Seen,
    check_of,
    features_of,
    places_of,
)

_PASSES = 8
# What is learnt last weighs more: the mean over several orders of the examples depends less on chance.
_ORDERS = 4
_LARGEST_STEP = 0.25
_MARGIN = 1.0
_FEWEST_USES = 2
_SLOTS = 1 << 19
_MIDDLES = tuple((low + high) / 2 for low, high in pairwise(LEANINGS))
_Vector = tuple[Any, Any]  # places and values, numpy arrays
_Features = Mapping[int, tuple[float, bool]]


def learn(examples: Mapping[str, Iterable[Question]], see: Callable[[Question], Sequence[Seen]]) -> Likeness:
    """Return what examples teach: class (of LEVELS, or ORDINARY) to messages. The same each time, in any order.

    `see` tells what the rules see in a message: first in the whole, then in each sentence. Of an ordinary message
    every sentence is ordinary, too; of an alarming one only the whole is known to be.
    """
    import numpy as np  # noqa: PLC0415 - only to learn

    labelled = _labelled(examples, see)
    if not labelled:
        return NO_LIKENESS
    uses = Counter(key for features, _ in labelled for key in features)
    keys = sorted(key for key, count in uses.items() if count >= _FEWEST_USES)
    numbers = {key: number for number, key in enumerate(keys)}
    idf = np.log((len(labelled) + 1) / (np.array([uses[key] for key in keys]) + 1))
    for features, _ in labelled:
        for key, (_, has_idf) in features.items():
            if not has_idf and key in numbers:
                idf[numbers[key]] = 1.0
    idf = np.round(idf / IDF_STEP) * IDF_STEP
    vectors = [_vector(features, numbers, idf) for features, _ in labelled]
    leanings = _train(vectors, [label for _, label in labelled], len(keys))
    return _packed(keys, idf, leanings[:, 1:] - leanings[:, :1])


def _labelled(
    examples: Mapping[str, Iterable[Question]], see: Callable[[Question], Sequence[Seen]]
) -> list[tuple[_Features, int]]:
    """Return the features and the class of every different message, in an order that depends on the messages only."""
    classes = (ORDINARY, *LEVELS)
    found: dict[tuple[int, tuple[str, ...], str], tuple[_Features, int]] = {}
    for label, name in enumerate(classes):
        for message in examples.get(name, ()):
            whole, *sentences = see(message)
            for seen in [whole, *(sentences if name == ORDINARY else [])]:
                key = (label, tuple(seen.words), "".join(seen.outcome))
                found[key] = (features_of(seen), label)
    return [found[key] for key in sorted(found)]


def _vector(features: _Features, numbers: Mapping[int, int], idf: Any) -> _Vector:  # noqa: ANN401 - a numpy array
    import numpy as np  # noqa: PLC0415 - only to learn

    known = sorted((numbers[key], weight) for key, (weight, _) in features.items() if key in numbers)
    places = np.array([place for place, _ in known], dtype=np.int64)
    values = np.array([weight for _, weight in known]) * idf[places]
    return places, values / (math.sqrt(values @ values) or 1.0)


def _train(vectors: Sequence[_Vector], labels: Sequence[int], feature_count: int) -> Any:  # noqa: ANN401 - a numpy array
    import numpy as np  # noqa: PLC0415 - only to learn

    total = np.zeros((feature_count, len(LEVELS) + 1))
    for seed in range(_ORDERS):
        current = np.zeros_like(total)
        order = list(range(len(vectors)))
        shuffle = random.Random(seed).shuffle  # noqa: S311 - fixed orders, the same on every machine
        for _ in range(_PASSES):
            shuffle(order)
            for number in order:
                _correct(current, vectors[number], labels[number])
            total += current
    return total / (_PASSES * _ORDERS)


def _correct(current: Any, vector: _Vector, label: int) -> None:  # noqa: ANN401 - a numpy array
    """Move the leanings as far as one example needs, and no further than a step."""
    import numpy as np  # noqa: PLC0415 - only to learn

    places, values = vector
    scores = values @ current[places]
    own = scores[label]
    scores[label] = -np.inf
    rival = int(scores.argmax())
    loss = _MARGIN - float(own - scores[rival])
    if loss > 0:
        step = min(_LARGEST_STEP, loss / 2) * values
        current[places, label] += step
        current[places, rival] -= step


def _packed(keys: Sequence[int], idf: Any, leads: Any) -> Likeness:  # noqa: ANN401 - numpy arrays
    """Put the features into slots; of those that want the same ones, those that say more have them."""
    import numpy as np  # noqa: PLC0415 - only to learn

    scale = float(np.abs(leads).max()) or 1.0
    steps = np.searchsorted(np.array(_MIDDLES), leads / scale)
    says = np.abs(leads).max(axis=1) * idf
    slots = bytearray(_SLOTS * SLOT_BYTES)
    for number in np.argsort(-says, kind="stable").tolist():
        empty = [place for place in places_of(keys[number], len(slots)) if not slots[place]]
        if empty:
            place = empty[0]
            slots[place] = check_of(keys[number])
            slots[place + 1] = min(255, round(idf[number] / IDF_STEP))
            slots[place + 2 : place + SLOT_BYTES] = bytes(steps[number].tolist())
    return Likeness(bytes(slots), scale)
