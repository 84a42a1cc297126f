"""The sheet that a clinician signs: always the signs and cards of the program of today."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

TOOL = Path(__file__).resolve().parents[2] / "tools" / "safety_sheet.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("safety_sheet_tool", TOOL)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_committed_sheet_is_a_fresh_one(tool: ModuleType) -> None:
    """Whoever changes a sign or a card writes it again: python tools/safety_sheet.py"""
    assert tool.FILE.read_text(encoding="utf-8") == tool.sheet()


def test_every_sign_that_raises_a_class_is_on_it(tool: ModuleType) -> None:
    sheet = tool.sheet()
    signs = [sign for sign in tool.rules().signs if sign.level != "companion"]
    assert [sign.id for sign in signs if f"(`{sign.id}`)" not in sheet] == []
