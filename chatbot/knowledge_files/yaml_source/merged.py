"""Marks that a program leaves behind when two people have changed the same lines, and the versions between them."""

from __future__ import annotations

import re

from chatbot.knowledge import Position, Problem

_MARK = re.compile(r"(?:<{7}|>{7}|\|{7})(?:\s|$)|={7}$")


def without_second_versions(lines: list[str], file: str, problems: list[Problem]) -> None:
    """Empty the lines with such marks, and the second of the two versions between them; one problem stands for all.

    Done before YAML reads the file: inside of a text in quotes such a mark is part of the text to it.
    """
    marks = [number for number, line in enumerate(lines) if _MARK.match(line)]
    if not marks:
        return
    others = len(marks) - 1
    problems.append(
        Problem(
            "error",
            "no-marks-of-merging",
            Position(file, marks[0] + 1),
            "this line was left behind when two versions of the file were put together"
            + (f", and {others} more below" if others else ""),
            "Between such lines stand both versions of the same text.",
            "keep one of the two versions, and delete the lines that start with <<<<<<<, ======= and >>>>>>>",
        )
    )
    for start, end in zip(marks, [*marks[1:], len(lines)], strict=True):
        is_second = lines[start][0] in "=|" and end < len(lines)
        lines[start : end if is_second else start + 1] = [""] * (end - start if is_second else 1)
