"""Promises on remarks that do not start with #: they are told from texts, and the advice mends the file."""

from __future__ import annotations

import pytest

from chatbot.knowledge_files.yaml_source import read
from tests.unit.test_broken_lines import ENTRIES, mistaken, only, what_is_right

pytestmark = pytest.mark.usefixtures("either_loader")


@pytest.mark.parametrize(
    ("right", "wrong", "line", "pasted"),
    [
        ("    title", "// the title\n    title", 4, "# the title"),
        ("    title", "    // the title\n    title", 4, "# the title"),
        ("    title", "    <!-- the title -->\n    title", 4, "# the title"),
        ("    title", "    ; the title\n    title", 4, "# the title"),
        ("entries:", "Our own entries\nentries:", 1, "# Our own entries"),
        ("entries:", "# two\n\n Our own entries.\n\nentries:", 3, "# Our own entries."),
        ("entries:", "entries:\n  These are ours", 2, "# These are ours"),
    ],
)
def test_a_remark_without_its_sign(right: str, wrong: str, line: int, pasted: str) -> None:
    """It is named where it is, and all else is read."""
    problem, data = only(mistaken(right, wrong))
    assert (problem.rule, problem.position.line) == ("remark-has-sign", line)
    assert problem.repair == f"where it is a remark, write it with a #: {pasted}"
    assert data == what_is_right()


def test_a_remark_of_two_lines_at_the_top() -> None:
    """Each of its lines wants its own #."""
    problem, data = only(f"Our entries\nhere they are\n{ENTRIES}")
    assert problem.position.line == 1
    assert "each of these 2 lines" in problem.repair
    assert data == what_is_right()


@pytest.mark.parametrize("drawn", ["=====", "-----", "* * *", "*", "~~~~", "\u2014\u2014\u2014"])
def test_a_line_that_is_drawn(drawn: str) -> None:
    """It is no text of the list above it, and no name that lacks its colon."""
    problem, data = only(mistaken("  - id: toilets", f"{drawn}\n  - id: toilets"))
    assert (problem.rule, problem.position.line) == ("remark-has-sign", 9)
    assert problem.repair == f"delete it, or write it as: # {drawn}"
    assert data == what_is_right()


def test_a_line_that_may_be_a_remark_or_a_text() -> None:
    """Both are offered."""
    problem, _ = only(mistaken('      - "is there', '      (old ones)\n      - "is there'))
    assert problem.repair.endswith("\nor, where it is a remark, write it as: # (old ones)")
    _, problems = read('Our details\nname: "Our Clinic"\n', "clinic.yaml")
    assert problems[0].repair.endswith("\nor, where that is a remark, as: # Our details")


def test_a_file_of_one_drawn_line() -> None:
    """Nothing is left to read, and nothing raises."""
    assert read("*\n", "topics.yaml")[0] is None
