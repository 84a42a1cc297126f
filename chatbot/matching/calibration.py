"""Scores to confidence: how often a match that looks like this one is right.

Scores are no probabilities and move with the knowledge base, so the curve is fitted to each one: an index of
four fifths of the wordings answers the last fifth and the decoys, and a logistic curve (Cox 1958) is fitted to
what came out right.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from chatbot.matching.ranking import Ranking

_PASSES = 25
_RIDGE = 0.05
_LONGEST_LENGTH = 30.0


class Calibration(NamedTuple):
    """The weights of the logistic curve: constant, then one for each of `evidence_of`."""

    weights: tuple[float, ...]

    def confidence(self, evidence: Sequence[float]) -> float:
        """Return the chance from 0 to 1 that a match with this evidence is the right entry."""
        total = sum(weight * value for weight, value in zip(self.weights, (1.0, *evidence), strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def evidence_of(ranking: Ranking, place: int = 0) -> tuple[float, ...]:
    """Return what tells a right match from a wrong one, for the match at `place`.

    In order: its score; its lead over the best other match (negative when it is behind); the score of what is
    known to be outside; nearness to single wordings; the share of the question's content that is known; the
    logarithm of the number of words.
    """
    match = ranking.matches[place]
    others = [other.score for number, other in enumerate(ranking.matches) if number != place]
    lead = match.score - max(others, default=0.0)
    length = math.log(min(_LONGEST_LENGTH, float(len(ranking.words))))
    return (match.score, lead, max(0.0, ranking.outside), match.nearness, ranking.coverage, length)


def fit(samples: Sequence[tuple[Sequence[float], bool]]) -> Calibration:
    """Fit the curve to (evidence, was it right) samples by Newton's method with a small ridge.

    Without samples of both kinds there is nothing to fit, and a plain curve over score and lead is returned.
    """
    if len({right for _, right in samples}) < 2:  # noqa: PLR2004 - right ones and wrong ones
        return Calibration((-2.5, 1.2, 1.7, -1.5, 0.0, 0.0, 0.0))
    rows = [(1.0, *evidence) for evidence, _ in samples]
    wanted = [1.0 if right else 0.0 for _, right in samples]
    weights = [0.0] * len(rows[0])
    for _ in range(_PASSES):
        weights = _newton_step(rows, wanted, weights)
    return Calibration(tuple(weights))


def _newton_step(rows: list[tuple[float, ...]], wanted: list[float], weights: list[float]) -> list[float]:
    size = len(weights)
    slope = [-_RIDGE * weight for weight in weights]
    curve = [[_RIDGE if row == column else 0.0 for column in range(size)] for row in range(size)]
    for row, target in zip(rows, wanted, strict=True):
        total = sum(weight * value for weight, value in zip(weights, row, strict=True))
        chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
        spread = chance * (1 - chance)
        for i, value in enumerate(row):
            slope[i] += (target - chance) * value
            for j in range(i + 1):
                curve[i][j] += spread * value * row[j]
    for i in range(size):
        for j in range(i):
            curve[j][i] = curve[i][j]
    return [weight + step for weight, step in zip(weights, _solve(curve, slope), strict=True)]


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a small system of linear equations by elimination."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(size):
            if row != column:
                factor = rows[row][column] / rows[column][column]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column], strict=True)]
    return [rows[i][size] / rows[i][i] for i in range(size)]
