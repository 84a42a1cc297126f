"""What the safety examples teach, learnt anew: `make likeness`, after a change of them or of the safety rules.

Reads knowledge/safety-examples.yaml and, as ordinary messages, all questions, decoys and follow-ups of the knowledge
base; writes knowledge/safety-likeness.bin, which the program reads.

Method: a linear support vector machine with squared loss, each class against the rest, by dual coordinate descent
(Hsieh et al. 2008), over feature vectors of length 1 with inverse document frequency and one constant more, which says
how a message leans that has nothing known in it; packed into the slots of `chatbot.safety.by_likeness.likeness`.
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from chatbot import safety
from chatbot.knowledge_files import loading
from chatbot.normalise import Question, normalise
from chatbot.safety.by_likeness.features import Seen, features_of
from chatbot.safety.by_likeness.likeness import (
    IDF_STEP,
    LEANINGS,
    LEVELS,
    NO_LIKENESS,
    ORDINARY,
    SLOT_BYTES,
    Likeness,
    check_of,
    slots_of,
)

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "knowledge" / "safety-examples.yaml"
LEARNT = ROOT / "knowledge" / "safety-likeness.bin"

_PASSES = 12
# What a wrong example costs beside long leanings: 1 and 4 do as well on messages that were not learnt from.
_COST = 2.0
_SMALLEST_STEP = 1e-4
_FEWEST_USES = 2
_SLOTS = 1 << 19
_MIDDLES = tuple((low + high) / 2 for low, high in pairwise(LEANINGS))
_Vector = tuple[Any, Any]  # places and values, numpy arrays
_Features = Mapping[int, tuple[float, bool]]


def built_in_rules() -> safety.SafetyRules:
    """Return the built-in safety rules, without likeness, and without what it does not learn of."""
    file = loading.read_safety()
    return safety.compile_rules(without_sure(file.data), frozenset(loading.common_words()), file.place_of)


def without_sure(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of a safety file without the crossings that are sure, and without families that only they name.

    What is sure stands however ordinary a message is. As nothing is learnt of it, more of it changes nothing else.
    """
    rules = safety.compile_rules(data)
    unlearnt = {rules.families[number] for number in rules.unlearnt}
    return {
        **data,
        "signs": [{part: body for part, body in sign.items() if part != "sure"} for sign in data["signs"]],
        "families": {name: words for name, words in data["families"].items() if name not in unlearnt},
    }


def examples() -> dict[str, list[Question]]:
    """Return the example messages by class, the knowledge base's own questions among the ordinary ones."""
    said = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
    knowledge = loading.load_knowledge()
    ordinary = [question for entry in knowledge.entries for question in entry.questions]
    ordinary += [*knowledge.decoys, *(text for line in knowledge.follow_ups for text in line.say)]
    said[ORDINARY] = [*said[ORDINARY], *ordinary]
    return {level: [normalise(text) for text in texts] for level, texts in said.items()}


def learnt(messages: dict[str, list[Question]], rules: safety.SafetyRules) -> safety.Likeness:
    """Return what these messages teach beside these rules."""

    def see(question: Question) -> list[safety.Seen]:
        question = safety.unglued(question, rules)
        finding, reading = safety.by_rules(question, rules)
        return safety.seen_in_parts(finding, question, reading, rules)

    return learn(messages, see)


def learn(examples: Mapping[str, Iterable[Question]], see: Callable[[Question], Sequence[Seen]]) -> Likeness:
    """Return what examples teach: class (of LEVELS, or ORDINARY) to messages. The same each time, in any order.

    `see` tells what the rules see in a message: first in the whole, then in each sentence. Of an ordinary message
    every sentence is ordinary, too; of an alarming one only the whole is known to be.
    """
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
    *leads, constant = leanings[:, 1:] - leanings[:, :1]
    return _packed(keys, idf, np.array(leads), tuple(constant.tolist()))


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
    known = sorted((numbers[key], weight) for key, (weight, _) in features.items() if key in numbers)
    places = np.array([place for place, _ in known], dtype=np.int64)
    values = np.array([weight for _, weight in known]) * idf[places]
    length = math.sqrt(values @ values) or 1.0
    return np.append(places, len(numbers)), np.append(values / length, 1.0)


def _train(vectors: Sequence[_Vector], labels: Sequence[int], feature_count: int) -> Any:  # noqa: ANN401 - a numpy array
    """Return how far each feature, and last the constant, leans to each class."""
    signs = -np.ones((len(vectors), len(LEVELS) + 1))
    signs[np.arange(len(vectors)), labels] = 1.0
    leanings = np.zeros((feature_count + 1, len(LEVELS) + 1))
    pulls = np.zeros_like(signs)  # of each example on each class: the dual variables
    order = list(range(len(vectors)))
    shuffle = random.Random(0).shuffle  # noqa: S311 - a fixed order, the same on every machine
    for _ in range(_PASSES):
        shuffle(order)
        for number in order:
            _correct(leanings, vectors[number], signs[number], pulls[number])
    return leanings


def _correct(leanings: Any, vector: _Vector, signs: Any, pulls: Any) -> None:  # noqa: ANN401 - numpy arrays
    """Set one example's pull on each class to what is best while all other pulls stay, in place."""
    places, values = vector
    slack = 1 / (2 * _COST)
    too_near = signs * (values @ leanings[places]) - 1 + slack * pulls
    better = np.maximum(pulls - too_near / (values @ values + slack), 0.0)
    change = better - pulls
    if np.abs(change).max() > _SMALLEST_STEP:
        pulls[:] = better
        leanings[places] += values[:, None] * (change * signs)


def _packed(
    keys: Sequence[int],
    idf: Any,  # noqa: ANN401 - a numpy array
    leads: Any,  # noqa: ANN401 - a numpy array
    constant: tuple[float, ...],
) -> Likeness:
    """Put the features into slots; of those that want the same ones, those that say more have them."""
    scale = float(np.abs(leads).max()) or 1.0
    steps = np.searchsorted(np.array(_MIDDLES), leads / scale)
    says = np.abs(leads).max(axis=1) * idf
    slots = bytearray(_SLOTS * SLOT_BYTES)
    for number in np.argsort(-says, kind="stable").tolist():
        empty = [place for place in slots_of(keys[number], len(slots)) if not slots[place]]
        if empty:
            place = empty[0]
            slots[place] = check_of(keys[number])
            slots[place + 1] = min(255, round(idf[number] / IDF_STEP))
            slots[place + 2 : place + SLOT_BYTES] = bytes(steps[number].tolist())
    return Likeness(bytes(slots), scale, constant)


def digest() -> str:
    """Return a digest of what is learnt from, by which a test knows when it was forgotten to learn again.

    What is sure is no part of it: a change of that needs no learning.
    """
    rules = json.dumps(without_sure(loading.read_safety().data))
    return blake2b(EXAMPLES.read_bytes() + rules.encode(), digest_size=16).hexdigest()


if __name__ == "__main__":
    LEARNT.write_bytes(learnt(examples(), built_in_rules()).to_file(digest()))
