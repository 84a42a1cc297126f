"""Rows of numbers as one whole number: adding, multiplying and keeping them loses nothing."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.compact import rows

NUMBERS = st.lists(st.floats(-1000, 1000, allow_nan=False), min_size=5, max_size=5)
UNIT = 1 / rows.UNITS


def row(numbers: list[float]) -> int:
    return rows.row_of(enumerate(numbers))


def numbers_of(total: int, parts: int = 1) -> list[float]:
    return [rows.number_in(lane, parts) for lane in rows.lanes_of(total, 5)]


@given(st.lists(NUMBERS, min_size=1, max_size=8))
def test_adding_rows_adds_their_numbers_in_any_order(several: list[list[float]]) -> None:
    """Numbers of either sign never reach into their neighbours' lanes."""
    total = sum(map(row, several))
    assert total == sum(map(row, reversed(several)))
    wanted = [sum(column) for column in zip(*several, strict=True)]
    assert numbers_of(total) == pytest.approx(wanted, abs=len(several) * UNIT)


@given(NUMBERS, st.floats(-8, 8, allow_nan=False))
def test_a_row_can_be_taken_in_part(numbers: list[float], factor: float) -> None:
    """Half a row is half of each of its numbers."""
    wanted = [number * factor for number in numbers]
    assert numbers_of(row(numbers) * rows.parts_of(factor), rows.PARTS) == pytest.approx(wanted, abs=1e-3)


@given(NUMBERS)
def test_lanes_are_in_the_order_of_their_numbers(numbers: list[float]) -> None:
    """Lanes can be compared without working out what they hold."""
    lanes = rows.lanes_of(row(numbers), 5)
    order = sorted(range(5), key=lanes.__getitem__)
    assert [round(numbers[place] * rows.UNITS) for place in order] == sorted(
        round(number * rows.UNITS) for number in numbers
    )


@given(NUMBERS)
def test_a_row_survives_the_cache(numbers: list[float]) -> None:
    """Bytes and back again."""
    assert rows.from_bytes(rows.to_bytes(row(numbers), 5), 5) == row(numbers)


def test_lanes_are_the_same_on_a_machine_that_writes_numbers_the_other_way_round(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the highest byte comes first, bytes are turned round."""
    usual = list(rows.lanes_of(row([1.0, -2.0]), 2))
    monkeypatch.setattr(sys, "byteorder", "big" if sys.byteorder == "little" else "little")
    turned = rows.lanes_of(row([1.0, -2.0]), 2)
    assert [int.from_bytes(lane.to_bytes(8, "big"), "little") for lane in turned] == usual


@given(st.lists(st.floats(-400, 400), min_size=4, max_size=4))
def test_a_row_of_four_numbers_is_the_row_of_these_in_order(numbers: list[float]) -> None:
    """Also of negative ones, which borrow from the lane above."""
    assert rows.row_of_four(*numbers) == rows.row_of(enumerate(numbers))
