"""Crossings of families, as the safety file writes them ("numb > saddle within 4 unless asleep"), to patterns."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import product

from chatbot.safety.rules_file.dictionary import Dictionary
from chatbot.safety.rules_file.safety_file import Path, SafetyFile
from chatbot.safety.signs import Pattern
from chatbot.safety.windows import ANY_ORDER, IN_ORDER


def said(result: int, number: int) -> Pattern:
    """Return the pattern that a single family is there."""
    return Pattern(result, (number,), False, 0, False, ())


class Crossings:
    """Reads crossings of the families that a dictionary has numbers for."""

    def __init__(self, file: SafetyFile, dictionary: Dictionary) -> None:
        self._file = file
        self._dictionary = dictionary

    def read_all(self, path: Path, items: object, result: int) -> list[Pattern]:
        """Return the patterns of a list of crossings, each of which speaks for `result`."""
        patterns: list[Pattern] = []
        for index, text in enumerate(self._file.texts(path, items)):
            patterns += self._read((*path, index), text, result)
        return patterns

    def _read(self, path: Path, text: str, result: int) -> list[Pattern]:
        """Read "a > b" or "a + b", with " within N", " across", " unless c, d", " never e, f"; "a|b" makes two."""
        text, _, never = text.partition(" never ")
        crossing, _, unless = text.partition(" unless ")
        is_across = crossing.endswith(" across")
        crossing, _, within = crossing.removesuffix(" across").partition(" within ")
        is_ordered = " > " in crossing
        reach = self._reach(path, within, IN_ORDER if is_ordered else ANY_ORDER)
        if is_ordered and " + " in crossing:
            self._file.problem(path, "safety-crossing", f"{crossing!r} mixes > and +", "Use one of them.")
        names = [name.strip() for name in crossing.split(" > " if is_ordered else " + ")]
        guards, barring = self._listed(path, unless), self._listed(path, never)
        choices = product(*(name.split("|") for name in names))
        families = [tuple(self._dictionary.numbers_of(path, choice)) for choice in choices]
        return [Pattern(result, met, is_ordered, reach, is_across, guards, barring) for met in families]

    def _listed(self, path: Path, names: str) -> tuple[int, ...]:
        """Return the numbers of families that commas part."""
        listed = [name.strip() for name in names.split(",") if name.strip()]
        return tuple(self._dictionary.numbers_of(path, listed))

    def _reach(self, path: Path, within: str, usual: int) -> int:
        """Return how many words may stand between."""
        if within.strip().isdigit():
            return int(within)
        if within:
            self._file.problem(path, "safety-crossing", f"{within!r} is no number of words")
        return usual


def by_rarest_family(
    crossings: Iterable[Pattern], dictionary: Dictionary, joined: Collection[int]
) -> dict[int, tuple[Pattern, ...]]:
    """Return the crossings under the family with the fewest words, joined families last."""
    grouped: dict[int, list[Pattern]] = {}
    for pattern in crossings:
        head = min(
            pattern.families,
            key=lambda number: (number in joined, dictionary.sizes.get(number, 0), number),
        )
        grouped.setdefault(head, []).append(pattern)
    return {head: tuple(patterns) for head, patterns in grouped.items()}
