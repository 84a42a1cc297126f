"""The front door of the package: a short list of names, loaded on first use."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import chatbot

ROOT = Path(__file__).parents[2]
NAMES = {
    *("Chatbot", "Turn", "Conversation", "Reply", "Answer", "Suggestion", "SafetyNote"),
    *("KnowledgeError", "Problem", "__version__"),
}


def test_the_public_names_are_these() -> None:
    assert set(chatbot.__all__) == set(dir(chatbot)) == NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(chatbot, name) is not None


def test_any_other_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        chatbot.no_such_name  # noqa: B018 - the look-up is what is tested


def test_importing_the_package_loads_none_of_its_modules() -> None:
    script = (
        "import sys; before = set(sys.modules); import chatbot; print(*sorted(set(sys.modules) - before))"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert [name for name in shown.split() if name.startswith("chatbot")] == ["chatbot"]


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "chatbot" / "py.typed").exists()


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == chatbot.__version__
    assert f"## {chatbot.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
