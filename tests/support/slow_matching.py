"""Matching written out slowly: plain dictionaries, every entry scored, nothing cached, nothing left out.

The formulas of chatbot.matching.index and chatbot.matching.ranking, as their docstrings say them. What the fast
code finds is compared with what comes out here.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from chatbot.matching import counting
from chatbot.matching.counting import SMOOTHING
from chatbot.matching.evidence import UNKNOWN_PIECE
from chatbot.matching.features import WEIGHTS, PhraseBook, pairs, stem
from chatbot.matching.index import DECOYS, Index
from chatbot.matching.nearness import MOST_COMPARED, NEAREST_WORDINGS, most_telling
from chatbot.matching.ranking import (
    BACKGROUND_STRENGTH,
    CANDIDATES,
    EVIDENCE_WEIGHT,
    FAMILIAR_WORD,
    NO_BACKGROUND,
    RELATED_BONUS,
    RIVAL_REPAIR,
    TOPIC_MALUS,
    UNKNOWN_WORD,
    Background,
)
from chatbot.matching.word_reader import ReadWord

Texts = Mapping[str, Iterable[Sequence[str]]]


class Tables(NamedTuple):
    """What is counted about a base's wordings: everything under the feature's own name.

    `evidence[feature][entry]` is there for entries that have the feature; `wordings[entry]` are the features of
    each of its wordings.
    """

    entries: list[str]
    weight: dict[str, float]
    evidence: dict[str, dict[str, float]]
    centre: dict[str, float]
    wordings: dict[str, list[set[str]]]
    highest_idf: float


def features_in(words: Sequence[str], phrases: PhraseBook) -> set[str]:
    """Return the features of a wording."""
    stems = [stem(word) for word in words]
    found = {f"s{one}" for one in stems} | set(pairs(stems))
    found |= {f"c{phrase.means}" for phrase in phrases.find(stems)}
    for word in words:
        found |= set(pieces_of(word))
    return found


def pieces_of(word: str) -> list[str]:
    """Return every run of three or four characters of a word between its marks, each once."""
    marked = f"<{word}>"
    runs = [
        marked[start : start + size]
        for size in (3, 4)
        for start in range(len(marked))
        if start + size <= len(marked)
    ]
    return sorted({f"g{run}" for run in runs})


def count_slowly(texts: Texts, phrases: PhraseBook) -> Tables:
    """Count wordings: unit vectors of kind weight times entry-idf; log share of each entry's own mass."""
    entries = sorted(texts, key=lambda entry: (entry == DECOYS, entry))
    wordings = {
        entry: [features_in(words, phrases) for words in sorted(map(tuple, texts[entry]))]
        for entry in entries
    }
    every = [features for one in wordings.values() for features in one]
    uses = Counter(feature for features in every for feature in features)
    if len(every) > counting.MOST_WITH_ALL_PAIRS:  # pairs that a single wording has are left out
        for features in every:
            features -= {feature for feature in features if feature[0] == "b" and uses[feature] == 1}
    having: dict[str, set[str]] = {}
    for entry in entries:
        for features in wordings[entry]:
            for feature in features:
                having.setdefault(feature, set()).add(entry)
    weight = {
        feature: WEIGHTS[feature[0]] * (math.log((1 + len(entries)) / (1 + len(owners))) + 1)
        for feature, owners in having.items()
    }
    amount: dict[str, dict[str, float]] = {feature: {} for feature in having}
    for entry in entries:
        for features in wordings[entry]:
            length = math.sqrt(sum(weight[feature] ** 2 for feature in features))
            for feature in features:
                amount[feature][entry] = amount[feature].get(entry, 0.0) + weight[feature] / length
    mass = {entry: sum(owners.get(entry, 0.0) for owners in amount.values()) for entry in entries}
    mean_mass = sum(mass.values()) / len(mass) if mass else 0.0
    evidence = {
        feature: {
            entry: math.log(1 + share * mean_mass / mass[entry] / SMOOTHING)
            for entry, share in owners.items()
        }
        for feature, owners in amount.items()
    }
    centre = {feature: sum(owners.values()) / len(entries) for feature, owners in evidence.items()}
    return Tables(entries, weight, evidence, centre, wordings, math.log(1 + len(entries)) + 1)


def tables_of(counted: Index, texts: Texts, phrases: PhraseBook) -> Tables:
    """Return an index's evidence and weights, read out one by one, beside wordings that are counted anew."""
    evidence: dict[str, dict[str, float]] = {}
    for feature, number in counted.features.items():
        places = range(counted.starts[number], counted.starts[number + 1])
        evidence[feature] = {counted.entries[counted.owners[place]]: counted.gains[place] for place in places}
    return Tables(
        list(counted.entries),
        {feature: counted.weights[number] for feature, number in counted.features.items()},
        evidence,
        {feature: counted.centres[number] for feature, number in counted.features.items()},
        count_slowly(texts, phrases).wordings,
        counted.highest_idf,
    )


class Scored(NamedTuple):
    """One entry's score and what it is made of."""

    score: float
    nearness: float
    evidence: float


def score_slowly(
    tables: Tables, phrases: PhraseBook, reading: Sequence[ReadWord], background: Background = NO_BACKGROUND
) -> dict[str, Scored]:
    """Return every entry's score for a question that was read so."""
    said: list[tuple[str, float]] = []  # features with their strength; a word of the same stem counts again
    wanted: dict[str, float] = {}  # features that wordings are compared by
    penalty = 0.0
    stems, strengths = [], []
    seen = set()
    for word in reading:
        text, strength = (
            (word.repairs[0].word, word.repairs[0].similarity) if word.repairs else (word.text, 1.0)
        )
        name = "s" + stem(text)
        stems.append(stem(text))
        strengths.append(strength if name in tables.weight else 0.0)
        if text in seen:
            continue
        seen.add(text)
        more, fine = _word(tables, text, strength, word.status)
        said += more
        penalty += fine
        if name in tables.weight:
            wanted[name] = max(wanted.get(name, 0.0), tables.weight[name] * strength)
        for rival in word.repairs[1:]:
            _want(tables, "s" + stem(rival.word), rival.similarity * RIVAL_REPAIR, said, wanted)
    for place, pair in enumerate(pairs(stems)):
        left = strengths[place - 1] if place > 0 else 1.0
        right = strengths[place] if place < len(strengths) else 1.0
        _want(tables, pair, min(left, right), said, wanted)
    for phrase in phrases.find(stems):
        strength = min(strengths[phrase.start : phrase.start + phrase.length]) or 1.0
        _want(tables, "c" + phrase.means, strength, said, wanted)
    for text in background.words:
        if "s" + stem(text) in tables.weight:
            more, fine = _word(tables, text, BACKGROUND_STRENGTH, "known")
            said += more
            penalty += fine

    amounts = [(feature, tables.weight[feature] * strength) for feature, strength in said]
    length = math.sqrt(sum(amount**2 for _, amount in amounts) + penalty) or 1.0
    wanted_length = math.sqrt(sum(amount**2 for amount in wanted.values()) + penalty) or 1.0
    scored = {}
    for entry in tables.entries:
        evidence = sum(
            amount * (tables.evidence[feature].get(entry, 0.0) - tables.centre[feature])
            for feature, amount in amounts
        )
        nearness = _nearness(tables, entry, wanted) / wanted_length
        score = nearness + EVIDENCE_WEIGHT * evidence / length
        score += RELATED_BONUS if entry in background.related else 0.0
        score -= TOPIC_MALUS if entry == background.topic else 0.0
        scored[entry] = Scored(score, nearness, evidence / length)
    return scored


def candidates_of(scored: Mapping[str, Scored], related: Sequence[str] = ()) -> set[str]:
    """Return the entries that may win: those with the most evidence, and what the topic is related to."""
    inside = sorted(
        (entry for entry in scored if entry != DECOYS), key=lambda one: (-scored[one].evidence, one)
    )
    return {*inside[:CANDIDATES], *(entry for entry in related if entry in scored)}


def _word(tables: Tables, text: str, strength: float, status: str) -> tuple[list[tuple[str, float]], float]:
    """Return a word's features with their strength, and what it costs not to know it or its pieces."""
    name = "s" + stem(text)
    is_known = name in tables.weight
    if not is_known and status == "lexicon":
        return [], 0.0
    penalty = 0.0
    if not is_known:
        penalty += (FAMILIAR_WORD if status == "familiar" else 1.0) * (UNKNOWN_WORD * tables.highest_idf) ** 2
    elif status == "repaired":
        penalty += (UNKNOWN_WORD * tables.highest_idf * (1 - strength)) ** 2
    said = [(name, strength)] if is_known else []
    for piece in pieces_of(text):
        if piece in tables.weight:
            said.append((piece, strength))
        else:
            penalty += (UNKNOWN_PIECE * WEIGHTS["g"] * tables.highest_idf) ** 2
    return said, penalty


def _want(
    tables: Tables, feature: str, strength: float, said: list[tuple[str, float]], wanted: dict[str, float]
) -> None:
    if feature in tables.weight and strength > 0 and feature not in wanted:
        said.append((feature, strength))
        wanted[feature] = tables.weight[feature] * strength


def _nearness(tables: Tables, entry: str, wanted: Mapping[str, float]) -> float:
    """Return the mean of the dot products with the entry's nearest wordings, each of length 1, without pieces."""
    wordings = [{feature for feature in wording if feature[0] != "g"} for wording in tables.wordings[entry]]
    weightiest = sorted(wanted, key=lambda feature: (-wanted[feature] * tables.weight[feature], feature))
    telling = {
        feature
        for feature in weightiest[:MOST_COMPARED]
        if sum(feature in wording for wording in wordings) <= most_telling(len(wordings))
    }  # what nearly all of an entry's wordings have tells none of them apart
    products = []
    for wording in wordings:
        length = math.sqrt(sum(tables.weight[feature] ** 2 for feature in wording)) or 1.0
        shared = telling & wording
        products.append(sum(wanted[feature] * tables.weight[feature] for feature in shared) / length)
    return sum(sorted(products, reverse=True)[:NEAREST_WORDINGS]) / NEAREST_WORDINGS
