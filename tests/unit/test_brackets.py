"""Promises on lists and fields in brackets: what is missing is put in where an editor would put it."""

from __future__ import annotations

import pytest

from chatbot.knowledge_files.broken_lines.brackets import completed


@pytest.mark.parametrize(
    ("text", "missing", "before", "whole"),
    [
        ('{means: "a", say: ["b"]', "bracket", "", '{means: "a", say: ["b"]}'),
        ('{means: "a", say: ["b"}', "bracket", "}", '{means: "a", say: ["b"]}'),
        ('{means: "a", say: ["b",', "bracket", "", '{means: "a", say: ["b"]}'),
        ("[a, b", "bracket", "", "[a, b]"),
        ('{means: "a" say: ["b"]}', "comma", "say:", '{means: "a", say: ["b"]}'),
        ("{means: a say: [b]}", "comma", "say:", "{means: a, say: [b]}"),
        ('["a" "b"]', "comma", '"b"', '["a", "b"]'),
        ('{say: ["b"] means: "a"}  # x', "comma", "means:", '{say: ["b"], means: "a"}  # x'),
        ('["a, "b"]', "quote", ",", '["a", "b"]'),
        ('["a", "b]}', "quote", "]}", '["a", "b"]'),
        ("[a]]", "none", "]", "[a]"),
        ('{say: ["a", "b]}', "quote", "]}", '{say: ["a", "b"]}'),
        ("['a, 'b']", "quote", ",", "['a', 'b']"),
        ('{means: "a, say: ["b"]}', "quote", ",", None),
    ],
)
def test_what_is_missing(text: str, missing: str, before: str, whole: str | None) -> None:
    """The first of it is named; None where nobody can tell what was meant."""
    found = completed(text)
    assert (found and found.text) == whole
    if found is not None:
        assert (found.missing, found.before) == (missing, before)


@pytest.mark.parametrize(
    "text",
    [
        "[a, b]", '{means: "a [b, c", say: ["d}"]}', '["it is \\"so\\"", "b"]', "[don't, can't]", '["a" b]',
        "[a] b",
    ],
)  # fmt: skip
def test_nothing_that_is_known_is_missing(text: str) -> None:
    """Brackets and commas inside of quotes count for nothing."""
    assert completed(text) is None
