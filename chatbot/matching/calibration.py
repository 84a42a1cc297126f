"""Scores to confidence: how often a match that looks like this one is right.

Scores are no probabilities and move with the knowledge base, so the curve is fitted to each one: an index of
most wordings answers the rest and the decoys, and a logistic curve (Cox 1958) is fitted to what came out right.
"""

import math
from collections.abc import Sequence
from operator import mul
from typing import NamedTuple

from chatbot.matching.ranking import Ranking

_PASSES = 25  # of Newton's method; it stands still after fewer
# The curve that every fitted one is drawn to, with the strength of a few hundred samples. It was fitted to the whole
# built-in base, one tenth held back after the other. A fit to one tenth alone would move with every wording that is
# added, and with it the answers to questions near the threshold.
PLAIN = (-4.3, 1.2, 1.5, -0.8, -0.8, -0.75, 1.2)
RIDGE = 60.0
_LONGEST_LENGTH = 30.0  # words; beyond that, length says no more about how sure a match is


class Calibration(NamedTuple):
    """The weights of the logistic curve: constant, then one for each of `evidence_of`."""

    weights: tuple[float, ...]

    def confidence(self, evidence: Sequence[float]) -> float:
        """Return the chance from 0 to 1 that a match with this evidence is the right entry."""
        assert len(self.weights) == len(evidence) + 1  # noqa: S101 - `map` would leave out what is too many
        total: float = sum(map(mul, self.weights[1:], evidence), self.weights[0])
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def evidence_of(ranking: Ranking) -> list[tuple[float, ...]]:
    """Return what tells a right match from a wrong one, for each match.

    In order: its score; its lead over the best other match (negative when it is behind); the score of what is
    known to be outside; nearness to single wordings; the share of the question's content that is known; the
    logarithm of the number of words.
    """
    first, second = [*(match.score for match in ranking.matches[:2]), 0.0, 0.0][:2]  # best first
    outside = max(0.0, ranking.outside)
    length = math.log(min(_LONGEST_LENGTH, float(len(ranking.words)))) if ranking.words else 0.0
    return [
        (
            match.score,
            match.score - (first if place else second),
            outside,
            match.nearness,
            ranking.coverage,
            length,
        )
        for place, match in enumerate(ranking.matches)
    ]


def fit(
    samples: Sequence[tuple[Sequence[float], bool]],
    plain: Sequence[float] = PLAIN,
    ridge: float = RIDGE,
) -> Calibration:
    """Fit the curve to (evidence, was it right) samples by Newton's method.

    It is drawn to the `plain` curve as strongly as `ridge` says (ridge regression). Without samples of both kinds there
    is nothing to fit, and `plain` is returned.
    """
    if len({right for _, right in samples}) < 2:  # noqa: PLR2004 - right ones and wrong ones
        return Calibration(tuple(plain))
    import numpy as np  # noqa: PLC0415 - only to compile a base

    rows = np.array([(1.0, *evidence) for evidence, _ in samples])
    wanted = np.array([float(right) for _, right in samples])
    drawn_to = np.array(plain)
    weights = drawn_to
    for _ in range(_PASSES):
        chances = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (wanted - chances) - ridge * (weights - drawn_to)
        curve = (rows * (chances * (1 - chances))[:, None]).T @ rows + ridge * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return Calibration(tuple(round(float(weight), 6) for weight in weights))
