"""The README's picture: what the program says today, loading nothing from elsewhere."""

from __future__ import annotations

import re
from types import ModuleType
from xml.etree import ElementTree as Xml

import pytest

from tests.support.tool import tool_named


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    return tool_named("picture")


def test_the_committed_picture_is_a_fresh_one(tool: ModuleType) -> None:
    """Whoever changes words or layout draws it again: python tools/picture.py"""
    assert tool.FILE.read_text(encoding="utf-8") == tool.draw()


def test_the_picture_loads_nothing(tool: ModuleType) -> None:
    """No font, image, style or script from anywhere: the only addresses are names."""
    picture = tool.draw()
    assert "@font-face" not in picture
    assert "url(http" not in picture
    assert not re.findall(r"(?:href|src)=", picture)


def test_the_picture_shows_the_conversation(tool: ModuleType) -> None:
    """It is well-formed, and holds the questions and their answers' sources."""
    root = Xml.fromstring(tool.draw())  # noqa: S314 - our own
    words = " ".join("".join(root.itertext()).replace("\xa0", " ").split())
    for question in tool.QUESTIONS:
        assert f"You: {question}" in words
    assert words.count("Source:") >= 2
    assert "Next step:" in words
