"""The rules to plain tuples and back, for the cache. What a message does not need stays packed."""

from __future__ import annotations

import marshal
from typing import Any

from chatbot.compact.table import Table, pack, pack_words
from chatbot.safety.by_likeness.likeness import Likeness
from chatbot.safety.signs import OwnLine, Pattern, SafetyRules, Sign


class PackedPhrases(dict[str, Any]):
    """The phrases as the cache holds them: what follows a word stays packed until a message has that word.

    A message has a dozen words, and unpacking what follows all 1,100 costs more than a bare Python's start.
    """

    def __getitem__(self, head: str) -> Any:  # noqa: ANN401 - as SafetyRules.phrases
        """Return what may follow this stem."""
        tails = super().__getitem__(head)
        if isinstance(tails, bytes):
            tails = self[head] = marshal.loads(tails)  # noqa: S302 - packed below, kept in our own cache
        return tails


class PackedCrossings(dict[int, tuple[Pattern, ...]]):
    """The crossings as the cache holds them: plain tuples become Patterns where a message has their family."""

    def get(self, head: int, default: Any = None) -> Any:  # noqa: ANN401 - as dict.get
        """Return the crossings of this family."""
        patterns = super().get(head, default)
        if patterns and not isinstance(patterns[0], Pattern):
            patterns = self[head] = tuple(Pattern(*pattern) for pattern in patterns)
        return patterns


def to_plain(rules: SafetyRules) -> tuple[Any, ...]:
    """Return the rules as nested tuples, dictionaries and strings, fit for `marshal`."""
    parts: dict[str, Any] = rules._asdict()
    same: dict[Any, Any] = {}  # equal tails become one object, which marshal writes once
    parts["phrases"] = {
        head: marshal.dumps(
            {second: same.setdefault(tails, tails) for second, tails in rules.phrases[head].items()}
        )
        for head in rules.phrases
    }
    for name in ("words", "stems", "repairable"):
        parts[name] = pack(parts[name])
    parts["ordinary"] = pack_words(rules.ordinary)
    parts["signs"] = tuple(tuple(sign) for sign in rules.signs)
    parts["idioms"] = tuple(tuple(pattern) for pattern in rules.idioms)
    parts["joins"] = tuple(tuple(pattern) for pattern in rules.joins)
    for name in ("crossings", "sure"):
        parts[name] = {
            head: tuple(tuple(pattern) for pattern in patterns) for head, patterns in parts[name].items()
        }
    parts["memory"] = parts["worked_out"] = {}
    parts["own_lines"] = tuple(
        (line.sign, line.levels, tuple(tuple(pattern) for pattern in line.patterns), *line[3:])
        for line in rules.own_lines
    )
    parts["likeness"] = rules.likeness.to_plain()
    return tuple(parts.values())


def from_plain(plain: tuple[Any, ...]) -> SafetyRules:
    """Return the rules that `to_plain` took apart."""
    parts = dict(zip(SafetyRules._fields, plain, strict=True))
    return SafetyRules(
        **parts
        | {
            "signs": tuple(Sign(*sign) for sign in parts["signs"]),
            "idioms": tuple(Pattern(*pattern) for pattern in parts["idioms"]),
            "joins": tuple(Pattern(*pattern) for pattern in parts["joins"]),
            "crossings": PackedCrossings(parts["crossings"]),
            "sure": PackedCrossings(parts["sure"]),
            "phrases": PackedPhrases(parts["phrases"]),
            "words": Table(parts["words"]),
            "stems": Table(parts["stems"]),
            "repairable": Table(parts["repairable"]),
            "ordinary": Table(parts["ordinary"]),
            "memory": {},
            "worked_out": {},
            "own_lines": tuple(
                OwnLine(sign, levels, tuple(Pattern(*pattern) for pattern in patterns), *marks)
                for sign, levels, patterns, *marks in parts["own_lines"]
            ),
            "likeness": Likeness.from_plain(parts["likeness"]),
        }
    )
