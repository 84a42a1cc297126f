"""Scores to confidence: what counts as evidence, and a curve that follows what came out right."""

from __future__ import annotations

import math
import random

import pytest

from chatbot.matching.calibration import PLAIN, Calibration, evidence_of, fit
from chatbot.matching.ranking import Match, Ranking
from chatbot.matching.word_reader import ReadWord

WORDS = tuple(ReadWord(word, "known", ()) for word in "does my scar hurt".split())
RANKING = Ranking(
    (Match("scar", 3.0, 0.5, 10.0), Match("metal", 2.5, 0.4, 8.4), Match("cost", 1.0, 0.1, 3.6)),
    0.7,
    0.9,
    WORDS,
    (),
)


def test_the_best_match_leads_and_the_others_are_behind() -> None:
    """The lead is over the best other match; the rest of the evidence is the question's or the match's own."""
    first, second, _ = evidence_of(RANKING)
    assert first[:2] == pytest.approx((3.0, 0.5))
    assert second[:2] == pytest.approx((2.5, -0.5))
    assert first[2] == second[2] == 0.7


def test_a_match_without_rivals_leads_by_its_score() -> None:
    """Nothing else was found; what is outside never counts as less than nothing."""
    alone = RANKING._replace(matches=RANKING.matches[:1], outside=-2.0)
    assert evidence_of(alone)[0][:3] == pytest.approx((3.0, 3.0, 0.0))


def test_very_long_messages_count_like_long_ones() -> None:
    """The number of words matters up to a point."""
    long, longer = (evidence_of(RANKING._replace(words=WORDS * times))[0] for times in (20, 200))
    assert long == longer


def test_confidence_is_a_number_between_0_and_1() -> None:
    """However strong the evidence, and never a mistake in arithmetic."""
    curve = Calibration((0.0, 1e6, -1e6))
    assert curve.confidence((0.0, 0.0)) == 0.5
    assert 0 < curve.confidence((-1e300, 0.0)) < 1e-9
    assert 1 - 1e-9 < curve.confidence((1e300, 0.0)) < 1


def test_the_curve_finds_the_chances_that_made_the_samples() -> None:
    """Where two in three were right at some evidence, the confidence there is two thirds."""
    dice = random.Random(1)  # noqa: S311 - samples
    samples = []
    for _ in range(4000):
        score = dice.uniform(0, 4)
        samples.append(((score, dice.random()), dice.random() < 1 / (1 + math.exp(3 - 2 * score))))
    curve = fit(samples, plain=(0.0, 0.0, 0.0), ridge=0.05)
    for score in (0.5, 1.0, 1.5, 2.0, 3.0):
        assert curve.confidence((score, 0.5)) == pytest.approx(1 / (1 + math.exp(3 - 2 * score)), abs=0.05)


def test_the_order_of_samples_changes_nothing() -> None:
    """The same samples give the same weights to the last digit kept."""
    samples = [((score / 10, score % 3), score > 20 or score % 7 == 0) for score in range(40)]
    flat = (0.0, 0.0, 0.0)
    assert fit(samples, flat).weights == pytest.approx(fit(samples[::-1], flat).weights, abs=2e-6)


@pytest.mark.parametrize("rights", [[], [True, True], [False]])
def test_without_both_kinds_of_samples_a_plain_curve_serves(rights: list[bool]) -> None:
    """A tiny base has nothing to fit to: then a higher score and a longer lead are surer, what is outside less sure."""
    curve = fit([(evidence_of(RANKING)[0], right) for right in rights])
    usual = curve.confidence(evidence_of(RANKING)[0])
    better = (Match("scar", 4.0, 0.5, 10.0), *RANKING.matches[1:])
    assert curve.confidence(evidence_of(RANKING._replace(matches=better))[0]) > usual
    assert curve.confidence(evidence_of(RANKING._replace(outside=2.0))[0]) < usual


def test_separable_samples_do_not_run_away() -> None:
    """The ridge keeps the weights finite where one number tells right from wrong without error."""
    curve = fit([((float(score),), score > 5) for score in range(11)], plain=(0.0, 0.0), ridge=0.05)
    assert all(abs(weight) < 100 for weight in curve.weights)
    assert curve.confidence((9.0,)) > 0.9
    assert curve.confidence((1.0,)) < 0.1


def test_few_samples_move_the_plain_curve_little() -> None:
    """So that what is answered near the threshold does not change with every wording that is added."""
    few = [(evidence_of(RANKING)[0], right) for right in (True, False, False)]
    moved = zip(fit(few).weights, PLAIN, strict=True)
    assert all(abs(weight - plain) < 0.2 for weight, plain in moved)
