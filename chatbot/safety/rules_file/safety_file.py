"""What may stand in the safety file, and what is wrong with one: every problem is kept, each with its place.

What the parts mean is `compiling`'s to say; words and crossings are taken in by `dictionary` and `crossings`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from chatbot.knowledge import Position, Problem
from chatbot.nearest import did_you_mean
from chatbot.safety.cards.replies import NAMES, NEVER_UNSET
from chatbot.safety.signs import LEVELS
from chatbot.speaking.filling import SETTINGS, fill, lone_brace, outside_of_brackets

Path = tuple[str | int, ...]
PlaceOf = Callable[[Path], Position]

PARTS = (
    "reviewed_by",
    "reviewed_on",
    "note",
    "fillers",
    "look_alikes",
    "families",
    "idioms",
    "signs",
    "own_lines",
    "asked_about",
    "replies",
)
_LONGEST_LISTED = 400


class SafetyFile:
    """The data of a file, and what was found wrong with it. A file with a problem is not used at all."""

    def __init__(self, data: Mapping[str, Any], place_of: PlaceOf) -> None:
        """`place_of` maps a path inside the data to its place in the file."""
        self.data = data
        self.problems: list[Problem] = []
        self._place_of = place_of

    def problem(self, path: Path, rule: str, message: str, repair: str = "") -> None:
        """Keep one problem."""
        self.problems.append(Problem("error", rule, self._place_of(path), message, "", repair))

    def has_its_parts(self) -> bool:
        """Return whether the file is named parts, with families and signs among them."""
        data = self.data
        if not isinstance(data, Mapping):
            self.problem((), "safety-shape", "the safety file must be a list of named parts")
            return False
        for name in data:
            if name not in PARTS:
                self.problem(
                    (name,), "safety-part", f"unknown part {name!r}", f"Use one of: {', '.join(PARTS)}."
                )
        signs = data.get("signs")
        has_both = isinstance(data.get("families"), Mapping) and isinstance(signs, list) and bool(signs)
        if not has_both:
            self.problem((), "safety-shape", 'the safety file needs the parts "families" and "signs"')
        return has_both

    def check_parts(self, path: Path, names: Iterable[str], known: Collection[str]) -> None:
        """Report names that are no part of what stands here."""
        for name in names:
            if name not in known:
                self.problem(
                    (*path, name), "safety-part", f"unknown part {name!r}", f"Use: {', '.join(known)}."
                )

    def check_class(self, path: Path, level: object, repair: str = "") -> None:
        """Report what is no class of danger."""
        if level not in LEVELS:
            self.problem(path, "safety-class", f"the class {level!r} is unknown", repair)

    def texts(self, path: Path, value: object) -> list[str]:
        """Return a list of texts, [] for what is none; report what is no text in it."""
        if not isinstance(value, list):
            self.problem(path, "safety-list", "this must be a list of words")
            return []
        for index, item in enumerate(value):
            if not isinstance(item, str) or not item.strip() or len(item) > _LONGEST_LISTED:
                self.problem((*path, index), "safety-text", f"{item!r} is not text", "Put it in quotes.")
        return [item for item in value if isinstance(item, str) and item.strip()]

    def line(self, path: Path, value: object) -> tuple[str, ...]:
        """Return a sign's own line of the card, in the list that holds it."""
        texts = self.texts(path, value)
        for index, text in enumerate(texts):
            self.check_braces((*path, index), text)
        return tuple(texts)

    def check_braces(self, path: Path, text: str, never_unset: Collection[str] = NEVER_UNSET) -> None:
        """Refuse what would leave a brace, a bracket or a hole on a card: whoever reads it is afraid."""
        filled = fill(text, dict.fromkeys(NAMES, "set"))
        for name in filled.unknown:
            self.problem(
                path,
                "safety-setting-known",
                f'"{{{name}}}" is not a setting of the clinic',
                did_you_mean(name, SETTINGS) or f"Use one of: {', '.join(SETTINGS)}.",
            )
        for name in outside_of_brackets(text):
            if name in NAMES and name not in never_unset:
                self.problem(
                    path,
                    "safety-setting-optional",
                    f"{{{name}}} may not be set, and the card would have a hole",
                    "Put the sentence between [[ and ]]: then it is left out.",
                )
        lone = lone_brace(text)
        if lone or filled.is_unbalanced:
            self.problem(
                path,
                "safety-braces-close",
                f"a {'brace' if lone else 'double square bracket'} has no partner here",
                "A setting stands between { and }, what goes without it between [[ and ]].",
            )
