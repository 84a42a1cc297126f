"""The sheet that a clinician signs: always the signs and cards of the program of today."""

from __future__ import annotations

from types import ModuleType

import pytest

from tests.support.tool import tool_named


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    return tool_named("safety_sheet")


def test_the_committed_sheet_is_a_fresh_one(tool: ModuleType) -> None:
    """Whoever changes a sign or a card writes it again: python tools/safety_sheet.py"""
    assert tool.FILE.read_text(encoding="utf-8") == tool.sheet()


def test_every_sign_that_raises_a_class_is_on_it(tool: ModuleType) -> None:
    sheet = tool.sheet()
    signs = [sign for sign in tool.rules().signs if sign.level != "companion"]
    assert [sign.id for sign in signs if f"(`{sign.id}`)" not in sheet] == []
